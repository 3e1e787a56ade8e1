/** Words that say that an amount is not known. */
const UNKNOWN = new Set(['', '-', '–', '—', '?', 'n/a', 'tbc', 'tbd']);
const MOST = 1_000_000_000_000;

/**
 * An amount of money as people write it, 12000 or 12,000 or 12 000.50; null where it says that it is not known,
 * undefined where it is no amount. A comma that does not part thousands is refused rather than guessed.
 */
export function readAmount(words: string): number | null | undefined {
  const line = words.trim().toLowerCase();
  if (UNKNOWN.has(line)) return null;
  if (!/^(\d+|\d{1,3}([, \u00a0\u202f]\d{3})+)(\.\d{1,2})?$/.test(line)) return undefined;
  return Number(line.replace(/[, \u00a0\u202f]/g, ''));
}

/** PL11: nobody's money is negative, and cents are the smallest of it. */
export function isAmount(value: number): boolean {
  return (
    Number.isFinite(value) &&
    value >= 0 &&
    value <= MOST &&
    Math.abs(Math.round(value * 100) - value * 100) < 1e-4
  );
}
