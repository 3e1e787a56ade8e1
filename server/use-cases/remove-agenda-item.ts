import { atomic } from '../../db/atomic';
import { countUnderAgendaItem, deleteAgendaItem } from '../../db/meetings';
import { unlinkSessions } from '../../db/running-order';
import type { Actor } from '../../domain/policy/can';
import { accept, type Outcome, refuse } from '../../domain/refusal';
import type { Runtime } from '../runtime';
import { recordAct } from './body-act';
import { changeableAgendaItem } from './meeting-act';

/** Takes an item off the agenda. BO15: only where no document lies under it and nothing was decided under it. */
export async function removeAgendaItem(
  runtime: Runtime,
  actor: Actor,
  input: { readonly agendaItemId: string },
): Promise<Outcome<true>> {
  const found = changeableAgendaItem(runtime.db, actor, input.agendaItemId);
  if (!found.ok) return found;
  const { item, meeting } = found.value;
  return atomic(runtime.db, (tx): Outcome<true> => {
    const under = countUnderAgendaItem(tx, item.id);
    if (under.documents + under.decisions > 0) return refuse('BO15', { number: item.number });
    unlinkSessions(tx, item.id);
    deleteAgendaItem(tx, item.id);
    recordAct(tx, actor, runtime.clock.now(), {
      kind: 'agenda.changed',
      bodyId: meeting.bodyId,
      subjectType: 'meeting',
      subjectId: meeting.id,
      data: { act: 'removed', number: item.number, title: item.title },
    });
    return accept(true);
  });
}
