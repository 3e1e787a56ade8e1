import { describe, expect, test } from 'vitest';
import { clausesOf, clauseText } from '../../../domain/text/clauses';
import { accepted } from '../../tests/outcome';
import { readWord } from '.';
import { by, cell, deletedRun, p, r, row, wordFile } from './testing/files';

/** Each clause of a text of the file with the names of whose changes touch it. */
function touching(body: string, which: 'accepted' | 'rejected'): (readonly [string, ...string[]])[] {
  const file = accepted(readWord(wordFile({ body }), { houseStyle: 'declaration', language: 'en' }));
  const touched = file.touched(which);
  return clausesOf(file[which]).map((clause, index) => {
    const names = [...touched(index)].map((number) => file.changes[number]?.author ?? '');
    return [clauseText(clause), ...new Set(names)] as const;
  });
}

const ins = (author: string, words: string) => `<w:ins ${by(author)}>${r(words)}</w:ins>`;
const del = (author: string, words: string) => `<w:del ${by(author)}>${deletedRun(words)}</w:del>`;
const mark = (kind: 'ins' | 'del', author: string) => `<w:rPr><w:${kind} ${by(author)}/></w:rPr>`;

describe('IM31 whose changes touch a clause', () => {
  test('words that came and words that went, also where they do not stand', () => {
    const body = `${p(`${r('one')}${ins('A', ' more')}`)}${p(`${r('two')}${del('B', ' less')}`)}${p(r('three'))}`;
    expect(touching(body, 'accepted')).toEqual([['one more', 'A'], ['two', 'B'], ['three']]);
    expect(touching(body, 'rejected')).toEqual([['one', 'A'], ['two less', 'B'], ['three']]);
  });

  test('a paragraph that went or came as a whole touches no other; two that were joined are both touched', () => {
    const gone = `${p(del('A', 'gone'), mark('del', 'A'))}${p(r('next'))}`;
    expect(touching(gone, 'accepted')).toEqual([['next']]);
    expect(touching(gone, 'rejected')).toEqual([['gone', 'A'], ['next']]);
    const came = `${p(ins('A', 'came'), mark('ins', 'A'))}${p(r('next'))}`;
    expect(touching(came, 'accepted')).toEqual([['came', 'A'], ['next']]);
    expect(touching(came, 'rejected')).toEqual([['next']]);
    const joined = `${p(r('one '), mark('del', 'A'))}${p(`${r('two')}${ins('B', ' three')}`)}`;
    expect(touching(joined, 'accepted')).toEqual([['one two three', 'A', 'B']]);
  });

  test('rows that came and words in cells', () => {
    const came = row(`${cell(p(r('x')))}${cell(p(r('y')))}`, `<w:ins ${by('A')}/>`);
    const changed = row(`${cell(p(r('v')))}${cell(p(`${r('w')}${ins('B', '!')}`))}`);
    const body = `<w:tbl>${row(`${cell(p(r('t')))}${cell(p(r('u')))}`)}${came}${changed}</w:tbl>${p(r('after'))}`;
    expect(touching(body, 'accepted')).toEqual([['t\tu'], ['x\ty', 'A'], ['v\tw!', 'B'], ['after']]);
  });
});
