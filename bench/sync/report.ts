import type { Peer } from './peers/peer';
import { OURS, type Summary, type Verdict } from './summary';
import type { Column } from './workloads/workload';

/** One workload in Markdown: a table for each case with our ratios to the best peer, what went wrong, the bars. */
export function reportOf(summary: Summary, peers: readonly Peer[]): string {
  const { workload, measurements } = summary;
  const cases = [...new Set(measurements.map((one) => one.case))];
  const tables = cases.map((name) => {
    const present = peers.filter(({ name: peer }) =>
      measurements.some((one) => one.case === name && one.peer === peer),
    );
    return caseTable(summary, name, present);
  });
  return [
    `## ${workload.id}: ${workload.title}`,
    ...tables,
    around(summary),
    troubles(summary).join('\n'),
    summary.verdicts.map(inWords).join('\n'),
  ]
    .filter((part) => part !== '')
    .join('\n\n');
}

function caseTable(summary: Summary, name: string, peers: readonly Peer[]): string {
  const { columns } = summary.workload;
  const rows = peers.map((peer) => [
    peer.isFloor ? `${peer.name} (floor)` : peer.name,
    ...columns.map(({ key, digits }) => cell(summary.figure(name, peer.name, key), digits)),
  ]);
  const ratios = columns.map((column) => ratio(summary, column, name, peers));
  if (ratios.some((value) => value !== '')) rows.push([`${OURS} ÷ best peer`, ...ratios]);
  return table([name, ...columns.map(({ title }) => title)], rows);
}

/** Ours to the best of the others that is no floor; empty where there is nothing to compare. */
function ratio(summary: Summary, column: Column, name: string, peers: readonly Peer[]): string {
  if (column.better === undefined) return '';
  const ours = summary.figure(name, OURS, column.key);
  const others = peers
    .filter((peer) => peer.name !== OURS && !peer.isFloor)
    .map((peer) => summary.figure(name, peer.name, column.key))
    .filter((value) => value !== null);
  if (ours === null || others.length === 0) return '';
  const best = column.better === 'less' ? Math.min(...others) : Math.max(...others);
  return best === 0 ? '' : `${(ours / best).toFixed(2)}x`;
}

/** What the machine did besides, over all runs. */
function around({ measurements }: Summary): string {
  if (measurements.length === 0) return '';
  const range = (values: readonly number[]) => `${Math.min(...values)} to ${Math.max(...values)}`;
  const load = range(measurements.map((one) => one.load));
  return `Load ${load}; one fsync of 4 KB took ${range(measurements.map((one) => one.fsyncMs))} ms.`;
}

/** Runs without figures, and figures without a value: what no median may hide. */
function troubles({ measurements }: Summary): string[] {
  return measurements.flatMap(({ peer, case: name, repetition, error, figures }) => {
    const run = `- ${peer}, ${name}, run ${repetition}`;
    if (error !== undefined) return [`${run} failed: ${error.split('\n')[0]}`];
    return [
      ...(figures.p99 === null ? [`${run} collapsed`] : []),
      ...(figures.closed ? [`${run}: the server hung up on ${figures.closed} clients`] : []),
    ];
  });
}

function inWords({ bar, ours, limit, isMet }: Verdict): string {
  const verdict = isMet === null ? 'not measured' : isMet ? 'met' : 'NOT MET';
  return `- ${verdict}: ${bar} (${cell(ours, 2)}, bar ${cell(limit, 2)})`;
}

function cell(value: number | null, digits: number): string {
  return value === null ? '–' : value.toFixed(digits);
}

/** A Markdown table that can be read as it stands: names to the left, figures to the right. */
function table(head: readonly string[], body: readonly (readonly string[])[]): string {
  const widths = head.map((title, column) =>
    Math.max(title.length, ...body.map((row) => row[column]?.length ?? 0)),
  );
  const pad = (text: string, column: number) =>
    column === 0 ? text.padEnd(widths[0] ?? 0) : text.padStart(widths[column] ?? 0);
  const rule = widths.map((width, column) =>
    column === 0 ? '-'.repeat(width) : `${'-'.repeat(width - 1)}:`,
  );
  return [head.map(pad), rule, ...body.map((row) => row.map(pad))]
    .map((cells) => `| ${cells.join(' | ')} |`)
    .join('\n');
}
