import { describe, expect, test } from 'vitest';
import type { DocumentJson } from '../../domain/text/document-json';
import { textOf } from '../tests/texts';
import { withKeptIds } from './kept-ids';

const STANDING = textOf(
  ['title', 'Statement on Reform'],
  ['preambular', 'RECALLING the meeting in Chiang Rai,'],
  ['operative', 'AGREE to move the civil service of every member forward;'],
);

function facts({ content }: DocumentJson): (readonly [string, unknown])[] {
  return (content ?? []).map(({ type, attrs }) => [type, attrs?.id ?? null]);
}

function without(text: DocumentJson, type?: string): DocumentJson {
  return {
    ...text,
    content: (text.content ?? []).map(({ attrs: _, ...node }) => ({ ...node, type: type ?? node.type })),
  };
}

describe('clauses known again', () => {
  test('IM19 clauses keep their ids when another program has lost them, also edited and moved', () => {
    const came = without(
      textOf(
        ['title', 'Statement on Reform'],
        ['operative', 'AGREE to move the civil service of every member well forward;'],
        ['preambular', 'RECALLING the meeting in Chiang Rai,'],
        ['operative', 'Something altogether new.'],
      ),
    );
    const kept = withKeptIds(STANDING, came, { houseStyle: 'declaration', keepsKinds: true });
    expect(facts(kept)).toEqual([
      ['title', 'c_1'],
      ['operative', 'c_3'],
      ['preambular', 'c_2'],
      ['operative', null],
    ]);
  });

  test('IM19 an id that the document does not have is not taken from a file, nor one id twice', () => {
    const came: DocumentJson = {
      type: 'doc',
      content: ['c_1', 'c_1', 'c_stolen'].map((id, index) => ({
        type: 'paragraph',
        attrs: { id },
        content: [{ type: 'text', text: `Words number ${index} of somebody else` }],
      })),
    };
    const ids = facts(withKeptIds(STANDING, came, { houseStyle: 'declaration', keepsKinds: true })).map(
      ([, id]) => id,
    );
    expect(ids.filter((id) => id === 'c_1').length).toBeLessThan(2);
    expect(ids).not.toContain('c_stolen');
  });

  test('running text of a program that does not know our kinds is of the kind it was', () => {
    const plain = without(STANDING, 'paragraph');
    expect(facts(withKeptIds(STANDING, plain, { houseStyle: 'declaration', keepsKinds: false }))).toEqual([
      ['paragraph', 'c_1'],
      ['preambular', 'c_2'],
      ['paragraph', 'c_3'],
    ]);
    expect(facts(withKeptIds(STANDING, plain, { houseStyle: 'declaration', keepsKinds: true }))[1]?.[0]).toBe(
      'paragraph',
    );
  });
});
