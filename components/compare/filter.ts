import { CHANGE_GROUPS, type ChangeGroup } from './changes';

/** What a filter asks of a change. */
export interface ChangeFacts {
  readonly number: number;
  readonly group: ChangeGroup;
  /** Delegations with a hand in it, "" for the secretariat. */
  readonly authors: readonly string[];
}

/** What the reader asked to see. No author chosen means everybody's; a change nobody is known for shows only then. */
export interface ChangeFilter {
  readonly groups: readonly ChangeGroup[];
  readonly authors: readonly string[];
}

export const EVERYTHING: ChangeFilter = { groups: CHANGE_GROUPS, authors: [] };

export function isEverything(filter: ChangeFilter): boolean {
  return filter.groups.length === CHANGE_GROUPS.length && filter.authors.length === 0;
}

export function passesFilter(change: Omit<ChangeFacts, 'number'>, filter: ChangeFilter): boolean {
  return filter.groups.includes(change.group) && hasHand(change.authors, filter.authors);
}

function hasHand(authors: readonly string[], wanted: readonly string[]): boolean {
  return wanted.length === 0 || authors.some((author) => wanted.includes(author));
}

/** How many changes each choice would show, the choices of the other sort as they are. */
export function countChoices(
  changes: readonly ChangeFacts[],
  filter: ChangeFilter,
): { readonly groups: Readonly<Record<ChangeGroup, number>>; readonly authors: ReadonlyMap<string, number> } {
  const groups: Record<ChangeGroup, number> = { wording: 0, moved: 0, clauses: 0, form: 0, table: 0 };
  const authors = new Map<string, number>();
  for (const { group, authors: hands } of changes) {
    if (hasHand(hands, filter.authors)) groups[group] += 1;
    const counts = filter.groups.includes(group) ? 1 : 0;
    for (const author of hands) authors.set(author, (authors.get(author) ?? 0) + counts);
  }
  return { groups, authors };
}

/** The secretariat in an address, where an empty name would be lost. */
const SECRETARIAT = '-';
const NONE = 'none';

/** Reads `?show=wording.moved&by=TH.-`; what was left out means all, what cannot be read is left out. */
export function readFilter(query: {
  readonly show: string | null;
  readonly by: string | null;
}): ChangeFilter {
  const shown = query.show?.split('.') ?? [];
  const groups = query.show === NONE ? [] : CHANGE_GROUPS.filter((group) => shown.includes(group));
  const authors = (query.by?.split('.') ?? []).filter((code) => /^([A-Z]{2}|-)$/.test(code));
  return {
    groups: groups.length === 0 && query.show !== NONE ? CHANGE_GROUPS : groups,
    authors: [...new Set(authors)].map((code) => (code === SECRETARIAT ? '' : code)),
  };
}

/** The address with the filter in it. */
export function withFilter(href: string, filter: ChangeFilter): string {
  const [path = '', rest = ''] = href.split('?');
  const [search = '', hash] = rest.split('#');
  const query = new URLSearchParams(search);
  query.delete('show');
  query.delete('by');
  if (filter.groups.length < CHANGE_GROUPS.length) query.set('show', filter.groups.join('.') || NONE);
  if (filter.authors.length > 0) query.set('by', filter.authors.map((code) => code || SECRETARIAT).join('.'));
  return `${path}?${query}${hash === undefined ? '' : `#${hash}`}`;
}
