import type { Anchor, Place } from '../domain/comments/anchor';
import type { Standings } from '../domain/negotiation/carry-out';
import type { TextIndex } from '../domain/negotiation/clause-index';
import type { CompiledText, StoredProposal, WantedText } from '../domain/negotiation/compiled';
import type { ProposedByFile } from '../domain/negotiation/file-proposal';
import type { Stage, StageNews } from '../domain/negotiation/stage';
import type { WordedProposal } from '../domain/negotiation/standing';
import type { MatrixPaper } from '../domain/plan/paper';
import type { VerifiedEvidence } from '../domain/procedure/evidence';
import type { DocumentState } from '../domain/procedure/states';
import type { RedlineJob } from '../domain/redline/job';
import type { PackedRedline } from '../domain/redline/lines';
import type { ThreeWayPage, ThreeWayView } from '../domain/redline/three-way/types';
import type { Redline, RedlineSummary } from '../domain/redline/types';
import type { Outcome } from '../domain/refusal';
import type { DryRun } from '../domain/sheets/dry-run';
import type { SheetFacts, SheetProgress } from '../domain/sheets/facts';
import type { ReportFacts } from '../domain/sheets/reports';
import type { OpenTotals } from '../domain/text/brackets';
import type { BundleState } from '../domain/text/bundle';
import type { CommentThread } from '../domain/text/comment-thread';
import type { DocumentJson } from '../domain/text/document-json';
import type { ImportFindings } from '../domain/text/import-findings';
import type { Authorship } from '../domain/text/ledger/authorship';
import type { ClauseHistory } from '../domain/text/ledger/history';
import type { HouseStyle } from '../domain/text/numbering';
import type { RedlineFileOptions, RedlinePaper, TextPaper } from '../domain/text/paper';
import type { TextEdit, TextReading } from '../domain/text/reading';
import type { PresenceUser } from '../domain/wire/protocol';

/** The current instant as ISO-8601 UTC with milliseconds. The only clock of the server; tests inject their own. */
export interface Clock {
  now(): string;
}

/**
 * The live rooms, as the rest of the server may use them. Calls are made after commit, never inside a
 * transaction. The sync server implements it (server/sync); pages and use-cases reach it only through here.
 */
export interface LiveDocuments {
  /** State, pens or rights of a document changed: every open socket is judged anew, told, and closed where it must be. */
  reviewDocument(documentId: string): void;
  /** Somebody's roles, status or delegation changed: all their sockets are judged anew. */
  reviewUser(userId: string): void;
  /** A session ended: its sockets close with 4401. */
  endSession(sessionId: string): void;
  /** An access token was revoked: its sockets close with 4401. */
  endToken(tokenId: string): void;
  /** The log of a document grew by another hand than a socket's (restore): fan the new rows out. */
  followLog(documentId: string): void;
  /** Who is in the room of each document now, one entry per person. */
  peopleIn(documentIds: readonly string[]): Promise<ReadonlyMap<string, readonly PresenceUser[]>>;
  /** Refuse new sockets, commit what is in hand, close with 4503. */
  stop(): Promise<void>;
}

/** The text of a log as one Yjs update, what was deleted left out, with its state vector. */
export interface MergedState {
  readonly bytes: Uint8Array;
  readonly stateVector: Uint8Array;
}

/** Merges the pieces of a log, in their order, in a worker thread. */
export type MergeLog = (pieces: readonly Uint8Array[]) => Promise<MergedState>;

/** Comparing runs in worker threads: a long text never holds up a keystroke. */
export interface RedlineService {
  compare(job: RedlineJob): Promise<Redline>;
  /** What two texts each made of their common base, one page of it. */
  threeWay(
    a: RedlineJob,
    b: RedlineJob,
    wanted: { readonly view: ThreeWayView; readonly page: number; readonly perPage: number },
  ): Promise<ThreeWayPage>;
  /** The redline as bytes, kept for a while under `key`; `gather` is asked where it is not kept. */
  pack(key: string, gather: () => Promise<RedlineJob>): Promise<PackedRedline>;
  /** Only how much changed, between texts as they are stored (JSON). */
  count(
    oldText: string,
    newText: string,
    options: { readonly houseStyle: HouseStyle },
  ): Promise<RedlineSummary>;
}

/** The authorship ledger, derived from the log: who wrote a text, who took words away. Long logs never hold up a keystroke. */
export interface LedgerService {
  /**
   * Who wrote the text as it stood at position `to` of the log, and who took away what of the text at `from` until
   * then (null: nothing asked). Throws where the log has no such positions or cannot be read.
   */
  authorship(
    documentId: string,
    between: { readonly from: number | null; readonly to: number },
  ): Promise<Authorship>;
}

export interface HistoryQuestion {
  readonly documentId: string;
  readonly clauseId: string;
  /** Steps with a lower number only; null for the newest. */
  readonly before: number | null;
  readonly houseStyle: HouseStyle;
  /** The first row of the log holds the text of a predecessor. */
  readonly hasPredecessor: boolean;
}

/** The histories of clauses, derived from the log. Long logs never hold up a keystroke. */
export interface HistoryService {
  /** What became of one clause, as redlines; null where no clause ever had this id. Throws where the log cannot be read. */
  history(question: HistoryQuestion): Promise<ClauseHistory | null>;
}

/** Reading and rewriting texts. Long ones are worked on in a worker thread and never hold up a keystroke. */
export interface TextService {
  /** The text of a state, given as Yjs updates. Rejects where it cannot be read. */
  read(updates: readonly Uint8Array[]): Promise<TextReading>;
  /** The smallest edit that turns the state into `target` (JSON of a document); null where it is that already. */
  edit(updates: readonly Uint8Array[], target: string, clientId: number): Promise<TextEdit | null>;
  /** Where the words of comments stand in a text (CO2, CO3). */
  places(text: DocumentJson, anchors: readonly Anchor[]): Promise<(Place | null)[]>;
  /** The clauses of a text (JSON) and its open brackets. */
  index(text: string, houseStyle: HouseStyle): Promise<TextIndex>;
  /** What a text (JSON) leaves open. */
  open(text: string): Promise<OpenTotals>;
  /** How each of these proposals on one clause stands on a text (JSON), and which of them collide. */
  standings(text: string, proposals: readonly WordedProposal[]): Promise<Standings>;
  /** A text (JSON) with every proposal bracketed in its place. */
  compile(text: string, proposals: readonly StoredProposal[]): Promise<CompiledText>;
  /** A text (JSON) and what it would be with these proposals carried out. */
  wanted(text: string, proposals: readonly StoredProposal[], houseStyle: HouseStyle): Promise<WantedText>;
}

/** Papers as PDF. They are made in a process of their own: a long text holds up nobody, and a crash is one paper's. */
export interface PaperService {
  /** Rejects where the paper cannot be made (too long, too much memory). */
  text(paper: TextPaper): Promise<Uint8Array>;
  redline(paper: RedlinePaper): Promise<Uint8Array>;
}

/** Texts as Word files, redlines as Word and other files, written in a worker thread. `comments` are about the (newer) text. */
export interface WordService {
  text(paper: TextPaper, comments: readonly CommentThread[]): Promise<Uint8Array>;
  redline(
    paper: RedlinePaper,
    options: RedlineFileOptions,
    comments: readonly CommentThread[],
  ): Promise<Uint8Array>;
  matrix(paper: MatrixPaper): Promise<Uint8Array>;
}

/** One file of a bundle, made when its turn comes; null where it cannot be made. */
export interface BundlePart {
  readonly name: string;
  /** For whoever is told that it failed: "PDF". */
  readonly sort: string;
  make(): Promise<Uint8Array | string | null>;
}

/** What the index of a bundle says about a document. */
export interface BundleFacts {
  readonly symbol: string;
  readonly title: string;
  readonly language: string;
  readonly state: DocumentState;
  /** The adoption was annulled within its sitting. */
  readonly isAnnulled: boolean;
  readonly version: string;
  /** SHA-256 of the text. */
  readonly hash: string;
}

export interface BundledDocument extends BundleFacts {
  readonly files: readonly { readonly name: string; readonly sha256: string }[];
  readonly failed: BundleState['failed'];
}

export interface BundleOrder {
  readonly meetingId: string;
  readonly documents: readonly {
    readonly symbol: string;
    readonly facts: BundleFacts;
    readonly files: readonly BundlePart[];
  }[];
  /** The index, once everything else is in. */
  index(
    documents: readonly BundledDocument[],
  ): readonly { readonly name: string; readonly content: string }[];
}

/** The papers of a meeting in one file: a person has one at a time. */
export interface BundleService {
  /** Null where the person has one in the making. */
  start(userId: string, order: BundleOrder): BundleState | null;
  state(userId: string, meetingId: string): BundleState | null;
  /** Ends the one of this meeting, and takes away what was made or is told of it. */
  cancel(userId: string, meetingId: string): void;
  /** Where the finished file lies; null where there is none. */
  file(userId: string, meetingId: string): string | null;
}

/** Signs evidence with an Ed25519 key kept outside the database. */
export interface Signer {
  /** SPKI PEM of the public key. */
  readonly publicKey: string;
  /** Base64 signature over the UTF-8 bytes of `text`. */
  sign(text: string): string;
}

/** A file as somebody brought it, and the document that it is meant for. */
export interface ImportedFile {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly houseStyle: HouseStyle;
  readonly language: string;
}

/** What a file holds, and its tracked changes as pages to be decided on (IM24). */
export interface FoundInFile {
  readonly findings: ImportFindings;
  /** JSON of one `ReviewPage` each. */
  readonly pages: readonly string[];
}

/** A text of a file, once it is known which of its tracked changes are taken. */
export interface ChosenText {
  /** Canonical JSON; clauses that stand in the document already have their ids. */
  readonly text: string;
  readonly hash: string;
  /** Comments of the file, with their places in `text`. */
  readonly comments: readonly CommentThread[];
}

/** Reads files that people bring. In a worker thread with limits: a hostile file ends as a refusal (IM13). */
export interface ImportService {
  look(file: ImportedFile): Promise<Outcome<FoundInFile>>;
  /** The text with these tracked changes taken, beside `standing` (canonical JSON), whose ids it keeps. */
  choose(
    file: ImportedFile,
    taken: 'all' | readonly number[],
    standing: string,
  ): Promise<Outcome<ChosenText>>;
  /** What the tracked changes of a Word file ask to be proposed on `standing` (canonical JSON): IM27 to IM29. */
  propose(file: ImportedFile, standing: string): Promise<Outcome<ProposedByFile>>;
  /** A place for a file that this person brings, before its bytes are taken in (IM21, IM22). */
  enter(userId: string): Outcome<() => void>;
}

/** Excel files and separated values. In a worker thread with limits: a hostile file ends as a refusal (XL9). */
export interface SheetService {
  /** Reads a file and tries its rows on what stands. Nothing is written. What was found is a `SheetRun`, as JSON. */
  check(
    bytes: Uint8Array,
    facts: SheetFacts,
    tell: (progress: SheetProgress) => void,
  ): Promise<Outcome<string>>;
  /** The file that goes out, with rows as they stand. */
  template(facts: SheetFacts, format: 'xlsx' | 'csv'): Promise<Uint8Array>;
  /** What was checked, as it came, with what is wrong. */
  findings(facts: SheetFacts, run: Pick<DryRun, 'table' | 'findings' | 'letters'>): Promise<Uint8Array>;
  /** A file that only tells. */
  report(facts: ReportFacts): Promise<Uint8Array>;
}

/** What the rooms look at, while somebody looks. */
export interface StageService {
  /** Nothing happens where no screen follows. */
  show(documentId: string, stage: Stage): void;
  /** Tells at once how it stands, then of every change. Returns how to stop; null where the person follows on too many screens. */
  watch(documentId: string, userId: string, listener: (news: StageNews) => void): (() => void) | null;
}

/** What was found of an evidence file that somebody brought. */
export interface Examination {
  readonly fileName: string;
  /** The fingerprint of a text that they asked about, 64 hex digits, or null. */
  readonly askedHash: string | null;
  readonly found: Outcome<VerifiedEvidence>;
}

/** Where strangers have evidence examined: so many for one address, each found for a moment and then forgotten. */
export interface EvidenceDesk {
  admit(address: string): Outcome<true>;
  /** Returns the secret name under which the page finds it. */
  keep(examination: Examination): string;
  find(id: string): Examination | null;
}

/** A letter as it goes out. */
export interface OutgoingMail {
  readonly to: { readonly name: string; readonly address: string };
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  /** In angle brackets; the same whenever the same mail is tried again. */
  readonly messageId: string;
  /** Stated as its date. */
  readonly at: string;
  /** Takes a POST without signing in (RFC 8058). */
  readonly unsubscribeUrl: string;
  readonly calendar: {
    readonly name: string;
    readonly method: 'PUBLISH' | 'CANCEL';
    readonly content: string;
  } | null;
}

/**
 * What became of handing a letter over. `unsure`: every byte was given away and no answer came, so the server may have
 * it or not. A refusal is about the letter, or about the server and us: then no other letter would fare better.
 */
export type Delivery =
  | { readonly outcome: 'taken' }
  | {
      readonly outcome: 'refused';
      readonly isPermanent: boolean;
      readonly about: 'letter' | 'server';
      readonly why: string;
    }
  | { readonly outcome: 'unsure'; readonly why: string };

/** Hands letters to a mail server. */
export interface MailService {
  /**
   * `onWire` is called once, when the server waits for the letter and before its first byte leaves. Where it throws,
   * nothing leaves. Never rejects because of what the server does.
   */
  send(mail: OutgoingMail, onWire: () => void): Promise<Delivery>;
}
