import * as Y from 'yjs';
import { idOf } from '../history/clause-nodes';
import { type ClauseForm, elementsIn, formOf, LISTS, type Standing } from './clause-form';

/** A clause as it stands in the text. */
export interface StandingClause extends Standing {
  readonly id: string;
  readonly element: Y.XmlElement;
  form: ClauseForm;
}

/** What is around a block of running text. */
const NOTHING: readonly Y.XmlElement[] = [];

/** The clauses of a text in reading order, and those among them that were not known as they are. */
export interface Standings {
  readonly all: readonly StandingClause[];
  readonly fresh: readonly StandingClause[];
}

/**
 * The clauses of a text as they stand. One that `known` has in the same place is taken as it is, unless it was touched;
 * its form is worked out for no other reason than that something in it or around it changed. Walked with every row that
 * changes the order of things, so that what is known is asked first.
 */
export function standingClauses(
  fragment: Y.XmlFragment,
  known: ReadonlyMap<unknown, StandingClause>,
  touched: ReadonlySet<StandingClause>,
): Standings {
  const all: StandingClause[] = [];
  const fresh: StandingClause[] = [];
  const enter = (element: Y.XmlElement, holders: readonly Y.XmlElement[], isFirst: boolean) => {
    const id = idOf(element);
    if (id === null) return;
    const clause = { id, element, holders, isFirst, form: formOf(element, { holders, isFirst }) };
    all.push(clause);
    fresh.push(clause);
  };
  const walk = (parent: Y.XmlFragment | Y.XmlElement, holders: readonly Y.XmlElement[]) => {
    let isFirst = holders.length > 0;
    for (let item = parent._start; item !== null; item = item.right) {
      if (item.deleted || !(item.content instanceof Y.ContentType)) continue;
      const element = item.content.type;
      if (!(element instanceof Y.XmlElement)) continue;
      const then = known.get(element);
      if (
        then !== undefined &&
        then.isFirst === isFirst &&
        areSame(then.holders, holders) &&
        !touched.has(then)
      ) {
        all.push(then);
      } else if (LISTS.has(element.nodeName) || element.nodeName === 'table') {
        walk(element, [...holders, element]);
      } else {
        enter(element, holders, isFirst);
      }
      if (element.nodeName === 'listItem') {
        for (const list of elementsIn(element)) if (LISTS.has(list.nodeName)) walk(list, [...holders, list]);
      }
      isFirst = false;
    }
  };
  walk(fragment, NOTHING);
  return { all, fresh };
}

/** Of two clauses with one id the first. */
export function withoutTwins(clauses: readonly StandingClause[]): StandingClause[] {
  const ids = new Set<string>();
  return clauses.filter(({ id }) => !ids.has(id) && ids.add(id));
}

function areSame(a: readonly Y.XmlElement[], b: readonly Y.XmlElement[]): boolean {
  return a === b || (a.length === b.length && a.every((holder, index) => holder === b[index]));
}
