import {
  type AuditFilter,
  type AuditScope,
  auditFacets,
  lastAudit,
  listAudit,
  wholeAudit,
} from '../../db/audit-log';
import { listBodies } from '../../db/bodies';
import { findDocumentBySymbol } from '../../db/documents';
import { type ChainedFact, firstBreak } from '../../domain/audit/chain';
import { type Actor, canInBody, canInSystem } from '../../domain/policy/can';
import { accept, type Outcome, refuse } from '../../domain/refusal';
import type { Runtime } from '../runtime';

export const AUDIT_PAGE = 50;

export interface AuditQuery {
  readonly kind?: string;
  readonly actorId?: string;
  /** Symbol or id of a document, or the id of any other subject. */
  readonly subject?: string;
  /** Instants; `to` is exclusive. */
  readonly from?: string;
  readonly to?: string;
  readonly beforeSeq?: number;
}

export interface AuditView {
  readonly events: readonly ChainedFact[];
  /** `beforeSeq` of the next page, or null at the end. */
  readonly next: number | null;
  readonly kinds: readonly string[];
  readonly people: readonly { readonly id: string; readonly name: string }[];
  /** Acronyms of the bodies whose events are shown. */
  readonly bodies: readonly { readonly id: string; readonly acronym: string }[];
  /** Events of the installation are shown too. */
  readonly system: boolean;
  readonly chain: {
    readonly length: number;
    readonly head: string;
    readonly broken: { readonly seq: number; readonly problem: 'gap' | 'link' | 'hash' } | null;
  };
}

/** A page of the audit trail, newest first, as far as the actor may read it (AU4), and whether the whole chain holds. */
export async function readAudit(
  runtime: Runtime,
  actor: Actor,
  query: AuditQuery,
): Promise<Outcome<AuditView>> {
  const scope = scopeOf(runtime, actor);
  if (!scope.ok) return scope;
  const { db } = runtime;
  const found = listAudit(db, scope.value, filterOf(runtime, query), AUDIT_PAGE + 1);
  const events = found.slice(0, AUDIT_PAGE);
  const head = lastAudit(db);
  return accept({
    events,
    next: found.length > AUDIT_PAGE ? (events.at(-1)?.seq ?? null) : null,
    ...auditFacets(db, scope.value),
    bodies: listBodies(db)
      .filter((body) => scope.value.bodyIds.includes(body.id))
      .map(({ id, acronym }) => ({ id, acronym })),
    system: scope.value.system,
    chain: { length: head?.seq ?? 0, head: head?.hash ?? '', broken: firstBreak(wholeAudit(db)) },
  });
}

/** The events of a query as JSON lines, oldest first, every field of the chain included. */
export async function exportAudit(
  runtime: Runtime,
  actor: Actor,
  query: AuditQuery,
): Promise<Outcome<Iterable<string>>> {
  const scope = scopeOf(runtime, actor);
  if (!scope.ok) return scope;
  const events = listAudit(runtime.db, scope.value, filterOf(runtime, query), -1).reverse();
  return accept(events.map((event) => `${JSON.stringify(event)}\n`));
}

type OwnScope = AuditScope & { readonly bodyIds: readonly string[] };

function scopeOf(runtime: Runtime, actor: Actor): Outcome<OwnScope> {
  const bodyIds = listBodies(runtime.db)
    .map((body) => body.id)
    .filter((id) => canInBody(actor, 'readAudit', id).ok);
  const system = canInSystem(actor, 'readSystemAudit').ok;
  return bodyIds.length === 0 && !system ? refuse('AU4') : accept({ bodyIds, system });
}

/** A document may be named by its symbol, as people do. */
function filterOf(runtime: Runtime, query: AuditQuery): AuditFilter {
  const { subject, ...rest } = query;
  if (subject === undefined) return rest;
  return { ...rest, subjectId: findDocumentBySymbol(runtime.db, subject)?.id ?? subject };
}
