import type { Finding } from './checker';

/** What a fault run counted, and what it found wrong: nothing, where the server keeps its promises. */
export interface FaultReport {
  readonly figures: Readonly<Record<string, number | string>>;
  readonly findings: readonly string[];
}

export function inWords({ fault, documentId, client, at }: Finding): string {
  return `${documentId}: ${fault} (${client ?? 'log'}, at ${Math.round(at)})`;
}

/** The middle, the 99th of a hundred and the worst of some times in milliseconds. */
export function timesOf(times: readonly number[]): { median: number; p99: number; worst: number } {
  const sorted = [...times].sort((a, b) => a - b);
  const rounded = (ms: number | undefined) => Math.round((ms ?? 0) * 10) / 10;
  const at = (share: number) => rounded(sorted[Math.floor(sorted.length * share)]);
  return { median: at(0.5), p99: at(0.99), worst: rounded(sorted.at(-1)) };
}
