import { readingBy } from '../../db/readings';
import { lastPosition } from '../../db/update-log';
import { listVersionHeads } from '../../db/versions';
import type { Actor } from '../../domain/policy/can';
import { lastReadBefore } from '../../domain/procedure/reading';
import { isFinal } from '../../domain/procedure/states';
import type { Runtime } from '../runtime';
import { indexedText } from './clause-index';
import { clearanceStanding, ownClearances } from './clearances';
import { type DocumentView, getDocument } from './documents';
import { type VersionLine, versionLine } from './version-line';

/** Why there is no such comparison now. */
export type WhyNone =
  /** No revision was issued, and the text comes from no other. */
  | 'noRevision'
  /** The text stands as Rev.1 was issued. */
  | 'onlyRevision'
  | 'neverRead'
  /** This is the person's first visit to the text. */
  | 'firstVisit'
  /** No version had been kept yet when they last read it. */
  | 'readBeforeVersions'
  /** Nothing was written since. */
  | 'nothingSince'
  | 'noDelegation'
  | 'neverCleared'
  /** The capital cleared the text as it stands. */
  | 'clearedNow';

/** A comparison one click away. `on` is the instant of the reading, or the day of the clearance. */
export interface OfferedComparison {
  readonly from: VersionLine;
  /** The predecessor, where `from` is a version of it. */
  readonly fromDocument: { readonly id: string; readonly symbol: string } | null;
  /** A version, where the text is final; else the text as it stands. */
  readonly to: VersionLine | 'now';
  readonly on: string | null;
  /** What the versions in between added and removed one after the other; null where not all is counted. */
  readonly written: { readonly inserted: number; readonly deleted: number; readonly versions: number } | null;
  /** Of what the capital cleared: whether its clearance holds for the text of now (PS27). */
  readonly clearance?: 'stands' | 'void';
}

export type Offer = OfferedComparison | { readonly none: WhyNone; readonly on: string | null };

/** The three comparisons that people come for (of the text as it stands), or why one of them is not to be had. */
export interface Comparisons {
  readonly previous: Offer;
  readonly lastRead: Offer;
  readonly cleared: Offer;
}

export async function comparisonsFor(
  runtime: Runtime,
  actor: Actor,
  document: DocumentView,
): Promise<Comparisons> {
  const { db } = runtime;
  const versions = listVersionHeads(db, document.id).map(versionLine);
  const newest = versions[0];
  const standing: Standing = {
    versions,
    to: newest !== undefined && isFinal(document.state) ? newest : 'now',
    isKept: newest !== undefined && newest.position >= lastPosition(db, document.id),
  };
  return {
    previous: await withPrevious(runtime, actor, document, standing),
    lastRead: withLastRead(runtime, actor, document, standing),
    cleared: await withCleared(runtime, actor, document, standing),
  };
}

interface Standing {
  /** Newest first. */
  readonly versions: readonly VersionLine[];
  readonly to: VersionLine | 'now';
  /** The text as it stands is that of the newest version. */
  readonly isKept: boolean;
}

async function withPrevious(
  runtime: Runtime,
  actor: Actor,
  document: DocumentView,
  standing: Standing,
): Promise<Offer> {
  const revisions = standing.versions.filter((version) => version.revision !== null);
  const before = revisions.find((version) => !standsNow(version, standing));
  if (before !== undefined) return offer(before, standing, null);
  const inherited =
    document.predecessorId === null ? null : await adoptedText(runtime, actor, document.predecessorId);
  if (inherited !== null) {
    const { version, symbol } = inherited;
    const fromDocument = { id: version.documentId, symbol };
    return { from: version, fromDocument, to: standing.to, on: null, written: null };
  }
  return { none: revisions.length === 0 ? 'noRevision' : 'onlyRevision', on: null };
}

/** The adopted text of another document, where the actor may compare it. */
async function adoptedText(runtime: Runtime, actor: Actor, documentId: string) {
  const found = await getDocument(runtime, actor, documentId);
  if (!found.ok || !found.value.may.compare) return null;
  const adopted = listVersionHeads(runtime.db, documentId).find((head) => head.kind === 'adopted');
  return adopted === undefined ? null : { version: versionLine(adopted), symbol: found.value.symbol };
}

function withLastRead(runtime: Runtime, actor: Actor, document: DocumentView, standing: Standing): Offer {
  const known = readingBy(runtime.db, actor.userId, document.id);
  if (known === null) return { none: 'neverRead', on: null };
  const read = lastReadBefore(known, runtime.clock.now());
  if (read === null) return { none: 'firstVisit', on: known.last.at };
  if (read.position >= lastPosition(runtime.db, document.id)) return { none: 'nothingSince', on: read.at };
  const version = standing.versions.find(({ position }) => position <= read.position);
  if (version === undefined) return { none: 'readBeforeVersions', on: read.at };
  return offer(version, standing, read.at);
}

async function withCleared(
  runtime: Runtime,
  actor: Actor,
  document: DocumentView,
  standing: Standing,
): Promise<Offer> {
  const clearances = ownClearances(runtime, actor, document);
  if (clearances === null) return { none: 'noDelegation', on: null };
  const [latest] = clearances;
  const version = standing.versions.find(({ number }) => number === latest?.number);
  if (latest === undefined || version === undefined) return { none: 'neverCleared', on: null };
  if (standsNow(version, standing)) return { none: 'clearedNow', on: latest.clearedOn };
  const [newest] = standing.versions;
  const present =
    standing.isKept && newest !== undefined ? newest.hash : (await indexedText(runtime, document)).hash;
  return {
    ...offer(version, standing, latest.clearedOn),
    clearance: clearanceStanding(runtime, document.id, version.hash, present),
  };
}

function offer(from: VersionLine, standing: Standing, on: string | null): OfferedComparison {
  return { from, fromDocument: null, to: standing.to, on, written: writtenSince(from, standing) };
}

function standsNow(version: VersionLine, { versions, isKept }: Standing): boolean {
  return isKept && version.hash === versions[0]?.hash;
}

function writtenSince(from: VersionLine, { versions, isKept }: Standing): OfferedComparison['written'] {
  const since = versions.filter(({ number }) => number > from.number);
  if (!isKept || since.length === 0) return null;
  let inserted = 0;
  let deleted = 0;
  for (const { wordsInserted, wordsDeleted } of since) {
    if (wordsInserted === null || wordsDeleted === null) return null;
    inserted += wordsInserted;
    deleted += wordsDeleted;
  }
  return { inserted, deleted, versions: since.length };
}

/** Where the log of a text stands: what somebody reads who opens it now. */
export function standingPosition(runtime: Runtime, documentId: string): number {
  return lastPosition(runtime.db, documentId);
}

/** The position that reading a page counts for, or null where that is nothing new to this person (VE9). */
export function unreadPosition(
  runtime: Runtime,
  actor: Actor,
  documentId: string,
  position: number,
): number | null {
  const known = readingBy(runtime.db, actor.userId, documentId);
  return position > 0 && (known === null || position > known.last.position) ? position : null;
}
