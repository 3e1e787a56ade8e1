import { parentPort } from 'node:worker_threads';
import type { RedlineJob } from '../../domain/redline/job';
import type { Redline, RedlineSummary } from '../../domain/redline/types';
import { whereThrown } from '../logged-error';
import { type CountJob, countChanges } from '../redline-service';
import { attributedRedline } from '../text/attributed-redline';
import type { WorkerAnswer } from '../worker-pool';

/** Compares texts away from the event loop that serves keystrokes. One job at a time; the pool queues. */
parentPort?.on('message', (job: RedlineJob | CountJob) => {
  let answer: WorkerAnswer<Redline | RedlineSummary>;
  try {
    answer = {
      result: 'only' in job ? countChanges(job) : attributedRedline(job),
    };
  } catch (error) {
    answer = { error: whereThrown(error) };
  }
  parentPort?.postMessage(answer);
});
