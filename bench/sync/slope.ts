/** Least-squares slope of `values` taken at equal distances, per step; 0 for fewer than two. */
export function slopeOf(values: readonly number[]): number {
  const count = values.length;
  if (count < 2) return 0;
  const middle = (count - 1) / 2;
  const mean = values.reduce((sum, value) => sum + value, 0) / count;
  let along = 0;
  let spread = 0;
  values.forEach((value, index) => {
    along += (index - middle) * (value - mean);
    spread += (index - middle) ** 2;
  });
  return along / spread;
}
