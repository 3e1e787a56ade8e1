import { atomic } from '../../db/atomic';
import { changeRound, findRound, inputsOf, notesOf, type RoundRow } from '../../db/brainstorm';
import type { Db } from '../../db/client';
import { checkClose, closeReminderDue, remindedBefore, reminderMark } from '../../domain/brainstorm/closing';
import { checkOpen } from '../../domain/brainstorm/rounds';
import type { Actor } from '../../domain/policy/can';
import { accept, type Outcome, refuse } from '../../domain/refusal';
import { digestText } from '../../domain/text/digest';
import { systemActor } from '../auth/system-actor';
import type { Runtime } from '../runtime';
import { permittedRound, recordRound } from './brainstorm-round';
import { tellBrainstorm } from './tell-brainstorm';

/** Closes a round before its instant, or one that names none (BS4). */
export async function closeBrainstorm(
  runtime: Runtime,
  actor: Actor,
  input: { readonly roundId: string },
): Promise<Outcome<true>> {
  const at = runtime.clock.now();
  return atomic(runtime.db, (tx): Outcome<true> => {
    const found = permittedRound(tx, actor, 'runBrainstorm', input.roundId);
    if (!found.ok) return found;
    const open = checkOpen(found.value, at);
    if (!open.ok) return open;
    closeInside(tx, actor, at, found.value, at);
    return accept(true);
  });
}

/** Says anew when an open round closes; whoever works in it is told (BS23). */
export async function moveClose(
  runtime: Runtime,
  actor: Actor,
  input: {
    readonly roundId: string;
    /** YYYY-MM-DDTHH:mm at the seat. */
    readonly closesAt: string;
    /** The instant as the page showed it, or null. */
    readonly seen: string | null;
  },
): Promise<Outcome<true>> {
  const at = runtime.clock.now();
  return atomic(runtime.db, (tx): Outcome<true> => {
    const found = permittedRound(tx, actor, 'runBrainstorm', input.roundId);
    if (!found.ok) return found;
    const round = found.value;
    const open = checkOpen(round, at);
    if (!open.ok) return open;
    if (round.closesAt !== input.seen) return refuse('BS19', { field: 'closesAt' });
    const close = checkClose(input.closesAt, at);
    if (!close.ok) return close;
    const closesAt = close.value;
    if (closesAt === round.closesAt) return accept(true);
    changeRound(tx, round.id, { closesAt, reminded: remindedBefore(closesAt, at) });
    recordRound(tx, actor, at, round, 'brainstorm.closeMoved', { closesAt });
    tellBrainstorm(
      tx,
      at,
      { ...round, closesAt },
      { kind: 'brainstormMoved', key: `moved:${at}`, by: actor.userId },
    );
    return accept(true);
  });
}

/** Closes a round whose instant has come, as from that instant, also where nobody served then (BS23). */
export function closeDue(runtime: Runtime, roundId: string): boolean {
  return atomic(runtime.db, (tx): boolean => {
    const now = runtime.clock.now();
    const round = findRound(tx, roundId);
    if (round === null || round.closedAt !== null || round.closesAt === null || round.closesAt > now)
      return false;
    closeInside(tx, systemActor('Brainstorm'), now, round, round.closesAt);
    return true;
  });
}

/** Reminds of the close of a round, each reminder once for each close (BS24). */
export function remindOfClose(runtime: Runtime, roundId: string): boolean {
  return atomic(runtime.db, (tx): boolean => {
    const at = runtime.clock.now();
    const round = findRound(tx, roundId);
    if (round === null || round.closedAt !== null || round.closesAt === null) return false;
    const due = closeReminderDue(round, at);
    if (due === null) return false;
    const reminded = reminderMark(due, round.closesAt);
    changeRound(tx, round.id, { reminded });
    tellBrainstorm(tx, at, round, { kind: 'brainstormClosing', key: `closing:${reminded}` });
    return true;
  });
}

/**
 * For good: nothing more comes in, and what was hidden is seen by everybody. The trail seals everything that came in
 * with one digest, since of a hidden round it told nothing before (BS6).
 */
function closeInside(tx: Db, actor: Actor, at: string, round: RoundRow, closedAt: string): void {
  changeRound(tx, round.id, { closedAt });
  const entered = inputsOf(tx, [round.id]);
  const notes = notesOf(
    tx,
    entered.map(({ id }) => id),
  );
  recordRound(tx, actor, at, round, 'brainstorm.closed', {
    inputs: entered.length,
    digest: digestText(JSON.stringify({ entered, notes })),
    ...(closedAt === at ? {} : { closedAt }),
  });
  tellBrainstorm(tx, at, round, { kind: 'brainstormClosed', key: 'closed', by: actor.userId });
}
