import { describe, expect, test } from 'vitest';
import { compareTexts } from '../redline';
import { clausesOf, clauseText } from '../text/clauses';
import type { DocumentJson, NodeJson } from '../text/document-json';
import { amend } from './amend';
import {
  baseOf,
  changeOf,
  checkPlace,
  firstWords,
  mergeableAfter,
  type ProposalPlace,
} from './proposal-place';

const block = (type: string, id: string, text: string): NodeJson => ({
  type,
  attrs: { id },
  content: [{ type: 'text', text }],
});
const item = (id: string, text: string, ...nested: NodeJson[]): NodeJson => ({
  type: 'listItem',
  attrs: { id },
  content: [{ type: 'paragraph', content: [{ type: 'text', text }] }, ...nested],
});
const cell = (text: string): NodeJson => ({
  type: 'tableCell',
  content: [{ type: 'paragraph', content: [{ type: 'text', text }] }],
});
const TEXT: DocumentJson = {
  type: 'doc',
  content: [
    block('title', 'c_t', 'Statement'),
    block('operative', 'c_1', 'AGREE;'),
    block('operative', 'c_2', 'REPORT.'),
    {
      type: 'bulletList',
      content: [
        item('c_a', 'one'),
        item('c_b', 'two', { type: 'bulletList', content: [item('c_n', 'nested')] }),
        item('c_c', 'three'),
      ],
    },
    {
      type: 'table',
      attrs: { id: 'c_tab' },
      content: [
        { type: 'tableRow', attrs: { id: 'c_r1' }, content: [cell('a'), cell('b')] },
        { type: 'tableRow', attrs: { id: 'c_r2' }, content: [cell('c'), cell('d')] },
      ],
    },
  ],
};

const place = (
  kind: ProposalPlace['kind'],
  clauseId: string | null,
  otherClauseId: string | null = null,
) => ({
  kind,
  clauseId,
  otherClauseId,
});
const words = (document: DocumentJson | null) =>
  document === null ? null : clausesOf(document).map(clauseText);
const ruleOf = (at: ProposalPlace) => {
  const checked = checkPlace(TEXT, at);
  return checked.ok ? 'accepted' : checked.rule;
};

describe('where a proposal is about', () => {
  test('NP2 a clause that is gone is none', () => {
    expect(ruleOf(place('replace', 'c_x'))).toBe('NP2');
    expect(ruleOf(place('insert', 'c_x'))).toBe('NP2');
    expect(ruleOf(place('merge', 'c_1', 'c_x'))).toBe('NP2');
    expect(ruleOf(place('replace', null))).toBe('NP2');
  });

  test('NP6 a move leads elsewhere', () => {
    expect(ruleOf(place('move', 'c_2', 'c_1'))).toBe('NP6');
    expect(ruleOf(place('move', 'c_2', 'c_2'))).toBe('NP6');
    expect(ruleOf(place('move', 'c_t', null))).toBe('NP6');
    expect(ruleOf(place('move', 'c_1', 'c_2'))).toBe('accepted');
    expect(ruleOf(place('move', 'c_1', null))).toBe('accepted');
  });

  test('NP6 a clause is merged with the next of its kind', () => {
    expect(mergeableAfter(TEXT, 'c_1')?.id).toBe('c_2');
    expect(mergeableAfter(TEXT, 'c_t')).toBeNull();
    expect(mergeableAfter(TEXT, 'c_a')?.id).toBe('c_b');
    expect(mergeableAfter(TEXT, 'c_b')).toBeNull();
    expect(mergeableAfter(TEXT, 'c_r1')).toBeNull();
    expect(ruleOf(place('merge', 'c_1', 'c_2'))).toBe('accepted');
    expect(ruleOf(place('merge', 'c_2', 'c_1'))).toBe('NP6');
    expect(ruleOf(place('merge', 'c_r1', 'c_r2'))).toBe('NP6');
  });

  test('NP1 what a room begins with', () => {
    expect(words(firstWords(TEXT, place('replace', 'c_b')))).toEqual(['two']);
    expect(words(firstWords(TEXT, place('merge', 'c_1', 'c_2')))).toEqual(['AGREE; REPORT.']);
    expect(words(firstWords(TEXT, place('merge', 'c_a', 'c_b')))).toEqual(['one two']);
    expect(words(baseOf(TEXT, place('merge', 'c_a', 'c_b')))).toEqual(['one', 'two']);
    expect(firstWords(TEXT, place('delete', 'c_1'))).toBeNull();
    expect(firstWords(TEXT, place('insert', 'c_1'))).toEqual({
      type: 'doc',
      content: [{ type: 'operative' }],
    });
    expect(firstWords(TEXT, place('insert', 'c_t'))?.content?.[0]?.type).toBe('paragraph');
    expect(firstWords(TEXT, place('insert', null))?.content?.[0]?.type).toBe('paragraph');
    expect(words(firstWords(TEXT, place('insert', 'c_r1')))).toEqual(['\t']);
    expect(words(firstWords(TEXT, place('insert', 'c_b')))).toEqual(['']);
  });

  test('NP1 what is begun fits where it came from', () => {
    for (const at of [
      place('replace', 'c_b'),
      place('insert', 'c_r1'),
      place('insert', 'c_n'),
      place('insert', null),
      place('merge', 'c_1', 'c_2'),
      place('move', 'c_c', 'c_1'),
      place('delete', 'c_r2'),
    ]) {
      const change = changeOf(at, firstWords(TEXT, at));
      if (change === null) throw new Error('a change was expected');
      expect(amend(TEXT, change).ok).toBe(true);
    }
    expect(changeOf(place('comment', 'c_1'), null)).toBeNull();
  });

  test('an insertion is compared with nothing', () => {
    const inserted = { type: 'doc', content: [block('operative', 'c_9', 'NOTE this.')] } as const;
    const redline = compareTexts(baseOf(TEXT, place('insert', 'c_1')) ?? TEXT, inserted, {
      houseStyle: 'declaration',
    });
    expect(redline.summary).toMatchObject({ wordsDeleted: 0 });
  });
});
