import { atomic } from '../../db/atomic';
import { clustersOf, orderClusters } from '../../db/brainstorm';
import type { Actor } from '../../domain/policy/can';
import { moveByOne } from '../../domain/procedure/meetings';
import { accept, type Outcome, refuse } from '../../domain/refusal';
import type { Runtime } from '../runtime';
import { gatheringCluster } from './brainstorm-clusters';
import { recordRound } from './brainstorm-round';

/** Moves a cluster by one place among those that stand (BS26). */
export async function moveCluster(
  runtime: Runtime,
  actor: Actor,
  input: {
    readonly clusterId: string;
    readonly direction: string;
    /** Ids of the standing clusters in the order in which the page showed them (BS19). */
    readonly seen: readonly string[];
  },
): Promise<Outcome<true>> {
  const at = runtime.clock.now();
  return atomic(runtime.db, (tx): Outcome<true> => {
    const found = gatheringCluster(tx, actor, input.clusterId);
    if (!found.ok) return found;
    const { cluster, round } = found.value;
    const { direction } = input;
    if (direction !== 'up' && direction !== 'down') return refuse('BO10', { field: 'direction' });
    const order = clustersOf(tx, [round.id])
      .filter(({ closedAt }) => closedAt === null)
      .map(({ id }) => id);
    if (order.join(' ') !== input.seen.join(' ')) return refuse('BS19');
    const moved = moveByOne(order, cluster.id, direction);
    if (moved.join() === order.join()) return accept(true);
    orderClusters(tx, moved);
    recordRound(tx, actor, at, round, 'brainstorm.ordered', {
      cluster: cluster.id,
      name: cluster.title,
      place: moved.indexOf(cluster.id) + 1,
    });
    return accept(true);
  });
}
