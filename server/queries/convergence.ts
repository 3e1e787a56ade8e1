import { findPairCount, savePairCount, type WordCounts } from '../../db/pair-counts';
import { lastPosition } from '../../db/update-log';
import { listVersionHeads, versionText } from '../../db/versions';
import type { Actor } from '../../domain/policy/can';
import { isFinal } from '../../domain/procedure/states';
import { accept, type Outcome, refuse } from '../../domain/refusal';
import type { OpenTotals } from '../../domain/text/brackets';
import type { HouseStyle } from '../../domain/text/numbering';
import type { Runtime } from '../runtime';
import { createMemory } from '../use-cases/remembered';
import { readAhead } from '../use-cases/standing-text';
import { type DocumentView, getDocument } from './documents';
import { inTurns } from './in-turns';
import { type VersionLine, versionLine } from './version-line';

/** Pairs counted while somebody waits; the rest is counted at the next look. */
const COUNTED_AT_ONCE = 12;

/** One revision of a text, or the text as it stands since the last. What a revision leaves open belongs here too. */
export interface ConvergencePoint {
  readonly version: VersionLine | 'now';
  readonly at: string;
  /** What it is counted against: the revision before, or the predecessor's adopted text. Null for a first text. */
  readonly against: { readonly number: number; readonly documentId: string } | null;
  /** Null where nothing was counted yet. */
  readonly counts: WordCounts | null;
  readonly words: number;
  /** Share of the signs of the text as it stands that were written by then, 0 to 1; null where that is not known. */
  readonly standing: number | null;
  /** What the text of that revision left open. */
  readonly open: OpenTotals;
}

export interface Convergence {
  readonly document: DocumentView;
  /** Oldest first. Empty where no revision was issued. */
  readonly points: readonly ConvergencePoint[];
}

/** How a text came together: what each revision added and took away, and how much of what stands stood by then. */
export async function convergenceOf(
  runtime: Runtime,
  actor: Actor,
  documentId: string,
): Promise<Outcome<Convergence>> {
  const found = await getDocument(runtime, actor, documentId);
  if (!found.ok) return found;
  const document = found.value;
  if (!document.may.compare) return refuse('PO2');
  const revisions = listVersionHeads(runtime.db, documentId)
    .filter((head) => head.revision !== null)
    .map(versionLine)
    .toReversed();
  const [first] = revisions;
  if (first === undefined) return accept({ document, points: [] });
  const pairs: Pair[] = revisions.flatMap((to, index) => {
    const from = revisions[index - 1];
    return from === undefined ? [] : [{ from, to }];
  });
  const inherited = await adoptedText(runtime, actor, document.predecessorId);
  if (inherited !== null) pairs.unshift({ from: inherited, to: first });
  const [counts, standing, open] = await Promise.all([
    countPairs(runtime, pairs, document.houseStyle),
    standingShares(runtime, document),
    inTurns(revisions, ({ id }) => openInVersion(runtime, id)),
  ]);
  const points = revisions.map((version, index): ConvergencePoint => {
    const pair = pairs.find(({ to }) => to === version);
    return {
      version,
      at: version.at,
      against: pair === undefined ? null : { number: pair.from.number, documentId: pair.from.documentId },
      counts: pair === undefined ? null : (counts.get(pair) ?? null),
      words: version.words,
      standing: standing(version.position),
      open: open[index] ?? NOTHING_OPEN,
    };
  });
  const now = isFinal(document.state) ? null : await sinceLast(runtime, document, revisions.at(-1) ?? first);
  return accept({ document, points: now === null ? points : [...points, now] });
}

interface Pair {
  readonly from: VersionLine;
  readonly to: VersionLine;
}

/** The adopted text a document started from, where the actor may compare it. */
async function adoptedText(
  runtime: Runtime,
  actor: Actor,
  documentId: string | null,
): Promise<VersionLine | null> {
  if (documentId === null) return null;
  const found = await getDocument(runtime, actor, documentId);
  if (!found.ok || !found.value.may.compare) return null;
  const adopted = listVersionHeads(runtime.db, documentId).find((head) => head.kind === 'adopted');
  return adopted === undefined ? null : versionLine(adopted);
}

/**
 * What changed in each pair. Counted once and kept: versions never change. A pair that cannot be counted goes
 * without, and is logged.
 */
async function countPairs(
  runtime: Runtime,
  pairs: readonly Pair[],
  houseStyle: HouseStyle,
): Promise<Map<Pair, WordCounts>> {
  const counted = new Map<Pair, WordCounts>();
  const missing: Pair[] = [];
  for (const pair of pairs) {
    const known = knownCount(runtime, pair);
    if (known === null) missing.push(pair);
    else counted.set(pair, known);
  }
  await Promise.all(
    missing.slice(0, COUNTED_AT_ONCE).map(async (pair) => {
      try {
        const [from, to] = [pair.from, pair.to].map(({ id }) => versionText(runtime.db, id) ?? 'null');
        const counts = await countWords(runtime, from ?? 'null', to ?? 'null', houseStyle);
        savePairCount(runtime.db, pair.from.id, pair.to.id, counts);
        counted.set(pair, counts);
      } catch (error) {
        runtime.logger.warn(
          { err: error, documentId: pair.to.documentId, version: pair.to.number },
          'the changes between two revisions could not be counted',
        );
      }
    }),
  );
  return counted;
}

async function countWords(
  runtime: Runtime,
  before: string,
  after: string,
  houseStyle: HouseStyle,
): Promise<WordCounts> {
  const { wordsInserted, wordsDeleted } = await runtime.redline.count(before, after, { houseStyle });
  return { wordsInserted, wordsDeleted };
}

function knownCount(runtime: Runtime, { from, to }: Pair): WordCounts | null {
  if (from.hash === to.hash) return { wordsInserted: 0, wordsDeleted: 0 };
  const { wordsInserted, wordsDeleted } = to;
  const isNext = from.documentId === to.documentId && from.number === to.number - 1;
  if (isNext && wordsInserted !== null && wordsDeleted !== null) return { wordsInserted, wordsDeleted };
  return findPairCount(runtime.db, from.id, to.id);
}

/** How many signs of a text were written at which position of its log: once for each text. */
const written = createMemory<ReadonlyMap<number, number>>(64);

async function writtenAt(runtime: Runtime, documentId: string, to: number): Promise<Map<number, number>> {
  const authorship = await runtime.ledger.authorship(documentId, { from: null, to });
  const byPosition = new Map<number, number>();
  for (const { length, written: position } of authorship.written) {
    byPosition.set(position, (byPosition.get(position) ?? 0) + length);
  }
  return byPosition;
}

/** For a position of the log: how much of the text as it stands was written by then, by the authorship ledger. */
async function standingShares(
  runtime: Runtime,
  document: DocumentView,
): Promise<(position: number) => number | null> {
  try {
    const last = lastPosition(runtime.db, document.id);
    const byPosition = await written(`${document.id} ${last}`, () => writtenAt(runtime, document.id, last));
    const total = [...byPosition.values()].reduce((sum, length) => sum + length, 0);
    if (total === 0) return () => null;
    return (position) =>
      [...byPosition].reduce((sum, [at, length]) => (at <= position ? sum + length : sum), 0) / total;
  } catch (error) {
    runtime.logger.warn(
      { err: error, documentId: document.id },
      'a chart goes without what stands since when: the ledger could not be worked out',
    );
    return () => null;
  }
}

const sinceRevision = createMemory<WordCounts>(64);

/** What was written since the last revision, or null where the text stands as it was issued. */
async function sinceLast(
  runtime: Runtime,
  document: DocumentView,
  last: VersionLine,
): Promise<ConvergencePoint | null> {
  if (lastPosition(runtime.db, document.id) <= last.position) return null;
  const now = await readAhead(runtime, document.id);
  if (now.hash === last.hash) return null;
  const { houseStyle } = document;
  const counts = await sinceRevision(`${last.id} ${now.position} ${houseStyle}`, () =>
    countWords(runtime, versionText(runtime.db, last.id) ?? 'null', now.canonical, houseStyle),
  );
  return {
    version: 'now',
    at: runtime.clock.now(),
    against: { number: last.number, documentId: document.id },
    counts,
    words: now.words,
    standing: 1,
    open: await openIn(runtime, now.canonical),
  };
}

const NOTHING_OPEN: OpenTotals = { brackets: 0, placeholders: 0, alternatives: 0, clauses: 0 };

/** What versions leave open: a version never changes. */
const opened = createMemory<OpenTotals>(2048);

function openInVersion(runtime: Runtime, versionId: string): Promise<OpenTotals> {
  return opened(versionId, () => openIn(runtime, versionText(runtime.db, versionId) ?? ''));
}

/** Brackets, placeholders and the clauses they stand in, counted in the text itself; of a long one in a worker. */
async function openIn(runtime: Runtime, json: string): Promise<OpenTotals> {
  if (!json.includes('"bracket"')) return NOTHING_OPEN;
  return runtime.texts.open(json);
}
