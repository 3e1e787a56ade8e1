import { describe, expect, test } from 'vitest';
import type { DocumentJson, NodeJson } from '../../../domain/text/document-json';
import { minimalEdit } from '../../text/minimal-edit';
import { Candidate } from './candidate';
import { decodeUpdate } from './decode';
import { tryTogether } from './index';

function run(text: string, path?: string): NodeJson {
  return path === undefined
    ? { type: 'text', text }
    : { type: 'text', text, marks: [{ type: 'bracket', attrs: { path } }] };
}
function text(...blocks: NodeJson[][]): DocumentJson {
  return {
    type: 'doc',
    content: blocks.map((content, index) => ({ type: 'paragraph', attrs: { id: `c_${index}` }, content })),
  };
}
const STANDING = text([run('We '), run('shall', 'b_1:0:'), run('should', 'b_1:1:TH'), run(' meet.')]);

/** What the gate says to the smallest edit from a text to another. */
function edited(target: DocumentJson, keepsBrackets = true, from = STANDING): string {
  const state = minimalEdit([], from, 1) ?? new Uint8Array();
  const bytes = minimalEdit([state], target, 2);
  if (bytes === null) return 'nothing';
  const update = decodeUpdate(bytes);
  if (!update.ok) return 'unreadable';
  const tried = tryTogether(new Candidate([state]), [update.value], [2], { keepsBrackets });
  return tried.ok ? 'taken' : tried.rule;
}

describe('brackets at the gate', () => {
  test('BR15 words are typed inside and outside alternatives', () => {
    expect(
      edited(text([run('We '), run('shall', 'b_1:0:'), run('ought to', 'b_1:1:TH'), run(' meet.')])),
    ).toBe('taken');
    expect(
      edited(text([run('All of us '), run('shall', 'b_1:0:'), run('should', 'b_1:1:TH'), run(' meet.')])),
    ).toBe('taken');
    expect(edited(text([run('Before.')], [...(STANDING.content?.[0]?.content ?? [])]))).toBe('taken');
  });

  test('BR15 none is opened, lifted, emptied, handed over or torn by a keystroke', () => {
    const refused = [
      text([run('We shall meet.')]),
      text([run('We '), run('shall', 'b_1:0:'), run(' meet.')]),
      text([run('We '), run('shall', 'b_1:0:'), run('should', 'b_1:1:VN'), run(' meet.')]),
      text([run('We ', 'b_2:0:ID'), run('shall', 'b_1:0:'), run('should', 'b_1:1:TH'), run(' meet.')]),
      text(
        [run('We '), run('sh', 'b_1:0:')],
        [run('all', 'b_1:0:'), run('should', 'b_1:1:TH'), run(' meet.')],
      ),
      // Put into another bracket.
      text([run('We '), run('shall', 'b_2:0:/b_1:0:'), run('should', 'b_2:0:/b_1:1:TH'), run(' meet.')]),
      // Torn within its block.
      text([run('We '), run('shall', 'b_1:0:'), run('sho', 'b_1:1:TH'), run(' x '), run('uld', 'b_1:1:TH')]),
      text([run('Nothing of the kind.')]),
    ];
    for (const target of refused) expect(edited(target)).toBe('BR15');
    for (const target of refused) expect(edited(target, false)).toBe('taken');
  });

  test('BR15 a bracket moves along with its clause', () => {
    const block = (id: string, content: NodeJson[]) => ({ type: 'paragraph', attrs: { id }, content });
    const held = block('c_0', [...(STANDING.content?.[0]?.content ?? [])]);
    const other = block('c_9', [run('Then we part.')]);
    const both = (...content: NodeJson[]): DocumentJson => ({ type: 'doc', content });
    expect(edited(both(other, held), true, both(held, other))).toBe('taken');
  });
});
