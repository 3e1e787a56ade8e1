import { describe, expect, test } from 'vitest';
import { amend } from '@/domain/negotiation/amend';
import { changeOf } from '@/domain/negotiation/proposal-place';
import type { DocumentJson, NodeJson } from '@/domain/text/document-json';
import { notAmong, runOf, unsentAsText, unsentClauses, unsentWrittenWords } from './unsent-words';

function operative(id: string | null, text: string): NodeJson {
  return { type: 'operative', attrs: { id }, content: [{ type: 'text', text }] };
}

function doc(...content: NodeJson[]): DocumentJson {
  return { type: 'doc', content };
}

const SERVER = doc(operative('c_a', 'Agree'), operative('c_b', 'Adopt'));

describe('unsent words', () => {
  test('equal texts leave nothing to offer', () => {
    expect(unsentClauses(SERVER, SERVER, 'declaration')).toEqual([]);
  });

  test('offers changed and added clauses with their citation, and names removed ones', () => {
    const mine = doc(operative('c_a', 'Agree fully'), operative('c_new', 'Welcome'));
    expect(unsentClauses(SERVER, mine, 'declaration')).toEqual([
      {
        key: 'c_a',
        change: 'changed',
        citation: 'OP 1',
        text: 'Agree fully',
        proposal: { kind: 'replace', clauseId: 'c_a', words: doc(operative('c_a', 'Agree fully')) },
      },
      {
        key: 'c_new',
        change: 'added',
        citation: 'OP 2',
        text: 'Welcome',
        proposal: { kind: 'insert', clauseId: 'c_a', words: doc(operative('c_new', 'Welcome')) },
      },
      {
        key: 'c_b',
        change: 'removed',
        citation: 'OP 2',
        text: 'Adopt',
        proposal: { kind: 'delete', clauseId: 'c_b', words: null },
      },
    ]);
  });

  test('of a deletion taken back only what was written beside it is offered', () => {
    const server = doc(operative('c_a', 'Agree fully'), operative('c_b', 'Adopt'), operative('c_c', 'Note'));
    const mine = doc(operative('c_a', 'Aly'), operative('c_c', 'Note well'), operative('c_new', 'Welcome'));
    expect(unsentWrittenWords(server, mine, 'declaration').map(({ text }) => text)).toEqual([
      'Note well',
      'Welcome',
    ]);
  });

  test('a clause that only moved is not lost work', () => {
    const mine = doc(operative('c_b', 'Adopt'), operative('c_a', 'Agree'));
    expect(unsentClauses(SERVER, mine, 'declaration')).toEqual([]);
  });

  test('clauses without ids are told apart by their words', () => {
    const server = doc(operative(null, 'One'));
    const mine = doc(operative(null, 'One'), operative(null, 'Two'));
    const added = { key: 'words:Two', change: 'added', citation: 'OP 2', text: 'Two' };
    expect(unsentClauses(server, mine, 'declaration')).toMatchObject([added]);
  });

  test('an item of a list is proposed in a list of its own, after the last clause that stands', () => {
    const item = (id: string, text: string): NodeJson => ({
      type: 'listItem',
      attrs: { id },
      content: [{ type: 'paragraph', content: [{ type: 'text', text }] }],
    });
    const list = (...content: NodeJson[]): NodeJson => ({ type: 'bulletList', content });
    const server = doc(operative('c_a', 'Agree'), list(item('c_i', 'first')));
    const mine = doc(operative('c_a', 'Agree'), list(item('c_i', 'first'), item('c_j', 'second')));
    expect(unsentClauses(server, mine, 'declaration').map(({ proposal }) => proposal)).toEqual([
      { kind: 'insert', clauseId: 'c_i', words: doc(list(item('c_j', 'second'))) },
    ]);
  });

  const item = (id: string, text: string): NodeJson => ({
    type: 'listItem',
    attrs: { id },
    content: [{ type: 'paragraph', content: [{ type: 'text', text }] }],
  });
  const list = (...content: NodeJson[]): NodeJson => ({ type: 'bulletList', content });
  /** What comes of all its proposals, accepted in the order in which they are offered. */
  const accepted = (server: DocumentJson, mine: DocumentJson) =>
    unsentClauses(server, mine, 'declaration').reduce((text, { proposal }) => {
      if (proposal === null) return text;
      const { kind, clauseId, words } = proposal;
      const change = changeOf({ kind, clauseId, otherClauseId: null }, words);
      const amended = change === null ? null : amend(text, change);
      if (amended?.ok !== true) throw new Error('refused');
      return amended.value;
    }, server);

  test('clauses added in a row are one proposal, and stand in their order when it is accepted', () => {
    const [one, two, three] = [operative('n_1', 'One'), operative('n_2', 'Two'), operative('n_3', 'Three')];
    const mine = doc(operative('c_a', 'Agree'), one, two, operative('c_b', 'Adopt'), three);
    const unsent = unsentClauses(SERVER, mine, 'declaration');
    expect(unsent.map(({ key, along, proposal }) => [key, along, proposal])).toEqual([
      ['n_1', undefined, { kind: 'insert', clauseId: 'c_a', words: doc(one, two) }],
      ['n_2', 'n_1', null],
      ['n_3', undefined, { kind: 'insert', clauseId: 'c_b', words: doc(three) }],
    ]);
    expect(accepted(SERVER, mine)).toEqual(mine);
  });

  test.each<[string, DocumentJson, DocumentJson]>([
    [
      'at the beginning, with an empty one between and one changed',
      SERVER,
      doc(
        operative('n_1', 'One'),
        operative('n_2', ' '),
        operative('n_3', 'Three'),
        operative('c_a', 'Agree fully'),
        operative('n_4', 'Four'),
        operative('c_b', 'Adopt'),
      ),
    ],
    [
      'a paragraph, a list and a paragraph after a paragraph',
      SERVER,
      doc(
        operative('c_a', 'Agree'),
        operative('n_1', 'as follows:'),
        list(item('n_2', 'first'), item('n_3', 'second')),
        operative('n_4', 'Four'),
        operative('c_b', 'Adopt'),
      ),
    ],
    [
      'items after an item, and paragraphs after their list',
      doc(list(item('c_i', 'first')), operative('c_b', 'Adopt')),
      doc(
        list(item('c_i', 'first'), item('n_1', 'second'), item('n_2', 'third')),
        operative('n_3', 'Three'),
        operative('n_4', 'Four'),
        operative('c_b', 'Adopt'),
      ),
    ],
  ])('added in a row, they come out in their order: %s', (_case, server, mine) => {
    // An empty clause is nobody's work.
    const kept = (mine.content ?? []).filter((node) => node.content?.[0]?.text !== ' ');
    expect(accepted(server, mine)).toEqual(doc(...kept));
  });

  test('those that go along with a proposal go with it, and none of another visit', () => {
    const mine = doc(operative('c_a', 'Agree'), operative('n_1', 'One'), operative('n_2', 'Two'));
    const once = unsentClauses(SERVER, mine, 'declaration');
    const again = unsentClauses(SERVER, mine, 'declaration');
    const [first] = again;
    if (first === undefined) throw new Error('nothing unsent');
    expect(once.map(({ key }) => key)).toEqual(['n_1', 'n_2', 'c_b']);
    expect(runOf([...once, ...again], first)).toEqual(again.slice(0, 2));
    expect(runOf(once, first)).toEqual([]);
  });

  test('the text to copy has the person’s words, not what was removed', () => {
    const mine = doc(operative('c_a', 'Agree fully'));
    expect(unsentAsText(unsentClauses(SERVER, mine, 'declaration'))).toBe('OP 1\nAgree fully');
  });

  test('the same words of the same clause are not offered twice, others of it are', () => {
    const once = unsentClauses(SERVER, doc(operative('c_a', 'Agree fully')), 'declaration');
    const again = unsentClauses(SERVER, doc(operative('c_a', 'Agree in part')), 'declaration');
    expect(notAmong([...once, ...again], once)).toEqual(again.filter(({ change }) => change === 'changed'));
  });
});
