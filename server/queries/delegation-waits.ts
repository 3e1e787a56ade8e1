import { deadlinesOn } from '../../db/deadlines';
import type { Actor } from '../../domain/policy/can';
import { delegationLedBy } from '../../domain/policy/rings';
import { isFinal } from '../../domain/procedure/states';
import type { Runtime } from '../runtime';
import { listDocuments } from './documents';
import { negotiationTasks } from './negotiation-tasks';

/** Tasks of the home page that are a delegation's, not a person's. */
export const DELEGATION_TASKS = ['release', 'onBehalf', 'confirmAdRef', 'reconfirm', 'consent'] as const;
export type DelegationTask = (typeof DELEGATION_TASKS)[number];

/** What waits for a delegation on one document. */
export interface DelegationWait {
  readonly document: { readonly id: string; readonly symbol: string; readonly title: string };
  readonly tasks: readonly { readonly kind: DelegationTask; readonly count: number }[];
  /** Ends of procedures in which it may still speak. */
  readonly deadlines: readonly { readonly of: 'silence' | 'corrigendum'; readonly endsAt: string }[];
}

/**
 * What waits in a body for the delegation that `actor` leads, as its home page says it; nothing where they lead none.
 * It counts what is in the delegation's own ring, and is for nobody but its head and focal point.
 */
export async function delegationWaits(
  runtime: Runtime,
  actor: Actor,
  bodyId: string,
): Promise<DelegationWait[]> {
  if (delegationLedBy(actor, bodyId) === null) return [];
  const listed = await listDocuments(runtime, actor, { bodyId });
  const waits: DelegationWait[] = [];
  for (const document of listed.ok ? listed.value : []) {
    const found = isFinal(document.state) ? [] : await negotiationTasks(runtime, actor, document);
    const tasks = DELEGATION_TASKS.flatMap((kind) => {
      const count = found.find((task) => task.kind === kind)?.count ?? 0;
      return count === 0 ? [] : [{ kind, count }];
    });
    const deadlines = deadlinesOn(runtime.db, [document.id])
      .filter((deadline) => deadline.isRunning)
      .map(({ of, endsAt }) => ({ of, endsAt }));
    const { id, symbol, title } = document;
    if (tasks.length + deadlines.length > 0)
      waits.push({ document: { id, symbol, title }, tasks, deadlines });
  }
  return waits;
}
