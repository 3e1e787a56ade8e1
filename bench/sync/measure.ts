import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { drive } from './drive';
import { type Surroundings, surroundings, surroundingsInWords } from './machine';
import type { Options } from './options';
import type { Peer, StartOptions } from './peers/peer';
import type { ServerProcess } from './peers/server-process';
import type { Measurement } from './summary';
import type { Figures, Running, Settings, Workload } from './workloads/workload';

/** Everything the servers store. */
const PLACES = mkdtempSync(path.join(tmpdir(), 'mufakat-bench-'));
process.once('exit', () => rmSync(PLACES, { recursive: true, force: true }));

/** Repetition is the outer loop: what the machine does besides hits every server alike. */
export async function measureWorkload(
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
        const around = surroundingsNow();
        const outcome = await measureOnce(workload, name, peer, options.settings);
        measurements.push({
          workload: workload.id,
          case: name,
          peer: peer.name,
          repetition,
          ...around,
          ...outcome,
        });
        console.log(
          `${workload.id} ${name} ${peer.name} (${repetition}/${options.repeat}; ${surroundingsInWords(around)}): ${inShort(outcome)}`,
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

export function surroundingsNow(): Surroundings {
  return surroundings(PLACES);
}

function inShort({ figures, error }: { figures: Figures; error?: string }): string {
  if (error !== undefined) return error;
  return Object.entries(figures)
    .map(([key, value]) => `${key} ${value === null ? '–' : Number(value.toPrecision(3))}`)
    .join(', ');
}
