import './stand-back';
import { parentPort } from 'node:worker_threads';
import { whereThrown } from '../logged-error';
import { Histories, type HistoryJob, type HistoryResult } from '../text/ledger/history/work';
import type { WorkerAnswer } from '../worker-pool';

const histories = new Histories();

/** Works out the histories of clauses away from the event loop that serves keystrokes. One job at a time; the pool queues. */
parentPort?.on('message', (job: HistoryJob) => {
  let answer: WorkerAnswer<HistoryResult>;
  try {
    answer = { result: histories.work(job) };
  } catch (error) {
    answer = { error: whereThrown(error) };
  }
  parentPort?.postMessage(answer);
});
