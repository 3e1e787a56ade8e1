import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { textHash } from '../text/canonical';
import { clausesOf, clauseText } from '../text/clauses';
import type { DocumentJson, NodeJson } from '../text/document-json';
import { compareTexts } from '.';
import { rebuild } from './apply';
import { documents, revisions } from './testing/arbitraries';
import { clause, doc } from './testing/texts';
import type { Redline, RedlineRow, Segment } from './types';

const RUNS = { numRuns: 200, seed: 20190422 };
const pairs = fc.oneof(revisions, fc.tuple(documents, documents));

function compare(old: DocumentJson, fresh: DocumentJson): Redline {
  return compareTexts(old, fresh, { houseStyle: 'declaration' });
}

function clausesAsRebuilt(document: DocumentJson) {
  return clausesOf(document).map((clause) => ({
    text: clauseText(clause),
    footnotes: footnotesOf(clause.node, clause.kind === 'listItem'),
  }));
}

function footnotesOf(node: NodeJson, isItem = false): string[] {
  if (node.type === 'footnote') return [String(node.attrs?.text ?? '')];
  return (node.content ?? [])
    .filter((child) => !isItem || !child.type.endsWith('List'))
    .flatMap((child) => footnotesOf(child));
}

function segmentsOf(row: RedlineRow): readonly Segment[] {
  return row.cells === undefined ? row.segments : row.cells.flatMap((cell) => cell.segments);
}

const NOTE: NodeJson = { type: 'footnote', attrs: { text: 'A note.' } };

function bothWays(one: DocumentJson, other: DocumentJson): void {
  for (const [old, fresh] of [
    [one, other],
    [other, one],
  ] as const) {
    const redline = compare(old, fresh);
    expect(rebuild(redline, 'old')).toEqual(clausesAsRebuilt(old));
    expect(rebuild(redline, 'new')).toEqual(clausesAsRebuilt(fresh));
  }
}

describe('what a redline promises of any two texts', () => {
  test('RL2 rejecting all changes gives the old text, accepting all the new one', () => {
    fc.assert(
      fc.property(pairs, ([old, fresh]) => {
        const redline = compare(old, fresh);
        if (!redline.summary.identical) expect(rebuild(redline, 'old')).toEqual(clausesAsRebuilt(old));
        expect(rebuild(redline, 'new')).toEqual(clausesAsRebuilt(fresh));
      }),
      RUNS,
    );
  });

  test.each([
    ['a clause of nothing that is seen', ['\u200B'], ['']],
    ['and words that come in its place', ['\u200B'], ['Hello']],
    [
      'a zero-width space behind a footnote',
      ['the members', NOTE, '\u200Bwho shall meet'],
      ['the members', NOTE, '\u200Bwho will meet'],
    ],
    [
      'a zero-width space that came behind a footnote',
      ['the members', NOTE, 'shall meet'],
      ['the members', NOTE, '\u200Bshall meet'],
    ],
  ])('RL2 also %s', (_, old, fresh) => {
    const text = (parts: readonly (string | NodeJson)[], last: string) =>
      doc(
        {
          type: 'paragraph',
          attrs: { id: 'c_1' },
          content: parts.map((part) => (typeof part === 'string' ? { type: 'text', text: part } : part)),
        },
        clause('c_2', last),
      );
    bothWays(text(old, 'the last clause'), text(fresh, 'the very last clause'));
  });

  test('RL2 also spaces at the place where a clause was divided', () => {
    const whole = 'The plan is good.  It was adopted in Bangkok by all members.';
    for (const [first, second] of [
      ['The plan is good. ', 'It was adopted in Bangkok by all members.'],
      ['The plan is good.', ' It was adopted in Bangkok by all members.'],
      ['The plan is good.  ', 'It was adopted in Bangkok by all members.'],
      ['The plan is good.', 'It was adopted in Bangkok by all members.'],
    ] as const) {
      bothWays(doc(clause('c_1', whole)), doc(clause('c_1', first), clause('c_2', second)));
    }
  });

  test('RL3 a text compared with itself shows no change', () => {
    fc.assert(
      fc.property(documents, (document) => {
        const redline = compare(document, structuredClone(document));
        expect(redline.changes).toEqual([]);
        expect(redline.rows.filter((row) => row.changed || row.status !== 'kept')).toEqual([]);
        expect(redline.summary.identical).toBe(true);
      }),
      RUNS,
    );
  });

  test('RL4 texts of different fingerprints always show a change, and say where', () => {
    fc.assert(
      fc.property(pairs, ([old, fresh]) => {
        const redline = compare(old, fresh);
        const differ = textHash(old) !== textHash(fresh);
        expect(redline.rows.some((row) => row.changed)).toBe(differ);
        expect(redline.changes.length > 0).toBe(differ);
        expect(redline.summary.identical).toBe(!differ);
      }),
      RUNS,
    );
  });

  test('RL5 the same texts give the same redline', () => {
    fc.assert(
      fc.property(pairs, ([old, fresh]) => {
        expect(compare(structuredClone(old), structuredClone(fresh))).toEqual(compare(old, fresh));
      }),
      { ...RUNS, numRuns: 60 },
    );
  });

  test('RL6 comparing backwards exchanges insertions and deletions and changes nothing else', () => {
    fc.assert(
      fc.property(pairs, ([old, fresh]) => {
        const there = compare(old, fresh).summary;
        const back = compare(fresh, old).summary;
        expect(back).toEqual({
          ...there,
          oldWords: there.newWords,
          newWords: there.oldWords,
          wordsInserted: there.wordsDeleted,
          wordsDeleted: there.wordsInserted,
          clausesInserted: there.clausesDeleted,
          clausesDeleted: there.clausesInserted,
        });
      }),
      RUNS,
    );
  });

  test('RL7 words add up, and every change is somewhere in its row', () => {
    fc.assert(
      fc.property(pairs, ([old, fresh]) => {
        const { rows, changes, summary } = compare(old, fresh);
        expect(summary.newWords - summary.oldWords).toBe(summary.wordsInserted - summary.wordsDeleted);
        expect(changes.map((change) => change.id)).toEqual(changes.map((_, index) => `c${index + 1}`));
        for (const change of changes) {
          const row = rows[change.row];
          expect(row?.changed).toBe(true);
          const named = [
            ...(row === undefined ? [] : segmentsOf(row).map((segment) => segment.change)),
            ...(row?.structure ?? []).map((entry) => entry.change),
          ];
          const isOfTheRow = ['moved', 'split', 'merged', 'clause-inserted', 'clause-deleted'];
          if (!isOfTheRow.includes(change.kind)) expect(named).toContain(change.id);
        }
      }),
      RUNS,
    );
  });

  test('RL8 every changed run belongs to a change of its own row, untouched runs to none', () => {
    fc.assert(
      fc.property(pairs, ([old, fresh]) => {
        const { rows, changes } = compare(old, fresh);
        rows.forEach((row, index) => {
          for (const segment of segmentsOf(row)) {
            const isTouched =
              segment.op !== 'equal' || segment.oldMarks !== undefined || segment.invisible !== undefined;
            expect(segment.change !== undefined).toBe(isTouched);
            if (isTouched) expect(changes.find((change) => change.id === segment.change)?.row).toBe(index);
          }
          if (row.status === 'moved' || row.status === 'moved-away') {
            expect(rows[row.counterpart ?? -1]?.counterpart).toBe(index);
          }
        });
      }),
      RUNS,
    );
  });
});
