import { afterEach, describe, expect, test } from 'vitest';
import { makeHistory, QUIET_PLAN } from '../domain/redline/testing/histories';
import { redlinePaper, textPaper } from './pdf/testing/papers';
import { wordFile } from './word/writing/paper';
import { createWordService, type WordServiceOptions } from './word-service';

const services: { stop(): Promise<void> }[] = [];
function service(options?: WordServiceOptions) {
  const created = createWordService(options);
  services.push(created);
  return created;
}
afterEach(async () => {
  await Promise.all(services.splice(0).map((created) => created.stop()));
});

const { old, new: fresh } = makeHistory({ ...QUIET_PLAN, clauses: 30, replacements: 9, movedClauses: 2 });
const OPTIONS = { format: 'docx', moves: 'moves', authors: 'neutral' } as const;

describe('the Word service', () => {
  test('WO5 a worker writes the bytes that are written here', async () => {
    const words = service();
    const paper = redlinePaper(old, fresh);
    const here = await wordFile({ do: 'redline', paper, options: OPTIONS, comments: [] });
    expect(Buffer.compare(await words.redline(paper, OPTIONS, []), here)).toBe(0);
    const text = textPaper(fresh);
    const clean = await wordFile({ do: 'text', paper: text, comments: [] });
    expect(Buffer.compare(await words.text(text, []), clean)).toBe(0);
  }, 30_000);

  test('WO5 a file that takes too much memory fails alone; the next is written', async () => {
    const words = service({ memoryMb: 80 });
    const long = makeHistory({ ...QUIET_PLAN, clauses: 12_000, replacements: 4000 });
    await expect(words.redline(redlinePaper(long.old, long.new), OPTIONS, [])).rejects.toThrow();
    expect((await words.text(textPaper(fresh), [])).length).toBeGreaterThan(1000);
  }, 60_000);
});
