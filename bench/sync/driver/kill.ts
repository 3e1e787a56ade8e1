import { randomInt } from 'node:crypto';
import { killTree } from '../../../scripts/support/process-tree';
import { Client, inParallel, sleep } from './client';
import type { KillJob, KillResult, Sighting } from './jobs';
import { RunReader } from './runs';
import { Writer } from './writer';

const WRITERS = 2;

interface Half {
  readonly writer: Writer;
  readonly client: Client;
  /** When each clock of the other writer came. */
  readonly seenAt: number[];
}

/** Two people type in each document until the server is killed; what each saw of the other until then. */
export async function kill(job: KillJob): Promise<KillResult> {
  const { target } = job;
  if (target.pid === null) throw new Error('kill: no process to kill');
  const pairs = await inParallel(job.documents, job.documents, (index) => pairIn(job, index));
  const typing = setInterval(() => {
    for (const { client, writer } of pairs.flat()) {
      client.send(client.frames.update(writer.type()), client.frames.presence(writer.caret()));
    }
  }, 1000 / job.keysPerSecond);
  await sleep(job.afterSeconds * 1000);
  killTree(target.pid);
  const killedAt = performance.now();
  clearInterval(typing);
  // What the kernel still holds for us was sent before the kill: it counts as seen.
  await sleep(100);
  const sightings = pairs.flatMap(([one, other], document) =>
    one === undefined || other === undefined
      ? []
      : [sightingOf(document, one, other, killedAt), sightingOf(document, other, one, killedAt)],
  );
  for (const { client } of pairs.flat()) client.close();
  return { sightings };
}

async function pairIn(job: KillJob, document: number): Promise<readonly Half[]> {
  const firstId = randomInt(2 ** 28, 2 ** 31);
  const halves = await inParallel(WRITERS, WRITERS, async (index): Promise<Half> => {
    const reader = new RunReader();
    const other = firstId + 1 - index;
    const seenAt: number[] = [];
    const client = await Client.connect(job.target, document, document * WRITERS + index, (update, at) => {
      reader.read(update, (author, clock, length) => {
        if (author !== other) return;
        for (let seen = clock; seen < clock + length; seen += 1) seenAt[seen] ??= at;
      });
    });
    await client.synced();
    return { writer: new Writer(firstId + index), client, seenAt };
  });
  for (const { client, writer } of halves) client.send(client.frames.update(writer.begin()));
  return halves;
}

function sightingOf(document: number, seer: Half, author: Half, killedAt: number): Sighting {
  return {
    document,
    client: author.writer.client,
    seen: seer.seenAt.length,
    ages: seer.seenAt.map((at) => Math.max(0, Math.round(killedAt - at))),
  };
}
