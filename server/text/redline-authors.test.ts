import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { compareTexts } from '../../domain/redline';
import type { Redline } from '../../domain/redline/types';
import { clausesOf, clauseText } from '../../domain/text/clauses';
import type { DocumentJson, NodeJson } from '../../domain/text/document-json';
import { layHands } from '../../domain/text/ledger/lay';
import { textOf } from '../tests/texts';
import { Ledger, type LedgerRow } from './ledger/ledger';
import { readingOf } from './ledger/reading';
import { removalsOf } from './ledger/removals';
import { minimalEdit } from './minimal-edit';
import { type AuthoredText, withAuthors } from './redline-authors';
import { textOfState } from './ydoc';

const COUNTRIES: Readonly<Record<string, string>> = { 1: 'TH', 2: 'ID', 3: 'PH' };

/** One text after another, each written by a person of its own; their number is their Yjs client id too. */
function history(...steps: readonly (readonly [person: number, text: DocumentJson])[]): LedgerRow[] {
  const rows: LedgerRow[] = [];
  for (const [person, text] of steps) {
    const bytes = minimalEdit(bytesOf(rows), text, 1000 + rows.length);
    if (bytes !== null) rows.push(row(rows.length + 1, person, bytes));
  }
  return rows;
}

function row(position: number, person: number, bytes: Uint8Array): LedgerRow {
  return {
    position,
    userId: String(person),
    delegation: COUNTRIES[person] ?? '',
    at: '2019-04-22T02:00:00.000Z',
    bytes,
  };
}

function bytesOf(rows: readonly LedgerRow[]): Uint8Array[] {
  return rows.map(({ bytes }) => bytes);
}

function ledgerOf(rows: readonly LedgerRow[]): Ledger {
  const ledger = new Ledger();
  for (const each of rows) ledger.enter(each);
  return ledger;
}

/** The text that the rows make, by who wrote it. */
function authored(rows: readonly LedgerRow[]): AuthoredText {
  const laid = layHands(
    textOfState(bytesOf(rows)),
    readingOf(ledgerOf(rows)).runs.map(({ length, written }) => ({
      length,
      hand: { author: COUNTRIES[rows[written - 1]?.userId ?? ''] },
    })),
  );
  if (laid === null) throw new Error('authored: hands as long as the text');
  return laid;
}

function marked(from: DocumentJson, rows: readonly LedgerRow[]): Redline {
  const redline = compareTexts(from, textOfState(bytesOf(rows)), { houseStyle: 'declaration' });
  return withAuthors(redline, authored(rows), null);
}

function runsBy(redline: Redline, op: 'insert' | 'delete'): [string, string | undefined][] {
  return redline.rows.flatMap((each) =>
    [...each.segments, ...(each.cells ?? []).flatMap((cell) => cell.segments)]
      .filter((run) => run.op === op)
      .map((run): [string, string | undefined] => [run.text.trim(), run.author]),
  );
}

function insertedBy(from: DocumentJson, rows: readonly LedgerRow[]): [string, string | undefined][] {
  return runsBy(marked(from, rows), 'insert');
}

/** The deleted runs between two positions of a history. */
function deletedBy(rows: readonly LedgerRow[], from: number): [string, string | undefined][] {
  const [old, now] = [rows.slice(0, from), rows].map((part) => textOfState(bytesOf(part)));
  if (old === undefined || now === undefined) return [];
  const removed = removalsOf(readingOf(ledgerOf(rows.slice(0, from))), ledgerOf(rows).fates, rows.length);
  const laid = layHands(
    old,
    removed.map((run) => ({
      length: run.length,
      hand: { author: COUNTRIES[rows[run.removed - 1]?.userId ?? ''] },
    })),
  );
  return runsBy(withAuthors(compareTexts(old, now, { houseStyle: 'declaration' }), null, laid), 'delete');
}

function list(...items: readonly string[]): NodeJson {
  return {
    type: 'bulletList',
    content: items.map((item, index) => ({
      type: 'listItem',
      attrs: { id: `c_item${index}` },
      content: [
        { type: 'paragraph', content: [{ type: 'text', text: item }] },
        { type: 'paragraph', content: [{ type: 'text', text: 'below' }] },
      ],
    })),
  };
}

function table(...rows: readonly (readonly string[])[]): NodeJson {
  return {
    type: 'table',
    attrs: { id: 'c_table' },
    content: rows.map((cells, index) => ({
      type: 'tableRow',
      attrs: { id: `c_row${index}` },
      content: cells.map((words) => ({
        type: 'tableCell',
        attrs: { colspan: 1, rowspan: 1 },
        content: [{ type: 'paragraph', content: [{ type: 'text', text: words }] }],
      })),
    })),
  };
}

function doc(...nodes: readonly NodeJson[]): DocumentJson {
  return { type: 'doc', content: nodes };
}

describe('authors in the redline', () => {
  test('LE11 the words of footnotes name who wrote and who took them away, in the line and in cells', () => {
    const noted = (words: string, note: string): NodeJson => ({
      type: 'operative',
      attrs: { id: 'c_a', level: 1 },
      content: [
        { type: 'text', text: words },
        { type: 'footnote', attrs: { text: note } },
        { type: 'text', text: ' yearly.' },
      ],
    });
    const rows = history(
      [1, doc(noted('AGREE to meet', 'Adopted by the SOM in 2019.'))],
      [2, doc(noted('AGREE to meet', 'Adopted by the Leaders in 2019.'))],
      [3, doc(noted('AGREE to gather', 'Adopted by the Leaders in 2019, in Bangkok.'))],
    );
    const first = textOfState(bytesOf(rows.slice(0, 1)));
    expect(insertedBy(first, rows)).toEqual([
      ['gather', 'PH'],
      ['Leaders', 'ID'],
      [', in Bangkok', 'PH'],
    ]);
    expect(deletedBy(rows, 1)).toEqual([
      ['meet', 'PH'],
      ['SOM', 'ID'],
    ]);
    const cells = history(
      [1, doc(table(['No.', 'Activity']))],
      [
        2,
        doc({
          ...table(['No.', 'Activity']),
          content: table(['No.', 'Activity']).content?.map((each) => ({
            ...each,
            content: each.content?.map((cell) => ({
              ...cell,
              content: [
                {
                  type: 'paragraph',
                  content: [
                    { type: 'footnote', attrs: { text: 'Ibid.' } },
                    { type: 'text', text: 'x' },
                  ],
                },
              ],
            })),
          })) as NodeJson[],
        }),
      ],
    );
    const noteRuns = marked(textOfState(bytesOf(cells.slice(0, 1))), cells).rows.flatMap((each) =>
      (each.cells ?? []).flatMap(({ segments }) => segments.filter(({ footnote }) => footnote === true)),
    );
    expect(noteRuns.map(({ text, author }) => [text, author])).toEqual([
      ['Ibid.', 'ID'],
      ['Ibid.', 'ID'],
    ]);
  });

  test('LE10 the runs of every clause are its words, and say whose they are', () => {
    const first = textOf(['title', 'Statement'], ['operative', 'AGREE to meet.']);
    const second = textOf(['title', 'Statement'], ['operative', 'AGREE firmly to meet.']);
    const runs = authored(history([1, first], [2, second]));
    expect(runs.map((clause) => clause.map((run) => run.text).join(''))).toEqual([
      'Statement',
      'AGREE firmly to meet.',
    ]);
    expect(runs[1]?.filter((run) => run.hand?.author === 'ID').map((run) => run.text.trim())).toEqual([
      'firmly',
    ]);
  });

  test('LE10 inserted runs are cut where the hand changes', () => {
    const base = textOf(['operative', 'AGREE.']);
    const rows = history(
      [1, base],
      [2, textOf(['operative', 'AGREE to meet.'])],
      [3, textOf(['operative', 'AGREE to meet every year.'])],
    );
    expect(insertedBy(base, rows)).toEqual([
      ['to meet', 'ID'],
      ['every year', 'PH'],
    ]);
  });

  test('LE10 new clauses, list items with several blocks, and cells', () => {
    const base = doc(list('one'), table(['a', 'b']));
    const grown = doc(list('one two'), table(['a', 'b new'], ['c', 'd']));
    expect(insertedBy(base, history([1, base], [2, grown]))).toEqual([
      ['two', 'ID'],
      ['new', 'ID'],
      ['c', 'ID'],
      ['d', 'ID'],
    ]);
  });

  test('LE10 formatting, hard breaks and footnotes do not confuse the count', () => {
    const words = (extra: readonly NodeJson[]): DocumentJson =>
      doc({
        type: 'operative',
        attrs: { id: 'c_1', level: 1 },
        content: [
          { type: 'text', text: 'AGREE', marks: [{ type: 'bold' }] },
          { type: 'footnote', attrs: { text: 'a note' } },
          { type: 'text', text: ' to' },
          { type: 'hardBreak' },
          { type: 'text', text: 'meet' },
          ...extra,
        ],
      });
    const rows = history([1, words([])], [3, words([{ type: 'text', text: ' again ข้าราชการ' }])]);
    expect(insertedBy(words([]), rows)).toEqual([['again ข้าราชการ', 'PH']]);
  });

  test('LE10 what nobody is known to have written has no author', () => {
    const base = textOf(['operative', 'AGREE.']);
    const rows = history([1, base], [99, textOf(['operative', 'AGREE today.'])]);
    expect(insertedBy(base, rows)).toEqual([['today', undefined]]);
  });

  test('LE10 a text that is not the one of the redline is left without authors', () => {
    const base = textOf(['operative', 'AGREE.']);
    const other = textOf(['operative', 'AGREE to something else.']);
    const redline = compareTexts(base, other, { houseStyle: 'declaration' });
    const own = authored(history([1, base]));
    expect(withAuthors(redline, own, own)).toEqual(redline);
  });

  test('LE10 deleted runs name who took them away, cut where the hand changes', () => {
    const rows = history(
      [1, textOf(['operative', 'AGREE to meet firmly every year.'], ['operative', 'TASK the officials.'])],
      [2, textOf(['operative', 'AGREE to meet every year.'], ['operative', 'TASK the officials.'])],
      [3, textOf(['operative', 'AGREE to meet.'])],
    );
    expect(deletedBy(rows, 1)).toEqual([
      ['firmly', 'ID'],
      ['every year', 'PH'],
      ['TASK the officials.', 'PH'],
    ]);
    expect(deletedBy(rows, 2)).toEqual([
      ['every year', 'PH'],
      ['TASK the officials.', 'PH'],
    ]);
  });

  test('LE7 words carried into another clause were taken from their place by whoever did it; then by whoever removes them there', () => {
    const [a, b] = ['AGREE to meet every year.', 'TASK the officials.'] as const;
    const moved = doc(
      { type: 'paragraph', attrs: { id: 'c_2' }, content: [{ type: 'text', text: b }] },
      { type: 'paragraph', attrs: { id: 'c_9' }, content: [{ type: 'text', text: a }] },
    );
    const rows = history(
      [1, textOf(['operative', a], ['paragraph', b])],
      [2, moved],
      [3, doc({ type: 'paragraph', attrs: { id: 'c_2' }, content: [{ type: 'text', text: b }] })],
    );
    const gone = (through: number) => {
      const removed = removalsOf(readingOf(ledgerOf(rows.slice(0, 1))), ledgerOf(rows).fates, through);
      return removed.map(({ length, removed: at }) => [length, at]);
    };
    expect(gone(1)).toEqual([[a.length + b.length, 0]]);
    expect(gone(2)).toEqual([
      [a.length, 2],
      [b.length, 0],
    ]);
    expect(gone(3)[0]).toEqual([a.length, 3]);
  });

  test('LE10 whatever two hands write, runs join to the words of each clause', () => {
    const word = fc.constantFrom('AGREE', 'to', 'meet', 'ข้าราชการ', 'é', '🙂', ' ');
    const clause = fc.array(word, { minLength: 1, maxLength: 8 }).map((words) => words.join(' '));
    const text = fc
      .array(clause, { minLength: 1, maxLength: 5 })
      .map((clauses) => textOf(...clauses.map((words) => ['operative', words] as const)));
    fc.assert(
      fc.property(text, text, text, (a, b, c) => {
        const rows = history([1, a], [2, b], [3, c]);
        const now = textOfState(bytesOf(rows));
        const runs = authored(rows);
        expect(runs.map((hands) => hands.map((run) => run.text).join(''))).toEqual(
          clausesOf(now).map(clauseText),
        );
        const redline = compareTexts(a, now, { houseStyle: 'declaration' });
        const words = (lines: typeof redline.rows) =>
          lines.map((line) =>
            line.segments
              .filter((run) => run.op !== 'delete')
              .map((run) => run.text)
              .join(''),
          );
        expect(words(withAuthors(redline, runs, null).rows)).toEqual(words(redline.rows));
      }),
      { seed: 20190424, numRuns: 150 },
    );
  });

  test('LE10 words that two people typed into one run at the same time', () => {
    const base = history([1, textOf(['operative', 'AGREE.'])]);
    const one = new Y.Doc();
    const other = new Y.Doc();
    for (const { bytes } of base) {
      Y.applyUpdate(one, bytes);
      Y.applyUpdate(other, bytes);
    }
    one.clientID = 2;
    other.clientID = 3;
    for (const [ydoc, words] of [
      [one, ' firmly'],
      [other, ' today'],
    ] as const) {
      const element = ydoc.getXmlFragment('default').get(0) as Y.XmlElement;
      (element.get(0) as Y.XmlText).insert(5, words);
    }
    const both = [...base, row(2, 2, Y.encodeStateAsUpdate(one)), row(3, 3, Y.encodeStateAsUpdate(other))];
    const found = insertedBy(textOf(['operative', 'AGREE.']), both);
    expect(Object.fromEntries(found.map(([words, author]) => [author, words]))).toEqual({
      ID: 'firmly',
      PH: 'today',
    });
  });
});
