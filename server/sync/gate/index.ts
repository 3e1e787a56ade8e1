import * as Y from 'yjs';
import { accept, type Outcome, refuse } from '../../../domain/refusal';
import type { News } from '../known';
import type { Applied, Candidate } from './candidate';
import type { DecodedUpdate } from './decode';
import type { Owners } from './owners';
import { mend } from './repair';
import { judgeStructs } from './structs';
import { DESCEND_EVERYWHERE, elementFault, type Fault, topLevelFault } from './tree';

/** What goes into the log: the author's own news, and what the server adds by its own hand (tidying, repair). */
export interface Admitted {
  readonly own: Uint8Array | null;
  readonly byServer: readonly Uint8Array[];
  /** Client ids the news is written under. */
  readonly clients: ReadonlySet<number>;
}

/** How many faults of honest merging are mended for one update before it is refused after all. */
const MOST_MENDS = 20;

/**
 * The gate: every update passes here or nowhere. First judged by itself, then tried on the candidate, then the
 * touched part of the tree is judged. A refusal after the trial leaves the candidate spoilt.
 */
export function admit(
  candidate: Candidate,
  owners: Owners,
  userId: string,
  update: DecodedUpdate,
  news: News,
): Outcome<Admitted> {
  const judged = judgeStructs(news, candidate, owners, userId);
  if (!judged.ok) return judged;
  const firstNew = new Map<number, number>();
  for (const { id } of news.structs) {
    if (!firstNew.has(id.client)) firstNew.set(id.client, candidate.clockAfter(id.client));
  }
  const applied = tryOn(candidate, update);
  if (applied === null) return refuse('SY2');
  if (!candidate.isWhole) {
    candidate.isSpoilt = true;
    return refuse('SY5');
  }
  const [own = null, ...byServer] = applied.updates;
  const repairs = judgeTree(candidate, applied, firstNew);
  if (!repairs.ok) {
    candidate.isSpoilt = true;
    return repairs;
  }
  return accept({ own, byServer: [...byServer, ...repairs.value], clients: new Set(firstNew.keys()) });
}

function tryOn(candidate: Candidate, update: DecodedUpdate): Applied | null {
  try {
    return candidate.apply(update.bytes);
  } catch {
    candidate.isSpoilt = true;
    return null;
  }
}

/** Judges what an update touched. Lacks that honest concurrent edits can leave are mended by the server (SY16). */
function judgeTree(
  candidate: Candidate,
  applied: Applied,
  firstNew: ReadonlyMap<number, number>,
): Outcome<Uint8Array[]> {
  const isNew = (item: Y.Item) => item.id.clock >= (firstNew.get(item.id.client) ?? Number.POSITIVE_INFINITY);
  const touched = touchedElements(candidate, applied);
  if (!touched.ok) return touched;
  const fault = topLevelFaults(candidate, firstNew);
  if (fault !== null) return refuse('SY7', { fault: fault.text });
  const repairs: Uint8Array[] = [];
  for (let mends = 0; mends <= MOST_MENDS; mends += 1) {
    const found = firstFault(candidate, touched.value, isNew);
    if (found === null) return accept(repairs);
    const element = found.isLack ? found.element : null;
    const isOwnFault = element === null || element._item === null || isNew(element._item);
    const repair = isOwnFault ? null : mend(candidate, element);
    if (repair === null) return refuse('SY7', { fault: found.text });
    for (const lacking of repair.touched) touched.value.add(lacking);
    repairs.push(...repair.updates);
  }
  return refuse('SY7', { fault: 'beyond repair' });
}

function touchedElements(candidate: Candidate, applied: Applied): Outcome<Set<Y.XmlElement>> {
  const elements = new Set<Y.XmlElement>();
  for (const type of applied.changed) {
    if (type === candidate.root) {
      if (candidate.root._map.size > 0) return refuse('SY7', { fault: 'an attribute on the text itself' });
      continue;
    }
    const element = type instanceof Y.XmlText ? type.parent : type;
    if (!(element instanceof Y.XmlElement)) return refuse('SY7', { fault: 'words outside any clause' });
    elements.add(element);
  }
  return accept(elements);
}

function topLevelFaults(candidate: Candidate, firstNew: ReadonlyMap<number, number>): Fault | null {
  for (const [client, clock] of firstNew) {
    for (const item of candidate.itemsSince(client, clock)) {
      if (item.parent !== candidate.root) continue;
      const fault = topLevelFault(item, DESCEND_EVERYWHERE);
      if (fault !== null) return fault;
    }
  }
  return null;
}

function firstFault(
  candidate: Candidate,
  elements: ReadonlySet<Y.XmlElement>,
  isNew: (item: Y.Item) => boolean,
): Fault | null {
  for (const element of elements) {
    if (element._item?.deleted !== false) continue;
    const fault = elementFault(element, isNew);
    if (fault === null) candidate.unsound.delete(element);
    else if (!candidate.unsound.has(element) || fault.element !== element) return fault;
  }
  return null;
}
