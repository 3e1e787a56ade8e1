import { CLOSE, type RefusalNotice } from '../../domain/wire/protocol';
import type { RoomOutcome } from './commit';
import type { Connection } from './connection';
import { clocksOf } from './gate/clocks';
import { LACKS_PAST } from './gate/structs';

/** A refusal for want of rights is mostly a hand that had not yet heard; a forged update is not. Nobody confirms thirty mass deletions in ten seconds. */
const LIGHT_STRIKE = 0.15;
const ATTACKS: ReadonlySet<string> = new Set(['SY1', 'SY2', 'SY3', 'SY5', 'SY7', 'SY8', 'SY21', 'SY27']);

/** Nobody will write here again: the text is final, the proposal tabled or given up. */
const FREEZING: ReadonlySet<string> = new Set(['PR6', 'NP5']);

/**
 * Tells those who sent something in a turn what became of it, and only after it was committed (SY10): each
 * author's refusals, and how far the log has come. What their edits are to others, `fanOut` tells.
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
  else if (FREEZING.has(refusal.rule)) connection.close(CLOSE.frozen, refusal.rule);
  else if (!isOwed && connection.strike(weight, nowMs)) connection.close(CLOSE.badMessage, 'SY17');
}
