import type { HistogramReading } from './histogram';

/** One value of a family, told apart from its sisters by its labels. */
export interface Sample {
  readonly labels?: Readonly<Record<string, string>>;
  readonly value: number;
}

/** A metric with its explanation, as the Prometheus text format 0.0.4 knows them. */
export type Family = { readonly name: string; readonly help: string } & (
  | { readonly type: 'counter' | 'gauge'; readonly samples: readonly Sample[] }
  | { readonly type: 'histogram'; readonly reading: HistogramReading }
);

/** Media type of what `exposition` returns. */
export const EXPOSITION_TYPE = 'text/plain; version=0.0.4; charset=utf-8';

export function gauge(name: string, help: string, value: number): Family {
  return { name, help, type: 'gauge', samples: [{ value }] };
}

export function counter(name: string, help: string, value: number): Family {
  return { name, help, type: 'counter', samples: [{ value }] };
}

/** The families in the text format that Prometheus and its kin scrape. */
export function exposition(families: readonly Family[]): string {
  return families.map(familyText).join('');
}

function familyText(family: Family): string {
  const { name, help, type } = family;
  const samples =
    family.type === 'histogram' ? histogramSamples(family.reading) : family.samples.map(plainSample);
  const lines = samples.map(
    ({ suffix, labels, value }) => `${name}${suffix}${labelText(labels)} ${numberText(value)}\n`,
  );
  return `# HELP ${name} ${escaped(help)}\n# TYPE ${name} ${type}\n${lines.join('')}`;
}

function plainSample({ labels = {}, value }: Sample) {
  return { suffix: '', labels, value };
}

/** Buckets are cumulative in this format: each counts everything up to its bound. */
function histogramSamples({ bounds, counts, sum }: HistogramReading) {
  let total = 0;
  const buckets = counts.map((count, index) => {
    total += count;
    return { suffix: '_bucket', labels: { le: numberText(bounds[index] ?? Infinity) }, value: total };
  });
  return [
    ...buckets,
    { suffix: '_sum', labels: {}, value: sum },
    { suffix: '_count', labels: {}, value: total },
  ];
}

function labelText(labels: Readonly<Record<string, string>>): string {
  const pairs = Object.entries(labels).map(
    ([name, value]) => `${name}="${escaped(value).replaceAll('"', '\\"')}"`,
  );
  return pairs.length === 0 ? '' : `{${pairs.join(',')}}`;
}

function numberText(value: number): string {
  if (value === Infinity) return '+Inf';
  return value === -Infinity ? '-Inf' : String(value);
}

function escaped(text: string): string {
  return text.replaceAll('\\', '\\\\').replaceAll('\n', '\\n');
}
