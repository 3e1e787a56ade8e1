import { asWanted, type CompiledProposal, compile } from '../../domain/negotiation/compilation';
import type { CompiledText, StoredProposal, WantedText } from '../../domain/negotiation/compiled';
import { countBrackets } from '../../domain/text/brackets';
import { signedJob } from '../../domain/text/brackets/job';
import { canonicalText } from '../../domain/text/canonical';
import type { DocumentJson } from '../../domain/text/document-json';
import type { HouseStyle } from '../../domain/text/numbering';

export function compiledText(text: string, proposals: readonly StoredProposal[]): CompiledText {
  const { text: compiled, beside } = compile(JSON.parse(text) as DocumentJson, proposals.map(worded));
  return { text: JSON.stringify(compiled), open: countBrackets(compiled), beside };
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
