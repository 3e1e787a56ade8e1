import { isDeepStrictEqual } from 'node:util';
import * as Y from 'yjs';
import { textOfDoc } from '../../text/ydoc';
import { type Fate, fatesOf, type History } from './history';
import { holds, holdsWords, isWritten, type Run, runsOf } from './replay';

/** All rows of a document's log, from the first. */
export interface WholeLog {
  readonly documentId: string;
  readonly rows: readonly { readonly position: number; readonly bytes: Uint8Array }[];
}

export const FAULTS = [
  'the log has a gap',
  'an edit stands in the log twice',
  'the log cannot be replayed',
  'acknowledged and missing',
  'acknowledged before it was stored',
  'seen by others and missing',
  'refused and present',
  'a client did not converge',
] as const;

export interface Finding {
  readonly fault: (typeof FAULTS)[number];
  readonly documentId: string;
  /** The client whose history says so; null where the log alone does. */
  readonly client: string | null;
  /** By the client's clock, or the position in the log. */
  readonly at: number;
}

type Saved = Extract<Fate, { is: 'acknowledged' }> & { readonly client: string };

/**
 * Holds the histories of clients against the log of their document, as Jepsen does: what the server says of itself
 * plays no part. The log is replayed row by row, so that an acknowledgement is held against the very position it names.
 */
export function check(log: WholeLog, histories: readonly History[]): Finding[] {
  const { documentId, rows } = log;
  const findings: Finding[] = [];
  const find = (fault: Finding['fault'], client: string | null, at: number) =>
    findings.push({ fault, documentId, client, at });
  const mine = histories.filter((history) => history.documentId === documentId);
  const fates = mine.flatMap((history) =>
    fatesOf(history).map((fate) => ({ ...fate, client: history.client })),
  );
  const saved = fates
    .filter((fate): fate is Saved => fate.is === 'acknowledged')
    .sort((a, b) => a.position - b.position);

  const doc = new Y.Doc();
  const notYet: Saved[] = [];
  let next = 0;
  const checkSavedThrough = (position: number) => {
    for (let fate = saved[next]; fate !== undefined && fate.position <= position; fate = saved[next]) {
      if (!holdsWords(doc, fate.bytes)) notYet.push(fate);
      next += 1;
    }
  };
  checkSavedThrough(0);
  for (const [index, { position, bytes }] of rows.entries()) {
    if (position !== index + 1) find('the log has a gap', null, position);
    if (runsOf(bytes).written.some((run) => run.from < Y.getState(doc.store, run.client))) {
      find('an edit stands in the log twice', null, position);
    }
    Y.applyUpdate(doc, bytes);
    if (doc.store.pendingStructs !== null || doc.store.pendingDs !== null) {
      find('the log cannot be replayed', null, position);
    }
    checkSavedThrough(position);
  }
  checkSavedThrough(Number.POSITIVE_INFINITY);
  for (const { bytes, client, at } of notYet) {
    find(holds(doc, bytes) ? 'acknowledged before it was stored' : 'acknowledged and missing', client, at);
  }
  for (const { client, events } of mine) {
    for (const event of events) {
      if (event.kind === 'seen' && !holds(doc, event.bytes))
        find('seen by others and missing', client, event.at);
    }
  }
  const offeredAgain = writingOf(fates.filter((fate) => fate.is !== 'refused'));
  for (const fate of fates) {
    // What could not be stored (SY9) is asked for again and may well be there.
    if (fate.is !== 'refused' || fate.rule === 'SY9') continue;
    const present = runsOf(fate.bytes).written.filter((run) => isWritten(doc, run));
    if (present.some((run) => !covers(offeredAgain, run))) find('refused and present', fate.client, fate.at);
  }
  const text = textOfDoc(doc);
  for (const { client, end, events } of mine) {
    if (end !== null && !hasConverged(end, doc, text)) {
      find('a client did not converge', client, events.at(-1)?.at ?? 0);
    }
  }
  doc.destroy();
  return findings;
}

function hasConverged(end: Uint8Array, log: Y.Doc, text: unknown): boolean {
  const doc = new Y.Doc();
  Y.applyUpdate(doc, end);
  const isSame = holds(log, end) && isDeepStrictEqual(textOfDoc(doc), text);
  doc.destroy();
  return isSame;
}

function writingOf(fates: readonly Fate[]): Map<number, Run[]> {
  const runs = new Map<number, Run[]>();
  for (const run of fates.flatMap(({ bytes }) => runsOf(bytes).written)) {
    runs.set(run.client, [...(runs.get(run.client) ?? []), run]);
  }
  return runs;
}

function covers(runs: ReadonlyMap<number, readonly Run[]>, run: Run): boolean {
  const sorted = [...(runs.get(run.client) ?? [])].sort((a, b) => a.from - b.from);
  let reached = run.from;
  for (const { from, to } of sorted) if (from <= reached) reached = Math.max(reached, to);
  return reached >= run.to;
}
