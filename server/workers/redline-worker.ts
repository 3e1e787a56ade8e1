import { parentPort } from 'node:worker_threads';
import { compareTexts } from '../../domain/redline';
import type { Redline, RedlineSummary } from '../../domain/redline/types';
import { whereThrown } from '../logged-error';
import { type CountJob, countChanges, type RedlineJob } from '../redline-service';
import type { WorkerAnswer } from '../worker-pool';

/** Compares texts away from the event loop that serves keystrokes. One job at a time; the pool queues. */
parentPort?.on('message', (job: RedlineJob | CountJob) => {
  let answer: WorkerAnswer<Redline | RedlineSummary>;
  try {
    answer = {
      result: 'oldJson' in job ? countChanges(job) : compareTexts(job.oldText, job.newText, job.options),
    };
  } catch (error) {
    answer = { error: whereThrown(error) };
  }
  parentPort?.postMessage(answer);
});
