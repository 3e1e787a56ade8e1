import './stand-back';
import { parentPort } from 'node:worker_threads';
import { type ImportJob, importWork } from '../import-service';
import { whereThrown } from '../logged-error';
import type { WorkerAnswer } from '../worker-pool';

/** Reads files of strangers away from the event loop that serves keystrokes. One job at a time; the pool queues. */
parentPort?.on('message', (job: ImportJob) => {
  let answer: WorkerAnswer<ReturnType<typeof importWork>>;
  try {
    answer = { result: importWork(job) };
  } catch (error) {
    answer = { error: whereThrown(error) };
  }
  parentPort?.postMessage(answer);
});
