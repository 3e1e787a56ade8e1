import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { DocumentJson } from '../../text/document-json';
import { compareTexts } from '..';
import { documents, revisions, twoRevisions } from '../testing/arbitraries';
import { clause, doc, paragraph } from '../testing/texts';
import type { Redline } from '../types';
import { layBeside } from '.';
import { pageOf } from './page';
import { THREE_WAY_VIEWS, type ThreeWay, type Touch } from './types';

const RUNS = { numRuns: 200, seed: 20190422 };
const triples = fc.oneof(twoRevisions, fc.tuple(documents, documents, documents));

function compare(base: DocumentJson, text: DocumentJson): Redline {
  return compareTexts(base, text, { houseStyle: 'declaration' });
}

function turned(threeWay: ThreeWay): ThreeWay {
  const other: Record<Touch, Touch> = {
    neither: 'neither',
    onlyA: 'onlyB',
    onlyB: 'onlyA',
    alike: 'alike',
    differently: 'differently',
  };
  return {
    baseHash: threeWay.baseHash,
    aHash: threeWay.bHash,
    bHash: threeWay.aHash,
    entries: threeWay.entries.map(({ base, touch, a, b }) => ({ base, touch: other[touch], a: b, b: a })),
    counts: { ...threeWay.counts, onlyA: threeWay.counts.onlyB, onlyB: threeWay.counts.onlyA },
  };
}

describe('two redlines of one text beside each other', () => {
  test('RL27 every row and every change of either stands in exactly one entry', () => {
    fc.assert(
      fc.property(triples, ([base, first, second]) => {
        const [a, b] = [compare(base, first), compare(base, second)];
        const { entries } = layBeside(a, b);
        for (const [redline, side] of [
          [a, 'a'],
          [b, 'b'],
        ] as const) {
          const rows = entries.flatMap((entry) => entry[side]);
          expect([...rows].sort((x, y) => x - y)).toEqual(redline.rows.map((_, index) => index));
          for (const { row } of redline.changes) {
            const holding = entries.filter((entry) => entry[side].includes(row));
            expect(holding).toHaveLength(1);
            expect(['alike', 'differently', side === 'a' ? 'onlyA' : 'onlyB']).toContain(holding[0]?.touch);
          }
        }
      }),
      RUNS,
    );
  });

  test('RL27 the clauses of the base stand in their order, each once', () => {
    fc.assert(
      fc.property(triples, ([base, first, second]) => {
        const { entries } = layBeside(compare(base, first), compare(base, second));
        const places = entries.flatMap((entry) => (entry.base === null ? [] : [entry.base.index]));
        expect(places).toEqual(places.map((_, index) => index));
      }),
      RUNS,
    );
  });

  test('RL28 exchanging the two exchanges the sides and nothing else', () => {
    fc.assert(
      fc.property(triples, ([base, first, second]) => {
        const [a, b] = [compare(base, first), compare(base, second)];
        expect(layBeside(b, a)).toEqual(turned(layBeside(a, b)));
      }),
      RUNS,
    );
  });

  test('RL29 equal texts agree in everything, and a text that stayed as it was touches nothing', () => {
    fc.assert(
      fc.property(revisions, ([base, text]) => {
        const [a, untouched] = [compare(base, text), compare(base, structuredClone(base))];
        const same = layBeside(a, compare(base, structuredClone(text)));
        expect([same.counts.onlyA, same.counts.onlyB, same.counts.differently]).toEqual([0, 0, 0]);
        const alone = layBeside(a, untouched);
        expect([alone.counts.onlyB, alone.counts.alike, alone.counts.differently]).toEqual([0, 0, 0]);
        expect(alone.counts.onlyA).toBe(same.counts.alike);
      }),
      RUNS,
    );
  });

  test('RL30 the pages of a view hold its entries, each once', () => {
    fc.assert(
      fc.property(twoRevisions, fc.constantFrom(...THREE_WAY_VIEWS), ([base, first, second], view) => {
        const redlines = { a: compare(base, first), b: compare(base, second) };
        const threeWay = layBeside(redlines.a, redlines.b);
        const read = (page: number) => pageOf(threeWay, redlines, { view, page, perPage: 2 });
        const all = Array.from({ length: read(1).pages }, (_, index) => read(index + 1).clauses).flat();
        expect(all).toHaveLength(read(1).total);
        if (view === 'all') expect(all).toHaveLength(threeWay.entries.length);
        if (view === 'differently') expect(all).toHaveLength(threeWay.counts.differently);
        expect(read(99)).toEqual(read(read(1).pages));
        expect(read(0)).toEqual(read(1));
      }),
      RUNS,
    );
  });

  test('RL27 each clause says who touched it', () => {
    const base = doc(
      clause('c_1', 'RECALLING the meeting in Chiang Rai,'),
      clause('c_2', 'AGREE to move the civil service forward;'),
      clause('c_3', 'REQUEST the Secretariat to report;'),
      clause('c_4', 'WELCOME the offer of Viet Nam;'),
      clause('c_5', 'THANK the people of Thailand.'),
    );
    const a = doc(
      clause('c_1', 'RECALLING the meeting in Chiang Rai,'),
      clause('c_2', 'AGREE to move the whole civil service forward;'),
      clause('c_3', 'REQUEST the Secretariat to report yearly;'),
      clause('c_new', 'ENCOURAGE exchanges of officials;'),
      clause('c_5', 'THANK the people of Thailand.'),
    );
    const b = doc(
      clause('c_1', 'RECALLING the meeting in Bangkok,'),
      clause('c_2', 'AGREE to move the whole civil service forward;'),
      clause('c_3', 'REQUEST the Secretariat to report in 2021;'),
      clause('c_new', 'ENCOURAGE exchanges of officials and trainers;'),
      clause('c_5', 'THANK the people of Thailand.'),
    );
    const { entries, counts } = layBeside(compare(base, a), compare(base, b));
    expect(entries.map(({ base: clauseOfBase, touch }) => [clauseOfBase?.id ?? 'put in', touch])).toEqual([
      ['c_1', 'onlyB'],
      ['c_2', 'alike'],
      ['c_3', 'differently'],
      ['c_4', 'alike'],
      ['put in', 'differently'],
      ['c_5', 'neither'],
    ]);
    expect(counts).toEqual({ neither: 1, onlyA: 0, onlyB: 1, alike: 2, differently: 2 });
  });

  test('RL27 a clause that both moved, each to another place, is touched differently', () => {
    const lines = ['One begins here', 'Two comes next', 'Three is third', 'Four is fourth', 'Five ends it'];
    const ordered = (...order: number[]) =>
      doc(...order.map((number) => clause(`c_${number}`, `${lines[number - 1]} with words of its own;`)));
    const base = ordered(1, 2, 3, 4, 5);
    const touches = (a: DocumentJson, b: DocumentJson) =>
      layBeside(compare(base, a), compare(base, b)).entries.map(({ touch }) => touch);
    expect(touches(ordered(2, 3, 4, 5, 1), ordered(2, 3, 1, 4, 5))[0]).toBe('differently');
    expect(touches(ordered(2, 3, 4, 5, 1), ordered(2, 3, 4, 5, 1))[0]).toBe('alike');
  });

  test('RL9 many equal insertions at one place cost little more than few', () => {
    const lines = (count: number) =>
      Array.from({ length: count }, (_, index) => paragraph(index % 3 === 0 ? 'Noted.' : `Line ${index}`));
    const base = doc(paragraph('Begin'), paragraph('End'));
    const [first, ...rest] = lines(1500);
    const long = doc(paragraph('Begin'), ...rest, paragraph('End'));
    const other = doc(paragraph('Begin'), ...rest.toReversed(), ...(first ? [first] : []), paragraph('End'));
    const [a, b] = [compare(base, long), compare(base, other)];
    const before = process.cpuUsage().user;
    layBeside(a, b);
    expect((process.cpuUsage().user - before) / 1_000_000).toBeLessThan(1);
  });
});
