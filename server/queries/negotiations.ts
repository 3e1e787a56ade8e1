import type { Actor } from '../../domain/policy/can';
import type { DocumentState } from '../../domain/procedure/states';
import type { Runtime } from '../runtime';
import { listDocuments } from './documents';
import { type NegotiationView, negotiationOf } from './negotiation';

/** States in which delegations, capitals and the chair wait for each other. */
const WAITING: readonly DocumentState[] = ['negotiation', 'agreed'];

/** Every text that is being negotiated, as this person may see it. */
export async function negotiations(runtime: Runtime, actor: Actor): Promise<NegotiationView[]> {
  const listed = await listDocuments(runtime, actor);
  const views: NegotiationView[] = [];
  for (const { id, state, may } of listed.ok ? listed.value : []) {
    if (!WAITING.includes(state) || !may.readNegotiation) continue;
    const view = await negotiationOf(runtime, actor, id);
    if (view.ok) views.push(view.value);
  }
  return views;
}
