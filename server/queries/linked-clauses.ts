import { findDocument } from '../../db/documents';
import { sourcesFrom } from '../../db/sources';
import type { Relation } from '../../domain/brainstorm/outcomes';
import type { TracedCluster } from '../../domain/brainstorm/trace';
import { type Actor, can } from '../../domain/policy/can';
import type { Runtime } from '../runtime';
import { subjectOf } from '../use-cases/permitted-document';
import { traceFor } from './sources';

/** A clause that comes from a cluster or an input. */
export interface LinkedClause {
  readonly documentId: string;
  readonly symbol: string;
  readonly clauseId: string;
  /** "" where it has none. */
  readonly citation: string;
  readonly opening: string;
  readonly relation: Relation;
}

export interface LinkedClauses {
  readonly ofCluster: (id: string) => readonly LinkedClause[];
  readonly ofInput: (id: string) => readonly LinkedClause[];
}

/** Where clusters and inputs of a round went, in every text that the reader may read. */
export async function linkedClauses(
  runtime: Runtime,
  actor: Actor,
  from: { readonly clusters: readonly TracedCluster[]; readonly inputs: readonly { readonly id: string }[] },
): Promise<LinkedClauses> {
  const links = sourcesFrom(runtime.db, {
    clusterIds: from.clusters.map(({ id }) => id),
    inputIds: from.inputs.map(({ id }) => id),
  });
  const byCluster = new Map<string, LinkedClause[]>();
  const byInput = new Map<string, LinkedClause[]>();
  const put = (map: Map<string, LinkedClause[]>, key: string, clause: LinkedClause) =>
    map.set(key, [...(map.get(key) ?? []), clause]);
  for (const documentId of new Set(links.map((link) => link.documentId))) {
    const document = findDocument(runtime.db, documentId);
    if (document === null || !can(actor, 'read', subjectOf(document)).ok) continue;
    const trace = await traceFor(runtime, document);
    for (const { id, citation, opening, sources } of trace.clauses) {
      for (const { cluster, inputIds, relation } of sources) {
        const { symbol } = document;
        const clause = { documentId, symbol, clauseId: id, citation, opening, relation };
        if (cluster !== null) put(byCluster, cluster.id, clause);
        for (const inputId of inputIds) put(byInput, inputId, clause);
      }
    }
  }
  return {
    ofCluster: (id) => once(byCluster.get(id) ?? []),
    ofInput: (id) => once(byInput.get(id) ?? []),
  };
}

function once(clauses: readonly LinkedClause[]): readonly LinkedClause[] {
  const seen = new Map(clauses.map((clause) => [`${clause.documentId} ${clause.clauseId}`, clause]));
  return [...seen.values()];
}
