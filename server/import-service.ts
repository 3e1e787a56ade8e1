import type { Worker } from 'node:worker_threads';
import type { ProposedByFile } from '../domain/negotiation/file-proposal';
import { accept, type Outcome, refuse } from '../domain/refusal';
import { canonicalText } from '../domain/text/canonical';
import { rankedAuthors } from '../domain/text/claimed-authors';
import { clausesOf, clauseText, isTextBlock } from '../domain/text/clauses';
import type { CommentThread } from '../domain/text/comment-thread';
import { digestText } from '../domain/text/digest';
import type { DocumentJson, NodeJson } from '../domain/text/document-json';
import type { LeftOut } from '../domain/text/left-out';
import { reviewPages } from '../domain/text/review-pages';
import type { ClaimedAuthor, ClaimedChange, MarkedParagraph } from '../domain/text/tracked-changes';
import { countWords } from '../domain/text/word-count';
import { ImportQueue } from './import-queue';
import type { ChosenText, FoundInFile, ImportedFile, ImportService } from './ports';
import { proposedByFile } from './proposed-by-file';
import { readFile } from './reading/read-file';
import { withKeptIds } from './text/kept-ids';
import { readWord } from './word/reading';
import { MOST_PARAGRAPHS } from './word/reading/limits';
import { createWorkerPool, OutOfTime, type WorkerPool } from './worker-pool';

export type ImportJob =
  | { readonly do: 'look'; readonly file: ImportedFile }
  | {
      readonly do: 'choose';
      readonly file: ImportedFile;
      readonly taken: 'all' | readonly number[];
      readonly standing: string;
    }
  | { readonly do: 'propose'; readonly file: ImportedFile; readonly standing: string };

type ImportAnswer = Outcome<FoundInFile> | Outcome<ChosenText> | Outcome<ProposedByFile>;

/** Does one job; for the worker, and at once where there is no server. */
export function importWork(job: ImportJob): ImportAnswer {
  if (job.do === 'propose') return proposedByFile(job.file, JSON.parse(job.standing) as DocumentJson);
  const read = readAny(job.file);
  if (!read.ok) return read;
  return job.do === 'look' ? findingsOf(read.value) : chosenText(read.value, job);
}

interface Tracked {
  readonly changes: readonly ClaimedChange[];
  readonly authors: readonly ClaimedAuthor[];
  readonly marked: readonly MarkedParagraph[];
}

interface AnyFile {
  readonly accepted: DocumentJson;
  readonly leftOut: readonly LeftOut[];
  readonly tracked: Tracked;
  readonly comments: readonly CommentThread[];
  /** Whether it is a Word file that this site wrote. */
  readonly isOwn: boolean;
  /** Whoever wrote it knew our kinds of clauses. */
  readonly knowsKinds: boolean;
  readonly choose: (taken: ReadonlySet<number>) => {
    readonly text: DocumentJson;
    readonly comments: readonly CommentThread[];
  };
}

const UNTRACKED: Tracked = { changes: [], authors: [], marked: [] };

/** A file by its name: Word files know tracked changes and comments, the others are one text. */
function readAny({ name, bytes, houseStyle, language }: ImportedFile): Outcome<AnyFile> {
  if (/\.(md|markdown|txt|text|html?|json)$/i.test(name)) {
    const read = readFile(name, bytes, { changes: 'accept', numbers: 'count' });
    if (!read.ok) return read;
    const { text, leftOut } = read.value;
    const whole = { text, comments: [] };
    return accept({
      accepted: text,
      leftOut,
      tracked: UNTRACKED,
      comments: [],
      isOwn: false,
      knowsKinds: /\.json$/i.test(name),
      choose: () => whole,
    });
  }
  const read = readWord(bytes, { houseStyle, language });
  if (!read.ok) return read;
  const { accepted, leftOut, comments, changes, authors, marked, isOwn, choose } = read.value;
  return accept({
    accepted,
    leftOut,
    comments,
    tracked: { changes, authors, marked },
    isOwn,
    knowsKinds: isOwn,
    choose,
  });
}

function findingsOf({ accepted, leftOut, tracked, comments, isOwn }: AnyFile): Outcome<FoundInFile> {
  const paragraphs = countParagraphs(accepted);
  if (paragraphs > MOST_PARAGRAPHS) return refuse('IM23', { most: MOST_PARAGRAPHS });
  const clauses = clausesOf(accepted);
  const isEmpty = clauses.every((clause) => clauseText(clause).trim() === '');
  if (isEmpty && tracked.changes.length === 0) return refuse('IM14');
  const pages = reviewPages(tracked.marked, tracked.changes);
  const findings = {
    words: countWords(accepted),
    clauses: clauses.length,
    tables: (accepted.content ?? []).filter(({ type }) => type === 'table').length,
    footnotes: countNodes(accepted, 'footnote'),
    comments: comments.length,
    leftOut,
    isOwn,
    ...rankedAuthors(tracked.authors, tracked.changes),
    pages: pages.length,
    passages: tracked.marked.length,
  };
  // Written down here, in the worker: the server only hands it on.
  return accept({ findings, pages: pages.map((page) => JSON.stringify(page)) });
}

function chosenText(file: AnyFile, job: Extract<ImportJob, { do: 'choose' }>): Outcome<ChosenText> {
  const taken = job.taken === 'all' ? file.tracked.changes.map(({ number }) => number) : job.taken;
  const { text, comments } = file.choose(new Set(taken));
  const standing = JSON.parse(job.standing) as DocumentJson;
  const canonical = canonicalText(
    withKeptIds(standing, text, { houseStyle: job.file.houseStyle, keepsKinds: file.knowsKinds }),
  );
  return accept({ text: canonical, hash: digestText(canonical), comments });
}

function countNodes(node: NodeJson, type: string): number {
  return (
    (node.type === type ? 1 : 0) +
    (node.content ?? []).reduce((sum, child) => sum + countNodes(child, type), 0)
  );
}

/** Paragraphs and table rows: an empty one costs as much as one with words (IM23). */
function countParagraphs(node: NodeJson): number {
  if (isTextBlock(node)) return 1;
  return (node.content ?? []).reduce(
    (sum, child) => sum + countParagraphs(child),
    node.type === 'tableRow' ? 1 : 0,
  );
}

export interface ImportServiceOptions {
  readonly memoryMb?: number;
  readonly jobMs?: number;
  /** How a worker is started; tests bring their own. */
  readonly startWorker?: (memoryMb: number) => Worker;
}

export interface ImportWorkers extends ImportService, Pick<WorkerPool<unknown, unknown>, 'load' | 'stop'> {}

const MEMORY_MB = 512;
const JOB_MS = 20_000;

/**
 * Reads files of strangers in a worker thread of its own, one after the other, with limits of memory and time (IM13).
 * Whatever a file does to its reader, the server goes on serving.
 */
export function createImportService(options: ImportServiceOptions = {}): ImportWorkers {
  const jobMs = options.jobMs ?? JOB_MS;
  const pool = createWorkerPool<ImportJob, ImportAnswer>({
    name: 'import',
    workers: 1,
    memoryMb: options.memoryMb ?? MEMORY_MB,
    jobMs,
    ...(options.startWorker === undefined ? {} : { startWorker: options.startWorker }),
  });
  async function work(job: ImportJob): Promise<ImportAnswer> {
    try {
      return await pool.run(job);
    } catch (error) {
      const isTooMuch =
        error instanceof OutOfTime || (error as NodeJS.ErrnoException).code === 'ERR_WORKER_OUT_OF_MEMORY';
      if (!isTooMuch) throw error;
      return refuse('IM13', { seconds: jobMs / 1000 });
    }
  }
  const queue = new ImportQueue();
  return {
    enter: (userId) => queue.enter(userId),
    look: (file) => work({ do: 'look', file }) as Promise<Outcome<FoundInFile>>,
    choose: (file, taken, standing) =>
      work({ do: 'choose', file, taken, standing }) as Promise<Outcome<ChosenText>>,
    propose: (file, standing) => work({ do: 'propose', file, standing }) as Promise<Outcome<ProposedByFile>>,
    load: pool.load,
    stop: pool.stop,
  };
}

/** The same without workers: for the command line, seeds and tests, where nobody waits for keystrokes. */
export function importsInLine(): ImportService {
  const queue = new ImportQueue();
  return {
    enter: (userId) => queue.enter(userId),
    look: async (file) => importWork({ do: 'look', file }) as Outcome<FoundInFile>,
    choose: async (file, taken, standing) =>
      importWork({ do: 'choose', file, taken, standing }) as Outcome<ChosenText>,
    propose: async (file, standing) =>
      importWork({ do: 'propose', file, standing }) as Outcome<ProposedByFile>,
  };
}
