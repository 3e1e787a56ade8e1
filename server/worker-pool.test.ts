import { Worker } from 'node:worker_threads';
import { expect, test, vi } from 'vitest';
import { createWorkerPool } from './worker-pool';

const ECHO = `const { parentPort } = require('node:worker_threads');
parentPort.on('message', (job) => parentPort.postMessage({ result: job }));`;

function pool() {
  const startWorker = vi.fn(() => new Worker(ECHO, { eval: true }));
  return {
    startWorker,
    pool: createWorkerPool<number, number>({ name: 'echo', workers: 2, memoryMb: 64, startWorker }),
  };
}

test('a worker that was started ahead does the first job, and no second one is started for it', async () => {
  const { startWorker, pool: echo } = pool();
  echo.warm();
  echo.warm();
  expect(startWorker).toHaveBeenCalledTimes(1);
  expect(await echo.run(7)).toBe(7);
  expect(startWorker).toHaveBeenCalledTimes(1);
  expect(await Promise.all([echo.run(1), echo.run(2)])).toEqual([1, 2]);
  expect(startWorker).toHaveBeenCalledTimes(2);
  await echo.stop();
});

test('after the end nothing is started ahead', async () => {
  const { startWorker, pool: echo } = pool();
  await echo.stop();
  echo.warm();
  expect(startWorker).not.toHaveBeenCalled();
});
