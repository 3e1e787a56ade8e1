import { z } from 'zod';
import { atomic } from '../../db/atomic';
import type { Db } from '../../db/client';
import { findDocument } from '../../db/documents';
import { findPlan, insertPlan } from '../../db/plans';
import { decideYears } from '../../domain/plan/states';
import { type Actor, can } from '../../domain/policy/can';
import { accept, type Outcome, refuse } from '../../domain/refusal';
import { newId } from '../ids';
import type { Runtime } from '../runtime';
import { permittedInBody, readInput } from './body-act';
import { nameText, optionalText } from './input-shapes';
import { subjectOf } from './permitted-document';
import { recordPlan } from './plan-act';

const PlanFields = z.object({
  title: nameText(200),
  titleThai: optionalText(200),
  /** The negotiated text the matrix belongs to, "" or null while there is none. */
  documentId: z.string().nullable().default(null),
  /** The plan before it. */
  predecessorId: z.string().nullable().default(null),
});

export type SaidInForm = z.input<typeof PlanFields>;

export type CreatePlanInput = SaidInForm & {
  readonly bodyId: string;
  readonly fromYear: number;
  readonly toYear: number;
};

/** Begins the matrix of a work plan, empty and drafted (PL19, PL28). */
export async function createPlan(
  runtime: Runtime,
  actor: Actor,
  input: CreatePlanInput,
): Promise<Outcome<{ planId: string }>> {
  const at = runtime.clock.now();
  return atomic(runtime.db, (tx): Outcome<{ planId: string }> => {
    const allowed = permittedInBody(tx, actor, 'editPlan', input.bodyId);
    if (!allowed.ok) return allowed;
    const said = readSaid(tx, actor, input, input.bodyId, null);
    if (!said.ok) return said;
    const { bodyId, fromYear, toYear } = input;
    const years = decideYears(fromYear, toYear);
    if (!years.ok) return years;
    const id = newId('plan');
    insertPlan(tx, {
      id,
      bodyId,
      ...said.value,
      fromYear,
      toYear,
      state: 'drafted',
      seq: 0,
      createdBy: actor.userId,
      createdAt: at,
    });
    recordPlan(tx, actor, at, { id, bodyId, title: said.value.title }, 'plan.created', { fromYear, toYear });
    return accept({ planId: id });
  });
}

/** PL28: the text and the plan before are of the same body, and no plan comes before itself. */
export function readSaid(db: Db, actor: Actor, input: SaidInForm, bodyId: string, planId: string | null) {
  const read = readInput(PlanFields, input);
  if (!read.ok) return read;
  const { documentId, predecessorId, ...names } = read.value;
  const text = (documentId ?? '') === '' ? null : findDocument(db, documentId ?? '');
  // A text that one may not know of is none.
  const isKnown = text?.bodyId === bodyId && can(actor, 'list', subjectOf(text)).ok;
  if ((documentId ?? '') !== '' && !isKnown) return refuse('PL28', { field: 'documentId' });
  const earlier = (predecessorId ?? '') === '' ? null : findPlan(db, predecessorId ?? '');
  if ((predecessorId ?? '') !== '' && earlier?.bodyId !== bodyId) {
    return refuse('PL28', { field: 'predecessorId' });
  }
  for (
    let before = earlier;
    before !== null;
    before = before.predecessorId === null ? null : findPlan(db, before.predecessorId)
  ) {
    if (before.id === planId) return refuse('PL28', { field: 'predecessorId' });
  }
  return accept({ ...names, documentId: text?.id ?? null, predecessorId: earlier?.id ?? null });
}
