import { accept, type Outcome, refuse } from '../refusal';

/** A cluster as its history tells of it. */
export interface ClusterState {
  readonly id: string;
  readonly mergedIntoId: string | null;
  readonly closedAt: string | null;
}

/** BS10: a cluster that was merged into another stays as it was. */
export function checkStanding(cluster: ClusterState): Outcome<true> {
  return cluster.closedAt === null ? accept(true) : refuse('BS10');
}

/** BS9: only inputs of the round that stand are gathered. */
export function checkGathered(
  inputs: readonly { readonly id: string; readonly withdrawnAt: string | null }[],
  wanted: readonly string[],
): Outcome<true> {
  const standing = new Set(inputs.filter(({ withdrawnAt }) => withdrawnAt === null).map(({ id }) => id));
  return wanted.every((id) => standing.has(id)) ? accept(true) : refuse('BS9', { field: 'inputs' });
}

/** BS11: what is split off takes some inputs along and leaves some behind. */
export function checkSplit(held: readonly string[], taken: readonly string[]): Outcome<true> {
  const holds = taken.every((id) => held.includes(id));
  return holds && taken.length > 0 && taken.length < held.length
    ? accept(true)
    : refuse('BS11', { field: 'inputs' });
}

/** BS10: the cluster that an old one is today, through every merger. */
export function standingCluster<T extends ClusterState>(
  clusters: ReadonlyMap<string, T>,
  id: string,
): T | null {
  let cluster = clusters.get(id) ?? null;
  for (let steps = 0; cluster !== null && steps < clusters.size; steps += 1) {
    if (cluster.mergedIntoId === null) return cluster;
    cluster = clusters.get(cluster.mergedIntoId) ?? null;
  }
  return null;
}
