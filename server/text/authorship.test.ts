import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { compareTexts } from '../../domain/redline';
import { clausesOf, clauseText } from '../../domain/text/clauses';
import type { DocumentJson, NodeJson } from '../../domain/text/document-json';
import { textOf } from '../tests/texts';
import { authorship, withAuthors } from './authorship';
import { minimalEdit } from './minimal-edit';
import { textOfState } from './ydoc';

/** One text after another, each written by a client of its own. */
function history(...steps: readonly (readonly [clientId: number, text: DocumentJson])[]): Uint8Array[] {
  const updates: Uint8Array[] = [];
  for (const [clientId, text] of steps) {
    const bytes = minimalEdit(updates, text, clientId);
    if (bytes !== null) updates.push(bytes);
  }
  return updates;
}

const COUNTRIES: Readonly<Record<number, string>> = { 1: 'TH', 2: 'ID', 3: 'PH' };

function insertedBy(from: DocumentJson, updates: readonly Uint8Array[]): [string, string | undefined][] {
  const to = textOfState(updates);
  const redline = compareTexts(from, to, { houseStyle: 'declaration' });
  const marked = withAuthors(redline, to, authorship(updates), (clientId) => COUNTRIES[clientId]);
  return marked.rows.flatMap((row) =>
    [...row.segments, ...(row.cells ?? []).flatMap((cell) => cell.segments)]
      .filter((run) => run.op === 'insert')
      .map((run): [string, string | undefined] => [run.text.trim(), run.author]),
  );
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

describe('authorship', () => {
  test('VE8 the runs of every clause are its words, and say whose they are', () => {
    const first = textOf(['title', 'Statement'], ['operative', 'AGREE to meet.']);
    const second = textOf(['title', 'Statement'], ['operative', 'AGREE firmly to meet.']);
    const runs = authorship(history([1, first], [2, second]));
    expect(runs.map((clause) => clause.map((run) => run.text).join(''))).toEqual([
      'Statement',
      'AGREE firmly to meet.',
    ]);
    expect(runs[1]?.filter((run) => run.clientId === 2).map((run) => run.text.trim())).toEqual(['firmly']);
  });

  test('VE8 inserted runs are cut where the hand changes', () => {
    const base = textOf(['operative', 'AGREE.']);
    const updates = history(
      [1, base],
      [2, textOf(['operative', 'AGREE to meet.'])],
      [3, textOf(['operative', 'AGREE to meet every year.'])],
    );
    expect(insertedBy(base, updates)).toEqual([
      ['to meet', 'ID'],
      ['every year', 'PH'],
    ]);
  });

  test('VE8 new clauses, list items with several blocks, and cells', () => {
    const base = doc(list('one'), table(['a', 'b']));
    const grown = doc(list('one two'), table(['a', 'b new'], ['c', 'd']));
    expect(insertedBy(base, history([1, base], [2, grown]))).toEqual([
      ['two', 'ID'],
      ['new', 'ID'],
      ['c', 'ID'],
      ['d', 'ID'],
    ]);
  });

  test('VE8 formatting, hard breaks and footnotes do not confuse the count', () => {
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
    const updates = history([1, words([])], [3, words([{ type: 'text', text: ' again ข้าราชการ' }])]);
    expect(insertedBy(words([]), updates)).toEqual([['again ข้าราชการ', 'PH']]);
  });

  test('VE8 what nobody is known to have written has no author', () => {
    const base = textOf(['operative', 'AGREE.']);
    const updates = history([1, base], [99, textOf(['operative', 'AGREE today.'])]);
    expect(insertedBy(base, updates)).toEqual([['today', undefined]]);
  });

  test('VE8 a text that is not the one of the state is left without authors', () => {
    const base = textOf(['operative', 'AGREE.']);
    const other = textOf(['operative', 'AGREE to something else.']);
    const redline = compareTexts(base, other, { houseStyle: 'declaration' });
    const marked = withAuthors(redline, other, authorship(history([1, base])), () => 'TH');
    expect(marked).toEqual(redline);
  });

  test('VE8 characters of private use in the words cost an author and nothing else', () => {
    const base = textOf(['operative', 'AGREE.']);
    const strange = textOf(['operative', 'AGREE \uE0000\uE001 x.']);
    expect(() => insertedBy(base, history([1, base], [2, strange]))).not.toThrow();
  });

  test('VE8 whatever two hands write, runs join to the words of each clause', () => {
    const word = fc.constantFrom('AGREE', 'to', 'meet', 'ข้าราชการ', 'é', '🙂', ' ');
    const clause = fc.array(word, { minLength: 1, maxLength: 8 }).map((words) => words.join(' '));
    const text = fc
      .array(clause, { minLength: 1, maxLength: 5 })
      .map((clauses) => textOf(...clauses.map((words) => ['operative', words] as const)));
    fc.assert(
      fc.property(text, text, text, (a, b, c) => {
        const updates = history([1, a], [2, b], [3, c]);
        const now = textOfState(updates);
        const runs = authorship(updates);
        expect(runs.map((hands) => hands.map((run) => run.text).join(''))).toEqual(
          clausesOf(now).map(clauseText),
        );
        const redline = compareTexts(a, now, { houseStyle: 'declaration' });
        const marked = withAuthors(redline, now, runs, (clientId) => COUNTRIES[clientId]);
        const words = (rows: typeof redline.rows) =>
          rows.map((row) =>
            row.segments
              .filter((run) => run.op !== 'delete')
              .map((run) => run.text)
              .join(''),
          );
        expect(words(marked.rows)).toEqual(words(redline.rows));
      }),
      { seed: 20190424, numRuns: 150 },
    );
  });

  test('VE8 words that two people typed into one run at the same time', () => {
    const base = history([1, textOf(['operative', 'AGREE.'])]);
    const one = new Y.Doc();
    const other = new Y.Doc();
    for (const update of base) {
      Y.applyUpdate(one, update);
      Y.applyUpdate(other, update);
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
    const both = [...base, Y.encodeStateAsUpdate(one), Y.encodeStateAsUpdate(other)];
    const found = insertedBy(textOf(['operative', 'AGREE.']), both);
    expect(Object.fromEntries(found.map(([words, author]) => [author, words]))).toEqual({
      ID: 'firmly',
      PH: 'today',
    });
  });
});
