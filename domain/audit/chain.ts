import canonicalize from 'canonicalize';
import { digestText } from '../text/digest';

/** One event of the audit trail as it is hashed. `data` holds names and numbers, never the words of a text. */
export interface AuditFact {
  readonly seq: number;
  readonly at: string;
  readonly actorId: string | null;
  readonly actorName: string;
  readonly country: string | null;
  readonly kind: string;
  readonly bodyId: string | null;
  readonly subjectType: string;
  readonly subjectId: string;
  readonly data: Readonly<Record<string, unknown>>;
}

export interface ChainedFact extends AuditFact {
  readonly previousHash: string;
  readonly hash: string;
}

/** AU2: the hash of an event covers the hash before it, so no event can be changed, dropped or slipped in alone. */
export function chainHash(previousHash: string, fact: AuditFact): string {
  return digestText(`${previousHash}\n${canonicalize(fact) ?? ''}`);
}

/** The first break of the chain (AU3), or null where it holds from the first event to the last. */
export function firstBreak(
  events: Iterable<ChainedFact>,
): { seq: number; problem: 'gap' | 'link' | 'hash' } | null {
  let previousHash = '';
  let expected = 1;
  for (const { previousHash: link, hash, ...fact } of events) {
    if (fact.seq !== expected) return { seq: expected, problem: 'gap' };
    if (link !== previousHash) return { seq: fact.seq, problem: 'link' };
    if (chainHash(link, fact) !== hash) return { seq: fact.seq, problem: 'hash' };
    previousHash = hash;
    expected += 1;
  }
  return null;
}
