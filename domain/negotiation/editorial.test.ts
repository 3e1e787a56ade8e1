import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { DocumentJson } from '../text/document-json';
import { sensitiveChanges } from './editorial';

const COUNTRIES = [
  { names: ['Viet Nam', 'the Socialist Republic of Viet Nam', 'เวียดนาม'] },
  { names: ['Lao PDR', 'สปป.ลาว'] },
];

function textOf(words: string): DocumentJson {
  return { type: 'doc', content: [{ type: 'operative', content: [{ type: 'text', text: words }] }] };
}

function found(before: string, after: string): string[] {
  return sensitiveChanges(textOf(before), textOf(after), COUNTRIES).map(
    ({ kind, word }) => `${kind} ${word}`,
  );
}

describe('NP13 an editorial change touches no words of meaning', () => {
  test.each([
    [
      'a comma, a spelling, the order',
      'AGREE to organise, in 2019, five workshops',
      'AGREE, in 2019, to organize five workshops',
    ],
    ['capitals', 'members shall report', 'Members shall report'],
    [
      'May the month stays a month',
      'by 3 May 2019 at the latest',
      'not later – by 3 May 2019'.replace('not later – ', ''),
    ],
    ['a country in another place', 'Viet Nam and Lao PDR report', 'Lao PDR and Viet Nam report'],
    ['words that only hold such words', 'the notable willingness of mayors', 'the noted shallow maybe'],
  ])('NP13 %s is none', (_name, before, after) => {
    expect(found(before, after)).toEqual([]);
  });

  test.each([
    [
      'a number',
      'five reports by 2020',
      'six reports by 2021',
      ['number five', 'number 2020', 'number six', 'number 2021'],
    ],
    ['a share', 'at least 10 % of posts', 'at least 12 % of posts', ['number 10 %', 'number 12 %']],
    ['a date', 'by 3 May 2019', 'by 4 May 2019', ['date 3 May 2019', 'date 4 May 2019']],
    ['a negation', 'members may report', 'members may not report', ['negation not']],
    [
      'an obligation',
      'members should report',
      'members shall report',
      ['obligation should', 'obligation shall'],
    ],
    ['a country', 'as Viet Nam reported', 'as Lao PDR reported', ['country Viet Nam', 'country Lao PDR']],
    ['Thai', 'สมาชิกควรรายงาน', 'สมาชิกต้องไม่รายงาน', ['obligation ควร', 'negation ไม่', 'obligation ต้อง']],
    ['Thai digits', 'ภายใน ๕ ปี', 'ภายใน ๖ ปี', ['number ๕', 'number ๖']],
  ])('NP13 %s is one', (_name, before, after, words) => {
    expect(found(before, after).sort()).toEqual([...words].sort());
  });

  test('NP13 footnotes are words too', () => {
    const note = (text: string): DocumentJson => ({
      type: 'doc',
      content: [
        {
          type: 'operative',
          content: [
            { type: 'text', text: 'AGREE' },
            { type: 'footnote', attrs: { text } },
          ],
        },
      ],
    });
    expect(sensitiveChanges(note('as of 2018'), note('as of 2019'), []).map(({ word }) => word)).toEqual([
      '2018',
      '2019',
    ]);
  });
});

describe('§10 NP13 the editorial class cannot alter words of meaning unasked, wherever they stand', () => {
  const RUNS = { seed: 20190425, numRuns: 400 };
  const PLAIN = ['members', 'report', 'to', 'the', 'Heads,', 'mayors', 'notable', 'secondary', 'ที่ประชุม', '–'];
  const OF_MEANING = [
    ...['7', '2031', '10 %', '1,500', '๕', 'three', 'half', 'annually'],
    ...['3 May 2030', '2030-05-03', 'May 2031', '3 พฤษภาคม 2573'],
    ...['not', 'no', 'none', 'never', 'neither', 'without', 'except', 'unless', 'cannot'],
    ...['ไม่', 'มิได้', 'ห้าม', 'ยกเว้น', 'เว้นแต่', 'ปราศจาก'],
    ...['shall', 'should', 'may', 'must', 'will', 'would', 'can', 'ต้อง', 'ควร', 'อาจ', 'พึง'],
    ...['Viet Nam', 'Lao PDR', 'เวียดนาม', 'สปป.ลาว'],
  ];
  const plain = fc.array(fc.constantFrom(...PLAIN), { minLength: 1, maxLength: 12 });
  const meant = fc.constantFrom(...OF_MEANING);
  /** A sentence with words of meaning in some of its places. */
  const sentence = fc
    .array(fc.oneof({ weight: 3, arbitrary: fc.constantFrom(...PLAIN) }, { weight: 1, arbitrary: meant }), {
      minLength: 1,
      maxLength: 12,
    })
    // A number beside a name of a month makes a date of both: what is one word must stay one.
    .map((words) => words.join(' and '));

  test('§10 NP13 put in, taken away or exchanged, each of them is found', () => {
    fc.assert(
      fc.property(sentence, sentence, meant, meant, (head, tail, one, other) => {
        const [without, with1, with2] = ['', ` and ${one}`, ` and ${other}`].map(
          (put) => `${head}${put} and ${tail}`,
        );
        expect(found(without ?? '', with1 ?? ''), `+ ${one}`).not.toEqual([]);
        expect(found(with1 ?? '', without ?? ''), `- ${one}`).not.toEqual([]);
        if (one !== other) expect(found(with1 ?? '', with2 ?? ''), `${one} → ${other}`).not.toEqual([]);
      }),
      RUNS,
    );
  });

  test('§10 NP13 in whatever order words of meaning stand, with other plain words between them, nothing is', () => {
    fc.assert(
      fc.property(fc.array(meant, { maxLength: 6 }), plain, plain, fc.nat(), (words, one, other, turn) => {
        const turned = [
          ...words.slice(turn % (words.length + 1)),
          ...words.slice(0, turn % (words.length + 1)),
        ];
        const before = [...one, ...words].join(' and ');
        const after = [...turned, ...other].join(' and ');
        expect(found(before, after)).toEqual([]);
      }),
      RUNS,
    );
  });
});
