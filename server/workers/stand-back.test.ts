import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { Worker } from 'node:worker_threads';
import { describe, expect, it } from 'vitest';

const HERE = import.meta.dirname;
const NICE_FIELD = 16;

/** How nice each thread of this process is. */
function niceness(): number[] {
  return readdirSync('/proc/self/task').map((thread) => {
    const stat = readFileSync(`/proc/self/task/${thread}/stat`, 'latin1');
    return Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[NICE_FIELD]);
  });
}

describe('workers give way to the loop', () => {
  it.runIf(process.platform === 'linux')(
    'a worker thread alone, and not the thread that started it',
    async () => {
      const before = Math.max(...niceness());
      const source = JSON.stringify(pathToFileURL(`${HERE}/stand-back.ts`).href);
      const boot = `import('tsx/esm/api').then(({ register }) => { register(); return import(${source}); })
      .then(() => require('node:worker_threads').parentPort.postMessage('up')); setInterval(() => {}, 1000);`;
      const worker = new Worker(boot, { eval: true });
      try {
        await new Promise((resolve, reject) => worker.once('message', resolve).once('error', reject));
        const own = readFileSync(`/proc/self/task/${process.pid}/stat`, 'latin1');
        expect(Math.max(...niceness())).toBe(before + 10);
        expect(Number(own.slice(own.lastIndexOf(')') + 2).split(' ')[NICE_FIELD])).toBeLessThan(before + 10);
      } finally {
        await worker.terminate();
      }
    },
  );

  it.runIf(process.platform === 'linux')('a server that is nicer already stays as nice as it is', () => {
    const code =
      "require('node:os').setPriority(15); import('tsx/esm/api').then(({ register }) => { register(); return import(process.argv[1]); }).then(() => console.log(require('node:os').getPriority()))";
    const asked = spawnSync(process.execPath, ['-e', code, `${HERE}/stand-back.ts`], { encoding: 'utf8' });
    expect(asked.stdout.trim()).toBe('15');
  });

  it('every one of them', () => {
    const workers = readdirSync(HERE).filter((file) => file.endsWith('-worker.ts'));
    expect(workers.length).toBeGreaterThan(5);
    for (const file of workers) {
      expect(readFileSync(`${HERE}/${file}`, 'utf8'), file).toMatch(/^import '\.\/stand-back';$/m);
    }
  });
});
