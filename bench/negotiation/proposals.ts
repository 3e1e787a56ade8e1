import { atomic } from '../../db/atomic';
import type { Db } from '../../db/client';
import { insertBacking, insertProposal } from '../../db/proposals';
import { clauseAsText } from '../../domain/negotiation/amend';
import { baseOf, hasWords, mergeableAfter, NO_WORDS } from '../../domain/negotiation/proposal-place';
import type { ProposalKind } from '../../domain/negotiation/types';
import { Random } from '../../domain/redline/testing/random';
import { canonicalText } from '../../domain/text/canonical';
import { digestText } from '../../domain/text/digest';
import type { DocumentJson, NodeJson } from '../../domain/text/document-json';
import { newId } from '../../server/ids';
import { DELEGATIONS, type Size } from './size';
import { clauseIdAt, sentence } from './text';

/** Of twenty proposals so many are of each kind, as they come about in a text that everybody amends. */
const KINDS: readonly ProposalKind[] = [
  ...Array.from({ length: 13 }, () => 'replace' as const),
  ...(['insert', 'insert', 'delete', 'move', 'merge', 'comment', 'comment'] as const),
];

export interface TabledBy {
  readonly documentId: string;
  readonly text: DocumentJson;
  readonly position: number;
  readonly at: string;
  /** A head of delegation for each country. */
  readonly heads: ReadonlyMap<string, string>;
}

/**
 * Tabled proposals on every clause. Through the repository in one transaction: each tabling by its use-case reads and
 * amends the whole text and tells everybody at the table, which for 2,000 takes many minutes and measures nothing here.
 * The rows are those that `tableProposal` leaves.
 */
export function tableProposals(db: Db, { proposals, clauses, onBusiest }: Size, by: TabledBy): void {
  const random = new Random(11);
  atomic(db, (tx) => {
    for (let index = 0; index < proposals; index += 1) {
      const clause = index < onBusiest ? 0 : 1 + ((index - onBusiest) % (clauses - 1));
      tableOne(tx, by, random, { number: index + 1, clause, clauses });
    }
  });
}

interface Turn {
  readonly number: number;
  readonly clause: number;
  readonly clauses: number;
}

function tableOne(tx: Db, by: TabledBy, random: Random, { number, clause, clauses }: Turn): void {
  const clauseId = clauseIdAt(clause);
  const wanted = random.pick(KINDS);
  const next = mergeableAfter(by.text, clauseId)?.id ?? null;
  const kind = wanted === 'merge' && next === null ? 'replace' : wanted;
  const other = kind === 'merge' ? next : kind === 'move' ? clauseIdAt((clause + 9) % clauses) : null;
  const place = { kind, clauseId, otherClauseId: other };
  const base = baseOf(by.text, place) ?? NO_WORDS;
  const words = hasWords(kind) ? wordsOf(kind, clauseAsText(by.text, clauseId) ?? base, random) : null;
  const [baseText, text] = [canonicalText(base), words === null ? null : canonicalText(words)];
  const country = DELEGATIONS[number % DELEGATIONS.length] ?? 'TH';
  const head = by.heads.get(country) ?? '';
  const id = newId('prp');
  insertProposal(tx, {
    ...{ id, documentId: by.documentId, country, ...place },
    class: number % 10 === 0 ? 'editorial' : 'substantive',
    rationale: sentence(random, 20).join(' '),
    state: 'tabled',
    number,
    basePosition: by.position,
    ...{ baseText, baseHash: digestText(baseText), text, hash: text === null ? null : digestText(text) },
    replacesId: null,
    ...{ enteredBy: head, onBehalf: false, confirmedAt: null, confirmedBy: null },
    ...{ createdAt: by.at, tabledAt: by.at, tabledBy: head, closedAt: null },
  });
  if (number % 3 !== 0) return;
  const backer = DELEGATIONS[(number + 4) % DELEGATIONS.length] ?? 'SG';
  const kindOfBacking = number % 2 === 0 ? 'cosponsor' : 'support';
  const backing = {
    country: backer,
    kind: kindOfBacking,
    by: by.heads.get(backer) ?? '',
    at: by.at,
  } as const;
  insertBacking(tx, { id: newId('bck'), proposalId: id, ...backing, withdrawnAt: null });
}

/** The clause with a stretch of words put otherwise, or a clause of its own. */
function wordsOf(kind: ProposalKind, clause: DocumentJson, random: Random): DocumentJson {
  const [node] = clause.content ?? [];
  if (node === undefined) throw new Error('tableProposals: a clause without a node');
  if (kind === 'insert') {
    const id = `c_new${random.below(1e9)}`;
    const said = [{ type: 'text', text: sentence(random, 30).join(' ') }];
    return { type: 'doc', content: [{ ...node, attrs: { ...node.attrs, id }, content: said }] };
  }
  const plain = (node.content ?? []).flatMap((part, index) => (isPlain(part) ? [index] : []));
  const at = random.pick(plain);
  const content = (node.content ?? []).map((part, index) =>
    index === at ? { ...part, text: otherwise(part.text ?? '', random) } : part,
  );
  return { type: 'doc', content: [{ ...node, content }] };
}

function otherwise(text: string, random: Random): string {
  const words = text.trim().split(' ');
  const start = random.below(Math.max(1, words.length - 2));
  return `${[...words.slice(0, start), ...sentence(random, 3), ...words.slice(start + 2)].join(' ')} `;
}

function isPlain(node: NodeJson): boolean {
  return node.type === 'text' && node.marks === undefined && (node.text ?? '').trim() !== '';
}
