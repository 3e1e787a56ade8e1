import { readdirSync, readFileSync } from 'node:fs';
import { afterEach, expect, test, vi } from 'vitest';
import { doc, paragraph } from '../domain/redline/testing/texts';
import { createPaperService, type PaperServiceOptions, type PaperWorkers } from './paper-service';
import { createTypesetter, redlinePdf, textPdf } from './pdf';
import { redlinePaper, textPaper } from './pdf/testing/papers';

const SHORT = doc(paragraph('The members shall meet.'));
const LONG = doc(
  ...Array.from({ length: 6000 }, (_, index) => paragraph(`Clause ${index}: the members shall meet again.`)),
);

let service: PaperWorkers | undefined;
function papers(options: PaperServiceOptions = {}): PaperWorkers {
  service = createPaperService(options);
  return service;
}

afterEach(async () => {
  await service?.stop();
});

test('PD5 a process of its own makes the same bytes', async () => {
  const made = papers();
  const changed = redlinePaper(SHORT, doc(paragraph('The members shall all meet.')));
  const typesetter = createTypesetter();
  expect(Buffer.from(await made.text(textPaper(SHORT)))).toEqual(
    Buffer.from(textPdf(typesetter, textPaper(SHORT))),
  );
  expect(Buffer.from(await made.redline(changed))).toEqual(Buffer.from(redlinePdf(typesetter, changed)));
}, 60_000);

test('PD5 a paper that takes too long, or too much memory, fails alone; the next is made', async () => {
  const hasty = papers({ timeMs: 300 });
  const slow = hasty.text(textPaper(LONG));
  await expect(slow).rejects.toThrow('took too long');
  await hasty.stop();
  const narrow = papers({ memoryMb: 200 });
  const [large, small] = [narrow.text(textPaper(LONG)), narrow.text(textPaper(SHORT))];
  await expect(large).rejects.toThrow('needed too much memory');
  expect((await small).length).toBeGreaterThan(1000);
}, 120_000);

test('PD5 a process that is killed loses its own paper and no other', async () => {
  const made = papers();
  const lost = made.text(textPaper(LONG));
  const kept = made.text(textPaper(SHORT));
  const [pid] = await vi.waitUntil(() => nonEmpty(ownWorkers()), { timeout: 30_000, interval: 10 });
  process.kill(pid, 'SIGKILL');
  await expect(lost).rejects.toThrow('ended before it answered');
  expect((await kept).length).toBeGreaterThan(1000);
}, 120_000);

test('PD5 what waits when the server stops is rejected', async () => {
  const made = papers();
  const waiting = [made.text(textPaper(LONG)), made.text(textPaper(SHORT))];
  const answers = Promise.allSettled(waiting);
  await made.stop();
  for (const answer of await answers) expect(answer.status).toBe('rejected');
  await expect(made.text(textPaper(SHORT))).rejects.toThrow('stopped');
}, 60_000);

function nonEmpty(pids: readonly number[]): readonly [number] | null {
  return pids[0] === undefined ? null : [pids[0]];
}

/** The pdf workers among the processes that this one started. */
function ownWorkers(): number[] {
  return readdirSync(`/proc/${process.pid}/task`)
    .flatMap((task) => readFileSync(`/proc/${process.pid}/task/${task}/children`, 'utf8').split(' '))
    .filter((pid) => /^\d+$/.test(pid) && readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('pdf-worker'))
    .map(Number);
}
