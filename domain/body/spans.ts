import { accept, type Outcome, refuse } from '../refusal';
import { type ChairTerm, holdsAt, type Membership } from './grants';

interface Span {
  readonly from: string;
  readonly to: string | null;
}

/** Whether two half-open spans have an instant in common. */
export function overlap(one: Span, other: Span): boolean {
  return (one.to === null || other.from < one.to) && (other.to === null || one.from < other.to);
}

/** BO6: a span ends after it begins. */
export function checkSpan(span: Span): Outcome<true> {
  return span.to !== null && span.to <= span.from ? refuse('BO6', { field: 'to' }) : accept(true);
}

/**
 * May this membership stand beside `others` of the same body? BO6, and BO7: a country has one standing at a time.
 * `others` are all memberships of the body but this one.
 */
export function decideMembership(wanted: Membership, others: readonly Membership[]): Outcome<true> {
  const span = checkSpan(wanted);
  if (!span.ok) return span;
  const clash = others.some(
    (entry) => entry.bodyId === wanted.bodyId && entry.country === wanted.country && overlap(entry, wanted),
  );
  return clash ? refuse('BO7', { field: 'country' }) : accept(true);
}

/**
 * May this term of the chair stand? BO6, and BO8: the country is a member when its term begins. Terms may overlap:
 * some meetings are co-chaired.
 */
export function decideChairTerm(wanted: ChairTerm, memberships: readonly Membership[]): Outcome<true> {
  const span = checkSpan(wanted);
  if (!span.ok) return span;
  const isMember = memberships.some(
    (entry) =>
      entry.bodyId === wanted.bodyId &&
      entry.country === wanted.country &&
      entry.standing === 'member' &&
      holdsAt(entry, wanted.from),
  );
  return isMember ? accept(true) : refuse('BO8', { field: 'country' });
}

/** The countries in the chair at an instant, each once, in the order of their terms. */
export function chairsAt(terms: readonly ChairTerm[], bodyId: string, at: string): string[] {
  const held = terms.filter((term) => term.bodyId === bodyId && holdsAt(term, at));
  return [...new Set(held.map((term) => term.country))];
}
