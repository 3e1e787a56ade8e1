import { atomic } from '../../db/atomic';
import { findBody, findBodyByAcronym, updateBody } from '../../db/bodies';
import type { Actor } from '../../domain/policy/can';
import { accept, type Outcome, refuse } from '../../domain/refusal';
import type { Runtime } from '../runtime';
import { permittedInBody, readInput, recordAct } from './body-act';
import { BodyFields, type BodyInput } from './create-body';

/** Corrects a body's names and the template of its symbols; symbols that exist stay as they are. */
export async function editBody(
  runtime: Runtime,
  actor: Actor,
  input: BodyInput & { readonly bodyId: string },
): Promise<Outcome<true>> {
  const allowed = permittedInBody(runtime.db, actor, 'manageMembers', input.bodyId);
  if (!allowed.ok) return allowed;
  const read = readInput(BodyFields, input);
  if (!read.ok) return read;
  return atomic(runtime.db, (tx) => {
    const before = findBody(tx, input.bodyId);
    if (before === undefined) return refuse('PO1');
    const { acronym, name, nameThai } = read.value;
    const namesake = findBodyByAcronym(tx, acronym);
    if (namesake !== undefined && namesake.id !== before.id)
      return refuse('BO11', { acronym, field: 'acronym' });
    const symbolTemplate =
      read.value.symbolTemplate === '' ? before.symbolTemplate : read.value.symbolTemplate;
    updateBody(tx, before.id, { acronym, name, nameThai, symbolTemplate });
    recordAct(tx, actor, runtime.clock.now(), {
      kind: 'body.changed',
      bodyId: before.id,
      subjectType: 'body',
      subjectId: before.id,
      data: { acronym, name, symbolTemplate },
    });
    return accept(true);
  });
}
