import { parseArgs } from 'node:util';
import { mufakat } from './peers/mufakat';
import { OTHERS } from './peers/others';
import type { Peer } from './peers/peer';
import { fileIsolation } from './workloads/file-isolation';
import { isolation } from './workloads/isolation';
import { kills } from './workloads/kills';
import { longDocument } from './workloads/long-document';
import { manyDocuments } from './workloads/many-documents';
import { oneDocument } from './workloads/one-document';
import { soak } from './workloads/soak';
import { storm } from './workloads/storm';
import type { Settings, Workload } from './workloads/workload';

export const WORKLOADS: readonly Workload[] = [
  oneDocument,
  manyDocuments,
  longDocument,
  kills,
  storm,
  isolation,
  fileIsolation,
  soak,
];
/** What is measured where nothing is chosen: all but the half hour. */
const USUAL = WORKLOADS.filter((workload) => workload !== soak);
export const PEERS: readonly Peer[] = [...OTHERS, mufakat];

export interface Options {
  readonly workloads: readonly Workload[];
  readonly peers: readonly Peer[];
  /** Cases to leave the others out; null for all. */
  readonly cases: readonly string[] | null;
  readonly repeat: number;
  readonly settings: Settings;
}

export const USAGE = `npm run bench:sync -- [--only W1,W2] [--cases 10x10] [--peers mufakat,yws] [--seconds 8] [--warm-up 2] [--repeat 3] [--kills 7] [--quick]
workloads: ${WORKLOADS.map(({ id }) => id).join(', ')}
peers: ${PEERS.map(({ name }) => name).join(', ')}`;

/** Throws, in words, where the command line is wrong. */
export function readOptions(args: readonly string[]): Options {
  const { values } = parseArgs({
    args: [...args],
    options: {
      only: { type: 'string' },
      cases: { type: 'string' },
      peers: { type: 'string' },
      seconds: { type: 'string' },
      repeat: { type: 'string' },
      kills: { type: 'string' },
      'warm-up': { type: 'string' },
      quick: { type: 'boolean', default: false },
    },
  });
  const isQuick = values.quick;
  return {
    workloads: values.only === undefined ? USUAL : chosen('workload', WORKLOADS, ({ id }) => id, values.only),
    peers: chosen('peer', PEERS, ({ name }) => name, values.peers),
    cases: values.cases?.split(',') ?? null,
    repeat: count('repeat', values.repeat, isQuick ? 1 : 3),
    settings: {
      seconds: count('seconds', values.seconds, isQuick ? 4 : 8),
      warmUpSeconds: count('warm-up', values['warm-up'], isQuick ? 1 : 2),
      kills: count('kills', values.kills, isQuick ? 3 : 7),
      isQuick,
    },
  };
}

function chosen<T>(
  what: string,
  all: readonly T[],
  nameOf: (one: T) => string,
  list: string | undefined,
): readonly T[] {
  if (list === undefined) return all;
  return list.split(',').map((name) => {
    const found = all.find((one) => nameOf(one).toLowerCase() === name.trim().toLowerCase());
    if (found === undefined) throw new Error(`There is no ${what} "${name}".`);
    return found;
  });
}

function count(name: string, text: string | undefined, fallback: number): number {
  const value = text === undefined ? fallback : Number(text);
  if (!Number.isFinite(value) || value <= 0) throw new Error(`--${name} takes a number above 0.`);
  return value;
}
