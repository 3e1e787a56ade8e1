import { compareTexts } from '../../domain/redline';
import type { Redline } from '../../domain/redline/types';
import { type BenchCase, madeCases, realCases } from './cases';

/**
 * Times the redline and holds it against what is known to have changed. `npx tsx bench/redline/run.ts`; with
 * MUFAKAT_REAL_TEXTS=<folder of .md or .txt files> neighbouring files of the folder are compared too.
 */
const ROUNDS = 7;

interface Line {
  readonly case: string;
  readonly words: number;
  readonly 'first ms': number;
  readonly 'median ms': number;
  /** Processor time of a round, which other work on the machine changes little. */
  readonly 'cpu ms': number;
  readonly changed: number;
  readonly truth: string;
  readonly moved: string;
  readonly splits: string;
  readonly merges: string;
  readonly changes: number;
}

function measure(bench: BenchCase): Line {
  const times: number[] = [];
  let redline: Redline | undefined;
  const before = process.cpuUsage();
  for (let round = 0; round < ROUNDS; round += 1) {
    const start = performance.now();
    redline = compareTexts(bench.old, bench.new, { houseStyle: 'declaration' });
    times.push(performance.now() - start);
  }
  if (redline === undefined) throw new Error('measure: no round was run');
  const { user, system } = process.cpuUsage(before);
  const { truth } = bench;
  const count = (kind: string) => redline?.changes.filter((change) => change.kind === kind).length ?? 0;
  const of = (kind: string, known: number | undefined) =>
    known === undefined ? String(count(kind)) : `${count(kind)} of ${known}`;
  return {
    case: bench.name,
    words: redline.summary.newWords,
    'first ms': Math.round(times[0] ?? 0),
    'median ms': Math.round(times.sort((a, b) => a - b)[ROUNDS >> 1] ?? 0),
    'cpu ms': Math.round((user + system) / 1000 / ROUNDS),
    changed: redline.summary.wordsInserted + redline.summary.wordsDeleted,
    truth: truth === null ? '' : String(truth.wordsInserted + truth.wordsDeleted),
    moved: of('moved', truth?.moved),
    splits: of('split', truth?.splits),
    merges: of('merged', truth?.merges),
    changes: redline.changes.length,
  };
}

const folder = process.env.MUFAKAT_REAL_TEXTS;
const cases = [...madeCases(), ...(folder === undefined ? [] : realCases(folder))];
console.table(cases.map(measure));
