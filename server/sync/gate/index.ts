import * as Y from 'yjs';
import { accept, type Outcome, refuse } from '../../../domain/refusal';
import { keptBrackets } from '../../../domain/text/brackets/stretches';
import type { News } from '../known';
import type { Applied, Candidate } from './candidate';
import type { DecodedUpdate } from './decode';
import { CrossedNeighbours, FREE_STEPS, FREE_STEPS_TOGETHER, TooMuchEffort, withinReason } from './effort';
import type { Owners } from './owners';
import { mend } from './repair';
import { judgeStructs } from './structs';
import { DESCEND_EVERYWHERE, elementFault, type Fault, newWordsFault, topLevelFault } from './tree';

/** What goes into the log: the author's own news, and what the server adds by its own hand (tidying, repair). */
export interface Admitted {
  readonly own: Uint8Array | null;
  readonly byServer: readonly Uint8Array[];
  /** Client ids the news is written under. */
  readonly clients: ReadonlySet<number>;
  /** What it cost to find its places (SY27). */
  readonly steps: number;
}

/** What updates that were tried together did: their news as one update, and what the server adds by its own hand. */
export interface Tried {
  readonly news: Uint8Array | null;
  readonly byServer: readonly Uint8Array[];
  readonly steps: number;
}

/** How updates are tried. */
export interface Trial {
  readonly freeSteps?: number;
  /** Whether they must leave the brackets of the text as they are (BR15): where brackets are acts. */
  readonly keepsBrackets?: boolean;
}

/** How many faults of honest merging are mended for one trial before it is refused after all. */
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
  keepsBrackets = false,
): Outcome<Admitted> {
  const judged = judgeStructs(news, candidate, (client) => owners.allows(client, userId, candidate));
  if (!judged.ok) return judged;
  const clients = clientsOf(news);
  const tried = tryTogether(candidate, [update], clients, { freeSteps: FREE_STEPS, keepsBrackets });
  if (!tried.ok) return tried;
  const { news: own, byServer, steps } = tried.value;
  return accept({ own, byServer, clients, steps });
}

/** Client ids that new structs are written under. */
export function clientsOf(news: News): Set<number> {
  return new Set(news.structs.map(({ id }) => id.client));
}

/**
 * Applies updates that have each been judged by themselves, in one Yjs transaction, and judges once what all of
 * them touched: a turn full of keystrokes costs little more than one. A refusal says that something is wrong with
 * one of them, not with which; the candidate is then spoilt. `clients` are the ids their news is written under.
 */
export function tryTogether(
  candidate: Candidate,
  updates: readonly DecodedUpdate[],
  clients: Iterable<number>,
  { freeSteps = FREE_STEPS_TOGETHER, keepsBrackets = false }: Trial = {},
): Outcome<Tried> {
  const brackets = keepsBrackets ? candidate.alternatives() : null;
  const firstNew = new Map<number, number>();
  for (const client of clients) firstNew.set(client, candidate.clockAfter(client));
  const trial = applyAll(candidate, updates, freeSteps);
  if (!trial.ok) return trial;
  const { result: applied, steps } = trial.value;
  if (!candidate.isWhole) {
    candidate.isSpoilt = true;
    return refuse('SY5');
  }
  const [news = null, ...tidied] = applied.updates;
  const repairs = judgeTree(candidate, applied, firstNew);
  if (!repairs.ok) {
    candidate.isSpoilt = true;
    return repairs;
  }
  if (brackets !== null && !keptBrackets(brackets, candidate.alternatives())) {
    candidate.isSpoilt = true;
    return refuse('BR15');
  }
  return accept({ news, byServer: [...tidied, ...repairs.value], steps });
}

function applyAll(
  candidate: Candidate,
  updates: readonly DecodedUpdate[],
  freeSteps: number,
): Outcome<{ readonly result: Applied; readonly steps: number }> {
  const structs = updates.reduce((sum, update) => sum + update.structs.length, 0);
  try {
    return accept(withinReason(structs, freeSteps, () => candidate.apply(updates.map(({ bytes }) => bytes))));
  } catch (error) {
    candidate.isSpoilt = true;
    if (error instanceof CrossedNeighbours) return refuse('SY7', { fault: 'neighbours the wrong way round' });
    return refuse(error instanceof TooMuchEffort ? 'SY27' : 'SY2');
  }
}

/** What an update touched: elements to judge as they now stand, and words to judge by what is new in them. */
interface Touched {
  readonly elements: Set<Y.XmlElement>;
  readonly words: ReadonlyMap<Y.XmlText, Y.XmlElement>;
}

/** Judges what an update touched. Lacks that honest concurrent edits can leave are mended by the server (SY16). */
function judgeTree(
  candidate: Candidate,
  applied: Applied,
  firstNew: ReadonlyMap<number, number>,
): Outcome<Uint8Array[]> {
  const isNew = (item: Y.Item) => item.id.clock >= (firstNew.get(item.id.client) ?? Number.POSITIVE_INFINITY);
  const touched = touchedBy(candidate, applied);
  if (!touched.ok) return touched;
  const { elements, words } = touched.value;
  const fault = newItemsFault(candidate, firstNew, words);
  if (fault !== null) return refuse('SY7', { fault: fault.text });
  const repairs: Uint8Array[] = [];
  for (let mends = 0; mends <= MOST_MENDS; mends += 1) {
    const found = firstFault(candidate, elements, isNew);
    if (found === null) return accept(repairs);
    const element = found.isLack ? found.element : null;
    const isOwnFault = element === null || element._item === null || isNew(element._item);
    const repair = isOwnFault ? null : mend(candidate, element);
    if (repair === null) return refuse('SY7', { fault: found.text });
    for (const lacking of repair.touched) elements.add(lacking);
    repairs.push(...repair.updates);
  }
  return refuse('SY7', { fault: 'beyond repair' });
}

function touchedBy(candidate: Candidate, applied: Applied): Outcome<Touched> {
  const elements = new Set<Y.XmlElement>();
  const words = new Map<Y.XmlText, Y.XmlElement>();
  for (const type of applied.changed) {
    if (type === candidate.root) {
      if (candidate.root._map.size > 0) return refuse('SY7', { fault: 'an attribute on the text itself' });
    } else if (type instanceof Y.XmlText && type.parent instanceof Y.XmlElement) {
      words.set(type, type.parent);
    } else if (type instanceof Y.XmlElement) {
      elements.add(type);
    } else {
      return refuse('SY7', { fault: 'words outside any clause' });
    }
  }
  return accept({ elements, words });
}

/** Faults of what is new at the top of the text, and among words that were there before. */
function newItemsFault(
  candidate: Candidate,
  firstNew: ReadonlyMap<number, number>,
  words: ReadonlyMap<Y.XmlText, Y.XmlElement>,
): Fault | null {
  for (const [client, clock] of firstNew) {
    for (const item of candidate.itemsSince(client, clock)) {
      const { parent } = item;
      if (parent === candidate.root) {
        const fault = topLevelFault(item, DESCEND_EVERYWHERE);
        if (fault !== null) return fault;
        continue;
      }
      const element = parent instanceof Y.XmlText ? words.get(parent) : undefined;
      const fault = element === undefined ? null : newWordsFault(item, element);
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
