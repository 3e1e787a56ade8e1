import type { BoardCluster, BoardInput } from './types';

export const ARRANGEMENTS = ['cluster', 'area', 'delegation'] as const;
export type Arrangement = (typeof ARRANGEMENTS)[number];

/** One column of the board: the inputs of a cluster, of an area, of a delegation, or of none. */
export interface Lane {
  /** "" for what belongs to none. */
  readonly key: string;
  readonly inputs: readonly BoardInput[];
}

/** The inputs in columns. Who stands in several stands in each; columns without inputs stay where `keys` names them. */
export function lanesOf(
  inputs: readonly BoardInput[],
  by: Arrangement,
  known: { readonly clusters: readonly BoardCluster[]; readonly tags: readonly string[] },
): Lane[] {
  const keysOf = (input: BoardInput): readonly string[] =>
    by === 'cluster' ? input.clusterIds : by === 'area' ? input.tags : [input.country];
  const keys =
    by === 'cluster'
      ? known.clusters.map(({ id }) => id)
      : by === 'area'
        ? known.tags
        : [...new Set(inputs.map(({ country }) => country))].sort();
  const lanes = keys.map((key) => ({ key, inputs: inputs.filter((input) => keysOf(input).includes(key)) }));
  const rest = inputs.filter((input) => !keysOf(input).some((key) => keys.includes(key)));
  return rest.length === 0 ? lanes : [...lanes, { key: '', inputs: rest }];
}
