import { median } from './driver/histogram';
import type { Peer } from './peers/peer';
import type { Bar, Column, Figures, Workload } from './workloads/workload';

/** One measurement of one server in one case. `error` is why there are no figures. */
export interface Measurement {
  readonly workload: string;
  readonly case: string;
  readonly peer: string;
  readonly repetition: number;
  readonly figures: Figures;
  readonly error?: string;
  /** Load of the machine (one minute) when it began. */
  readonly load: number;
}

export interface Verdict {
  readonly bar: string;
  readonly ours: number | null;
  readonly limit: number | null;
  /** Null where one of the two was not measured. */
  readonly isMet: boolean | null;
}

export const OURS = 'mufakat';

/** The median of a figure over all repetitions; null where no repetition has it. */
export function medianOf(
  measurements: readonly Measurement[],
  name: string,
  peer: string,
  key: string,
): number | null {
  const values = measurements
    .filter((one) => one.case === name && one.peer === peer)
    .map((one) => one.figures[key])
    .filter((value): value is number => typeof value === 'number' && Number.isFinite(value));
  return values.length === 0 ? null : median(values);
}

export function verdicts(workload: Workload, measurements: readonly Measurement[]): Verdict[] {
  return workload.bars.map((bar) => verdict(bar, measurements));
}

function verdict(bar: Bar, measurements: readonly Measurement[]): Verdict {
  const ours = medianOf(measurements, bar.case, OURS, bar.key);
  const limit = bar.limit((peer, key) => medianOf(measurements, bar.case, peer, key));
  const isMet = ours === null || limit === null ? null : bar.is === 'atMost' ? ours <= limit : ours >= limit;
  return { bar: bar.text, ours, limit, isMet };
}

/** The tables of one workload, in Markdown: figures, our ratio to the best peer in each column, the bars. */
export function reportOf(
  workload: Workload,
  measurements: readonly Measurement[],
  peers: readonly Peer[],
): string {
  const names = [...new Set(measurements.map((one) => one.case))];
  const sections = names.map((name) => {
    const present = peers.filter((peer) =>
      measurements.some((one) => one.case === name && one.peer === peer.name),
    );
    const rows = present.map((peer) => [
      peer.isFloor ? `${peer.name} (floor)` : peer.name,
      ...workload.columns.map((column) =>
        cell(medianOf(measurements, name, peer.name, column.key), column.digits),
      ),
    ]);
    const ratios = workload.columns.map((column) => ratio(column, name, measurements, present));
    if (ratios.some((value) => value !== '')) rows.push([`${OURS} ÷ best peer`, ...ratios]);
    const head = [name, ...workload.columns.map((column) => column.title)];
    return table([head, ...rows]);
  });
  const failures = measurements
    .filter((one) => one.error !== undefined)
    .map((one) => `- ${one.peer}, ${one.case}: ${one.error?.split('\n')[0]}`);
  const bars = verdicts(workload, measurements).map(
    ({ bar, ours, limit, isMet }) =>
      `- ${isMet === null ? 'not measured' : isMet ? 'met' : 'NOT MET'}: ${bar} (${cell(ours, 2)}, bar ${cell(limit, 2)})`,
  );
  return [`## ${workload.id}: ${workload.title}`, ...sections, failures.join('\n'), bars.join('\n')]
    .filter((part) => part !== '')
    .join('\n\n');
}

function ratio(
  column: Column,
  name: string,
  measurements: readonly Measurement[],
  peers: readonly Peer[],
): string {
  if (column.better === undefined) return '';
  const ours = medianOf(measurements, name, OURS, column.key);
  const others = peers
    .filter((peer) => peer.name !== OURS && !peer.isFloor)
    .map((peer) => medianOf(measurements, name, peer.name, column.key))
    .filter((value) => value !== null);
  if (ours === null || others.length === 0) return '';
  const best = column.better === 'less' ? Math.min(...others) : Math.max(...others);
  return best === 0 ? '' : `${(ours / best).toFixed(2)}x`;
}

function cell(value: number | null, digits: number): string {
  return value === null ? '–' : value.toFixed(digits);
}

function table(rows: readonly (readonly string[])[]): string {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  const line = (row: readonly string[]) =>
    `| ${row.map((text, column) => (column === 0 ? text.padEnd(widths[0] ?? 0) : text.padStart(widths[column] ?? 0))).join(' | ')} |`;
  const rule = `|${widths.map((width, column) => (column === 0 ? '-'.repeat(width + 2) : `${'-'.repeat(width + 1)}:`)).join('|')}|`;
  const [head = [], ...body] = rows;
  return [line(head), rule, ...body.map(line)].join('\n');
}
