import { accept, type Outcome, refuse } from '../refusal';

/** Dots of one delegation, by cluster. */
export type GivenDots = ReadonlyMap<string, number>;

/** BS12: whole dots on clusters that stand, together no more than the round gives a delegation. */
export function checkDots(given: GivenDots, standing: ReadonlySet<string>, budget: number): Outcome<true> {
  let sum = 0;
  for (const [clusterId, dots] of given) {
    const field = `dots.${clusterId}`;
    if (!Number.isInteger(dots) || dots < 0) return refuse('BS12', { budget, field });
    if (dots > 0 && !standing.has(clusterId)) return refuse('BS10', { field });
    sum += dots;
    if (sum > budget) return refuse('BS12', { budget, field });
  }
  return accept(true);
}

/** Dots as a page showed them, to tell whether somebody of the delegation gave others meanwhile (BS19). */
export function dotsStamp(given: GivenDots): string {
  return [...given]
    .filter(([, dots]) => dots > 0)
    .map(([clusterId, dots]) => `${clusterId}:${dots}`)
    .sort()
    .join(' ');
}

/** What a cluster was given: dots and from how many delegations. It puts no cluster before another. */
export function dotsOn(
  rows: readonly { readonly clusterId: string; readonly country: string; readonly dots: number }[],
  clusterId: string,
): { readonly dots: number; readonly countries: readonly string[] } {
  const own = rows.filter((row) => row.clusterId === clusterId && row.dots > 0);
  return { dots: own.reduce((sum, row) => sum + row.dots, 0), countries: own.map(({ country }) => country) };
}
