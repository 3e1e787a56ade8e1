import './stand-back';
import { parentPort } from 'node:worker_threads';
import { whereThrown } from '../logged-error';
import { type SheetAnswer, type SheetJob, sheetWork } from '../sheets/work';
import type { WorkerAnswer } from '../worker-pool';

/** Reads and writes sheets away from the event loop that serves keystrokes. One job at a time; the pool queues. */
parentPort?.on('message', async (job: SheetJob) => {
  let answer: WorkerAnswer<SheetAnswer>;
  try {
    answer = { result: await sheetWork(job, (progress) => parentPort?.postMessage({ progress })) };
  } catch (error) {
    answer = { error: whereThrown(error) };
  }
  parentPort?.postMessage(answer);
});
