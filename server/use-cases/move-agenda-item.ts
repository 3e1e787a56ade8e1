import { atomic } from '../../db/atomic';
import { listAgendaItems, updateAgendaItem } from '../../db/meetings';
import type { Actor } from '../../domain/policy/can';
import { moveByOne } from '../../domain/procedure/meetings';
import { accept, type Outcome } from '../../domain/refusal';
import type { Runtime } from '../runtime';
import { recordAct } from './body-act';
import { changeableAgendaItem } from './meeting-act';

export interface MoveAgendaItemInput {
  readonly agendaItemId: string;
  readonly direction: 'up' | 'down';
}

/** Moves an item by one place. Its number stays: the secretariat gives numbers, the order is how it is taken up. */
export async function moveAgendaItem(
  runtime: Runtime,
  actor: Actor,
  input: MoveAgendaItemInput,
): Promise<Outcome<true>> {
  const found = changeableAgendaItem(runtime.db, actor, input.agendaItemId);
  if (!found.ok) return found;
  const { item, meeting } = found.value;
  atomic(runtime.db, (tx) => {
    const before = listAgendaItems(tx, meeting.id).map((entry) => entry.id);
    const after = moveByOne(before, item.id, input.direction);
    if (after.every((id, index) => id === before[index])) return;
    for (const [index, id] of after.entries()) updateAgendaItem(tx, id, { position: index + 1 });
    recordAct(tx, actor, runtime.clock.now(), {
      kind: 'agenda.changed',
      bodyId: meeting.bodyId,
      subjectType: 'meeting',
      subjectId: meeting.id,
      data: { act: 'moved', number: item.number, direction: input.direction },
    });
  });
  return accept(true);
}
