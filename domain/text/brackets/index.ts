export {
  countBrackets,
  isPlaceholder,
  type OpenCount,
  type OpenText,
  type OpenTotals,
  openTotals,
} from './count';
export { allBrackets, type Bracket, type BracketAlternative, bracketsOf, findBracket } from './find';
export { cleanText, liftBracket } from './lift';
export {
  addAlternative,
  addOwner,
  type NewAlternative,
  type NewBracket,
  openBracket,
  type WordRange,
  wordsInRange,
} from './open';
export {
  type AlternativeKind,
  type BracketPart,
  type BracketPath,
  DEEPEST_BRACKET,
  isBracketId,
  parsePath,
  writePath,
} from './path';
export { type BracketOptions, bracketedClauses, bracketProposals, type ProposedWords } from './propose';
export { type Attribution, writeBrackets } from './write';
