import * as Y from 'yjs';
import { CLOSE, type RefusalNotice } from '../../domain/wire/protocol';
import type { RoomOutcome } from './commit';
import type { Connection } from './connection';
import { clocksOf } from './gate/clocks';
import { LACKS_PAST } from './gate/structs';
import type { Room, Row } from './room';
import { encodeUpdate } from './wire';

/** So many updates are merged into one frame; merging more costs more than it saves. */
const MOST_MERGED = 64;

/** A refusal for want of rights is mostly a hand that had not yet heard; a forged update is not. Nobody confirms thirty mass deletions in ten seconds. */
const LIGHT_STRIKE = 0.15;
const ATTACKS: ReadonlySet<string> = new Set(['SY1', 'SY2', 'SY3', 'SY5', 'SY7', 'SY8', 'SY21', 'SY27']);

/**
 * Tells a room what was committed, and only after it was (SY10): the rows to everybody but their authors, each
 * author's refusals, and to everybody who sent something how far the log has come.
 */
export function publish(outcome: RoomOutcome, nowMs: number): void {
  const { room, rows, refusals, early, dealtWith } = outcome;
  room.advance(rows);
  if (rows.length > 0) room.editedAtMs = nowMs;
  for (const { connection, bytes } of early) connection.hold(bytes);
  for (const { connection, refusal, bytes } of refusals) {
    const { rule, detail } = refusal;
    const notice = { rule, ...(detail ? { detail } : {}), clocks: clocksOf(bytes) };
    tellRefusal(connection, notice, nowMs);
  }
  fanOut(room, rows);
  for (const connection of dealtWith) connection.dealWith();
  for (const connection of new Set(dealtWith)) connection.acknowledge(room.position);
}

function tellRefusal(connection: Connection, refusal: RefusalNotice, nowMs: number): void {
  // What builds on an edit that could not be stored waits for the same storage.
  const lacksPast = LACKS_PAST.has(refusal.rule);
  const isOwed = refusal.rule === 'SY9' || (lacksPast && connection.isOwed);
  const isConsequence = lacksPast && connection.wasRefused;
  const weight = ATTACKS.has(refusal.rule) && !isConsequence ? 1 : LIGHT_STRIKE;
  connection.refuse(isOwed ? { rule: 'SY9', clocks: refusal.clocks } : refusal);
  if (refusal.rule === 'SY1') connection.close(CLOSE.tooLarge, 'SY1');
  else if (refusal.rule === 'PR6') connection.close(CLOSE.frozen, 'PR6');
  else if (!isOwed && connection.strike(weight, nowMs)) connection.close(CLOSE.badMessage, 'SY17');
}

/** One frame for all who wrote none of the rows, made once; each author gets what the others wrote. */
function fanOut(room: Room, rows: readonly Row[]): void {
  if (rows.length === 0) return;
  const authors = new Set(rows.map((row) => row.author));
  let forAll: Uint8Array[] | null = null;
  for (const connection of room.connections) {
    if (!connection.isFollowing) continue;
    if (authors.has(connection)) {
      connection.queue(...framesOf(rows.filter((row) => row.author !== connection)));
    } else {
      forAll ??= framesOf(rows);
      connection.queue(...forAll);
    }
  }
}

function framesOf(rows: readonly Row[]): Uint8Array[] {
  const frames: Uint8Array[] = [];
  for (let start = 0; start < rows.length; start += MOST_MERGED) {
    const [first, ...rest] = rows.slice(start, start + MOST_MERGED).map((row) => row.bytes);
    if (first !== undefined)
      frames.push(encodeUpdate(rest.length === 0 ? first : Y.mergeUpdates([first, ...rest])));
  }
  return frames;
}
