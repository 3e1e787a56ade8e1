import './stand-back';
import { parentPort } from 'node:worker_threads';
import { whereThrown } from '../logged-error';
import { type WordJob, wordFile } from '../word/writing/paper';
import type { WorkerAnswer } from '../worker-pool';

/** Writes Word files away from the event loop that serves keystrokes. One job at a time; the pool queues. */
parentPort?.on('message', async (job: WordJob) => {
  let answer: WorkerAnswer<Uint8Array>;
  try {
    answer = { result: await wordFile(job) };
  } catch (error) {
    answer = { error: whereThrown(error) };
  }
  parentPort?.postMessage(answer, 'result' in answer ? [answer.result.buffer as ArrayBuffer] : []);
});
