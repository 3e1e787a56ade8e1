import { backUpWhileTyping } from '../../server/sync/faults/backups';
import { bombard } from '../../server/sync/faults/bombardment';
import { converge } from '../../server/sync/faults/convergence';
import { fillDiskWhileTyping, mayMount } from '../../server/sync/faults/full-disk';
import { killWhileTyping } from '../../server/sync/faults/kills';
import { DECISIONS, decideWhileTyping } from '../../server/sync/faults/late-edits';
import { lockWhileTyping } from '../../server/sync/faults/locked-database';
import { typeThroughBadNetwork } from '../../server/sync/faults/network';
import { cutPower } from '../../server/sync/faults/power-cut';
import type { FaultReport } from '../../server/sync/faults/report';
import { writeToSlowReaders } from '../../server/sync/faults/slow-readers';

export interface Part {
  readonly name: string;
  /** What `count` counts, and how many there are unless a flag says otherwise. */
  readonly counts: string;
  readonly count: number;
  readonly run: (count: number, seed: number) => Promise<FaultReport>;
}

/** Every long run, cheapest first. The quick versions are the tests beside the scenarios. */
export const PARTS: readonly Part[] = [
  {
    name: 'disk',
    counts: 'megabytes',
    count: 4,
    run: async (megabytes, seed) =>
      mayMount()
        ? fillDiskWhileTyping({ megabytes, seed })
        : { figures: { skipped: 'needs root to make a file system' }, findings: [] },
  },
  {
    name: 'locked',
    counts: 'seconds',
    count: 10,
    run: (seconds, seed) => lockWhileTyping({ lockedMs: seconds * 1000, patienceMs: null, seed }),
  },
  {
    name: 'backup',
    counts: 'backups, one a second',
    count: 30,
    run: (backups, seed) => backUpWhileTyping({ backups, everyMs: 1000, seed }),
  },
  {
    name: 'network',
    counts: 'faults of the line',
    count: 200,
    run: (faults, seed) => typeThroughBadNetwork({ faults, seed }),
  },
  {
    name: 'slow',
    counts: 'readers that do not read',
    count: 40,
    run: (readers) => writeToSlowReaders({ readers }),
  },
  ...DECISIONS.map(
    (decision): Part => ({
      name: decision,
      counts: 'decisions while fifty type',
      count: 20,
      run: (rounds, seed) => decideWhileTyping({ decision, writers: 50, rounds, seed }),
    }),
  ),
  {
    name: 'power',
    counts: 'acknowledgements before the cut',
    count: 2000,
    run: (acknowledgements, seed) => cutPower({ acknowledgements, tornCheckpoints: 500, seed }),
  },
  {
    name: 'kill',
    counts: 'SIGKILLs',
    count: 100,
    run: (kills, seed) => killWhileTyping({ kills, documents: 4, writers: 3, seed }),
  },
  {
    name: 'convergence',
    counts: 'seeds',
    count: 1000,
    run: (count, seed) =>
      converge({ seeds: Array.from({ length: count }, (_, index) => seed + index), editors: 8, steps: 400 }),
  },
  ...(['random', 'mutated', 'structured'] as const).map(
    (kind): Part => ({
      name: kind,
      counts: `${kind} frames`,
      count: kind === 'structured' ? 100_000 : 1_000_000,
      run: (frames, seed) => bombard({ kind, frames, seed }),
    }),
  ),
];
