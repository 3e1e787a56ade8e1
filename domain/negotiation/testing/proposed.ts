import fc from 'fast-check';
import { documents } from '../../redline/testing/arbitraries';
import { canonicalDocument } from '../../text/canonical';
import { clausesOf } from '../../text/clauses';
import type { DocumentJson, NodeJson } from '../../text/document-json';
import { amend } from '../amend';
import type { CompiledProposal } from '../compilation';
import { changeOf, checkPlace, mergeableAfter } from '../proposal-place';
import { isText } from '../rebase';

const COUNTRIES = ['TH', 'VN', 'ID', 'MY'];
const WITHOUT_WORDS = ['delete', 'move', 'comment'];

const wanted = fc.array(
  fc.record({
    kind: fc.constantFrom<CompiledProposal['kind']>(
      'replace',
      'insert',
      'delete',
      'merge',
      'move',
      'comment',
    ),
    at: fc.nat(),
    other: fc.nat(),
    words: documents,
  }),
  { minLength: 1, maxLength: 8 },
);

/** A text, and proposals of any kind on it that could be tabled: what they make of it is a text of the schema. */
export const proposed: fc.Arbitrary<readonly [DocumentJson, readonly CompiledProposal[]]> = fc
  .tuple(documents, wanted)
  .map(([document, made]) => {
    const base = named(canonicalDocument(document), 'c');
    const ids = clausesOf(base).map(({ id }) => id);
    const pick = (at: number) => ids[at % Math.max(1, ids.length)] ?? null;
    const proposals = made.map(
      ({ kind, at, other, words }, index): CompiledProposal => ({
        id: `p${index}`,
        countries: [COUNTRIES[index % COUNTRIES.length] ?? 'SG'],
        kind,
        clauseId: pick(at),
        otherClauseId: kind === 'merge' ? (mergeableAfter(base, pick(at) ?? '')?.id ?? null) : pick(other),
        words: WITHOUT_WORDS.includes(kind) ? null : named(words, `c_new${index}`),
      }),
    );
    return [base, proposals.filter((one) => isTabled(base, one))] as const;
  })
  .filter(([base]) => isText(base));

function isTabled(base: DocumentJson, proposal: CompiledProposal): boolean {
  if (!checkPlace(base, proposal).ok) return false;
  const change = changeOf(proposal, proposal.words);
  if (change === null) return true;
  const made = amend(base, change);
  return made.ok && isText(made.value);
}

/** The same text, each of whose clauses has an id of its own. */
function named(text: DocumentJson, prefix: string): DocumentJson {
  // The generator puts one node in several places.
  const clauses = new Set(clausesOf(text).map(({ node }) => node));
  let count = 0;
  const name = (node: NodeJson): NodeJson => {
    if (clauses.has(node)) count += 1;
    const id = clauses.has(node) ? `${prefix}_${count}` : undefined;
    return {
      ...node,
      ...(id === undefined ? {} : { attrs: { ...node.attrs, id } }),
      ...(node.content === undefined ? {} : { content: node.content.map(name) }),
    };
  };
  return name(text) as DocumentJson;
}
