import { eventsAbout } from '../../db/audit-log';
import type { Db } from '../../db/client';
import { findPlan } from '../../db/plans';
import { findRound } from '../../db/rounds';
import type { Actor } from '../../domain/policy/can';
import { accept, type Outcome } from '../../domain/refusal';
import type { Runtime } from '../runtime';
import { permittedRound } from '../use-cases/return-act';

/** The close of a round's window as a calendar needs it. */
export interface RoundDeadline {
  readonly id: string;
  readonly title: string;
  readonly titleThai: string;
  readonly period: string;
  readonly closesAt: string;
  /** How often the window was changed since it was first told. */
  readonly sequence: number;
  readonly changedAt: string;
}

export function roundDeadline(db: Db, roundId: string): RoundDeadline | null {
  const round = findRound(db, roundId);
  const plan = round === null ? null : findPlan(db, round.planId);
  if (round === null || plan === null) return null;
  const changes = eventsAbout(db, roundId, 'round.windowChanged');
  return {
    id: round.id,
    title: plan.title,
    titleThai: plan.titleThai,
    period: round.period,
    closesAt: round.closesAt,
    sequence: changes.length,
    changedAt: changes.at(-1)?.at ?? round.createdAt,
  };
}

/** The same, for who may read the plan. */
export function deadlineOfRound(runtime: Runtime, actor: Actor, roundId: string): Outcome<RoundDeadline> {
  const found = permittedRound(runtime.db, actor, 'readPlan', roundId);
  if (!found.ok) return found;
  const deadline = roundDeadline(runtime.db, roundId);
  if (deadline === null) throw new Error(`a round without its plan: ${roundId}`);
  return accept(deadline);
}
