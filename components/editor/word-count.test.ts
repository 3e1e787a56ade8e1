import { describe, expect, test } from 'vitest';
import { documentSchema } from '@/domain/text/schema';
import { WordCounter } from './word-count';

const schema = documentSchema();

function doc(...texts: string[]) {
  return schema.node(
    'doc',
    null,
    texts.map((text) => schema.node('paragraph', null, text === '' ? [] : [schema.text(text)])),
  );
}

describe('word count', () => {
  test('counts words, not punctuation', () => {
    expect(new WordCounter().count(doc('Agree to cooperate; and, “adopt”.', ''))).toBe(5);
  });

  test('counts Thai by words, not by spaces', () => {
    expect(new WordCounter().count(doc('สำนักงานคณะกรรมการข้าราชการพลเรือน'))).toBeGreaterThan(2);
  });

  test('a changed block is counted anew, an unchanged one is not segmented again', () => {
    const counter = new WordCounter();
    const segment = counter as unknown as { segmenter: { segment: (text: string) => Iterable<unknown> } };
    const original = segment.segmenter;
    let segmented = 0;
    segment.segmenter = {
      segment: (text: string) => {
        segmented += 1;
        return original.segment(text);
      },
    };
    expect(counter.count(doc('one two', 'three'))).toBe(3);
    expect(counter.count(doc('one two', 'three four'))).toBe(4);
    expect(segmented).toBe(3);
  });
});
