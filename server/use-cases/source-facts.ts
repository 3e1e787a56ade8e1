import { clustersOf, gatheredIn, inputsOf, outcomesOf, roundsOf } from '../../db/brainstorm';
import type { Db } from '../../db/client';
import type { DocumentRow } from '../../db/documents';
import { roundsFeeding, type SourceRow, sourcesOn } from '../../db/sources';
import { readLogSince } from '../../db/update-log';
import { followClauses } from '../../domain/brainstorm/followed';
import { checkShown } from '../../domain/brainstorm/rounds';
import {
  type Trace,
  type TracedCluster,
  type TracedInput,
  traceSources,
} from '../../domain/brainstorm/trace';
import type { DocumentJson } from '../../domain/text/document-json';
import { readingOf } from '../text/text-work';
import { clausesNow } from './negotiation-facts';
import type { StandingText } from './standing-text';

type TracedDocument = Pick<DocumentRow, 'id' | 'bodyId' | 'houseStyle'>;

/** From where to where, of a text as it stands: both ways, over all rounds that feed it. */
export function traceOf(db: Db, document: TracedDocument, standing: StandingText): Trace {
  const links = sourcesOn(db, document.id);
  const clauses = clausesNow(standing, document.houseStyle);
  const shown = new Set(
    roundsOf(db, [document.bodyId])
      .filter((round) => checkShown(round).ok)
      .map(({ id }) => id),
  );
  const roundIds = roundsFeeding(db, document.id).filter((id) => shown.has(id));
  const inputs = tracedInputs(db, roundIds);
  return traceSources({
    documentId: document.id,
    clauses,
    links,
    clusters: tracedClusters(db, roundIds),
    inputs,
    outcomes: outcomesOf(
      db,
      inputs.map(({ id }) => id),
    ),
    followed: followed(db, document, standing, links, new Set(clauses.map(({ id }) => id))),
  });
}

/** The inputs of these rounds that stand. */
export function tracedInputs(db: Db, roundIds: readonly string[]): TracedInput[] {
  return inputsOf(db, roundIds).filter(({ withdrawnAt }) => withdrawnAt === null);
}

/** The clusters of these rounds, with what they gather now. */
export function tracedClusters(db: Db, roundIds: readonly string[]): TracedCluster[] {
  const clusters = clustersOf(db, roundIds);
  const held = gatheredIn(
    db,
    clusters.map(({ id }) => id),
  );
  return clusters.map((cluster) => ({
    ...cluster,
    inputIds: held.filter(({ clusterId }) => clusterId === cluster.id).map(({ inputId }) => inputId),
  }));
}

/** Worked out once for each reading of a text: where the words of clauses went that are gone since they were linked. */
const FOLLOWED = new WeakMap<StandingText, Map<string, ReadonlyMap<string, string>>>();

function followed(
  db: Db,
  document: TracedDocument,
  standing: StandingText,
  links: readonly SourceRow[],
  there: ReadonlySet<string>,
): ReadonlyMap<string, string> {
  const gone = links.filter(({ clauseId }) => !there.has(clauseId));
  if (gone.length === 0) return new Map();
  const known = FOLLOWED.get(standing) ?? new Map<string, ReadonlyMap<string, string>>();
  FOLLOWED.set(standing, known);
  const now = JSON.parse(standing.canonical) as DocumentJson;
  const all = new Map<string, string>();
  for (const position of new Set(gone.map((row) => row.position))) {
    const linkedThen = gone.filter((row) => row.position === position);
    const ids = [...new Set(linkedThen.map(({ clauseId }) => clauseId))].sort();
    const key = `${position} ${ids.join(' ')}`;
    const found =
      known.get(key) ?? followClauses(textAt(db, document.id, position), now, ids, document.houseStyle);
    known.set(key, found);
    for (const [from, to] of found) if (!all.has(from)) all.set(from, to);
  }
  return all;
}

/** Texts of the past that were read lately: what a log says of one of its positions never changes. */
const KNOWN_TEXTS = 32;
const knownTexts = new Map<string, DocumentJson>();

/** The text as its log stood at a position. */
function textAt(db: Db, documentId: string, position: number): DocumentJson {
  const key = `${documentId} ${position}`;
  const known = knownTexts.get(key);
  if (known !== undefined) return known;
  const { updates } = readLogSince(db, documentId, 0);
  const text = JSON.parse(readingOf(updates.slice(0, position)).canonical) as DocumentJson;
  knownTexts.set(key, text);
  const [oldest] = knownTexts.keys();
  if (knownTexts.size > KNOWN_TEXTS && oldest !== undefined) knownTexts.delete(oldest);
  return text;
}
