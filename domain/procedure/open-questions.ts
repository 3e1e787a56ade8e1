import { type Clause, clausesOf, clauseText } from '../text/clauses';
import type { DocumentJson } from '../text/document-json';
import { type HouseStyle, numberClauses } from '../text/numbering';

/** Something in a text that a room would want to look at before it says "adopted". Shown, never a bar to adoption. */
export interface OpenQuestion {
  readonly kind: 'bracket' | 'unclosed' | 'empty';
  /** "OP 3 (b)", or "" where the clause cannot be cited. */
  readonly citation: string;
  readonly clauseKind: Clause['kind'];
  readonly clauseId: string | null;
  /** The words in question, shortened; for an empty clause "". */
  readonly excerpt: string;
}

const EXCERPT = 160;

/** Square brackets, brackets that nobody closed, and clauses without a word, in reading order. */
export function openQuestions(document: DocumentJson, houseStyle: HouseStyle): OpenQuestion[] {
  const numbers = numberClauses(document, houseStyle);
  return clausesOf(document).flatMap((clause, index): OpenQuestion[] => {
    const place = {
      citation: numbers[index]?.citation ?? '',
      clauseKind: clause.kind,
      clauseId: clause.id,
    };
    const words = clauseText(clause);
    if (words.trim() === '') return [{ kind: 'empty', ...place, excerpt: '' }];
    return bracketsOf(words).map(({ kind, text }) => ({ kind, ...place, excerpt: shortened(text) }));
  });
}

/** Outermost brackets with what stands in them; nested ones belong to the one around them. */
function bracketsOf(words: string): { kind: 'bracket' | 'unclosed'; text: string }[] {
  const found: { kind: 'bracket' | 'unclosed'; text: string }[] = [];
  let depth = 0;
  let start = 0;
  for (let at = 0; at < words.length; at += 1) {
    if (words[at] === '[') {
      if (depth === 0) start = at;
      depth += 1;
    } else if (words[at] === ']') {
      if (depth === 0) found.push({ kind: 'unclosed', text: words.slice(Math.max(0, at - 40), at + 1) });
      else {
        depth -= 1;
        if (depth === 0) found.push({ kind: 'bracket', text: words.slice(start, at + 1) });
      }
    }
  }
  if (depth > 0) found.push({ kind: 'unclosed', text: words.slice(start) });
  return found;
}

function shortened(text: string): string {
  const line = text.replace(/\s+/gu, ' ');
  return line.length <= EXCERPT ? line : `${line.slice(0, EXCERPT - 1)}…`;
}
