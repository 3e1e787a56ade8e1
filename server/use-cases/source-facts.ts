import { clustersOf, gatheredIn, inputsOf, outcomesOf, roundsOf } from '../../db/brainstorm';
import type { Db } from '../../db/client';
import type { DocumentRow } from '../../db/documents';
import { roundsFeeding, sourcesOn } from '../../db/sources';
import { checkShown } from '../../domain/brainstorm/rounds';
import {
  type Trace,
  type TracedCluster,
  type TracedInput,
  traceSources,
} from '../../domain/brainstorm/trace';
import { followedClauses } from './followed-clauses';
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
    followed: followedClauses(db, document, standing, links, new Set(clauses.map(({ id }) => id))),
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
