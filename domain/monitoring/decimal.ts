/** A figure with as many digits as one may have, and spreadsheets keep: what lies behind them comes from reckoning in twos. */
export function asDecimal(figure: number): number {
  return Number(figure.toPrecision(15));
}

/** 0.7 and 0.1 are 0.8, as on paper. */
export function sumOf(figures: readonly number[]): number {
  return figures.reduce((sum, figure) => asDecimal(sum + figure), 0);
}
