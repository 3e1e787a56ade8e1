import { parentPort } from 'node:worker_threads';
import { compareTexts } from '../../domain/redline';
import { whereThrown } from '../logged-error';
import type { RedlineAnswer, RedlineJob } from '../redline-service';

/** Compares texts away from the event loop that serves keystrokes. One job at a time; the service queues. */
parentPort?.on('message', (job: RedlineJob) => {
  let answer: RedlineAnswer;
  try {
    answer = { redline: compareTexts(job.oldText, job.newText, job.options) };
  } catch (error) {
    answer = { error: whereThrown(error) };
  }
  parentPort?.postMessage(answer);
});
