import { describe, expect, test } from 'vitest';
import type { DocumentJson, NodeJson } from '@/domain/text/document-json';
import { unsentAsText, unsentClauses, unsentWrittenWords } from './unsent-words';

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

  test('the text to copy has the person’s words, not what was removed', () => {
    const mine = doc(operative('c_a', 'Agree fully'));
    expect(unsentAsText(unsentClauses(SERVER, mine, 'declaration'))).toBe('OP 1\nAgree fully');
  });
});
