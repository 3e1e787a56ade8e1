import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { clausesOf, clauseText } from '../text/clauses';
import type { DocumentJson, NodeJson } from '../text/document-json';
import { amend } from './amend';
import { changeOf } from './proposal-place';
import { proposedBetween } from './proposed-between';
import type { ProposedChange } from './wished-changes';

function op(id: string | null, text: string): NodeJson {
  const attrs = id === null ? { level: 1 } : { id, level: 1 };
  return { type: 'operative', attrs, content: [{ type: 'text', text }] };
}
const item = (id: string | null, text: string, ...lists: NodeJson[]): NodeJson => ({
  type: 'listItem',
  attrs: id === null ? {} : { id },
  content: [{ type: 'paragraph', content: [{ type: 'text', text }] }, ...lists],
});
const list = (...items: NodeJson[]): NodeJson => ({ type: 'bulletList', content: items });
const doc = (...content: NodeJson[]): DocumentJson => ({ type: 'doc', content });

const BASE = doc(
  op('c_a', 'AGREE to meet.'),
  list(item('c_i', 'first'), item('c_j', 'second')),
  op('c_b', 'DECIDE twice.'),
);

function between(base: DocumentJson, wanted: DocumentJson) {
  const outcome = proposedBetween(base, wanted);
  if (!outcome.ok) throw new Error(`refused by ${outcome.rule}`);
  return outcome.value;
}

function whenAccepted(base: DocumentJson, proposals: readonly ProposedChange[]): string[] {
  const text = proposals.reduce((document, { place, words }) => {
    const change = changeOf(place, words);
    const made = change === null ? null : amend(document, change);
    if (!made?.ok) throw new Error('a proposal does not fit');
    return made.value;
  }, base);
  return saying(text);
}

function saying(document: DocumentJson): string[] {
  return clausesOf(document).map((clause) => `${clause.kind}:${clauseText(clause)}`);
}

describe('what would have to be proposed for one text to become another', () => {
  test('NP1 one proposal a clause: words that differ, a clause that went, a run of new ones', () => {
    const wanted = doc(
      op('c_a', 'AGREE to meet yearly.'),
      op(null, 'New.'),
      op(null, 'Newer.'),
      list(item('c_i', 'first')),
      op('c_b', 'DECIDE twice.'),
    );
    const { proposals, notProposed } = between(BASE, wanted);
    expect(proposals.map(({ place }) => [place.kind, place.clauseId])).toEqual([
      ['replace', 'c_a'],
      ['insert', 'c_a'],
      ['delete', 'c_j'],
    ]);
    expect(notProposed).toEqual([]);
    expect(whenAccepted(BASE, proposals)).toEqual(saying(wanted));
  });

  test('IM30 they stand in the order of the text, whatever each of them does', () => {
    const wanted = doc(
      list(item('c_i', 'first of all'), item('c_j', 'second')),
      op('c_b', 'DECIDE twice.'),
      op(null, 'New.'),
    );
    expect(between(BASE, wanted).proposals.map(({ place }) => [place.kind, place.clauseId])).toEqual([
      ['delete', 'c_a'],
      ['replace', 'c_i'],
      ['insert', 'c_b'],
    ]);
  });

  test('IM29 more than are wanted are refused before any is tried', () => {
    const wanted = doc(op('c_a', 'AGREE.'), list(item('c_i', 'first'), item('c_j', 'second')));
    expect(proposedBetween(BASE, wanted, 2).ok).toBe(true);
    expect(proposedBetween(BASE, wanted, 1)).toEqual({
      ok: false,
      rule: 'IM29',
      detail: { count: 2, most: 1 },
    });
  });

  test('the same text asks for nothing', () => {
    expect(between(BASE, BASE)).toEqual({ proposals: [], notProposed: [] });
  });

  test('an item that comes into a list and a clause at the beginning', () => {
    const wanted = doc(
      op(null, 'Before all.'),
      op('c_a', 'AGREE to meet.'),
      list(item('c_i', 'first'), item(null, 'between'), item('c_j', 'second')),
      op('c_b', 'DECIDE twice.'),
    );
    const { proposals, notProposed } = between(BASE, wanted);
    expect(notProposed).toEqual([]);
    expect(whenAccepted(BASE, proposals)).toEqual(saying(wanted));
  });

  test('a clause that moved is named, not dropped, and its new words are proposed where it stands', () => {
    const wanted = doc(
      op('c_b', 'DECIDE thrice.'),
      op('c_a', 'AGREE to meet.'),
      list(item('c_i', 'first'), item('c_j', 'second')),
    );
    const { proposals, notProposed } = between(BASE, wanted);
    expect(notProposed).toEqual([{ why: 'moved', clauseId: 'c_b', where: 'DECIDE thrice.' }]);
    expect(proposals.map(({ place }) => [place.kind, place.clauseId])).toEqual([['replace', 'c_b']]);
  });

  test('beside a clause that moved, another that cannot stand where it was wanted is named, too', () => {
    const wanted = doc(
      op('c_b', 'DECIDE twice.'),
      op('c_a', 'AGREE to meet.'),
      list(item('c_i', 'first')),
      op(null, 'In between.'),
      list(item('c_j', 'second')),
    );
    expect(between(BASE, wanted).notProposed).toEqual([
      { why: 'moved', clauseId: 'c_b', where: 'DECIDE twice.' },
      { why: 'elsewhere', clauseId: null, where: 'In between.' },
    ]);
  });

  test('NP3 an item that became a paragraph does not fit where it stood, and is named', () => {
    const wanted = doc(
      op('c_a', 'AGREE to meet.'),
      op('c_i', 'first'),
      list(item('c_j', 'second')),
      op('c_b', 'DECIDE twice.'),
    );
    expect(between(BASE, wanted)).toEqual({
      proposals: [],
      notProposed: [{ why: 'doesNotFit', clauseId: 'c_i', where: 'first' }],
    });
  });

  test('NP1 what would still stand elsewhere, were everything accepted, is named', () => {
    const wanted = doc(
      op('c_a', 'AGREE to meet.'),
      list(item('c_i', 'first')),
      op(null, 'In between.'),
      list(item('c_j', 'second')),
      op('c_b', 'DECIDE twice.'),
    );
    // A paragraph after an item comes after the whole list: it cannot be proposed in between.
    expect(between(BASE, wanted).notProposed).toEqual([
      { why: 'elsewhere', clauseId: null, where: 'In between.' },
    ]);
  });

  test('IM30 new items go on in their list, with what is nested below them, and what comes after it follows the list', () => {
    const wanted = doc(
      op('c_a', 'AGREE to meet.'),
      list(
        item('c_i', 'first'),
        item('c_j', 'second'),
        item(null, 'third', list(item(null, 'below'))),
        item(null, 'last'),
      ),
      op(null, 'After the list.'),
      op('c_b', 'DECIDE twice.'),
    );
    const { proposals, notProposed } = between(BASE, wanted);
    expect(notProposed).toEqual([]);
    expect(proposals.map(({ place, words }) => [place.clauseId, words])).toEqual([
      ['c_j', doc(list(item(null, 'third', list(item(null, 'below'))), item(null, 'last')))],
      ['c_j', doc(op(null, 'After the list.'))],
    ]);
    expect(whenAccepted(BASE, proposals)).toEqual(saying(wanted));
  });

  test('IM30 the first item of a list, and a list right behind one, no insertion puts there: they are named', () => {
    const wanted = doc(
      op('c_a', 'AGREE to meet.'),
      list(item(null, 'new first'), item('c_i', 'first'), item('c_j', 'second')),
      { ...list(item(null, 'one')), type: 'orderedList' },
      op('c_b', 'DECIDE twice.'),
    );
    expect(between(BASE, wanted)).toEqual({
      proposals: [],
      notProposed: [
        { why: 'doesNotFit', clauseId: null, where: 'new first' },
        { why: 'doesNotFit', clauseId: null, where: 'one' },
      ],
    });
  });

  test('IM30 another list or another numbering around clauses with the same words is named, and no draft', () => {
    const numbered = (start: number, ...items: NodeJson[]): NodeJson => ({
      ...list(...items),
      type: 'orderedList',
      attrs: { start },
    });
    const [i, j] = [item('c_i', 'first'), item('c_j', 'second')];
    const base = doc(op('c_a', 'AGREE.'), numbered(1, i, j));
    for (const [wanted, clauseId] of [
      [doc(op('c_a', 'AGREE.'), list(i, j)), 'c_i'],
      [doc(op('c_a', 'AGREE.'), numbered(4, i, j)), 'c_i'],
      [doc(op('c_a', 'AGREE.'), numbered(1, i), numbered(2, j)), 'c_j'],
    ] as const) {
      const { proposals, notProposed } = between(base, wanted);
      expect(proposals).toEqual([]);
      expect(notProposed).toMatchObject([{ why: 'elsewhere', clauseId }]);
    }
  });

  test('IM30 what is new behind a clause that moved is proposed where the text around it stands', () => {
    const base = doc(op('c_a', 'one'), op('c_b', 'two'), op('c_c', 'three'));
    const wanted = doc(op('c_b', 'two'), op('c_c', 'three'), op('c_a', 'one'), op(null, 'four'));
    const { proposals, notProposed } = between(base, wanted);
    expect(proposals.map(({ place }) => [place.kind, place.clauseId])).toEqual([['insert', 'c_c']]);
    expect(notProposed).toEqual([{ why: 'moved', clauseId: 'c_a', where: 'one' }]);
  });

  test('IM30 NP7 nothing without words is proposed: an emptied row goes, an empty new one is named', () => {
    const row = (id: string | null, ...cells: string[]): NodeJson => ({
      type: 'tableRow',
      attrs: id === null ? {} : { id },
      content: cells.map((text) => ({
        type: 'tableCell',
        content: [{ type: 'paragraph', content: text === '' ? [] : [{ type: 'text', text }] }],
      })),
    });
    const table = (...content: NodeJson[]): NodeJson => ({ type: 'table', content });
    const base = doc(table(row('c_r', 'a', 'b'), row('c_s', 'c', 'd'), row('c_t', 'e', 'f')));
    const wanted = doc(
      table(row('c_r', 'a', ''), row('c_s', '', ''), row('c_t', 'e', 'f'), row(null, '', '')),
    );
    const { proposals, notProposed } = between(base, wanted);
    expect(proposals.map(({ place }) => [place.kind, place.clauseId])).toEqual([
      ['replace', 'c_r'],
      ['delete', 'c_s'],
    ]);
    expect(notProposed).toEqual([{ why: 'doesNotFit', clauseId: null, where: '' }]);
  });

  test('NP2 a clause without an id cannot be named by a proposal', () => {
    expect(proposedBetween(doc(op(null, 'Nameless.')), BASE)).toMatchObject({ ok: false, rule: 'NP2' });
  });

  test('whatever words change, go or come in: all accepted, the text reads as wanted', () => {
    const word = fc.constantFrom('meet', 'shall', 'may', 'การประชุม', 'twice', '2027');
    const clause = fc.record({
      words: fc.array(word, { minLength: 1, maxLength: 4 }),
      fate: fc.constantFrom('kept', 'reworded', 'deleted'),
      to: fc.array(word, { minLength: 1, maxLength: 4 }),
      added: fc.array(fc.array(word, { minLength: 1, maxLength: 3 }), { maxLength: 2 }),
    });
    fc.assert(
      fc.property(fc.array(clause, { minLength: 1, maxLength: 8 }), fc.nat(), (clauses, turn) => {
        const base = doc(...clauses.map(({ words }, index) => op(`c_${index}`, words.join(' '))));
        const wanted = doc(
          op(null, 'Always.'),
          ...clauses.flatMap(({ words, fate, to, added }, index) => [
            ...(fate === 'deleted' ? [] : [op(`c_${index}`, (fate === 'kept' ? words : to).join(' '))]),
            ...added.map((one) => op(null, one.join(' '))),
          ]),
        );
        const { proposals, notProposed } = between(base, wanted);
        expect(notProposed).toEqual([]);
        expect(whenAccepted(base, proposals)).toEqual(saying(wanted));
        // Insertions and deletions first, rewordings in any order: what the chair takes first changes nothing.
        const calm = proposals.filter(({ place }) => place.kind === 'replace');
        const rest = proposals.filter(({ place }) => place.kind !== 'replace');
        const at = turn % (calm.length + 1);
        expect(
          whenAccepted(
            base,
            [...rest, ...calm.slice(at), ...calm.slice(0, at)].filter((one) => stands(one, rest)),
          ),
        ).toEqual(saying(wanted));
      }),
    );
  });
});

/** Whether the clause a replacement is about is not one of those that go. */
function stands({ place }: ProposedChange, rest: readonly ProposedChange[]): boolean {
  return (
    place.kind !== 'replace' ||
    rest.every((one) => one.place.kind !== 'delete' || one.place.clauseId !== place.clauseId)
  );
}
