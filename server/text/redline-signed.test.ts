import { expect, test } from 'vitest';
import { clause, doc } from '../../domain/redline/testing/texts';
import { attributedRedline } from './attributed-redline';

test('LE16 of a sole writer every run that came or went is signed, and those of others stay', () => {
  const json = (...words: string[]) =>
    JSON.stringify(doc(...words.map((text, at) => clause(`c_${at}`, text))));
  const redline = attributedRedline({
    oldJson: json('AGREE to meet every year;'),
    newJson: json('AGREE to meet each and any year;'),
    options: { houseStyle: 'declaration' },
    written: [
      [14, undefined],
      [5, 'ID'],
      [13, undefined],
    ],
    sole: 'PH',
  });
  const hands = redline.rows
    .flatMap(({ segments }) => segments)
    .filter(({ op }) => op !== 'equal')
    .map(({ op, text, author }) => [op, text.trim(), author]);
  expect(hands).toEqual([
    ['delete', 'every', 'PH'],
    ['insert', 'each', 'ID'],
    ['insert', 'and any', 'PH'],
  ]);
  expect(redline.sole).toBe('PH');
});
