import { asWanted, type CompiledProposal, compile } from '../../domain/negotiation/compilation';
import type { CompiledText, StoredProposal, WantedText } from '../../domain/negotiation/compiled';
import {
  type BracketOptions,
  bracketProposals,
  countBrackets,
  type ProposedWords,
} from '../../domain/text/brackets';
import { signedJob } from '../../domain/text/brackets/job';
import { canonicalText } from '../../domain/text/canonical';
import { digestText } from '../../domain/text/digest';
import type { DocumentJson } from '../../domain/text/document-json';
import type { HouseStyle } from '../../domain/text/numbering';

export function compiledText(text: string, proposals: readonly StoredProposal[]): CompiledText {
  const standing = JSON.parse(text) as DocumentJson;
  const { text: compiled, beside } = compile(standing, proposals.map(worded), bracketedOnce);
  return { text: JSON.stringify(compiled), open: countBrackets(compiled), beside };
}

/** Clauses with their proposals in brackets: of three long texts. */
const REMEMBERED = 1000;
const known = new Map<string, string>();

/** When one clause or the proposals on it have changed, the others are what they were. */
function bracketedOnce(
  clause: DocumentJson,
  proposals: readonly ProposedWords[],
  options: BracketOptions = {},
): DocumentJson {
  const key = digestText(JSON.stringify([options, clause, proposals]));
  const remembered = known.get(key);
  const bracketed =
    remembered === undefined
      ? bracketProposals(clause, proposals, options)
      : (JSON.parse(remembered) as DocumentJson);
  known.delete(key);
  known.set(key, remembered ?? JSON.stringify(bracketed));
  const [oldest] = known.keys();
  if (known.size > REMEMBERED && oldest !== undefined) known.delete(oldest);
  return bracketed;
}

export function wantedText(
  text: string,
  proposals: readonly StoredProposal[],
  houseStyle: HouseStyle,
): WantedText {
  const standing = JSON.parse(text) as DocumentJson;
  const { text: wanted, beside } = asWanted(standing, proposals.map(worded));
  const [oldJson, newJson] = [canonicalText(standing), canonicalText(wanted)];
  const job = signedJob({ oldJson, newJson, options: { houseStyle } });
  return { oldJson: job.oldJson, newJson: job.newJson, isSame: oldJson === newJson, beside };
}

function worded({ words, ...proposal }: StoredProposal): CompiledProposal {
  return { ...proposal, words: words === null ? null : (JSON.parse(words) as DocumentJson) };
}
