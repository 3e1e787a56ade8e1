import type { Worker } from 'node:worker_threads';
import type { Place } from '../domain/comments/anchor';
import type { Standings } from '../domain/negotiation/carry-out';
import type { TextIndex } from '../domain/negotiation/clause-index';
import type { CompiledText, WantedText } from '../domain/negotiation/compiled';
import type { OpenTotals } from '../domain/text/brackets';
import type { TextEdit, TextReading } from '../domain/text/reading';
import type { TextService } from './ports';
import { type TextJob, type TextResult, workText } from './text/text-work';
import { createWorkerPool, type ThreadPool } from './worker-pool';

export interface TextServiceOptions {
  readonly memoryMb?: number;
  /** Bytes of state and target together up to which the work is done at once, without a worker. */
  readonly inlineBytes?: number;
  /** How a worker is started; tests bring their own. */
  readonly startWorker?: (memoryMb: number) => Worker;
}

export interface TextWorkers
  extends TextService,
    Pick<ThreadPool<unknown, unknown>, 'load' | 'stop' | 'warm'> {}

/** Some 5,000 words: a few milliseconds. */
const INLINE_BYTES = 60_000;
/** To find the place of proposed words takes so much longer than to read them. */
const WORK_OF_GATHERING = 8;
/** What it takes to see how a proposal stands on its clause, in bytes of text to read. */
const WORK_OF_STANDING = 4000;
const MEMORY_MB = 1024;

/** Long texts are read and edited in a worker thread, one after the other; short ones at once. */
export function createTextService(options: TextServiceOptions = {}): TextWorkers {
  const inlineBytes = options.inlineBytes ?? INLINE_BYTES;
  const newPool = () =>
    createWorkerPool<TextJob, TextResult>({
      name: 'text',
      workers: 1,
      memoryMb: options.memoryMb ?? MEMORY_MB,
      ...(options.startWorker === undefined ? {} : { startWorker: options.startWorker }),
    });
  const pool = newPool();
  // Thousands of proposals take seconds: who only wants to read a text does not wait behind them.
  const gathering = newPool();
  /** What a job of one kind answers is known by the kind. */
  async function work<Result extends TextResult>(job: TextJob, size: number): Promise<Result> {
    return (size <= inlineBytes ? workText(job) : await pool.run(job)) as Result;
  }
  async function gather<Result extends CompiledText | WantedText>(
    job: Extract<TextJob, { do: 'compile' | 'wanted' }>,
  ): Promise<Result> {
    const words = job.proposals.reduce((sum, proposal) => sum + (proposal.words?.length ?? 0), 0);
    const size = job.text.length + words * WORK_OF_GATHERING;
    return (size <= inlineBytes ? workText(job) : await gathering.run(job)) as Result;
  }
  return {
    read: (updates) => work<TextReading>({ do: 'read', updates }, sizeOf(updates)),
    edit: (updates, target, clientId) =>
      work<TextEdit | null>({ do: 'edit', updates, target, clientId }, sizeOf(updates) + target.length),
    places: async (text, anchors) => {
      if (anchors.length === 0) return [];
      const json = JSON.stringify(text);
      return work<(Place | null)[]>({ do: 'places', text: json, anchors }, json.length);
    },
    index: (text, houseStyle) => work<TextIndex>({ do: 'index', text, houseStyle }, text.length),
    open: (text) => work<OpenTotals>({ do: 'open', text }, text.length),
    standings: (text, proposals) =>
      work<Standings>(
        { do: 'standings', text, proposals },
        text.length + proposals.length * WORK_OF_STANDING,
      ),
    compile: (text, proposals) => gather<CompiledText>({ do: 'compile', text, proposals }),
    wanted: (text, proposals, houseStyle) =>
      gather<WantedText>({ do: 'wanted', text, proposals, houseStyle }),
    warm: () => {
      pool.warm();
      gathering.warm();
    },
    load: () => {
      const [reads, gathers] = [pool.load(), gathering.load()];
      return {
        running: reads.running + gathers.running,
        waiting: reads.waiting + gathers.waiting,
      };
    },
    stop: async () => {
      await Promise.all([pool.stop(), gathering.stop()]);
    },
  };
}

function sizeOf(updates: readonly Uint8Array[]): number {
  return updates.reduce((sum, update) => sum + update.length, 0);
}
