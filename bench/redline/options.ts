import { parseArgs } from 'node:util';
import { type BenchCase, benchCases, GROUPS } from './cases';
import { OURS, PEERS } from './engines';

export interface Options {
  readonly cases: readonly BenchCase[];
  readonly engines: readonly string[];
  readonly rounds: number;
  /** Seconds after which a comparison is given up. */
  readonly limit: number;
}

export const USAGE = `npm run bench:redline -- [--texts FOLDER] [--only ordinary,growth] [--engines "mufakat,htmldiff-js"] [--rounds 7] [--limit 30] [--quick]
groups of cases: ${GROUPS.join(', ')} (real needs --texts: .md or .txt files, compared in the order of their names)
engines: ${[OURS, ...PEERS.keys()].map((name) => name.replace(', ', '/')).join(', ')}`;

/** Throws, in words, where the command line is wrong. */
export function readOptions(args: readonly string[]): Options {
  const { values } = parseArgs({
    args: [...args],
    options: {
      texts: { type: 'string' },
      only: { type: 'string' },
      engines: { type: 'string' },
      rounds: { type: 'string' },
      limit: { type: 'string' },
      quick: { type: 'boolean', default: false },
    },
  });
  const texts = values.texts ?? null;
  const groups = values.only?.split(',').map((name) => name.trim()) ?? [...GROUPS];
  const unknown = groups.find((name) => !GROUPS.some((group) => group === name));
  if (unknown !== undefined) throw new Error(`There is no group "${unknown}".`);
  if (texts === null && values.only !== undefined && groups.includes('real')) {
    throw new Error('The group "real" needs --texts FOLDER.');
  }
  return {
    cases: benchCases(texts).filter(({ group }) => groups.includes(group)),
    engines: chosenEngines(values.engines),
    rounds: count('rounds', values.rounds, values.quick ? 3 : 7),
    limit: count('limit', values.limit, values.quick ? 15 : 30),
  };
}

function chosenEngines(list: string | undefined): string[] {
  const all = [OURS, ...PEERS.keys()];
  if (list === undefined) return all;
  return list.split(',').map((written) => {
    const name = written.trim().replace('/', ', ');
    if (!all.includes(name)) throw new Error(`There is no engine "${written.trim()}".`);
    return name;
  });
}

function count(name: string, text: string | undefined, fallback: number): number {
  const value = text === undefined ? fallback : Number(text);
  if (!Number.isFinite(value) || value <= 0) throw new Error(`--${name} takes a number above 0.`);
  return value;
}
