interface Saved {
  readonly id: string;
  readonly indicatorId: string;
  readonly at: string;
}

/** The newest value of each indicator that was saved by an instant ("" for no end); `values` are oldest first. */
export function standingAt<V extends Saved>(values: readonly V[], until: string): V[] {
  const newest = new Map<string, V>();
  for (const value of values) {
    if (until === '' || value.at <= until) newest.set(value.indicatorId, value);
  }
  return [...newest.values()];
}

/** Those values that stood at one of these instants: what was saved and overwritten between two of them is not among them. */
export function everStanding<V extends Saved>(values: readonly V[], instants: readonly string[]): V[] {
  const ids = new Set(instants.flatMap((at) => standingAt(values, at).map(({ id }) => id)));
  return values.filter(({ id }) => ids.has(id));
}
