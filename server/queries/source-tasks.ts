import { setImmediate } from 'node:timers/promises';
import { listBodies } from '../../db/bodies';
import { inputsOf, outcomesOf, roundsOf } from '../../db/brainstorm';
import { findDocument } from '../../db/documents';
import { findMatrix, roundsFeeding } from '../../db/sources';
import { checkShown } from '../../domain/brainstorm/rounds';
import type { SourceTask } from '../../domain/brainstorm/source-task';
import { unlinkedInputs, unsourcedClauses } from '../../domain/brainstorm/trace';
import { type Actor, can, canInBody } from '../../domain/policy/can';
import { isFinal } from '../../domain/procedure/states';
import type { Runtime } from '../runtime';
import { subjectOf } from '../use-cases/permitted-document';
import { listDocuments } from './documents';
import { traceFor } from './sources';

/** These tasks, for whoever links sources in a body; nothing for anybody else. */
export async function sourceTasks(runtime: Runtime, actor: Actor): Promise<readonly SourceTask[]> {
  const { db } = runtime;
  const bodyIds = listBodies(db)
    .map(({ id }) => id)
    .filter((id) => canInBody(actor, 'linkSources', id).ok);
  if (bodyIds.length === 0) return [];
  return [...undecided(runtime, bodyIds), ...(await ofTexts(runtime, actor, bodyIds))];
}

function undecided({ db }: Runtime, bodyIds: readonly string[]): readonly SourceTask[] {
  return roundsOf(db, bodyIds)
    .filter((round) => round.closedAt !== null && checkShown(round).ok)
    .flatMap(({ id, title }) => {
      const standing = inputsOf(db, [id]).filter(({ withdrawnAt }) => withdrawnAt === null);
      const ids = standing.map((input) => input.id);
      const decided = new Set(outcomesOf(db, ids).map(({ inputId }) => inputId));
      const count = ids.filter((inputId) => !decided.has(inputId)).length;
      return count === 0 ? [] : [{ kind: 'undecided' as const, count, round: { id, title } }];
    });
}

async function ofTexts(
  runtime: Runtime,
  actor: Actor,
  bodyIds: readonly string[],
): Promise<readonly SourceTask[]> {
  const listed = await listDocuments(runtime, actor);
  const tasks: SourceTask[] = [];
  for (const { id, symbol, title, language, state, body } of listed.ok ? listed.value : []) {
    if (isFinal(state) || !bodyIds.includes(body.id) || roundsFeeding(runtime.db, id).length === 0) continue;
    const row = findDocument(runtime.db, id);
    if (row === null || findMatrix(runtime.db, id) !== null || !can(actor, 'read', subjectOf(row)).ok)
      continue;
    // One text after the other, and others get their turn between them.
    await setImmediate();
    const trace = await traceFor(runtime, row);
    const document = { id, symbol, title, language };
    const unsourced = unsourcedClauses(trace).length;
    const lost = unlinkedInputs(trace).filter(({ outcome }) => outcome !== null).length;
    if (unsourced > 0) tasks.push({ kind: 'unsourced', count: unsourced, document });
    if (lost > 0) tasks.push({ kind: 'lost', count: lost, document });
  }
  return tasks;
}
