import type { Spread } from './histogram';

/**
 * How a server wants to be spoken to: `y-websocket` is the protocol of that name; `hocuspocus` the same with the
 * document's name before each message and a word about who one is; `relay` passes everything on and answers nothing.
 */
export type Dialect = 'y-websocket' | 'hocuspocus' | 'relay';

/** Any server that speaks one of the dialects. */
export interface Target {
  readonly dialect: Dialect;
  /** e.g. `ws://127.0.0.1:1234/sync/{document}`. */
  readonly url: string;
  /** Process that serves, for its CPU and memory; null where it is not on this machine. */
  readonly pid: number | null;
  /** Names of documents that exist or come to exist when first opened; document n of a job is the nth. */
  readonly documents: readonly string[];
  /** Values of `Authorization`, one a person; client n of a job is person n, over again from the start. Empty: none is sent. */
  readonly people: readonly string[];
  /** Where the server has pages too. */
  readonly pages?: PagesTarget;
}

/** Pages, somebody who may read them, and a comparison of two long texts among them. */
export interface PagesTarget {
  readonly url: string;
  readonly email: string;
  readonly password: string;
  readonly paths: readonly string[];
  readonly comparison: string;
  /** Where files for one of the two texts are sent, and where their comparison is taken away as one. */
  readonly imports: string;
  readonly redline: string;
}

interface Job {
  readonly target: Target;
}

/** People type, each in a paragraph of their own; every keystroke is timed at every other client of its document. */
export interface TypingJob extends Job {
  readonly kind: 'typing';
  readonly documents: number;
  readonly clientsPerDocument: number;
  readonly writersPerDocument: number;
  readonly keysPerSecond: number;
  /** Characters in the document before typing begins. */
  readonly bodySize: number;
  readonly warmUpSeconds: number;
  readonly seconds: number;
}

export interface TypingResult {
  /** Write to sight at another client, of keystrokes of the measured time. */
  readonly seen: Spread;
  /** How late the driver itself was with its keystrokes. */
  readonly lateness: Spread;
  readonly keystrokes: number;
  /** Deliveries asked for in all, and those that never came. */
  readonly expected: number;
  readonly lost: number;
  /** Connections that the server ended. */
  readonly closed: number;
  /** Not everything had come ten seconds after typing ended. */
  readonly isCollapsed: boolean;
  /** Share of a core and microseconds per delivered keystroke, carets and storage included; null without a pid. */
  readonly cpuShare: number | null;
  readonly cpuPerDelivery: number | null;
  /** CPU seconds of the server per thousand keystrokes. */
  readonly cpuPerThousandKeys: number | null;
  readonly driverCpuShare: number;
  readonly rssMb: number | null;
  /** Growth of the server's memory since before the first connection, per document. */
  readonly rssPerDocumentKb: number | null;
}

/** One client sends a writing session as fast as it is taken; another waits for its end. */
export interface IngestJob extends Job {
  readonly kind: 'ingest';
  readonly edits: number;
}

export interface IngestResult {
  /** What the document holds then: how much each client id wrote. */
  readonly whole: Readonly<Record<string, number>>;
  readonly seconds: number;
  readonly cpuSeconds: number | null;
  readonly driverCpuShare: number;
  /** The other client did not see the end within the time allowed. */
  readonly isCutOff: boolean;
}

/** Clients open documents at once and wait until they have the whole text. */
export interface OpenJob extends Job {
  readonly kind: 'open';
  readonly clients: number;
  /** Client n opens document n, over again from the start. */
  readonly documents: number;
  /** What the text must hold to be whole: how much each client id wrote; null takes the first answer for whole. */
  readonly whole: Readonly<Record<string, number>> | null;
}

export interface OpenResult {
  /** Asked to connect to all text there, in milliseconds. */
  readonly ms: Spread;
  readonly failed: number;
  readonly receivedKb: number;
  readonly cpuSeconds: number | null;
  readonly peakMb: number | null;
}

/** Each document is given a body, by a client that waits until another has it. */
export interface FillJob extends Job {
  readonly kind: 'fill';
  readonly documents: number;
  readonly bodySize: number;
}

export interface FillResult {
  readonly filled: number;
}

/** Pairs type until the server is killed without warning, `afterSeconds` later. */
export interface KillJob extends Job {
  readonly kind: 'kill';
  readonly documents: number;
  readonly keysPerSecond: number;
  readonly afterSeconds: number;
}

/** What one client saw of what another wrote before the server died. */
export interface Sighting {
  readonly document: number;
  readonly client: number;
  /** Clocks below this one were seen. */
  readonly seen: number;
  /** Milliseconds before the kill at which each of them was seen, oldest first. */
  readonly ages: readonly number[];
}

export interface KillResult {
  readonly sightings: readonly Sighting[];
}

/** Reads what documents hold: per document, how much each client id wrote. */
export interface ReadJob extends Job {
  readonly kind: 'read';
  readonly documents: number;
}

export interface ReadResult {
  readonly held: readonly Readonly<Record<string, number>>[];
}

/** People read pages, sign in and compare for so long. */
export interface BrowseJob extends Job {
  readonly kind: 'browse';
  readonly seconds: number;
}

export interface BrowseResult {
  readonly pages: Spread;
  readonly comparisons: Spread;
  /** Answers other than 200. */
  readonly failed: number;
}

/** Hostile files are sent and long redlines taken away as Word and PDF, without pause, for so long. */
export interface FilesJob extends Job {
  readonly kind: 'files';
  readonly seconds: number;
}

export interface FilesResult {
  /** Files that are to be refused, and how long that took. */
  readonly refusals: Spread;
  /** The longest text that is still read. */
  readonly readings: Spread;
  readonly word: Spread;
  readonly pdf: Spread;
  /** Answers other than those due. */
  readonly failed: number;
}

export interface Results {
  readonly typing: TypingResult;
  readonly ingest: IngestResult;
  readonly open: OpenResult;
  readonly fill: FillResult;
  readonly kill: KillResult;
  readonly read: ReadResult;
  readonly browse: BrowseResult;
  readonly files: FilesResult;
}

export type AnyJob = TypingJob | IngestJob | OpenJob | FillJob | KillJob | ReadJob | BrowseJob | FilesJob;
