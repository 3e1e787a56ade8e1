import './stand-back';
import { parentPort } from 'node:worker_threads';
import { whereThrown } from '../logged-error';
import { type LedgerJob, workLedger } from '../text/ledger/work';
import type { WorkerAnswer } from '../worker-pool';

/** Works out who wrote a text away from the event loop that serves keystrokes. One job at a time; the pool queues. */
parentPort?.on('message', (job: LedgerJob) => {
  let answer: WorkerAnswer<ReturnType<typeof workLedger>>;
  try {
    answer = { result: workLedger(job) };
  } catch (error) {
    answer = { error: whereThrown(error) };
  }
  parentPort?.postMessage(answer);
});
