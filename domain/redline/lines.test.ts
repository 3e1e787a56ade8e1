import { describe, expect, test } from 'vitest';
import { compareTexts } from './index';
import { readRedlineLines, redlineLines } from './lines';

function redline(clauses: number) {
  const text = (word: string) => ({
    type: 'doc' as const,
    content: Array.from({ length: clauses }, (_, index) => ({
      type: 'paragraph',
      content: [{ type: 'text', text: `Clause ${index} on ข้าราชการ ${word}\u2028.` }],
    })),
  });
  return compareTexts(text('then'), text('now'), { houseStyle: 'declaration' });
}

describe('a redline as lines', () => {
  test('RL5 what is read back is what was written, with a rest after every line', async () => {
    for (const clauses of [0, 1, 450]) {
      const written = redline(clauses);
      let rests = 0;
      const read = await readRedlineLines(redlineLines(written), async () => {
        rests += 1;
      });
      expect(read).toEqual(written);
      expect(rests).toBe(redlineLines(written).split('\n').length - 1);
    }
  });

  test('RL5 half a redline is none', async () => {
    const lines = redlineLines(redline(450)).split('\n');
    const rest = () => Promise.resolve();
    await expect(readRedlineLines(lines.slice(0, -1).join('\n'), rest)).rejects.toThrow('of 450 changes');
    await expect(readRedlineLines(lines.slice(0, 2).join('\n'), rest)).rejects.toThrow('100 of 450 rows');
    await expect(readRedlineLines('', rest)).rejects.toThrow();
  });
});
