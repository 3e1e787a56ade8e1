import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import { gunzipSync } from 'node:zlib';
import { build } from 'esbuild';
import { afterEach, describe, expect, test } from 'vitest';
import { compareTexts } from '../domain/redline';
import type { RedlineJob } from '../domain/redline/job';
import { readRedlineLines } from '../domain/redline/lines';
import type { DocumentJson } from '../domain/text/document-json';
import { createRedlineService, type RedlineServiceOptions } from './redline-service';

const services: { stop(): Promise<void> }[] = [];
function service(options?: RedlineServiceOptions) {
  const created = createRedlineService(options);
  services.push(created);
  return created;
}
afterEach(async () => {
  await Promise.all(services.splice(0).map((created) => created.stop()));
});

function text(...clauses: string[]): DocumentJson {
  return {
    type: 'doc',
    content: clauses.map((words) => ({ type: 'paragraph', content: [{ type: 'text', text: words }] })),
  };
}
/** Characters of all clauses. */
function clauseLengths(document: DocumentJson): number {
  return (document.content ?? []).reduce((sum, { content }) => sum + (content?.[0]?.text?.length ?? 0), 0);
}
const OLD = text('Members shall meet each year.', 'ที่ประชุมพิจารณาร่างแผนงาน');
const NEW = text('Members should meet each year.', 'ที่ประชุมรับรองร่างแผนงาน');
const OPTIONS = { houseStyle: 'declaration' } as const;
function job(oldText: DocumentJson): RedlineJob {
  return { oldJson: JSON.stringify(oldText), newJson: JSON.stringify(NEW), options: OPTIONS };
}

/** A worker that answers with the first words of the old text, and dies of "die". */
function frailWorker(): Worker {
  return new Worker(
    `const { parentPort } = require('node:worker_threads');
     parentPort.on('message', (job) => {
       const words = JSON.parse(job.oldJson).content[0].content[0].text;
       if (words === 'die') process.exit(1);
       if (words === 'throw') return parentPort.postMessage({ error: 'thrown' });
       setTimeout(() => parentPort.postMessage({ result: { algorithm: words } }), 5);
     });`,
    { eval: true },
  );
}
const FRAIL = { startWorker: frailWorker, inlineCharacters: 0 };

describe('the redline service', () => {
  test('RL5 a worker gives the redline that compareTexts gives', async () => {
    const { algorithm, ...inWorker } = await service({ inlineCharacters: 0 }).compare(job(OLD));
    const { algorithm: own, ...here } = compareTexts(OLD, NEW, OPTIONS);
    expect(inWorker).toEqual(here);
    expect(algorithm).toBe(`${own} icu-${process.versions.icu}`);
  });

  test('RL29 RL5 a worker lays two texts beside each other; whose hand wrote it makes no difference', async () => {
    const { oldJson, newJson, options } = job(OLD);
    const written = (...runs: [number, string][]) => ({ oldJson, newJson, options, written: runs });
    const length = clauseLengths(NEW);
    const [a, b] = [written([length, 'TH']), written([10, 'TH'], [4, 'VN'], [length - 14, 'ID'])];
    const wanted = { view: 'touched', page: 1, perPage: 10 } as const;
    const page = await service({ inlineCharacters: 0 }).threeWay(a, b, wanted);
    expect(page).toEqual(await service().threeWay(a, b, wanted));
    expect(page.counts).toEqual({ neither: 0, onlyA: 0, onlyB: 0, alike: 2, differently: 0 });
    expect(page.clauses[0]?.b[0]?.segments.map(({ author }) => author)).toContain('VN');
  });

  test('RL5 a worker counts what compareTexts counts, of texts as they are stored', async () => {
    const json = [OLD, NEW].map((each) => JSON.stringify(each)) as [string, string];
    const { summary } = compareTexts(OLD, NEW, OPTIONS);
    for (const inlineCharacters of [0, 100_000]) {
      expect(await service({ inlineCharacters }).count(...json, OPTIONS)).toEqual(summary);
    }
  });

  test('RL5 packed in a worker, the redline unpacks to itself', async () => {
    const packing = service();
    const packed = await packing.pack('one', async () => job(OLD));
    const redline = await packing.compare(job(OLD));
    const { rows, changes, ...head } = redline;
    expect(await readRedlineLines(gunzipSync(packed.bytes).toString(), async () => undefined)).toEqual(
      redline,
    );
    expect(packed).toMatchObject({ summary: head.summary, oldHash: head.oldHash, changes: changes.length });
    expect(rows).toHaveLength(2);
    expect(await packing.pack('one', () => Promise.reject(new Error('asked again')))).toBe(packed);
  });

  test('LE9 a packed redline that lacks its names this time is made anew for who asks next', async () => {
    const packing = service();
    const nameless = await packing.pack('one', async () => ({ ...job(OLD), lacksNames: true as const }));
    const { oldJson, newJson, options } = job(OLD);
    const written: [number, string][] = [[clauseLengths(NEW), 'TH']];
    const named = await packing.pack('one', async () => ({ oldJson, newJson, options, written }));
    expect(named.tag).not.toBe(nameless.tag);
    expect(gunzipSync(named.bytes).toString()).toContain('"TH"');
  });

  test('RL9 a small text is compared without a worker, a long one with', async () => {
    let started = 0;
    const counted = service({
      startWorker: () => {
        started += 1;
        return frailWorker();
      },
    });
    expect((await counted.compare(job(OLD))).summary.wordsInserted).toBe(2);
    expect(started).toBe(0);
    await counted.compare(job(text('x '.repeat(25_000))));
    expect(started).toBe(1);
    await counted.compare(job(text(...new Array<string>(3000).fill('')))).catch(() => null);
    expect(started).toBeLessThanOrEqual(2);
  });

  test('more jobs than workers wait their turn and all get their own answer', async () => {
    const busy = service({ ...FRAIL, workers: 2 });
    const words = Array.from({ length: 12 }, (_, index) => `job ${index}`);
    const answers = await Promise.all(words.map((word) => busy.compare(job(text(word)))));
    expect(answers.map(({ algorithm }) => algorithm.split(' icu-')[0])).toEqual(words);
  });

  test('a worker that dies takes only its own job with it', async () => {
    const frail = service({ ...FRAIL, workers: 1 });
    const before = frail.compare(job(text('before')));
    const dies = frail.compare(job(text('die')));
    const after = frail.compare(job(text('after')));
    await expect(dies).rejects.toThrow('ended before it answered');
    expect((await before).algorithm).toContain('before');
    expect((await after).algorithm).toContain('after');
  });

  test('a comparison that throws rejects its job and the worker goes on', async () => {
    const frail = service({ ...FRAIL, workers: 1 });
    await expect(frail.compare(job(text('throw')))).rejects.toThrow('thrown');
    expect((await frail.compare(job(text('next')))).algorithm).toContain('next');
  });

  test('a worker out of memory rejects its job', async () => {
    const hungry = service({
      inlineCharacters: 0,
      startWorker: () =>
        new Worker(
          `require('node:worker_threads').parentPort.on('message', () => { const kept = []; for (;;) kept.push(new Array(1e5).fill({})); });`,
          { eval: true, resourceLimits: { maxOldGenerationSizeMb: 16 } },
        ),
    });
    await expect(hungry.compare(job(OLD))).rejects.toThrow(/memory/i);
  });

  test('what waits when the service stops is rejected', async () => {
    const stopping = service({ ...FRAIL, workers: 1 });
    const jobs = ['one', 'two', 'three'].map((word) => stopping.compare(job(text(word))));
    const outcomes = Promise.allSettled(jobs);
    await stopping.stop();
    expect((await outcomes).map(({ status }) => status)).toEqual(['rejected', 'rejected', 'rejected']);
    await expect(stopping.compare(job(OLD))).rejects.toThrow('stopped');
  });

  test('bundled, the worker file beside the bundle is used', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'mufakat-redline-'));
    const here = fileURLToPath(new URL('.', import.meta.url));
    try {
      await build({
        stdin: {
          contents: `
            import { createRedlineService } from './redline-service';
            const service = createRedlineService({ inlineCharacters: 0 });
            const { summary } = await service.compare(JSON.parse(process.argv[2]));
            console.log(JSON.stringify(summary));`,
          resolveDir: here,
          loader: 'ts',
        },
        outfile: join(folder, 'main.js'),
        bundle: true,
        format: 'esm',
        platform: 'node',
      });
      await build({
        entryPoints: [join(here, 'workers/redline-worker.ts')],
        outfile: join(folder, 'redline-worker.js'),
        bundle: true,
        format: 'esm',
        platform: 'node',
      });
      writeFileSync(join(folder, 'package.json'), '{"type":"module"}');
      const printed = execFileSync(process.execPath, [join(folder, 'main.js'), JSON.stringify(job(OLD))]);
      expect(JSON.parse(printed.toString())).toMatchObject({ wordsInserted: 2, wordsDeleted: 2 });
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
});
