import type { BenchCase, Texts } from './cases';
import { OURS, PEERS } from './engines';
import type { Figures, Measured } from './job';

export interface Line {
  readonly engine: string;
  readonly measured: Measured;
}

type Row = readonly string[];

const HEAD: Row = [
  '',
  'ms',
  'first',
  '×',
  'peak MB',
  'changed',
  'off',
  'places',
  'moved',
  'split',
  'merged',
  'torn',
  'rebuilds',
];

/** One case as a Markdown table: each engine with what it took and what it found. */
export function caseTable(bench: BenchCase, texts: Texts, lines: readonly Line[]): string {
  const ours = lines.find(({ engine }) => engine === OURS)?.measured;
  const base = ours !== undefined && 'medianMs' in ours ? ours.medianMs : null;
  const rows = lines.map(({ engine, measured }): Row => {
    if ('failure' in measured) return [engine, measured.failure, ...HEAD.slice(2).map(() => '')];
    return [engine, ...figuresOf(measured, base), ...foundOf(measured, texts)];
  });
  return [
    `### ${bench.name}: ${bench.title}`,
    truthOf(texts),
    markdown([HEAD, ...rows]),
    fastest(lines, base),
  ]
    .filter((part) => part !== '')
    .join('\n\n');
}

function figuresOf({ medianMs, firstMs, peakMb }: Figures, base: number | null): Row {
  return [
    ms(medianMs),
    ms(firstMs),
    base === null || base === 0 ? '' : (medianMs / base).toFixed(1),
    peakMb === null ? '' : Math.max(0, peakMb).toFixed(0),
  ];
}

function foundOf({ found }: Figures, texts: Texts): Row {
  const isInLetters = texts.letters !== undefined;
  const changed = isInLetters ? found.letters : found.words;
  const truth = texts.letters ?? texts.words;
  const of = (count: number | undefined, known: number | undefined) =>
    count === undefined ? '–' : known === undefined ? String(count) : `${count}/${known}`;
  return [
    changed.toLocaleString('en'),
    truth === undefined || truth === 0 ? '' : `${((changed / truth - 1) * 100).toFixed(2)} %`,
    found.regions.toLocaleString('en'),
    of(found.moved, texts.moved),
    of(found.splits, texts.splits),
    of(found.merges, texts.merges),
    String(found.torn),
    found.rebuilds ? 'yes' : 'NO',
  ];
}

function truthOf({ words, letters }: Texts): string {
  if (letters !== undefined) return `Really changed: ${letters.toLocaleString('en')} letters.`;
  return words === undefined ? '' : `Really changed: ${words.toLocaleString('en')} words.`;
}

function fastest(lines: readonly Line[], base: number | null): string {
  let best: { readonly engine: string; readonly ms: number } | null = null;
  for (const { engine, measured } of lines) {
    if (PEERS.get(engine)?.showsStructure !== true || 'failure' in measured || engine === GIVES_UP) continue;
    if (best === null || measured.medianMs < best.ms) best = { engine, ms: measured.medianMs };
  }
  if (best === null || base === null || base < 1) return '';
  return `The fastest peer that shows structure, ${best.engine}, takes ${(best.ms / base).toFixed(1)} times as long.`;
}

/** Over 5,000 tokens it marks everything as changed, and compares nothing. */
const GIVES_UP = 'changeset, one step';

export interface GrowthLine {
  readonly title: string;
  readonly measured: Measured;
}

/** How time and memory grow with the text. */
export function growthTable(lines: readonly GrowthLine[]): string {
  const rows = lines.map(({ title, measured }): Row => {
    if ('failure' in measured) return [title, measured.failure, '', '', '', '', ''];
    const { medianMs, firstMs, peakMb, found } = measured;
    const perWord = (time: number) => ((time * 1000) / found.newWords).toFixed(2);
    return [
      title,
      ms(medianMs),
      perWord(medianMs),
      ms(firstMs),
      perWord(firstMs),
      peakMb === null ? '' : Math.max(0, peakMb).toFixed(0),
      found.rebuilds ? 'yes' : 'NO',
    ];
  });
  const head = ['', 'ms', 'µs a word', 'first ms', 'first, µs a word', 'peak MB', 'rebuilds'];
  return `### growth: ordinary texts of all sizes, ${OURS}\n\n${markdown([head, ...rows])}`;
}

function ms(value: number): string {
  return value < 10 ? value.toFixed(1) : Math.round(value).toLocaleString('en');
}

function markdown(rows: readonly Row[]): string {
  const widths = HEAD.map((_, column) => Math.max(3, ...rows.map((row) => (row[column] ?? '').length)));
  const count = rows[0]?.length ?? 0;
  const line = (cells: Row) =>
    `| ${cells.map((cell, column) => (column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0))).join(' | ')} |`;
  const rule = `|${Array.from({ length: count }, (_, column) => (column === 0 ? '-'.repeat((widths[0] ?? 0) + 2) : `${'-'.repeat((widths[column] ?? 0) + 1)}:`)).join('|')}|`;
  const [head, ...rest] = rows;
  return [...(head === undefined ? [] : [line(head)]), rule, ...rest.map(line)].join('\n');
}
