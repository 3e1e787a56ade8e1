import type { z } from 'zod';
import { appendAudit } from '../../db/audit-log';
import { findBody, findCountry, peopleOfDelegations } from '../../db/bodies';
import type { Db } from '../../db/client';
import { instantFrom, instantUntil, isDay } from '../../domain/body/days';
import { type Actor, canInBody, delegationOf } from '../../domain/policy/can';
import type { BodyOperation } from '../../domain/policy/operations';
import { accept, type Outcome, refuse } from '../../domain/refusal';
import type { Runtime } from '../runtime';

/** What the use-cases of bodies and meetings share: the gate, the reading of input, the trail, the live rooms. */

/** The policy's answer for a body that exists; unknown bodies are refused like foreign ones. */
export function permittedInBody(
  db: Db,
  actor: Actor,
  operation: BodyOperation,
  bodyId: string,
): Outcome<true> {
  const allowed = canInBody(actor, operation, bodyId);
  if (!allowed.ok) return allowed;
  return findBody(db, bodyId) === undefined ? refuse('PO1') : accept(true);
}

/** BO10: input that is missing or not usable is refused with the name of the first such field. */
export function readInput<S extends z.ZodType>(shape: S, input: unknown): Outcome<z.output<S>> {
  const read = shape.safeParse(input);
  if (read.success) return accept(read.data);
  return refuse('BO10', { field: String(read.error.issues[0]?.path[0] ?? '') });
}

/** A span from input: days, or dates with times. `to` given as a day is the last day of the span. */
export function readSpan(input: {
  readonly from: string;
  readonly to?: string | null | undefined;
}): Outcome<{ from: string; to: string | null }> {
  const from = instantFrom(input.from);
  if (from === null) return refuse('BO10', { field: 'from' });
  if (input.to === undefined || input.to === null || input.to === '') return accept({ from, to: null });
  const to = instantUntil(input.to);
  return to === null ? refuse('BO10', { field: 'to' }) : accept({ from, to });
}

/** BO5: every code is a country that is known here. BO10 and BO6 for the days of a meeting. */
export function checkCountries(db: Db, codes: readonly string[], field = 'country'): Outcome<true> {
  const unknown = codes.find((code) => findCountry(db, code) === undefined);
  return unknown === undefined ? accept(true) : refuse('BO5', { country: unknown, field });
}

export function checkDays(startsOn: string, endsOn: string): Outcome<true> {
  if (!isDay(startsOn)) return refuse('BO10', { field: 'startsOn' });
  if (!isDay(endsOn)) return refuse('BO10', { field: 'endsOn' });
  return endsOn < startsOn ? refuse('BO6', { field: 'endsOn' }) : accept(true);
}

export interface BodyAct {
  readonly kind: string;
  readonly bodyId: string | null;
  readonly subjectType:
    | 'body'
    | 'membership'
    | 'chairTerm'
    | 'meeting'
    | 'country'
    | 'centre'
    | 'plan'
    | 'brainstorm'
    | 'indicator'
    | 'round'
    | 'return';
  readonly subjectId: string;
  readonly data: Readonly<Record<string, unknown>>;
}

/** Writes the act into the audit trail, inside the transaction that does it. */
export function recordAct(tx: Db, actor: Actor, at: string, act: BodyAct): void {
  appendAudit(tx, {
    at,
    actorId: actor.userId,
    actorName: actor.name,
    country: act.bodyId === null ? null : delegationOf(actor, act.bodyId),
    ...act,
  });
}

/** After commit: whose rights rest on this country's place in the body is judged anew in every open room. */
export function reviewDelegation(runtime: Runtime, bodyId: string, country: string): void {
  for (const userId of peopleOfDelegations(runtime.db, bodyId, [country])) runtime.live.reviewUser(userId);
}
