// @vitest-environment happy-dom
import type { Editor } from '@tiptap/core';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { moveClause } from '@/components/editor/clause-commands';
import { apply, chooseKind } from '@/components/editor/extensions/clause-keys';
import type { Segment } from '../../../../domain/redline/types';
import type { NodeJson } from '../../../../domain/text/document-json';
import type { ClauseHistory } from '../../../../domain/text/ledger/history';
import { Chronicle } from '../history/chronicle';
import { filmOf } from '../history/film';
import { encodeChronicleRows, Histories, NOT_HELD } from '../history/work';
import { Desk, pause, press, select, type } from './desk';

let desk: Desk;
let a: Editor;
let b: Editor;
beforeEach(() => {
  desk = new Desk();
});
afterEach(() => desk.close());

function operative(id: string, text: string): NodeJson {
  return { type: 'operative', attrs: { id, level: 1 }, content: [{ type: 'text', text }] };
}

/** A writes these clauses; B sits down at the same text. */
function written(...content: NodeJson[]): void {
  a = desk.editor('A');
  a.commands.setContent({ type: 'doc', content } as never);
  b = desk.editor('B');
}

const ARTICLES = [
  operative('c_aaaa', 'AGREE to meet every year in the capital of the Chair.'),
  operative('c_bbbb', 'TASK the officials.'),
  operative('c_cccc', 'NOTE it.'),
];

function chronicle(): Chronicle {
  const made = new Chronicle();
  made.know(desk.marks);
  for (const row of desk.rows) made.enter({ ...row, delegation: row.userId });
  return made;
}

function film(clauseId: string, before: number | null = null): ClauseHistory {
  const told = filmOf(chronicle(), { clauseId, before, houseStyle: 'declaration', hasPredecessor: false });
  if (told === null) throw new Error(`no clause ${clauseId}`);
  return told;
}

/** The steps, oldest first: "A+B created: kept +inserted A -deleted B". */
function steps(clauseId: string): string[] {
  return film(clauseId)
    .steps.map(({ hands, events, redline }) => {
      const runs = (redline?.rows ?? [])
        .flatMap((row): readonly Segment[] => row.cells?.flatMap(({ segments }) => segments) ?? row.segments)
        .filter(({ op }) => op !== 'equal')
        .map(({ op, text, author }) => `${op === 'insert' ? '+' : '-'}${author ?? '?'}:${text}`);
      const what = events.map((event) => ('clause' in event ? `${event.kind} ${event.clause}` : event.kind));
      return [hands.map(({ userId }) => userId).join('+'), ...what, ...runs].join(' | ');
    })
    .reverse();
}

const BORN = 'A | created | +A:AGREE to meet every year in the capital of the Chair.';

describe('the history of a clause, step by step', () => {
  test('LE12 each who wrote makes a step, and a long pause begins another', () => {
    written(...ARTICLES);
    select(b, 1, -1);
    type(b, ' Now.');
    desk.wait(700);
    type(b, ' Or later.');
    select(a, 1, 0, 1, 4);
    type(a, 'ASK');
    expect(steps('c_bbbb')).toEqual([
      'A | created | +A:TASK the officials.',
      'B | +B: Now.',
      'B | +B: Or later.',
      'A | -A:TASK | +A:ASK',
    ]);
    expect(steps('c_aaaa')).toEqual([BORN]);
  });

  test('LE12 a version that was taken ends a step', () => {
    written(...ARTICLES);
    select(b, 1, -1);
    type(b, ' Now');
    desk.marks.push({ position: desk.rows.length, restores: 0 });
    type(b, ' or later.');
    expect(steps('c_bbbb').slice(1)).toEqual(['B | +B: Now', 'B | +B: or later.']);
  });

  test('LE12 who write at the same time share a step, each named on what is theirs', () => {
    written(...ARTICLES);
    desk.wait(700);
    select(a, 1, 0);
    select(b, 1, -1);
    for (const index of [0, 1, 2, 3]) {
      type(a, 'now '[index] ?? '');
      type(b, ' too'[index] ?? '');
    }
    expect(steps('c_bbbb').slice(1)).toEqual(['A+B | +A:now  | +B: too']);
  });

  test('LE12 what was written and taken back at once leaves no step', () => {
    written(...ARTICLES);
    select(b, 1, -1);
    type(b, ' Now');
    for (let left = 4; left > 0; left -= 1) {
      select(b, 1, 19 + left - 1, 1, 19 + left);
      b.commands.deleteSelection();
    }
    expect(steps('c_bbbb')).toEqual(['A | created | +A:TASK the officials.']);
  });

  test('LE12 split, joined again, moved, made another kind', () => {
    written(...ARTICLES);
    select(b, 0, 13);
    press(b, 'Enter');
    const fresh = b.state.doc.child(1).attrs.id as string;
    const cut = ' every year in the capital of the Chair.';
    expect(steps('c_aaaa')).toEqual([BORN, `B | gave ${fresh} | -B:${cut}`]);
    expect(steps(fresh)).toEqual([`B | created | split c_aaaa | +A:${cut}`]);
    desk.wait(700);
    select(b, 1, 0);
    b.commands.joinBackward();
    expect(steps('c_aaaa').at(-1)).toBe(`B | joined ${fresh} | +A:${cut}`);
    expect(steps(fresh).at(-1)).toBe(`B | deleted | joinedTo c_aaaa | -B:${cut}`);
    expect(film(fresh).clause).toEqual({ id: fresh, citation: '', excerpt: cut.trim(), stands: false });
    desk.wait(700);
    apply(b, moveClause(1));
    expect(steps('c_aaaa').at(-1)).toBe('B | swapped c_bbbb');
    expect(steps('c_bbbb').at(-1)).toBe('B | swapped c_aaaa');
    expect(steps('c_cccc')).toHaveLength(1);
    desk.wait(700);
    chooseKind(b, 'heading', 2);
    const [changed] = film('c_aaaa').steps;
    expect(changed?.redline?.changes.map(({ kind }) => kind)).toEqual(['structure']);
  });

  test('LE12 taken away and brought back, by an undo or by a restore', () => {
    written(...ARTICLES);
    pause(b);
    b.view.dispatch(b.state.tr.delete(0, b.state.doc.child(0).nodeSize));
    b.commands.undo();
    const words = 'AGREE to meet every year in the capital of the Chair.';
    expect(steps('c_aaaa')).toEqual([BORN, `B | deleted | -B:${words}`, `B | back | +A:${words}`]);
    b.view.dispatch(b.state.tr.delete(0, b.state.doc.child(0).nodeSize));
    desk.restore('A', 1);
    expect(steps('c_aaaa').slice(-2)).toEqual([
      `B | deleted | -B:${words}`,
      `A | back | restored | +A:${words}`,
    ]);
    expect(film('c_aaaa').clause).toMatchObject({ citation: 'OP 1', stands: true });
  });

  test('LE12 list items without the lists in them, rows as rows', () => {
    const item = (id: string, text: string, ...inside: NodeJson[]): NodeJson => ({
      type: 'listItem',
      attrs: { id },
      content: [{ type: 'paragraph', content: [{ type: 'text', text }] }, ...inside],
    });
    const cell = (text: string): NodeJson => ({
      type: 'tableCell',
      content: [{ type: 'paragraph', content: [{ type: 'text', text }] }],
    });
    written(
      {
        type: 'bulletList',
        content: [item('c_outer', 'alpha', { type: 'bulletList', content: [item('c_inner', 'beta')] })],
      },
      {
        type: 'table',
        attrs: { id: 'c_tttt' },
        content: [{ type: 'tableRow', attrs: { id: 'c_rowa' }, content: [cell('one'), cell('two')] }],
      },
    );
    const into = (words: string) =>
      b.state.doc.descendants((node, pos) => {
        if (node.isText && node.text === words) b.commands.setTextSelection(pos + words.length);
      });
    into('beta');
    type(b, 'X');
    into('two');
    type(b, 'Y');
    expect(steps('c_outer')).toEqual(['A | created | +A:alpha']);
    expect(steps('c_inner')).toEqual(['A | created | +A:beta', 'B | -B:beta | +A:beta | +B:X']);
    expect(steps('c_rowa').slice(1)).toEqual(['B | -B:two | +A:two | +B:Y']);
  });

  test('LE14 the same from the first row, and gone on with; what lies before a version learned of late begins anew', () => {
    written(...ARTICLES);
    select(b, 1, -1);
    type(b, ' Now.');
    const histories = new Histories();
    const ask = (after: number, rows: typeof desk.rows) =>
      histories.work({
        documentId: 'd',
        clauseId: 'c_bbbb',
        before: null,
        houseStyle: 'declaration',
        hasPredecessor: false,
        after,
        rows: [encodeChronicleRows(rows.map((row) => ({ ...row, delegation: row.userId })))],
        versions: desk.marks,
      });
    const whole = ask(0, desk.rows);
    expect(ask(0, desk.rows)).toBe(whole);
    expect(ask(0, desk.rows.slice(0, 3))).not.toBe(whole);
    expect(ask(3, desk.rows.slice(3))).toBe(whole);
    expect(ask(2, desk.rows.slice(2))).toBe(NOT_HELD);
    ask(0, desk.rows);
    desk.marks.push({ position: 3, restores: 0 });
    expect(ask(desk.rows.length, [])).toBe(NOT_HELD);
    expect(ask(0, desk.rows)).not.toBe(whole);
  });

  test('LE14 fifty steps at a time', () => {
    written(...ARTICLES);
    select(b, 1, -1);
    for (let count = 0; count < 60; count += 1) {
      desk.wait(700);
      type(b, '!');
    }
    const newest = film('c_bbbb');
    expect([newest.total, newest.steps.length, newest.steps[0]?.number, newest.steps.at(-1)?.number]).toEqual(
      [61, 50, 61, 12],
    );
    const oldest = film('c_bbbb', 12);
    expect(oldest.steps.map(({ number }) => number)).toEqual([11, 10, 9, 8, 7, 6, 5, 4, 3, 2, 1]);
    expect(film('c_bbbb', 1).steps).toEqual([]);
  });
});
