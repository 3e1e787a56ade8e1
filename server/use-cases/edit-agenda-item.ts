import type { z } from 'zod';
import { atomic } from '../../db/atomic';
import { listAgendaItems, updateAgendaItem } from '../../db/meetings';
import type { Actor } from '../../domain/policy/can';
import { accept, type Outcome, refuse } from '../../domain/refusal';
import type { Runtime } from '../runtime';
import { checkCountries, readInput, recordAct } from './body-act';
import { AgendaItemFields, changeableAgendaItem } from './meeting-act';

export type EditAgendaItemInput = z.input<typeof AgendaItemFields> & { readonly agendaItemId: string };

/** Corrects number, title or lead country of an agenda item; what lies under it stays. */
export async function editAgendaItem(
  runtime: Runtime,
  actor: Actor,
  input: EditAgendaItemInput,
): Promise<Outcome<true>> {
  const found = changeableAgendaItem(runtime.db, actor, input.agendaItemId);
  if (!found.ok) return found;
  const { item, meeting } = found.value;
  const read = readInput(AgendaItemFields, input);
  if (!read.ok) return read;
  const known = checkCountries(
    runtime.db,
    read.value.leadCountry === null ? [] : [read.value.leadCountry],
    'leadCountry',
  );
  if (!known.ok) return known;
  return atomic(runtime.db, (tx): Outcome<true> => {
    const taken = listAgendaItems(tx, meeting.id).some(
      (other) => other.id !== item.id && other.number === read.value.number,
    );
    if (taken) return refuse('BO12', { number: read.value.number, field: 'number' });
    updateAgendaItem(tx, item.id, read.value);
    recordAct(tx, actor, runtime.clock.now(), {
      kind: 'agenda.changed',
      bodyId: meeting.bodyId,
      subjectType: 'meeting',
      subjectId: meeting.id,
      data: { act: 'changed', number: read.value.number, title: read.value.title, before: item.number },
    });
    return accept(true);
  });
}
