import { type Clause, clausesOf } from '../text/clauses';
import type { DocumentJson, NodeJson } from '../text/document-json';
import { longestRising } from '../text/ledger/rising';
import { asTextOfItsOwn, withoutLists } from './amend';
import { clauseForm, isBlank } from './clause-form';
import { newClausesIn } from './new-clauses';
import type { ProposalPlace } from './proposal-place';

/** A proposal as it would begin: its clauses, and the words its room begins with. */
export interface ProposedChange {
  readonly place: ProposalPlace;
  /** Null where a clause goes. */
  readonly words: DocumentJson | null;
}

/** The same with the clauses that it is about: of the wanted text, or of the base where one goes. */
export interface ProposedClauses extends ProposedChange {
  readonly clauses: readonly Clause[];
}

/** What makes one text of another, whether or not it fits. */
export interface WishedChanges {
  /** As one reads the text: what is new after a clause behind what becomes of the clause itself. */
  readonly changes: readonly ProposedClauses[];
  readonly moved: readonly Clause[];
  /** New clauses that stand where no proposal can put them. */
  readonly placeless: readonly Clause[];
  /** Blank lines: none could be tabled (NP7). */
  readonly blank: ReadonlySet<NodeJson>;
}

/** One replacement a clause that differs, one deletion a clause that went or was emptied, one insertion a run of new ones. */
export function wishedChanges(base: DocumentJson, wanted: DocumentJson): WishedChanges {
  const old = clausesOf(base);
  const known = new Map(old.map((clause, index) => [clause.id, { clause, index }]));
  const indexOf = (id: string | null) => known.get(id)?.index ?? -1;
  const [blank, clauses] = parted(clausesOf(wanted), (clause) =>
    isLeftBlank(clause, known.get(clause.id)?.clause),
  );
  const [stays, fresh] = parted(clauses, ({ id }) => known.has(id));
  const rising = longestRising(stays.map(({ id }) => indexOf(id)));
  const [standing, moved] = parted(stays, (_, index) => rising.has(index));
  const runs = newClausesIn(wanted, standing, fresh);
  const staying = new Set(stays.map(({ id }) => id));
  const changes = [
    ...stays.flatMap((clause) => replacement(wanted, known.get(clause.id)?.clause, clause)),
    ...runs.map(({ after, ...run }) => ({ ...about('insert', after), ...run })),
    ...old
      .filter(({ id }) => !staying.has(id))
      .map((clause) => ({ ...about('delete', clause.id), clauses: [clause] })),
  ];
  const placeOf = ({ place: { kind, clauseId } }: ProposedChange) =>
    indexOf(clauseId) + (kind === 'insert' ? 0.5 : 0);
  changes.sort((a, b) => placeOf(a) - placeOf(b));
  const placed = new Set(runs.flatMap((run) => run.clauses));
  const placeless = fresh.filter((clause) => !placed.has(clause));
  return { changes, moved, placeless, blank: new Set(blank.map(({ node }) => node)) };
}

/**
 * Whether a clause is a blank line, or was left as one where words stood. A row without words among others is a row:
 * only one that was emptied is none any more.
 */
function isLeftBlank(clause: Clause, old: Clause | undefined): boolean {
  if (old === undefined) return clause.kind !== 'tableRow' && isBlank(clause.node);
  return isBlank(withoutLists(clause.node)) && !isBlank(withoutLists(old.node));
}

function replacement(wanted: DocumentJson, old: Clause | undefined, clause: Clause): ProposedClauses[] {
  const words = asTextOfItsOwn(wanted, clause);
  if (old === undefined || words === null || clauseForm(old) === clauseForm(clause)) return [];
  return [{ ...about('replace', clause.id), words, clauses: [clause] }];
}

function about(kind: 'replace' | 'delete' | 'insert', clauseId: string | null): ProposedChange {
  return { place: { kind, clauseId, otherClauseId: null }, words: null };
}

function parted<Item>(items: readonly Item[], is: (item: Item, index: number) => boolean): [Item[], Item[]] {
  return [items.filter(is), items.filter((item, index) => !is(item, index))];
}
