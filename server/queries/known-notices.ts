import { findRound as findBrainstorm } from '../../db/brainstorm';
import type { Db } from '../../db/client';
import { type DocumentRow, findDocument } from '../../db/documents';
import { findMeeting } from '../../db/meetings';
import type { NoticeRow } from '../../db/notices';
import { findPlan } from '../../db/plans';
import { findRound } from '../../db/rounds';
import { type NoticeData, noticeData } from '../../domain/notices/data';
import { NOTICE_KINDS, type NoticeKind } from '../../domain/notices/kinds';
import { type Actor, can, canInBody } from '../../domain/policy/can';
import { innerRingOf } from '../../domain/policy/rings';
import { subjectOf } from '../use-cases/permitted-document';

/** A notice its person may know of now, with the document it is about. */
export interface KnownNotice {
  readonly id: string;
  readonly kind: NoticeKind;
  readonly data: NoticeData;
  readonly at: string;
  readonly isUnread: boolean;
  readonly document: DocumentRow | null;
}

/**
 * NO4: of these notices of `actor`, those they may still know of. Roles end, people change delegations, documents
 * close themselves off: what a person was told stays in the database and is shown, counted and mailed no more.
 */
export function knownNotices(db: Db, actor: Actor, rows: readonly NoticeRow[]): KnownNotice[] {
  const documents = new Map<string, DocumentRow | null>();
  const documentOf = (id: string) => {
    const known = documents.get(id);
    if (known !== undefined) return known;
    const found = findDocument(db, id);
    documents.set(id, found);
    return found;
  };
  return rows.flatMap((row): KnownNotice[] => {
    const kind = NOTICE_KINDS.find((known) => known === row.kind);
    if (kind === undefined || row.userId !== actor.userId) return [];
    const checked = noticeData(kind, JSON.parse(row.data));
    const data = checked.ok ? checked.data : {};
    const document = row.documentId === null ? null : documentOf(row.documentId);
    if (row.documentId !== null && document === null) return [];
    if (document === null ? !mayKnowWithout(db, actor, data) : !mayKnow(actor, document, data)) return [];
    return [{ id: row.id, kind, data, at: row.at, isUnread: row.readAt === null, document }];
  });
}

function mayKnow(actor: Actor, document: DocumentRow, { insideOf }: NoticeData): boolean {
  if (!can(actor, 'list', subjectOf(document)).ok) return false;
  return insideOf === undefined || innerRingOf(actor, document.bodyId) === insideOf;
}

/** Of what is about no document: that of a meeting, a round or a brainstorm is for whoever may enter its body, inside its ring. */
function mayKnowWithout(db: Db, actor: Actor, data: NoticeData): boolean {
  const { meetingId, roundId, brainstormId, insideOf } = data;
  if (meetingId === undefined && roundId === undefined && brainstormId === undefined) return true;
  const bodyId = bodyOf(db, data);
  if (bodyId === undefined || !canInBody(actor, 'enter', bodyId).ok) return false;
  return insideOf === undefined || innerRingOf(actor, bodyId) === insideOf;
}

function bodyOf(db: Db, { meetingId, roundId, brainstormId }: NoticeData): string | undefined {
  if (meetingId !== undefined) return findMeeting(db, meetingId)?.bodyId;
  if (brainstormId !== undefined) return findBrainstorm(db, brainstormId)?.bodyId;
  return bodyOfRound(db, roundId ?? '');
}

function bodyOfRound(db: Db, roundId: string): string | undefined {
  const round = findRound(db, roundId);
  return round === null ? undefined : findPlan(db, round.planId)?.bodyId;
}
