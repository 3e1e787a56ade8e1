import { findDocument } from '../../db/documents';
import { documentsNoticed, type NoticeRow, noticesOf } from '../../db/notices';
import { dayAtSeat } from '../../domain/notices/digest';
import { placeOf } from '../../domain/notices/place';
import { type Actor, can } from '../../domain/policy/can';
import type { Runtime } from '../runtime';
import { subjectOf } from '../use-cases/permitted-document';
import { type KnownNotice, knownNotices } from './known-notices';

/** What the bell says at most: beyond it is "99+". */
export const MOST_COUNTED = 100;
const PER_PAGE = 60;

export interface InboxEntry extends Omit<KnownNotice, 'document'> {
  /** Where it leads. */
  readonly href: string;
}

export interface InboxDocument {
  readonly id: string;
  readonly symbol: string;
  readonly title: string;
  readonly language: string;
}

/** The notices of one day about one document (null: about the body). */
export interface InboxGroup {
  readonly document: InboxDocument | null;
  readonly entries: readonly InboxEntry[];
}

export interface InboxDay {
  /** YYYY-MM-DD at the seat. */
  readonly day: string;
  readonly groups: readonly InboxGroup[];
}

export interface InboxView {
  readonly days: readonly InboxDay[];
  readonly unread: number;
  /** Where the next page begins, or null. */
  readonly older: string | null;
  /** Documents to choose from. */
  readonly documents: readonly InboxDocument[];
}

export interface InboxQuery {
  readonly unreadOnly: boolean;
  readonly documentId: string | null;
  /** `older` of the page before. */
  readonly before: string | null;
}

/** A person's own notices, by day and document, newest first. */
export function inboxFor(runtime: Runtime, actor: Actor, query: InboxQuery): InboxView {
  const { db } = runtime;
  const rows = noticesOf(db, actor.userId, {
    unreadOnly: query.unreadOnly,
    documentId: query.documentId,
    before: cursorOf(query.before),
    limit: PER_PAGE,
  });
  const last = rows.length < PER_PAGE ? undefined : rows[rows.length - 1];
  return {
    days: byDay(knownNotices(db, actor, rows)),
    unread: unreadCount(runtime, actor),
    older: last === undefined ? null : `${last.at}~${last.id}`,
    documents: documentsNoticed(db, actor.userId).flatMap((id): InboxDocument[] => {
      const document = findDocument(db, id);
      return document !== null && can(actor, 'list', subjectOf(document)).ok ? [named(document)] : [];
    }),
  };
}

/** How much is unread, up to MOST_COUNTED. Only what the person may know of counts (NO4). */
export function unreadCount(runtime: Runtime, actor: Actor): number {
  const { db } = runtime;
  let known = 0;
  let before: { readonly at: string; readonly id: string } | null = null;
  for (;;) {
    const page: NoticeRow[] = noticesOf(db, actor.userId, {
      unreadOnly: true,
      documentId: null,
      before,
      limit: MOST_COUNTED,
    });
    known += knownNotices(db, actor, page).length;
    before = page.at(-1) ?? null;
    if (known >= MOST_COUNTED || page.length < MOST_COUNTED) return Math.min(known, MOST_COUNTED);
  }
}

function cursorOf(text: string | null): { readonly at: string; readonly id: string } | null {
  const [at, id] = (text ?? '').split('~');
  return at === undefined || id === undefined ? null : { at, id };
}

function byDay(notices: readonly KnownNotice[]): InboxDay[] {
  const days = new Map<string, Map<string, { document: InboxDocument | null; entries: InboxEntry[] }>>();
  for (const { document, ...notice } of notices) {
    const day = dayAtSeat(notice.at);
    const groups = days.get(day) ?? new Map();
    days.set(day, groups);
    const key = document?.id ?? '';
    const group = groups.get(key) ?? { document: document === null ? null : named(document), entries: [] };
    groups.set(key, group);
    group.entries.push({ ...notice, href: placeOf(notice.kind, document?.id ?? null, notice.data) });
  }
  return [...days].map(([day, groups]) => ({ day, groups: [...groups.values()] }));
}

function named({ id, symbol, title, language }: InboxDocument): InboxDocument {
  return { id, symbol, title, language };
}
