import '../../scripts/support/require-node';
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { machineInWords, surroundingsInWords } from './machine';
import { measureWorkload, surroundingsNow } from './measure';
import { type Options, readOptions, USAGE } from './options';
import type { Peer } from './peers/peer';
import { hurrySession } from './pinning';
import { reportOf } from './report';
import { Summary } from './summary';

const RESULTS = path.join(import.meta.dirname, '../results');

/** `npm run bench:sync`: measures this sync server and its peers in one run. README.md beside this file explains. */
async function main(options: Options): Promise<void> {
  // Whatever ends us, the exit handlers take servers and files along.
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(130));
  hurrySession();
  console.log(`${machineInWords()}; ${surroundingsInWords(surroundingsNow())}`);
  const peers = await prepared(options);
  const summaries: Summary[] = [];
  for (const workload of options.workloads) {
    const summary = new Summary(workload, await measureWorkload(workload, peers, options));
    summaries.push(summary);
    console.log(`\n${reportOf(summary, peers)}\n`);
  }
  console.log(`At the end ${surroundingsInWords(surroundingsNow())}`);
  const file = save(options, summaries);
  console.log(`Every measurement: ${path.relative(process.cwd(), file)}`);
}

/** The peers that can run here; the others are named with the reason. */
async function prepared({ peers, workloads }: Options): Promise<Peer[]> {
  const needs = {
    people: Math.max(...workloads.map((workload) => workload.needs.people)),
    documents: Math.max(...workloads.map((workload) => workload.needs.documents)),
    hasLongText: workloads.some((workload) => workload.needs.hasLongText === true),
  };
  const able: Peer[] = [];
  for (const peer of peers) {
    try {
      await peer.prepare(needs);
      able.push(peer);
      console.log(`${peer.name}: ${peer.note ?? 'ready'}`);
    } catch (error) {
      console.log(`${peer.name}: left out, ${(error as Error).message}`);
    }
  }
  return able;
}

function save({ settings, repeat }: Options, summaries: readonly Summary[]): string {
  mkdirSync(RESULTS, { recursive: true });
  const file = path.join(RESULTS, `sync-${new Date().toISOString().replaceAll(':', '-')}.json`);
  const bars = summaries.flatMap(({ verdicts }) => verdicts);
  const measurements = summaries.flatMap((summary) => summary.measurements);
  writeFileSync(
    file,
    `${JSON.stringify({ machine: machineInWords(), settings, repeat, bars, measurements }, null, 1)}\n`,
  );
  return file;
}

let options: Options;
try {
  options = readOptions(process.argv.slice(2));
} catch (error) {
  console.error(`${(error as Error).message}\n${USAGE}`);
  process.exit(2);
}
await main(options);
