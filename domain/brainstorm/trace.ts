import { type ClusterState, standingCluster } from './clusters';
import type { FollowedHow, FollowedTo } from './followed';
import type { InputKind } from './inputs';
import { IN_THE_TEXT, type InputOutcome, type Relation } from './outcomes';

export interface TracedClause {
  readonly id: string;
  readonly citation: string;
  readonly opening: string;
  readonly kind: string;
}

export interface TracedInput {
  readonly id: string;
  readonly roundId: string;
  readonly country: string;
  readonly kind: InputKind;
  readonly words: string;
  readonly language: string;
  readonly at: string;
}

export interface TracedCluster extends ClusterState {
  readonly title: string;
  readonly roundId: string;
  /** The inputs that it gathers now. */
  readonly inputIds: readonly string[];
}

/** A link as it was made: to a cluster, or to one input. */
export interface SourceLink {
  readonly id: string;
  readonly clauseId: string;
  readonly clusterId: string | null;
  readonly inputId: string | null;
  readonly relation: Relation;
  readonly reason: string;
  /** The link of the predecessor that it was taken over from with the text, or null. */
  readonly fromSourceId: string | null;
  readonly at: string;
}

export interface DecidedOutcome {
  readonly inputId: string;
  /** The text in view of which it was decided, or null. */
  readonly documentId: string | null;
  readonly outcome: InputOutcome;
  readonly reason: string;
  readonly at: string;
}

export interface TraceFacts {
  readonly documentId: string;
  /** The clauses of the text, in its order. */
  readonly clauses: readonly TracedClause[];
  /** Links that stand, oldest first. */
  readonly links: readonly SourceLink[];
  readonly clusters: readonly TracedCluster[];
  /** Inputs that stand, of the rounds that feed the text. */
  readonly inputs: readonly TracedInput[];
  /** Oldest first; the newest of an input stands. */
  readonly outcomes: readonly DecidedOutcome[];
  /** By link: the clauses besides its own in which the words stand now (BS15). */
  readonly followed: ReadonlyMap<string, readonly FollowedTo[]>;
}

/** Where a clause comes from, by one link. */
export interface ClauseSource {
  readonly linkId: string;
  readonly relation: Relation;
  readonly reason: string;
  readonly cluster: { readonly id: string; readonly title: string; readonly roundId: string } | null;
  readonly inputIds: readonly string[];
  /** Delegations whose inputs these are, each once. */
  readonly countries: readonly string[];
  readonly at: string;
  /** Named for another clause, whose words stand here now; absent where it was named for this one. */
  readonly via?: { readonly clauseId: string; readonly how: FollowedHow };
  /** It came with the text of the predecessor; absent where it was named for this text. */
  readonly isCarried?: true;
}

export interface SourcedClause extends TracedClause {
  readonly sources: readonly ClauseSource[];
}

/** Where an input went. */
export interface WentWhere extends TracedInput {
  readonly outcome: InputOutcome | null;
  readonly reason: string;
  readonly clusters: readonly { readonly id: string; readonly title: string }[];
  /** What became of it was said in view of another text, and no clause of this one comes from it. */
  readonly isElsewhere: boolean;
  /** In the order of the text. */
  readonly clauseIds: readonly string[];
  /** The first link to a clause, or null. */
  readonly linkedAt: string | null;
}

export interface Trace {
  readonly clauses: readonly SourcedClause[];
  readonly inputs: readonly WentWhere[];
  /** Links whose clause is gone, with all its words. */
  readonly gone: readonly (ClauseSource & { readonly clauseId: string })[];
}

/** Kinds of clauses that carry no matter of their own, so that nobody asks where they come from. */
const FRAME: readonly string[] = ['title', 'heading', 'annex', 'chapeau', 'closing'];

/** From where to where, both ways: every clause with its sources, every input with its outcome and its clauses. */
export function traceSources(facts: TraceFacts): Trace {
  const clusters = new Map(facts.clusters.map((cluster) => [cluster.id, cluster]));
  const inputs = new Map(facts.inputs.map((input) => [input.id, input]));
  const standing = new Set(facts.clauses.map(({ id }) => id));
  const byClause = new Map<string, ClauseSource[]>();
  const gone: (ClauseSource & { clauseId: string })[] = [];
  const cameTo = new Set<string>();
  for (const link of facts.links) {
    const source = sourceOf(link, clusters, inputs);
    const put = (clauseId: string, made: ClauseSource) =>
      byClause.set(clauseId, [...(byClause.get(clauseId) ?? []), made]);
    const others = (facts.followed.get(link.id) ?? []).filter(({ clauseId }) => standing.has(clauseId));
    if (standing.has(link.clauseId)) put(link.clauseId, source);
    else if (others.length === 0) gone.push({ ...source, clauseId: link.clauseId });
    for (const { clauseId, how } of others) {
      // What somebody named for the clause itself says it better.
      if (facts.links.some((own) => own.clauseId === clauseId && isOfTheSame(own, link))) continue;
      // Nor is it said twice where two linked clauses were joined into it (BS20): the older one says it.
      const once = JSON.stringify([clauseId, link.clusterId, link.inputId]);
      if (cameTo.has(once)) continue;
      cameTo.add(once);
      put(clauseId, { ...source, via: { clauseId: link.clauseId, how } });
    }
  }
  const clauses = facts.clauses.map(({ id, citation, opening, kind }) => ({
    id,
    citation,
    opening,
    kind,
    sources: byClause.get(id) ?? [],
  }));
  return { clauses, inputs: facts.inputs.map((input) => whereItWent(input, facts, clauses)), gone };
}

function isOfTheSame(one: SourceLink, other: SourceLink): boolean {
  return one.clusterId === other.clusterId && one.inputId === other.inputId;
}

function sourceOf(
  link: SourceLink,
  clusters: ReadonlyMap<string, TracedCluster>,
  inputs: ReadonlyMap<string, TracedInput>,
): ClauseSource {
  const cluster = link.clusterId === null ? null : standingCluster(clusters, link.clusterId);
  const named = link.inputId === null ? (cluster?.inputIds ?? []) : [link.inputId];
  const inputIds = named.filter((id) => inputs.has(id));
  return {
    linkId: link.id,
    relation: link.relation,
    reason: link.reason,
    cluster: cluster === null ? null : { id: cluster.id, title: cluster.title, roundId: cluster.roundId },
    inputIds,
    countries: [...new Set(inputIds.flatMap((id) => inputs.get(id)?.country ?? []))].sort(),
    at: link.at,
    ...(link.fromSourceId === null ? {} : { isCarried: true as const }),
  };
}

function whereItWent(input: TracedInput, facts: TraceFacts, clauses: readonly SourcedClause[]): WentWhere {
  const decided = facts.outcomes.filter(({ inputId }) => inputId === input.id).at(-1) ?? null;
  const holding = clauses.filter(({ sources }) =>
    sources.some(({ inputIds }) => inputIds.includes(input.id)),
  );
  const instants = holding.flatMap(({ sources }) =>
    sources.filter(({ inputIds }) => inputIds.includes(input.id)).map(({ at }) => at),
  );
  const { id, roundId, country, kind, words, language, at } = input;
  return {
    id,
    roundId,
    country,
    kind,
    words,
    language,
    at,
    outcome: decided?.outcome ?? null,
    reason: decided?.reason ?? '',
    isElsewhere: holding.length === 0 && (decided?.documentId ?? facts.documentId) !== facts.documentId,
    clusters: facts.clusters
      .filter(({ closedAt, inputIds }) => closedAt === null && inputIds.includes(input.id))
      .map(({ id: clusterId, title }) => ({ id: clusterId, title })),
    clauseIds: holding.map((clause) => clause.id),
    linkedAt: instants.sort()[0] ?? null,
  };
}

/** Inputs of which nobody has said what becomes of them, or which went into the text without a clause that shows it. */
export function unlinkedInputs(trace: Trace): readonly WentWhere[] {
  return trace.inputs.filter(
    ({ outcome, clauseIds, isElsewhere }) =>
      outcome === null || (IN_THE_TEXT.includes(outcome) && clauseIds.length === 0 && !isElsewhere),
  );
}

/** Clauses of substance that no input and no cluster is named for. */
export function unsourcedClauses(trace: Trace): readonly SourcedClause[] {
  return substance(trace).filter(({ sources }) => sources.length === 0);
}

/** Clauses that carry matter: everything but titles, headings and formulas. */
export function substance(trace: Trace): readonly SourcedClause[] {
  return trace.clauses.filter(({ kind }) => !FRAME.includes(kind));
}
