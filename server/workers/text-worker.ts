import './stand-back';
import { parentPort } from 'node:worker_threads';
import { whereThrown } from '../logged-error';
import { type TextJob, workText } from '../text/text-work';
import type { WorkerAnswer } from '../worker-pool';

/** Reads and edits long texts away from the event loop that serves keystrokes. One job at a time; the pool queues. */
parentPort?.on('message', (job: TextJob) => {
  let answer: WorkerAnswer<ReturnType<typeof workText>>;
  try {
    answer = { result: workText(job) };
  } catch (error) {
    answer = { error: whereThrown(error) };
  }
  parentPort?.postMessage(answer);
});
