import { z } from 'zod';
import { atomic } from '../../db/atomic';
import { findBodyByAcronym, insertBody } from '../../db/bodies';
import { type Actor, canInSystem } from '../../domain/policy/can';
import { accept, type Outcome, refuse } from '../../domain/refusal';
import { newId } from '../ids';
import type { Runtime } from '../runtime';
import { readInput, recordAct } from './body-act';
import { nameText, optionalText } from './input-shapes';

export const BodyFields = z.object({
  /** Letters, digits, + and -; it stands in symbols. */
  acronym: nameText(24).pipe(z.string().regex(/^[A-Za-z0-9][A-Za-z0-9+-]*$/)),
  name: nameText(200),
  nameThai: optionalText(200),
  /** Left empty: "ACRONYM/{meeting}/{kind}.{number}". */
  symbolTemplate: optionalText(80).pipe(z.string().regex(/^[A-Za-z0-9+/.(){}-]*$/)),
});
export type BodyInput = z.input<typeof BodyFields>;

/** BO11: an acronym names one body. */
export async function createBody(
  runtime: Runtime,
  actor: Actor,
  input: BodyInput,
): Promise<Outcome<{ bodyId: string }>> {
  const allowed = canInSystem(actor, 'manageBodies');
  if (!allowed.ok) return allowed;
  const read = readInput(BodyFields, input);
  if (!read.ok) return read;
  const { acronym, name, nameThai, symbolTemplate } = read.value;
  const at = runtime.clock.now();
  return atomic(runtime.db, (tx) => {
    if (findBodyByAcronym(tx, acronym) !== undefined) return refuse('BO11', { acronym, field: 'acronym' });
    const id = newId('body');
    insertBody(tx, {
      id,
      acronym,
      name,
      nameThai,
      symbolTemplate: symbolTemplate === '' ? `${acronym}/{meeting}/{kind}.{number}` : symbolTemplate,
      createdAt: at,
    });
    recordAct(tx, actor, at, {
      kind: 'body.created',
      bodyId: id,
      subjectType: 'body',
      subjectId: id,
      data: { acronym, name },
    });
    return accept({ bodyId: id });
  });
}
