import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type AuditFact, type ChainedFact, chainHash, firstBreak } from './chain';

function fact(seq: number, data: Record<string, unknown> = {}): AuditFact {
  return {
    seq,
    at: `2019-04-22T02:00:${String(seq % 60).padStart(2, '0')}.000Z`,
    actorId: 'user_chair',
    actorName: 'Suda Chairat',
    country: 'TH',
    kind: 'document.created',
    bodyId: 'accsm',
    subjectType: 'document',
    subjectId: 'doc_1',
    data,
  };
}

function chain(length: number): ChainedFact[] {
  const events: ChainedFact[] = [];
  for (let seq = 1; seq <= length; seq += 1) {
    const previousHash = events.at(-1)?.hash ?? '';
    const next = fact(seq, { number: seq });
    events.push({ ...next, previousHash, hash: chainHash(previousHash, next) });
  }
  return events;
}

describe('the chain', () => {
  test('AU3 holds from nothing to the last event', () => {
    expect(firstBreak([])).toBeNull();
    expect(firstBreak(chain(1))).toBeNull();
    expect(firstBreak(chain(25))).toBeNull();
  });

  test('AU2 a hash does not depend on the order of keys, and depends on every value', () => {
    const given = fact(1, { a: 1, b: 'ข้อความ' });
    const { data, ...rest } = fact(1, { b: 'ข้อความ', a: 1 });
    expect(chainHash('', { data, ...rest })).toBe(chainHash('', given));
    expect(chainHash('x', given)).not.toBe(chainHash('', given));
    const changes: Partial<AuditFact>[] = [
      { seq: 2 },
      { at: '2019-04-22T02:00:02.000Z' },
      { actorId: null },
      { actorName: 'Somebody' },
      { country: null },
      { kind: 'document.adopted' },
      { bodyId: null },
      { subjectType: 'body' },
      { subjectId: 'doc_2' },
      { data: { a: 2, b: 'ข้อความ' } },
    ];
    for (const change of changes) {
      expect([change, chainHash('', { ...given, ...change }) === chainHash('', given)]).toEqual([
        change,
        false,
      ]);
    }
  });

  test('AU3 names the first event at which it breaks, and how', () => {
    const good = chain(6);
    const without = good.filter((event) => event.seq !== 4);
    expect(firstBreak(without)).toEqual({ seq: 4, problem: 'gap' });
    expect(firstBreak(good.slice(1))).toEqual({ seq: 1, problem: 'gap' });
    const changed = good.map((event) => (event.seq === 3 ? { ...event, actorName: 'Somebody' } : event));
    expect(firstBreak(changed)).toEqual({ seq: 3, problem: 'hash' });
    const rehashed = good.map((event) => {
      if (event.seq !== 3) return event;
      const { previousHash, hash: _, ...rest } = event;
      const forged = { ...rest, actorName: 'Somebody' };
      return { ...forged, previousHash, hash: chainHash(previousHash, forged) };
    });
    expect(firstBreak(rehashed)).toEqual({ seq: 4, problem: 'link' });
  });

  test('AU3 no single change of any event passes', () => {
    fc.assert(
      fc.property(
        fc.nat(9),
        fc.constantFrom('at', 'actorName', 'kind', 'subjectId', 'previousHash', 'hash'),
        fc.string({ minLength: 1 }),
        (index, field, value) => {
          const events = chain(10).map((event, at) => (at === index ? { ...event, [field]: value } : event));
          expect(firstBreak(events)).not.toBeNull();
        },
      ),
      { seed: 20190424, numRuns: 200 },
    );
  });
});
