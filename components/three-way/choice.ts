import { readChoice } from '@/components/compare/choice';
import { newestFirst } from '@/components/versions/history';
import type { VersionChoice, VersionFacts } from '@/components/versions/version-line';
import { THREE_WAY_VIEWS, type ThreeWayView } from '@/domain/redline/three-way/types';

export const SIDES = ['base', 'a', 'b'] as const;
export type Side = (typeof SIDES)[number];

/** A three-way comparison as its address names it. */
export interface ThreeChoice {
  readonly base: VersionChoice;
  readonly a: VersionChoice;
  readonly b: VersionChoice;
  readonly view: ThreeWayView;
  /** From 1. */
  readonly page: number;
}

/** What an address asked for; a side that was left out is null. `unreadable` is a value that can be no version. */
export interface ThreeQuery {
  readonly sides: Readonly<Record<Side, VersionChoice | null>>;
  readonly view: ThreeWayView;
  readonly page: number;
  readonly unreadable: string | null;
}

type RawQuery = Readonly<Record<string, string | readonly string[] | undefined>>;

/** Reads `?base=1&a=3&b=now&show=both&page=2`. */
export function readThreeQuery(query: RawQuery): ThreeQuery {
  const texts = SIDES.map((side) => one(query[side]));
  const [base = null, a = null, b = null] = texts.map(readChoice);
  const unreadable = texts.find((text) => text !== '' && readChoice(text) === null) ?? null;
  const page = Number(one(query.page) || 1);
  return {
    sides: { base, a, b },
    view: THREE_WAY_VIEWS.find((view) => view === one(query.show)) ?? 'touched',
    page: Number.isSafeInteger(page) && page > 0 ? page : 1,
    unreadable: unreadable?.slice(0, 40) ?? null,
  };
}

function one(value: string | readonly string[] | undefined): string {
  return (typeof value === 'string' ? value : (value?.[0] ?? '')).trim();
}

/** The address of a three-way comparison; what it shows by itself is not spelled out. */
export function threeHref(documentId: string, choice: Partial<ThreeChoice>): string {
  const query = new URLSearchParams();
  for (const side of SIDES) {
    if (choice[side] !== undefined) query.set(side, String(choice[side]));
  }
  if (choice.view !== undefined && choice.view !== 'touched') query.set('show', choice.view);
  if (choice.page !== undefined && choice.page > 1) query.set('page', String(choice.page));
  const asked = query.toString();
  return `/documents/${encodeURIComponent(documentId)}/compare/three${asked === '' ? '' : `?${asked}`}`;
}

/**
 * The three texts, with what the address left out filled in: the latest revisions (where they are too few, the
 * latest versions) and the text as it stands where it has gone on. Null where there are not three.
 */
export function settleThree(
  query: ThreeQuery,
  versions: readonly VersionFacts[],
  hasUnsavedWork: boolean,
): ThreeChoice | null {
  const chosen = { ...query.sides };
  const missing = SIDES.filter((side) => chosen[side] === null);
  const free = candidates(versions, hasUnsavedWork, missing.length).filter(
    (choice) => !SIDES.some((side) => chosen[side] === choice),
  );
  // The latest goes to the latest side: base, a and b in the order in which they were written.
  for (const side of missing.toReversed()) chosen[side] = free.shift() ?? null;
  const { base, a, b } = chosen;
  if (base === null || a === null || b === null) return null;
  return { base, a, b, view: query.view, page: query.page };
}

/** Newest first. */
function candidates(
  versions: readonly VersionFacts[],
  hasUnsavedWork: boolean,
  needed: number,
): VersionChoice[] {
  const all = newestFirst(versions);
  const now: VersionChoice[] = hasUnsavedWork ? ['now'] : [];
  const revisions = all.filter((version) => version.revision !== null);
  const distinct = all.filter((version, index) => version.hash !== all[index + 1]?.hash);
  const enough = revisions.length + now.length >= Math.max(needed, 3) ? revisions : distinct;
  return [...now, ...enough.map((version) => version.number)];
}

/** The text that was chosen more than once, or null. */
export function chosenTwice({ base, a, b }: ThreeChoice): VersionChoice | null {
  if (base === a || base === b) return base;
  return a === b ? a : null;
}
