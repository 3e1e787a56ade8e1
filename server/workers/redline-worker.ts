import './stand-back';
import { parentPort } from 'node:worker_threads';
import { whereThrown } from '../logged-error';
import { type RedlineResult, type RedlineWork, redlineWork } from '../redline-service';
import type { WorkerAnswer } from '../worker-pool';

/** Compares texts away from the event loop that serves keystrokes. One job at a time; the pool queues. */
parentPort?.on('message', (job: RedlineWork) => {
  let answer: WorkerAnswer<RedlineResult>;
  try {
    answer = { result: redlineWork(job) };
  } catch (error) {
    answer = { error: whereThrown(error) };
  }
  parentPort?.postMessage(answer);
});
