import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { countWordsOf } from '../text/word-count';
import { invisibleKind, visibleForm } from './invisible';
import { NOTE_TOKEN, tokenise, WORD_TOKEN } from './tokens';
import { Vocabulary } from './vocabulary';

function tokensOf(text: string): string[] {
  const tokens = tokenise(text, [], new Vocabulary());
  return Array.from(tokens.keys, (_, index) => text.slice(tokens.starts[index], tokens.starts[index + 1]));
}

function wordsOf(text: string): string[] {
  const tokens = tokenise(text, [], new Vocabulary());
  return tokensOf(text).filter((_, index) => tokens.kinds[index] === WORD_TOKEN);
}

describe('RL20 words, signs and spaces', () => {
  test('RL20 nothing is lost, whatever the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 20 }), (text) => {
        expect(tokensOf(text).join('')).toBe(text);
      }),
      { numRuns: 200, seed: 20190422 },
    );
  });

  test.each([
    [
      'The co-operation of 1,500 staff, 2021–2025.',
      ['The', 'co-operation', 'of', '1,500', 'staff', '2021–2025'],
    ],
    ["the members' report and/or R&D", ['the', 'members', 'report', 'and/or', 'R&D']],
    ['[shall][should]', ['shall', 'should']],
    ['OP 3 (b) — which', ['OP', '3', 'b', 'which']],
    ['ที่ประชุมรับรอง ๓ เรื่อง', ['ที่', 'ประชุม', 'รับรอง', '๓', 'เรื่อง']],
    ['ACCSMครั้งที่20', ['ACCSM', 'ครั้ง', 'ที่', '20']],
    ['👍🏽 🇹🇭', []],
  ])('RL20 words of %s', (text, words) => {
    expect(wordsOf(text)).toEqual(words);
  });

  test('RL20 words are counted as versions count them, in ordinary prose', () => {
    const text =
      "The members' co-operation (2021–2025), agreed on 24 April 2019; ที่ประชุมรับรองแผนงาน ต่าง ๆ และ 会议通过了草案.";
    expect(tokenise(text, [], new Vocabulary()).words).toBe(countWordsOf(text));
  });

  test('RL20 a footnote is a token of its own; the same character typed by hand is none', () => {
    const tokens = tokenise('a\uFFFC b\uFFFC', [{ at: 1, text: 'see' }], new Vocabulary());
    expect([...tokens.kinds].filter((kind) => kind === NOTE_TOKEN)).toHaveLength(1);
  });

  test('RL20 equal words have equal numbers, other words others', () => {
    const { keys } = tokenise('one two one One', [], new Vocabulary());
    const words = [keys[0], keys[2], keys[4], keys[6]];
    expect(words[0]).toBe(words[2]);
    expect(new Set(words).size).toBe(3);
  });
});

describe('RL19 the visible form', () => {
  test.each([
    ['ทํา', 'ทำ'],
    ['นํ้า', 'น้ำ'],
    ['น้ํา', 'น้ำ'],
    ['a\u00A0b', 'a b'],
    ['ก\u200Bข', 'กข'],
    ['e\u0301', 'é'],
  ])('RL19 %j is seen as %j', (raw, seen) => {
    expect(visibleForm(raw)).toBe(seen);
    expect(tokenise(raw, [], new Vocabulary()).starts.at(-1)).toBe(raw.length);
  });

  test('RL19 cutting by clusters gives the same visible form as the whole', () => {
    const characters = fc.constantFrom(...'aéก่ํำาน้\u200B\u00A0\u0301\u0323ກໍາ\u1100\u1161x 👍');
    fc.assert(
      fc.property(fc.array(characters, { maxLength: 12 }), (parts) => {
        const text = parts.join('');
        const vocabulary = new Vocabulary();
        // What nobody sees is a space of its own where a text is nothing else.
        const unseen = vocabulary.wordId('');
        const seen = [...tokenise(text, [], vocabulary).keys].filter((key) => key !== unseen);
        expect(seen).toEqual([...tokenise(visibleForm(text), [], vocabulary).keys]);
      }),
      { numRuns: 1000, seed: 20190422 },
    );
  });

  test('RL19 a long run that nobody sees is read in one go', () => {
    const run = `ก${'\u200B'.repeat(100_000)}า`;
    expect(tokenise(run, [], new Vocabulary()).starts.at(-1)).toBe(run.length);
  });

  test('RL19 differences are named', () => {
    expect(invisibleKind('ทำ', 'ทํา')).toBe('sara-am');
    expect(invisibleKind('a b', 'a\u00A0b')).toBe('no-break-space');
    expect(invisibleKind('ab', 'a\u200Bb')).toBe('zero-width-space');
    expect(invisibleKind('é', 'e\u0301')).toBe('nfc');
  });
});
