import { clustersOf, roundsOf } from '../../db/brainstorm';
import { type DocumentRow, findDocument } from '../../db/documents';
import { findMatrix } from '../../db/sources';
import { matrixOf, matrixRows, type SourceMatrix, sealedMatrix } from '../../domain/brainstorm/matrix';
import { type Share, type SourceMetrics, sourceMetrics, takenUpOf } from '../../domain/brainstorm/metrics';
import { checkShown } from '../../domain/brainstorm/rounds';
import {
  type Trace,
  type TracedInput,
  unlinkedInputs,
  unsourcedClauses,
} from '../../domain/brainstorm/trace';
import { writeCsv } from '../../domain/plan/blocks';
import { type Actor, can, canInBody } from '../../domain/policy/can';
import { innerRingOf } from '../../domain/policy/rings';
import { isFinal } from '../../domain/procedure/states';
import { accept, type Outcome } from '../../domain/refusal';
import type { Runtime } from '../runtime';
import { permittedCluster } from '../use-cases/brainstorm-clusters';
import { permittedDocument, subjectOf } from '../use-cases/permitted-document';
import { tracedClusters, tracedInputs, traceOf } from '../use-cases/source-facts';
import { readAhead } from '../use-cases/standing-text';
import { indexedText } from './clause-index';
import { listDocuments } from './documents';

/** A cluster that clauses of the text may be linked to. */
export interface LinkableCluster {
  readonly id: string;
  readonly title: string;
  readonly round: string;
}

export interface SourcesView {
  readonly trace: Trace;
  readonly unlinked: Trace['inputs'];
  readonly unsourced: Trace['clauses'];
  readonly metrics: SourceMetrics;
  /** How many inputs of the reader's delegation went into the text; null for whoever has none. */
  readonly own: Share | null;
  /** Frozen with the adopted text, or null. */
  readonly frozen: { readonly hash: string; readonly at: string } | null;
  readonly linkable: readonly LinkableCluster[];
  readonly may: { readonly link: boolean };
}

/** From where to where, of a text that the actor may read; of an adopted one as it stood then. */
export async function sourcesOf(
  runtime: Runtime,
  actor: Actor,
  documentId: string,
): Promise<Outcome<SourcesView>> {
  const permitted = permittedDocument(runtime.db, actor, 'read', documentId);
  if (!permitted.ok) return permitted;
  const document = permitted.value;
  const { db } = runtime;
  const matrix = findMatrix(db, documentId);
  const trace = await traceFor(runtime, document);
  const country = innerRingOf(actor, document.bodyId);
  const mayLink = canInBody(actor, 'linkSources', document.bodyId).ok && !isFinal(document.state);
  return accept({
    trace,
    unlinked: unlinkedInputs(trace),
    unsourced: unsourcedClauses(trace),
    metrics: sourceMetrics(trace),
    own: country === null ? null : takenUpOf(trace, country),
    frozen: matrix === null ? null : { hash: matrix.hash, at: matrix.at },
    linkable: mayLink ? linkableClusters(runtime, document.bodyId) : [],
    may: { link: mayLink },
  });
}

/** The trace of a text: the frozen one, else as it is now. */
export async function traceFor(runtime: Runtime, document: DocumentRow): Promise<Trace> {
  const frozen = findMatrix(runtime.db, document.id);
  if (frozen !== null) return JSON.parse(frozen.matrix) as SourceMatrix;
  return traceOf(runtime.db, document, await readAhead(runtime, document.id));
}

/** Where one clause comes from, for the pages that show it alone. */
export async function sourcesOfClause(
  runtime: Runtime,
  actor: Actor,
  input: { readonly documentId: string; readonly clauseId: string },
): Promise<Trace['clauses'][number]['sources']> {
  const document = findDocument(runtime.db, input.documentId);
  if (document === null || !can(actor, 'read', subjectOf(document)).ok) return [];
  const trace = await traceFor(runtime, document);
  return trace.clauses.find(({ id }) => id === input.clauseId)?.sources ?? [];
}

/** The matrix to take away: the frozen one of an adopted text, else as it stands now. */
export async function exportSources(
  runtime: Runtime,
  actor: Actor,
  input: { readonly documentId: string; readonly format: 'csv' | 'json' },
): Promise<Outcome<{ readonly content: string; readonly fileName: string; readonly mediaType: string }>> {
  const permitted = permittedDocument(runtime.db, actor, 'exportText', input.documentId);
  if (!permitted.ok) return permitted;
  const document = permitted.value;
  const frozen = findMatrix(runtime.db, document.id);
  const { json, hash } =
    frozen === null ? await matrixNow(runtime, document) : { json: frozen.matrix, hash: frozen.hash };
  const name = `${document.symbol} sources ${hash.slice(0, 8)}`;
  if (input.format === 'json')
    return accept({ content: json, fileName: `${name}.json`, mediaType: 'application/json' });
  const matrix = JSON.parse(json) as SourceMatrix;
  const content = writeCsv([CSV_HEAD, ...matrixRows(matrix)]);
  return accept({ content, fileName: `${name}.csv`, mediaType: 'text/csv; charset=utf-8' });
}

async function matrixNow(runtime: Runtime, document: DocumentRow) {
  const standing = await readAhead(runtime, document.id);
  const head = { documentId: document.id, symbol: document.symbol, textHash: standing.hash };
  return sealedMatrix(matrixOf(head, traceOf(runtime.db, document, standing)));
}

const CSV_HEAD = [
  'Clause',
  'Opening',
  'Relation',
  'Cluster',
  'Delegation',
  'Input',
  'Outcome',
  'Reason',
  'How it came',
];

function linkableClusters({ db }: Runtime, bodyId: string): LinkableCluster[] {
  const rounds = roundsOf(db, [bodyId]).filter((round) => checkShown(round).ok);
  return rounds.flatMap((round) =>
    clustersOf(db, [round.id])
      .filter(({ closedAt }) => closedAt === null)
      .map(({ id, title }) => ({ id, title, round: round.title })),
  );
}

/** A text that a clause may be opened in or linked from, with its clauses. */
export interface ClauseChoice {
  readonly documentId: string;
  readonly symbol: string;
  readonly title: string;
  readonly houseStyle: DocumentRow['houseStyle'];
  /** The actor writes in it now: a clause is opened. Else one that stands is linked. */
  readonly mayOpen: boolean;
  readonly clauses: readonly { readonly id: string; readonly citation: string; readonly opening: string }[];
}

export interface ClusterToLink {
  readonly round: { readonly id: string; readonly title: string };
  readonly cluster: { readonly id: string; readonly title: string; readonly synthesis: string };
  readonly inputs: readonly TracedInput[];
  readonly texts: readonly Pick<ClauseChoice, 'documentId' | 'symbol' | 'title' | 'mayOpen'>[];
  /** The chosen text, or null. */
  readonly chosen: ClauseChoice | null;
}

/** What the head table needs to make a clause of a cluster: what it gathers, and the texts that are open. */
export async function clusterToLink(
  runtime: Runtime,
  actor: Actor,
  input: { readonly clusterId: string; readonly documentId: string | null },
): Promise<Outcome<ClusterToLink>> {
  const { db } = runtime;
  const permitted = permittedCluster(db, actor, 'linkSources', input.clusterId);
  if (!permitted.ok) return permitted;
  const { cluster, round } = permitted.value;
  const held = tracedClusters(db, [round.id]).find(({ id }) => id === cluster.id)?.inputIds ?? [];
  const listed = await listDocuments(runtime, actor, { bodyId: round.bodyId });
  if (!listed.ok) return listed;
  const texts = listed.value
    .filter(({ state }) => !isFinal(state))
    .map(({ id, symbol, title, state, houseStyle, may }) => ({
      documentId: id,
      symbol,
      title,
      houseStyle,
      mayOpen: state === 'draft' && may.edit,
    }));
  const text = texts.find(({ documentId }) => documentId === input.documentId);
  const chosen =
    text === undefined
      ? null
      : { ...text, clauses: (await indexedText(runtime, { ...text, id: text.documentId })).clauses };
  return accept({
    round: { id: round.id, title: round.title },
    cluster: { id: cluster.id, title: cluster.title, synthesis: cluster.synthesis },
    inputs: tracedInputs(db, [round.id]).filter(({ id }) => held.includes(id)),
    texts,
    chosen,
  });
}
