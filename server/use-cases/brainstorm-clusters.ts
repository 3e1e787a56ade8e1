import { z } from 'zod';
import { atomic } from '../../db/atomic';
import {
  type ClusterRow,
  changeCluster,
  clustersOf,
  dotsOf,
  findCluster,
  findRound,
  gatheredIn,
  inputsOf,
  insertCluster,
  insertGathered,
  type RoundRow,
  releaseGathered,
  saveDots,
} from '../../db/brainstorm';
import type { Db } from '../../db/client';
import { checkGathered, checkSplit, checkStanding } from '../../domain/brainstorm/clusters';
import { keptWords } from '../../domain/brainstorm/inputs';
import { checkShown } from '../../domain/brainstorm/rounds';
import type { Actor } from '../../domain/policy/can';
import { accept, type Outcome, refuse } from '../../domain/refusal';
import { newId } from '../ids';
import type { Runtime } from '../runtime';
import { permittedInBody, readInput } from './body-act';
import { permittedRound, recordRound, tagsOf } from './brainstorm-round';
import { nameText } from './input-shapes';

const ClusterFields = z.object({
  title: nameText(200),
  synthesis: z.string().default('').transform(keptWords).pipe(z.string().max(4000)),
  tag: z.string().nullable().default(null),
});

export type SaveClusterInput = z.input<typeof ClusterFields> & {
  readonly roundId: string;
  /** Left out: a new one. */
  readonly clusterId?: string;
  /** The `rev` of the page; needed to change one. */
  readonly rev?: number;
  /** Gathered at once into a new one. */
  readonly inputIds?: readonly string[];
};

/** Writes what several inputs have in common, in the secretariat's words (BS9). */
export async function saveCluster(
  runtime: Runtime,
  actor: Actor,
  input: SaveClusterInput,
): Promise<Outcome<{ clusterId: string }>> {
  const at = runtime.clock.now();
  return atomic(runtime.db, (tx): Outcome<{ clusterId: string }> => {
    const found = gatheringRound(tx, actor, input.roundId);
    if (!found.ok) return found;
    const round = found.value;
    const read = readInput(ClusterFields, input);
    if (!read.ok) return read;
    const { tag } = read.value;
    if (tag !== null && !tagsOf(round).some(({ key }) => key === tag))
      return refuse('BO10', { field: 'tag' });
    if (input.clusterId !== undefined) {
      const standing = standingClusterOf(tx, round, input.clusterId);
      if (!standing.ok) return standing;
      if (!changeCluster(tx, input.clusterId, input.rev ?? -1, read.value)) return refuse('BS19');
      recordRound(tx, actor, at, round, 'brainstorm.clusterChanged', {
        cluster: input.clusterId,
        name: read.value.title,
      });
      return accept({ clusterId: input.clusterId });
    }
    const wanted = [...new Set(input.inputIds ?? [])];
    const gathered = checkGathered(inputsOf(tx, [round.id]), wanted);
    if (!gathered.ok) return gathered;
    const clusterId = newCluster(tx, actor, at, round, { ...read.value, splitFromId: null });
    gather(tx, actor, at, clusterId, wanted);
    recordRound(tx, actor, at, round, 'brainstorm.clusterWritten', {
      cluster: clusterId,
      name: read.value.title,
      inputs: wanted.length,
    });
    return accept({ clusterId });
  });
}

/** Inputs into a cluster; those that it holds already stay. An input may be in several (BS9). */
export async function gatherInputs(
  runtime: Runtime,
  actor: Actor,
  input: { readonly clusterId: string; readonly inputIds: readonly string[] },
): Promise<Outcome<{ gathered: number }>> {
  const at = runtime.clock.now();
  return atomic(runtime.db, (tx): Outcome<{ gathered: number }> => {
    const found = gatheringCluster(tx, actor, input.clusterId);
    if (!found.ok) return found;
    const { cluster, round } = found.value;
    const wanted = [...new Set(input.inputIds)];
    if (wanted.length === 0) return refuse('BS9', { field: 'inputs' });
    const checked = checkGathered(inputsOf(tx, [round.id]), wanted);
    if (!checked.ok) return checked;
    const held = new Set(gatheredIn(tx, [cluster.id]).map(({ inputId }) => inputId));
    const fresh = wanted.filter((id) => !held.has(id));
    gather(tx, actor, at, cluster.id, fresh);
    changeCluster(tx, cluster.id, cluster.rev, {});
    recordRound(tx, actor, at, round, 'brainstorm.gathered', {
      cluster: cluster.id,
      name: cluster.title,
      inputs: fresh.length,
    });
    return accept({ gathered: fresh.length });
  });
}

/** Takes an input out of a cluster again; that it was there stays on record. */
export async function releaseInput(
  runtime: Runtime,
  actor: Actor,
  input: { readonly clusterId: string; readonly inputId: string },
): Promise<Outcome<true>> {
  const at = runtime.clock.now();
  return atomic(runtime.db, (tx): Outcome<true> => {
    const found = gatheringCluster(tx, actor, input.clusterId);
    if (!found.ok) return found;
    const { cluster, round } = found.value;
    const held = gatheredIn(tx, [cluster.id]).find(({ inputId }) => inputId === input.inputId);
    if (held === undefined) return refuse('BS19');
    releaseGathered(tx, held.id, at);
    changeCluster(tx, cluster.id, cluster.rev, {});
    recordRound(tx, actor, at, round, 'brainstorm.released', { cluster: cluster.id, name: cluster.title });
    return accept(true);
  });
}

/** One cluster goes into another, with its inputs and the dots it was given; its history stays (BS10). */
export async function mergeClusters(
  runtime: Runtime,
  actor: Actor,
  input: { readonly clusterId: string; readonly rev: number; readonly intoId: string },
): Promise<Outcome<true>> {
  const at = runtime.clock.now();
  return atomic(runtime.db, (tx): Outcome<true> => {
    const found = gatheringCluster(tx, actor, input.clusterId);
    if (!found.ok) return found;
    const { cluster, round } = found.value;
    const into = standingClusterOf(tx, round, input.intoId);
    if (!into.ok) return into;
    if (into.value.id === cluster.id) return refuse('BO10', { field: 'intoId' });
    const change = { mergedIntoId: into.value.id, closedAt: at };
    if (!changeCluster(tx, cluster.id, input.rev, change)) return refuse('BS19');
    const held = new Set(gatheredIn(tx, [into.value.id]).map(({ inputId }) => inputId));
    for (const row of gatheredIn(tx, [cluster.id])) {
      releaseGathered(tx, row.id, at);
      if (!held.has(row.inputId)) gather(tx, actor, at, into.value.id, [row.inputId]);
    }
    carryDots(tx, cluster.id, into.value.id, at);
    changeCluster(tx, into.value.id, into.value.rev, {});
    recordRound(tx, actor, at, round, 'brainstorm.merged', {
      cluster: cluster.id,
      name: cluster.title,
      into: into.value.title,
    });
    return accept(true);
  });
}

/** Part of a cluster becomes one of its own (BS11). */
export async function splitCluster(
  runtime: Runtime,
  actor: Actor,
  input: {
    readonly clusterId: string;
    readonly rev: number;
    readonly title: string;
    readonly inputIds: readonly string[];
  },
): Promise<Outcome<{ clusterId: string }>> {
  const at = runtime.clock.now();
  return atomic(runtime.db, (tx): Outcome<{ clusterId: string }> => {
    const found = gatheringCluster(tx, actor, input.clusterId);
    if (!found.ok) return found;
    const { cluster, round } = found.value;
    const read = readInput(z.object({ title: nameText(200) }), input);
    if (!read.ok) return read;
    const rows = gatheredIn(tx, [cluster.id]);
    const taken = new Set(input.inputIds);
    const checked = checkSplit(
      rows.map(({ inputId }) => inputId),
      [...taken],
    );
    if (!checked.ok) return checked;
    if (!changeCluster(tx, cluster.id, input.rev, {})) return refuse('BS19');
    const { title } = read.value;
    const clusterId = newCluster(tx, actor, at, round, {
      title,
      synthesis: '',
      tag: cluster.tag,
      splitFromId: cluster.id,
    });
    for (const row of rows.filter(({ inputId }) => taken.has(inputId))) releaseGathered(tx, row.id, at);
    gather(tx, actor, at, clusterId, [...taken]);
    recordRound(tx, actor, at, round, 'brainstorm.split', {
      cluster: clusterId,
      name: title,
      from: cluster.title,
      inputs: taken.size,
    });
    return accept({ clusterId });
  });
}

function newCluster(
  tx: Db,
  actor: Actor,
  at: string,
  round: RoundRow,
  said: Pick<ClusterRow, 'title' | 'synthesis' | 'tag' | 'splitFromId'>,
): string {
  const last = Math.max(0, ...clustersOf(tx, [round.id]).map(({ position }) => position));
  const id = newId('cls');
  insertCluster(tx, {
    id,
    roundId: round.id,
    ...said,
    position: last + 1,
    mergedIntoId: null,
    rev: 0,
    by: actor.userId,
    at,
    closedAt: null,
  });
  return id;
}

function gather(tx: Db, actor: Actor, at: string, clusterId: string, inputIds: readonly string[]): void {
  for (const inputId of inputIds) {
    insertGathered(tx, { id: newId('gat'), clusterId, inputId, by: actor.userId, at, removedAt: null });
  }
}

/** A delegation's dots follow: together they are no more than they were. */
function carryDots(tx: Db, fromId: string, intoId: string, at: string): void {
  const there = new Map(dotsOf(tx, [intoId]).map(({ country, dots }) => [country, dots]));
  for (const row of dotsOf(tx, [fromId])) {
    if (row.dots === 0) continue;
    saveDots(tx, { ...row, clusterId: intoId, dots: row.dots + (there.get(row.country) ?? 0), at });
    saveDots(tx, { ...row, dots: 0, at });
  }
}

/** The round, where the actor gathers in it and everybody sees what is gathered (BS8). */
function gatheringRound(tx: Db, actor: Actor, roundId: string): Outcome<RoundRow> {
  const found = permittedRound(tx, actor, 'gatherInputs', roundId);
  if (!found.ok) return found;
  const shown = checkShown(found.value);
  return shown.ok ? found : shown;
}

/** The same, with a cluster of the round that stands. */
export function gatheringCluster(
  tx: Db,
  actor: Actor,
  clusterId: string,
): Outcome<{ readonly cluster: ClusterRow; readonly round: RoundRow }> {
  const cluster = findCluster(tx, clusterId);
  if (cluster === null) return refuse('PO1');
  const round = gatheringRound(tx, actor, cluster.roundId);
  if (!round.ok) return round;
  const standing = checkStanding(cluster);
  return standing.ok ? accept({ cluster, round: round.value }) : standing;
}

function standingClusterOf(tx: Db, round: RoundRow, clusterId: string): Outcome<ClusterRow> {
  const cluster = findCluster(tx, clusterId);
  if (cluster === null || cluster.roundId !== round.id) return refuse('PO1');
  const standing = checkStanding(cluster);
  return standing.ok ? accept(cluster) : standing;
}

/** A cluster and its round, where the actor may do this with it and everybody sees it. */
export function permittedCluster(
  tx: Db,
  actor: Actor,
  operation: 'linkSources',
  clusterId: string,
): Outcome<{ readonly cluster: ClusterRow; readonly round: RoundRow }> {
  const cluster = findCluster(tx, clusterId);
  const round = cluster === null ? null : findRound(tx, cluster.roundId);
  if (cluster === null || round === null) return refuse('PO1');
  const allowed = permittedInBody(tx, actor, operation, round.bodyId);
  if (!allowed.ok) return allowed;
  const shown = checkShown(round);
  if (!shown.ok) return shown;
  const standing = checkStanding(cluster);
  return standing.ok ? accept({ cluster, round }) : standing;
}
