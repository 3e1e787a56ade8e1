import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { canonicalDocument, canonicalText } from '../../text/canonical';
import { clausesOf, clauseText } from '../../text/clauses';
import type { DocumentJson } from '../../text/document-json';
import { documents, revisions } from '../testing/arbitraries';
import { redlineOf } from '../testing/describe';
import { makeHistory, QUIET_PLAN } from '../testing/histories';
import { clause, doc, footnote, heading, marked, paragraph, row, table } from '../testing/texts';
import type { RedlineRow, Segment } from '../types';
import {
  applyChanges,
  type ChangeList,
  changeListFile,
  changeListOf,
  parseChangeList,
  revertChanges,
} from '.';
import { footnotesOf } from './canonical-places';
import type { ListedRange, ListedSide } from './types';

const RUNS = { numRuns: 300, seed: 20190422 };
const pairs = fc.oneof(revisions, fc.tuple(documents, documents));

function listOf(old: DocumentJson, fresh: DocumentJson): ChangeList {
  return changeListOf(redlineOf(old, fresh), old, fresh);
}

function expectExact(old: DocumentJson, fresh: DocumentJson, list: ChangeList): void {
  const there = applyChanges(old, list);
  const back = revertChanges(fresh, list);
  if (!there.ok || !back.ok) throw new Error(`refused: ${JSON.stringify([there, back])}`);
  expect(JSON.stringify(there.value)).toBe(canonicalText(fresh));
  expect(JSON.stringify(back.value)).toBe(canonicalText(old));
}

describe('RL22 a list of changes makes one text of the other', () => {
  test('RL22 of any two texts', () => {
    fc.assert(
      fc.property(pairs, ([old, fresh]) => expectExact(old, fresh, listOf(old, fresh))),
      RUNS,
    );
  });

  test('RL22 written to a file and read again', () => {
    fc.assert(
      fc.property(pairs, ([old, fresh]) => {
        const list = listOf(old, fresh);
        const bytes = new TextEncoder().encode(changeListFile(list));
        const read = parseChangeList(new TextDecoder().decode(bytes));
        if (!read.ok) throw new Error(`refused: ${read.rule}`);
        expect(read.value).toEqual(list);
        expectExact(old, fresh, read.value);
      }),
      { ...RUNS, numRuns: 100 },
    );
  });

  const histories = [1, 2, 3].flatMap((seed) =>
    [true, false].map((withIds) => ({ seed, withIds, name: `seed ${seed}, ${withIds ? 'ids' : 'no ids'}` })),
  );
  test.each(histories)(
    'RL22 of long texts with a history ($name), in little more than what changed',
    (plan) => {
      const history = makeHistory({
        ...QUIET_PLAN,
        ...plan,
        clauses: 400,
        replacements: 40,
        insertions: 20,
        deletions: 15,
        newClauses: 8,
        deletedClauses: 6,
        movedClauses: 6,
        splits: 5,
        merges: 4,
        rewritten: 8,
        repeated: 15,
      });
      const list = listOf(history.old, history.new);
      expectExact(history.old, history.new, list);
      const moved = list.exact.kept.filter(([from], index) => from < (list.exact.kept[index - 1]?.[0] ?? 0));
      expect(moved.length).toBeGreaterThan(0);
      expect(JSON.stringify(list.exact).length).toBeLessThan(canonicalText(history.old).length / 5);
    },
  );

  test('RL22 of a treaty and its first draft', () => {
    // Aristide Briand's draft of 20 June 1927 and the Treaty for the Renunciation of War of 27 August 1928.
    const old = doc(
      heading(1, 'Article 1'),
      paragraph(
        'The high contracting powers solemnly declare, in the name of the French people and the people of the United States of America, that they condemn recourse to war and renounce it respectively as an instrument of their national policy towards each other.',
      ),
      heading(1, 'Article 2'),
      paragraph(
        'The settlement or the solution of all disputes or conflicts, of whatever nature or of whatever origin they may be, which may arise between France and the United States of America, shall never be sought by either side except by pacific means.',
      ),
    );
    const fresh = doc(
      heading(1, 'Article I'),
      paragraph(
        'The High Contracting Parties solemnly declare in the names of their respective peoples that they condemn recourse to war for the solution of international controversies, and renounce it, as an instrument of national policy in their relations with one another.',
      ),
      heading(1, 'Article II'),
      paragraph(
        'The High Contracting Parties agree that the settlement or solution of all disputes or conflicts of whatever nature or of whatever origin they may be, which may arise among them, shall never be sought except by pacific means.',
      ),
    );
    const list = listOf(old, fresh);
    expectExact(old, fresh, list);
    expect(list.summary).toMatchObject({ clausesEdited: 4, clausesInserted: 0, clausesDeleted: 0 });
    expect(list.changes.map(({ old: was, new: is }) => `${was?.words} → ${is?.words}`)).toContain(
      'by either side  → ',
    );
  });

  test('RL22 one word of a long text', () => {
    const old = makeHistory({ ...QUIET_PLAN, clauses: 1000 }).old;
    const [first, ...rest] = old.content ?? [];
    const fresh = doc(paragraph(`${first?.content?.[0]?.text ?? ''} indeed`), ...rest);
    const list = listOf(old, fresh);
    expectExact(old, fresh, list);
    expect(JSON.stringify(list.exact).length).toBeLessThan(100);
    expect(changeListFile(list).length).toBeLessThan(1500);
  });

  test('RL22 a clause that moved is told by its place, not by its words', () => {
    const texts = [
      'The host chooses the venue of the meeting.',
      'Fees are due at the end of March.',
      'It ends here.',
    ];
    const [a, b, c] = texts.map((text, index) => clause(`c_${index}`, text));
    if (a === undefined || b === undefined || c === undefined) throw new Error('three clauses');
    const list = listOf(doc(a, b, c), doc(b, c, a));
    expectExact(doc(a, b, c), doc(b, c, a), list);
    expect([...list.exact.inserted, ...list.exact.deleted].join('')).not.toContain('venue');
  });
});

describe('RL23 RL24 RL26 what a list is not applied to', () => {
  const old = doc(paragraph('Members shall meet each year.'));
  const fresh = doc(paragraph('Members should meet each year.'));
  const list = listOf(old, fresh);

  test('RL23 another text', () => {
    expect(applyChanges(fresh, list)).toMatchObject({
      ok: false,
      rule: 'RL23',
      detail: { expected: list.oldHash, found: list.newHash },
    });
    expect(revertChanges(old, list)).toMatchObject({ ok: false, rule: 'RL23' });
  });

  test('RL24 a list that was edited', () => {
    const { kept, inserted, deleted } = list.exact;
    const edited: ChangeList['exact'][] = [
      { kept, inserted: inserted.map((words) => words.replace('o', 'a')), deleted },
      { kept, inserted: inserted.slice(1), deleted },
      { kept: kept.map(([from, length]) => [from + 1, length]), inserted, deleted },
      { kept: kept.map(([, length]) => [1e9, length]), inserted, deleted },
      { kept: kept.map(([from]) => [from, 1e9]), inserted, deleted },
      { kept: [...kept, ...kept], inserted: [...inserted, ...inserted.slice(1)], deleted },
    ];
    for (const exact of edited) {
      expect(applyChanges(old, { ...list, exact })).toEqual({ ok: false, rule: 'RL24' });
    }
    const other = { ...list.exact, deleted: deleted.map((words) => words.toUpperCase()) };
    expect(revertChanges(fresh, { ...list, exact: other })).toEqual({ ok: false, rule: 'RL24' });
  });

  test('RL24 what is no list', () => {
    const file = changeListFile(list);
    const others = [
      '',
      'null',
      '[]',
      '{"format":',
      file.replace('"changes"', '"Changes"'),
      file.replace(list.oldHash, 'abc'),
      file.replace('"kept":[[0', '"kept":[[-1'),
      file.replace('"algorithm"', '"format": "mufakat-changes/1", "algorithm"'),
    ];
    for (const text of others) expect(parseChangeList(text)).toEqual({ ok: false, rule: 'RL24' });
    expect(parseChangeList(`\uFEFF${file}`).ok).toBe(true);
  });

  test('RL26 a list of a later kind', () => {
    const file = changeListFile(list).replace('mufakat-changes/1', 'mufakat-changes/9');
    expect(parseChangeList(file)).toEqual({
      ok: false,
      rule: 'RL26',
      detail: { format: 'mufakat-changes/9' },
    });
  });

  test('RL22 the redline of other texts is no basis for a list', () => {
    expect(() => changeListOf(redlineOf(old, fresh), fresh, old)).toThrow('another text');
  });
});

describe('RL25 a change says where it stands', () => {
  test('RL25 what is deleted and inserted is what stands in the ranges, whoever made the text', () => {
    fc.assert(
      fc.property(pairs, ([first, second]) => {
        const [old, fresh] = [canonicalDocument(first), canonicalDocument(second)];
        const redline = redlineOf(old, fresh);
        for (const change of changeListOf(redline, old, fresh).changes) {
          if (change.kind !== 'wording') continue;
          const runs = runsOf(redline.rows, change.id);
          expect(change.old?.words).toBe(textOf(runs, 'delete'));
          expect(change.new?.words).toBe(textOf(runs, 'insert'));
          expectInText(old, change.old);
          expectInText(fresh, change.new);
        }
      }),
      RUNS,
    );
  });

  test('RL25 ranges stay within their clauses, also where a text was not composed', () => {
    fc.assert(
      fc.property(pairs, ([old, fresh]) => {
        for (const change of listOf(old, fresh).changes) {
          expectInText(canonicalDocument(old), change.old);
          expectInText(canonicalDocument(fresh), change.new);
        }
      }),
      RUNS,
    );
  });

  test('RL25 a word replaced, a footnote changed, a clause moved', () => {
    const first = clause(
      'c_1',
      'Members shall meet',
      footnote('See rule 4.'),
      ' each year, in the capital of the chair.',
    );
    const second = clause('c_2', 'Fees are due in March.');
    const third = clause(
      'c_1',
      'Members should meet',
      footnote('See rule 5.'),
      ' each year, in the capital of the chair.',
    );
    const list = listOf(doc(first, second), doc(second, third));
    const at = (side: ListedSide | null) => side && [side.clause.index, side.ranges, side.words];
    expect(list.changes.map((change) => [change.kind, at(change.old), at(change.new)])).toEqual([
      [
        'moved',
        [1, [{ from: 0, to: 22 }], 'Fees are due in March.'],
        [0, [{ from: 0, to: 22 }], 'Fees are due in March.'],
      ],
      ['wording', [0, [{ from: 8, to: 13 }], 'shall'], [1, [{ from: 8, to: 14 }], 'should']],
      ['wording', [0, [{ from: 9, to: 10, footnote: 0 }], '4'], [1, [{ from: 9, to: 10, footnote: 0 }], '5']],
    ]);
  });

  test('RL25 words inserted have an empty place in the old clause', () => {
    const list = listOf(doc(paragraph('Members meet.')), doc(paragraph('Members shall meet.')));
    expect(list.changes[0]).toMatchObject({
      old: { ranges: [{ from: 8, to: 8 }], words: '' },
      new: { ranges: [{ from: 8, to: 14 }], words: 'shall ' },
    });
  });

  test('RL25 a table row counts its cells with the tabs between them', () => {
    const list = listOf(
      doc(table(row('Area', 'Lead'), row('Trade in goods', 'Thailand'))),
      doc(table(row('Area', 'Lead'), row('Trade in goods', 'Viet Nam'))),
    );
    expect(list.changes[0]).toMatchObject({
      old: { clause: { index: 1 }, ranges: [{ from: 15, to: 23 }], words: 'Thailand' },
      new: { clause: { index: 1 }, ranges: [{ from: 15, to: 23 }], words: 'Viet Nam' },
    });
  });

  test('RL25 a change of formatting covers the words, of a setting the clause', () => {
    const list = listOf(
      doc(heading(2, 'The members meet.')),
      doc(heading(1, 'The ', marked('members', 'bold'), ' meet.')),
    );
    expect(list.changes.map(({ kind, new: side, structure }) => [kind, side?.words, structure])).toEqual([
      ['structure', 'The members meet.', { what: 'level', from: '2', to: '1' }],
      ['formatting', 'members', undefined],
    ]);
  });

  test('RL25 who made a change is told where the redline knows', () => {
    const [old, fresh] = [doc(paragraph('Members shall meet.')), doc(paragraph('Members should meet.'))];
    const redline = redlineOf(old, fresh);
    const authored = redline.rows.map((entry) => ({
      ...entry,
      segments: entry.segments.map((segment) =>
        segment.op === 'equal' ? segment : { ...segment, author: segment.op === 'delete' ? 'TH' : 'MY' },
      ),
    }));
    expect(changeListOf({ ...redline, rows: authored }, old, fresh).changes[0]).toMatchObject({
      authors: ['TH', 'MY'],
      old: { ranges: [{ from: 8, to: 13, author: 'TH' }] },
      new: { ranges: [{ from: 8, to: 14, author: 'MY' }] },
    });
  });
});

function runsOf(rows: readonly RedlineRow[], change: string): Segment[] {
  return rows
    .flatMap((entry) =>
      entry.cells === undefined ? entry.segments : entry.cells.flatMap((cell) => cell.segments),
    )
    .filter((segment) => segment.change === change);
}

function textOf(runs: readonly Segment[], op: Segment['op']): string {
  return runs
    .filter((run) => run.op === op)
    .map((run) => run.text)
    .join('');
}

function expectInText(text: DocumentJson, side: ListedSide | null): void {
  if (side === null) return;
  const found = clausesOf(text)[side.clause.index];
  if (found === undefined) throw new Error('a change in a clause that does not exist');
  expect(found.id).toBe(side.clause.id);
  expect(side.ranges.length).toBeGreaterThan(0);
  const slice = ({ from, to, footnote: note }: ListedRange) => {
    const words = note === undefined ? clauseText(found) : (footnotesOf(found)[note] ?? '');
    expect(to).toBeLessThanOrEqual(words.length);
    return words.slice(from, to);
  };
  expect(side.ranges.map(slice).join('')).toBe(side.words);
}
