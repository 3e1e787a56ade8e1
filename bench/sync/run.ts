import '../../scripts/support/require-node';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, loadavg, tmpdir } from 'node:os';
import path from 'node:path';
import { drive } from './drive';
import { type Options, readOptions, USAGE } from './options';
import type { Peer, StartOptions } from './peers/peer';
import type { ServerProcess } from './peers/server-process';
import { hurrySession, pinningInWords } from './pinning';
import { reportOf } from './report';
import { type Measurement, Summary } from './summary';
import type { Figures, Running, Settings, Workload } from './workloads/workload';

/** Everything the servers store. */
const PLACES = mkdtempSync(path.join(tmpdir(), 'mufakat-bench-'));
process.once('exit', () => rmSync(PLACES, { recursive: true, force: true }));
const RESULTS = path.join(import.meta.dirname, '../results');

/** `npm run bench:sync`: measures this sync server and its peers in one run. README.md beside this file explains. */
async function main(options: Options): Promise<void> {
  // Whatever ends us, the exit handlers take servers and files along.
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(130));
  hurrySession();
  console.log(`${machine()}; load ${load()}`);
  const peers = await prepared(options);
  const summaries: Summary[] = [];
  for (const workload of options.workloads) {
    const summary = new Summary(workload, await measureWorkload(workload, peers, options));
    summaries.push(summary);
    console.log(`\n${reportOf(summary, peers)}\n`);
  }
  console.log(`load at the end ${load()}`);
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

/** Repetition is the outer loop: what the machine does besides hits every server alike. */
async function measureWorkload(
  workload: Workload,
  peers: readonly Peer[],
  options: Options,
): Promise<Measurement[]> {
  const measurements: Measurement[] = [];
  const fit = peers.filter((peer) => {
    const why = workload.unfit(peer);
    if (why !== null) console.log(`${workload.id}: without ${peer.name}, ${why}`);
    return why === null;
  });
  const cases = workload.cases(options.settings).filter((name) => options.cases?.includes(name) ?? true);
  for (let repetition = 1; repetition <= options.repeat; repetition += 1) {
    for (const name of cases) {
      for (const peer of fit) {
        const at = load();
        const outcome = await measureOnce(workload, name, peer, options.settings);
        measurements.push({
          workload: workload.id,
          case: name,
          peer: peer.name,
          repetition,
          load: at,
          ...outcome,
        });
        console.log(
          `${workload.id} ${name} ${peer.name} (${repetition}/${options.repeat}): ${inShort(outcome)}`,
        );
      }
    }
  }
  return measurements;
}

async function measureOnce(
  workload: Workload,
  name: string,
  peer: Peer,
  settings: Settings,
): Promise<{ figures: Figures; error?: string }> {
  const place = mkdtempSync(path.join(PLACES, 'place-'));
  const servers: ServerProcess[] = [];
  const start = async (how: StartOptions = { isPinned: true }): Promise<Running> => {
    const server = await peer.start(place, how);
    servers.push(server);
    return {
      pid: server.pid,
      target: peer.target(server, place),
      stop: () => server.stop(),
      kill: () => server.kill(),
    };
  };
  try {
    await peer.furnish(place);
    return { figures: await workload.measure({ settings, peer, start, drive }, name) };
  } catch (error) {
    return { figures: {}, error: (error as Error).message };
  } finally {
    for (const server of servers) await server.kill();
    rmSync(place, { recursive: true, force: true });
  }
}

function inShort({ figures, error }: { figures: Figures; error?: string }): string {
  if (error !== undefined) return error;
  return Object.entries(figures)
    .map(([key, value]) => `${key} ${value === null ? '–' : Number(value.toPrecision(3))}`)
    .join(', ');
}

function save({ settings, repeat }: Options, summaries: readonly Summary[]): string {
  mkdirSync(RESULTS, { recursive: true });
  const file = path.join(RESULTS, `sync-${new Date().toISOString().replaceAll(':', '-')}.json`);
  const bars = summaries.flatMap(({ verdicts }) => verdicts);
  const measurements = summaries.flatMap((summary) => summary.measurements);
  writeFileSync(
    file,
    `${JSON.stringify({ machine: machine(), settings, repeat, bars, measurements }, null, 1)}\n`,
  );
  return file;
}

function machine(): string {
  const [cpu] = cpus();
  return `${cpus().length} x ${cpu?.model.trim() ?? 'unknown CPU'}, Node.js ${process.version}, ${pinningInWords()}`;
}

/** Load of the machine over the last minute. */
function load(): number {
  return Number((loadavg()[0] ?? 0).toFixed(2));
}

let options: Options;
try {
  options = readOptions(process.argv.slice(2));
} catch (error) {
  console.error(`${(error as Error).message}\n${USAGE}`);
  process.exit(2);
}
await main(options);
