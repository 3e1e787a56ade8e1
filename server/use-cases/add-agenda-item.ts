import type { z } from 'zod';
import { atomic } from '../../db/atomic';
import { insertAgendaItem, listAgendaItems } from '../../db/meetings';
import type { Actor } from '../../domain/policy/can';
import { accept, type Outcome, refuse } from '../../domain/refusal';
import { newId } from '../ids';
import type { Runtime } from '../runtime';
import { checkCountries, readInput, recordAct } from './body-act';
import { AgendaItemFields, changeableMeeting } from './meeting-act';

export type AddAgendaItemInput = z.input<typeof AgendaItemFields> & { readonly meetingId: string };

/** Puts an item at the end of the agenda. BO12: a number stands once on an agenda. */
export async function addAgendaItem(
  runtime: Runtime,
  actor: Actor,
  input: AddAgendaItemInput,
): Promise<Outcome<{ agendaItemId: string }>> {
  const meeting = changeableMeeting(runtime.db, actor, input.meetingId);
  if (!meeting.ok) return meeting;
  const read = readInput(AgendaItemFields, input);
  if (!read.ok) return read;
  const known = checkCountries(
    runtime.db,
    read.value.leadCountry === null ? [] : [read.value.leadCountry],
    'leadCountry',
  );
  if (!known.ok) return known;
  return atomic(runtime.db, (tx): Outcome<{ agendaItemId: string }> => {
    const items = listAgendaItems(tx, input.meetingId);
    if (items.some((item) => item.number === read.value.number)) {
      return refuse('BO12', { number: read.value.number, field: 'number' });
    }
    const id = newId('item');
    const position = Math.max(0, ...items.map((item) => item.position)) + 1;
    insertAgendaItem(tx, { id, meetingId: input.meetingId, position, ...read.value });
    recordAct(tx, actor, runtime.clock.now(), {
      kind: 'agenda.changed',
      bodyId: meeting.value.bodyId,
      subjectType: 'meeting',
      subjectId: input.meetingId,
      data: { act: 'added', number: read.value.number, title: read.value.title },
    });
    return accept({ agendaItemId: id });
  });
}
