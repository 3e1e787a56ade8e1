import type { VersionChoice } from '@/components/versions/version-line';
import { COMPARE_VIEWS, type CompareView } from './context';

/** A comparison as its address names it. `fromDocument` is the predecessor whose version `from` is, where it is one. */
export interface CompareChoice {
  readonly from: VersionChoice;
  readonly to: VersionChoice;
  readonly view: CompareView;
  readonly fromDocument: string | null;
}

/** What an address asked for; null stands for what was left out or cannot be a version. */
export interface CompareQuery {
  readonly from: VersionChoice | null;
  readonly to: VersionChoice | null;
  readonly view: CompareView;
  readonly fromDocument: string | null;
  /** The value of `from` or `to` that names no version, as it was written; null where both can be read. */
  readonly unreadable: string | null;
  /** Whether the address spells out both sides the way `compareHref` does. */
  readonly complete: boolean;
}

type RawQuery = Readonly<Record<string, string | readonly string[] | undefined>>;

/**
 * Reads `?from=3&to=now&view=side&fromDocument=…`. The form of the page can only send one value for `from`, so a
 * predecessor's version may also come as `from=doc_…:3`.
 */
export function readCompareQuery(query: RawQuery): CompareQuery {
  const rawFrom = one(query.from);
  const joined = /^([A-Za-z0-9_-]{1,64}):(.+)$/.exec(rawFrom);
  const fromText = joined?.[2] ?? rawFrom;
  const toText = one(query.to);
  const from = readChoice(fromText);
  const to = readChoice(toText);
  const fromDocument = joined?.[1] ?? one(query.fromDocument);
  const unreadable =
    fromText !== '' && from === null ? fromText : toText !== '' && to === null ? toText : null;
  return {
    from,
    to,
    view: COMPARE_VIEWS.find((view) => view === one(query.view)) ?? 'inline',
    fromDocument: fromDocument === '' ? null : fromDocument,
    unreadable: unreadable === null ? null : unreadable.slice(0, 40),
    complete: from !== null && to !== null && joined === null,
  };
}

function one(value: string | readonly string[] | undefined): string {
  return (typeof value === 'string' ? value : (value?.[0] ?? '')).trim();
}

export function readChoice(text: string): VersionChoice | null {
  if (text === 'now') return 'now';
  return /^[1-9]\d{0,8}$/.test(text) ? Number(text) : null;
}

/** The address of a comparison; the plain view is not spelled out. */
export function compareHref(
  documentId: string,
  choice: Omit<CompareChoice, 'view'> & { view?: CompareView },
): string {
  const query = new URLSearchParams({ from: String(choice.from), to: String(choice.to) });
  if (choice.view !== undefined && choice.view !== 'inline') query.set('view', choice.view);
  if (choice.fromDocument !== null) query.set('fromDocument', choice.fromDocument);
  return `/documents/${encodeURIComponent(documentId)}/compare?${query}`;
}

/** Where the browser fetches a comparison that it draws itself. */
export function rowsHref(documentId: string, { from, to, fromDocument }: CompareChoice): string {
  const query = new URLSearchParams({ from: String(from), to: String(to) });
  if (fromDocument !== null) query.set('fromDocument', fromDocument);
  return `/api/documents/${encodeURIComponent(documentId)}/redline/rows?${query}`;
}

/** Whether the later text was chosen as the earlier one. Between two documents there is no telling. */
export function isBackwards({ from, to, fromDocument }: CompareChoice): boolean {
  if (fromDocument !== null || from === to) return false;
  return from === 'now' || (to !== 'now' && from > to);
}
