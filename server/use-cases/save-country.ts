import { z } from 'zod';
import { atomic } from '../../db/atomic';
import { findCountry, saveCountryRow } from '../../db/bodies';
import { type Actor, canInSystem } from '../../domain/policy/can';
import { accept, type Outcome } from '../../domain/refusal';
import type { Runtime } from '../runtime';
import { readInput, recordAct } from './body-act';
import { nameText } from './input-shapes';

const Input = z.object({
  code: z.string().regex(/^[A-Z]{2}$/),
  shortName: nameText(80),
  formalName: nameText(120),
  localName: nameText(120),
  thaiName: nameText(120),
  /** Place in the English alphabetical order of seating and signature. */
  sortKey: z.number().int().min(0),
  color: z.string().regex(/^#[0-9a-f]{6}$/i),
});
export type SaveCountryInput = z.infer<typeof Input>;

/** Adds a country to the list, or corrects its names. */
export async function saveCountry(
  runtime: Runtime,
  actor: Actor,
  input: SaveCountryInput,
): Promise<Outcome<true>> {
  const allowed = canInSystem(actor, 'manageBodies');
  if (!allowed.ok) return allowed;
  const read = readInput(Input, input);
  if (!read.ok) return read;
  atomic(runtime.db, (tx) => {
    const isNew = findCountry(tx, read.value.code) === undefined;
    saveCountryRow(tx, read.value);
    recordAct(tx, actor, runtime.clock.now(), {
      kind: isNew ? 'country.added' : 'country.changed',
      bodyId: null,
      subjectType: 'country',
      subjectId: read.value.code,
      data: { shortName: read.value.shortName },
    });
  });
  return accept(true);
}
