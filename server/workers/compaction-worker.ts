import './stand-back';
import { parentPort } from 'node:worker_threads';
import { type PackedPieces, unpack } from '../compaction-service';
import { whereThrown } from '../logged-error';
import type { MergedState } from '../ports';
import { mergedState } from '../text/ydoc';
import type { WorkerAnswer } from '../worker-pool';

/** Merges the pieces of a log into one state, away from the event loop that serves keystrokes. */
parentPort?.on('message', (packed: PackedPieces) => {
  let answer: WorkerAnswer<MergedState>;
  try {
    answer = { result: mergedState(unpack(packed)) };
  } catch (error) {
    answer = { error: whereThrown(error) };
  }
  parentPort?.postMessage(answer);
});
