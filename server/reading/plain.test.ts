import { describe, expect, it } from 'vitest';
import type { NodeJson } from '../../domain/text/document-json';
import { hasCountedNumbers, readPlain } from './plain';

function blocks(text: string, numbers: 'count' | 'words' = 'count'): string[] {
  const outcome = readPlain(text, { numbers });
  return outcome.ok ? (outcome.value.text.content ?? []).map(shown) : [outcome.rule];
}

function shown(node: NodeJson): string {
  if (node.type === 'text') return node.text ?? '';
  if (node.type === 'hardBreak') return '/';
  const level = typeof node.attrs?.level === 'number' ? node.attrs.level : '';
  return `${node.type === 'paragraph' ? '' : node.type}${level}[${(node.content ?? []).map(shown).join('')}]`;
}

const WRAPPED = `The Heads of Civil Service of the ASEAN Member States met in the
northern city of Chiang Rai, and agreed that the work plan is to be
carried on as before.

Done.`;

describe('readPlain', () => {
  it.each([
    ['blank lines part paragraphs', 'a\n\n\nb\n', ['[a]', '[b]']],
    ['without blank lines each line is a paragraph', 'a\nb\nc', ['[a]', '[b]', '[c]']],
    ['lines that end on purpose stay lines', 'a\nb\n\nc', ['[a/b]', '[c]']],
    [
      'lines broken to a width are joined',
      WRAPPED,
      [`[${WRAPPED.split('\n\n')[0]?.replaceAll('\n', ' ')}]`, '[Done.]'],
    ],
    [
      'bullets, by their indent',
      '- a\n- b\n  - c\n- d',
      ['bulletList[listItem[[a]]listItem[[b]bulletList[listItem[[c]]]]listItem[[d]]]'],
    ],
    [
      'tabs part the cells of rows',
      'a\tb\nc\td\te',
      [
        'table[tableRow[tableCell[[a]]tableCell[[b]]tableCell[[]]]tableRow[tableCell[[c]]tableCell[[d]]tableCell[[e]]]]',
      ],
    ],
    [
      'FI12 numbers that count',
      '1. a\n(a) b\n(b) c\n(i) d\n2. e',
      ['operative1[a]', 'operative2[b]', 'operative2[c]', 'operative3[d]', 'operative1[e]'],
    ],
    [
      'FI12 the ninth letter is no numeral',
      `1. x\n${'abcdefghi'
        .split('')
        .map((l) => `(${l}) y`)
        .join('\n')}`,
      ['operative1[x]', ...Array(9).fill('operative2[y]')],
    ],
    ['FI12 a gap leaves all of them words', '1. a\n3. b', ['[1. a]', '[3. b]']],
    ['FI12 a number with a tab is a number', '1.\ta\n2.\tb', ['operative1[a]', 'operative1[b]']],
    ['FI12 other numbers stay words', '1.1 Scope\n(1) x\n2019. y', ['[1.1 Scope]', '[(1) x]', '[2019. y]']],
    [
      'FI12 an annex counts anew',
      '1. a\n\nAnnex 1 Plan\n\n1. b',
      ['operative1[a]', 'annex[Plan]', 'operative1[b]'],
    ],
    ['an empty file', '', []],
  ])('%s', (_, text, expected) => {
    expect(blocks(text)).toEqual(expected);
  });

  it('FI12 numbers stay words where that is asked for', () => {
    expect(blocks('1. a\n2. b', 'words')).toEqual(['[1. a]', '[2. b]']);
    expect([hasCountedNumbers('1. a\n2. b'), hasCountedNumbers('2. b'), hasCountedNumbers('b')]).toEqual([
      true,
      false,
      true,
    ]);
  });

  it('Thai lines broken to a width are joined without a space', () => {
    const line = 'ที่ประชุมหัวหน้าข้าราชการพลเรือนของรัฐสมาชิกอาเซียนพิจารณาแล้ว';
    expect(blocks(`${line}\n${line}\n\nจบ`)[0]).toBe(`[${line}${line}]`);
  });

  it('a million lines are read in a moment', () => {
    const began = performance.now();
    expect(blocks(`a\n\n${'b\n'.repeat(1_000_000)}`)).toHaveLength(2);
    expect(blocks('- a\n'.repeat(200_000))).toHaveLength(1);
    expect(performance.now() - began).toBeLessThan(8_000);
  });
});
