import { z } from 'zod';
import { atomic } from '../../db/atomic';
import { findRound, insertRound, type RoundRow } from '../../db/brainstorm';
import type { Db } from '../../db/client';
import { findMeeting } from '../../db/meetings';
import { checkClose } from '../../domain/brainstorm/closing';
import { keptWords } from '../../domain/brainstorm/inputs';
import { checkRound, isCovered, type RoundEyes, type RoundTag } from '../../domain/brainstorm/rounds';
import { type Actor, canInBody } from '../../domain/policy/can';
import type { BodyOperation } from '../../domain/policy/operations';
import { innerRingOf } from '../../domain/policy/rings';
import { accept, type Outcome, refuse } from '../../domain/refusal';
import { newId } from '../ids';
import type { Runtime } from '../runtime';
import { permittedInBody, readInput, recordAct } from './body-act';
import { nameText, optionalText } from './input-shapes';
import { tellBrainstorm } from './tell-brainstorm';

const RoundFields = z.object({
  title: nameText(200),
  question: z.string().default('').transform(keptWords).pipe(z.string().max(2000)),
  tags: z.array(z.object({ title: nameText(120), titleThai: optionalText(120) })),
  isHidden: z.boolean(),
  dots: z.number(),
});

export type OpenBrainstormInput = z.input<typeof RoundFields> & {
  readonly bodyId: string;
  readonly meetingId: string | null;
  /** YYYY-MM-DDTHH:mm at the seat; left out, it stays open until somebody closes it. */
  readonly closesAt?: string;
};

/**
 * Opens a round: from now on delegations enter what they find, and the question stays as it was asked (BS3). They are
 * told.
 */
export async function openBrainstorm(
  runtime: Runtime,
  actor: Actor,
  input: OpenBrainstormInput,
): Promise<Outcome<{ roundId: string }>> {
  const at = runtime.clock.now();
  return atomic(runtime.db, (tx): Outcome<{ roundId: string }> => {
    const allowed = permittedInBody(tx, actor, 'runBrainstorm', input.bodyId);
    if (!allowed.ok) return allowed;
    const read = readInput(RoundFields, input);
    if (!read.ok) return read;
    const { title, question, isHidden, dots } = read.value;
    const checked = checkRound(read.value);
    if (!checked.ok) return checked;
    const meeting = input.meetingId === null ? null : findMeeting(tx, input.meetingId);
    if (meeting !== null && meeting?.bodyId !== input.bodyId) return refuse('BO10', { field: 'meetingId' });
    const close = input.closesAt === undefined ? accept(null) : checkClose(input.closesAt, at);
    if (!close.ok) return close;
    const closesAt = close.value;
    const id = newId('rnd');
    const round: RoundRow = {
      id,
      bodyId: input.bodyId,
      meetingId: input.meetingId,
      title,
      question,
      tags: JSON.stringify(checked.value),
      isHidden,
      dots,
      opensAt: at,
      closesAt,
      reminded: '',
      closedAt: null,
      createdBy: actor.userId,
      createdAt: at,
    };
    insertRound(tx, round);
    recordAct(tx, actor, at, {
      kind: 'brainstorm.opened',
      bodyId: input.bodyId,
      subjectType: 'brainstorm',
      subjectId: id,
      data: { title, hidden: isHidden ? 1 : 0, dots, ...(closesAt === null ? {} : { closesAt }) },
    });
    tellBrainstorm(tx, at, round, { kind: 'brainstormOpened', key: 'opened', by: actor.userId });
    return accept({ roundId: id });
  });
}

/** The round, where the actor may do this with it; an unknown one is refused like a foreign one. */
export function permittedRound(
  db: Db,
  actor: Actor,
  operation: BodyOperation,
  roundId: string,
): Outcome<RoundRow> {
  const round = findRound(db, roundId);
  if (round === null) return refuse('PO1');
  const allowed = permittedInBody(db, actor, operation, round.bodyId);
  return allowed.ok ? accept(round) : allowed;
}

/** With whose eyes somebody looks at the rounds of a body (BS6). */
export function roundEyes(actor: Actor, bodyId: string): RoundEyes {
  return {
    isHeadTable: canInBody(actor, 'runBrainstorm', bodyId).ok,
    delegation: innerRingOf(actor, bodyId),
  };
}

export function tagsOf(round: Pick<RoundRow, 'tags'>): readonly RoundTag[] {
  return JSON.parse(round.tags) as RoundTag[];
}

/** Records what was done in a round. What a hidden round keeps from delegations, it keeps from the trail (BS6). */
export function recordRound(
  tx: Db,
  actor: Actor,
  at: string,
  round: RoundRow,
  kind: `brainstorm.${string}`,
  data: Readonly<Record<string, string | number>>,
): void {
  recordAct(tx, actor, at, {
    kind,
    bodyId: round.bodyId,
    subjectType: 'brainstorm',
    subjectId: round.id,
    data: { title: round.title, ...data },
  });
}

export function recordUncovered(...act: Parameters<typeof recordRound>): void {
  if (!isCovered(act[3])) recordRound(...act);
}
