import { accountById } from '../../db/accounts';
import { loadActor } from '../../db/actors';
import { listCountries } from '../../db/bodies';
import { mailChoice } from '../../db/notice-preferences';
import { noticesById, unreadBetween } from '../../db/notices';
import { type OutboxRow, plannedKeys } from '../../db/outbox';
import { dayAtSeat } from '../../domain/notices/digest';
import { isMailKind, type MailKind } from '../../domain/notices/mail';
import type { Actor } from '../../domain/policy/can';
import type { Locale } from '../../messages/locale';
import { unsubscribeToken } from '../auth/unsubscribe-token';
import type { OutgoingMail } from '../ports';
import { delegationWaits } from '../queries/delegation-waits';
import { type KnownNotice, knownNotices } from '../queries/known-notices';
import type { Runtime } from '../runtime';
import { ownMailKey } from '../use-cases/plan-mail';
import { deadlineCalendar } from './calendar';
import { noticeParts, waitParts } from './parts';
import { digestSubject, type LetterParts, singleSubject, writeLetter } from './words';

/** What the outbox says of a mail. */
interface MailData {
  readonly notices?: readonly string[];
  readonly from?: string;
  readonly to?: string;
  readonly bodyId?: string;
  /** This was told before, in a mail of which no one knows whether it arrived. */
  readonly again?: boolean;
}

/**
 * The letter for a mail of the outbox, written when it goes out: in the person's language of now, of what they may know
 * of now (NO4), as they wish now (NO5). Null where nothing is left to tell.
 */
export async function letterFor(runtime: Runtime, row: OutboxRow): Promise<OutgoingMail | null> {
  const account = accountById(runtime.db, row.userId);
  const actor = loadActor(runtime.db, row.userId, null, runtime.clock.now());
  if (account === null || actor === null || !isMailKind(row.kind)) return null;
  if (mailChoice(runtime.db, row.userId, row.kind) === 'never') return null;
  const data = JSON.parse(row.data) as MailData;
  const parts =
    row.kind === 'delegationDigest'
      ? await delegationParts(runtime, actor, account.locale, data.bodyId ?? '')
      : partsFor(runtime, actor, account.locale, row, data);
  if (parts === null) return null;
  const { secret, publicUrl } = runtime.config;
  if (secret === null) throw new Error('letterFor: mail needs the secret of the installation');
  const token = unsubscribeToken(secret, { userId: row.userId, kind: row.kind });
  const unsubscribeUrl = `${publicUrl}/api/notices/unsubscribe/${token}`;
  return {
    to: { name: account.name, address: account.email },
    messageId: row.messageId,
    at: row.at,
    unsubscribeUrl,
    calendar: parts.calendar,
    ...writeLetter(account.locale, { ...parts, name: account.name, publicUrl, unsubscribeUrl }),
  };
}

type Content = LetterParts & { readonly calendar: OutgoingMail['calendar'] };

function partsFor(
  runtime: Runtime,
  actor: Actor,
  locale: Locale,
  row: OutboxRow,
  data: MailData,
): Content | null {
  const { db } = runtime;
  const countries = listCountries(db);
  const told =
    data.notices === undefined
      ? digestNotices(runtime, actor, data)
      : knownNotices(db, actor, noticesById(db, actor.userId, data.notices));
  const notices = data.again === true ? told.filter((notice) => notice.isUnread) : told;
  const [first] = notices;
  if (first === undefined) return null;
  const entries = noticeParts(locale, runtime.config.publicUrl, notices, countries);
  if (data.again === true) {
    return {
      subject: digestSubject(locale, 'again', notices.length),
      lead: 'again',
      entries,
      calendar: null,
    };
  }
  if (row.kind === 'digest') {
    const day = dayAtSeat(data.to ?? row.at);
    return {
      subject: digestSubject(locale, 'digest', notices.length, day),
      lead: 'digest',
      entries,
      calendar: null,
    };
  }
  return {
    subject: singleSubject(entries),
    lead: null,
    entries,
    calendar: deadlineCalendar(db, locale, runtime.config.publicUrl, first),
  };
}

/** What is unread of a digest's day, and was neither mailed by itself nor is of a kind that is not to be mailed. */
function digestNotices(runtime: Runtime, actor: Actor, { from, to }: MailData): KnownNotice[] {
  if (from === undefined || to === undefined) return [];
  const rows = unreadBetween(runtime.db, actor.userId, from, to);
  const mailed = plannedKeys(
    runtime.db,
    rows.map((row) => ownMailKey(row.id)),
  );
  const open = rows.filter(
    (row) =>
      !mailed.has(ownMailKey(row.id)) &&
      isMailKind(row.kind) &&
      mailChoice(runtime.db, actor.userId, row.kind as MailKind) !== 'never',
  );
  return knownNotices(runtime.db, actor, open);
}

async function delegationParts(
  runtime: Runtime,
  actor: Actor,
  locale: Locale,
  bodyId: string,
): Promise<Content | null> {
  const waits = await delegationWaits(runtime, actor, bodyId);
  if (waits.length === 0) return null;
  const made = waitParts(locale, runtime.config.publicUrl, actor, bodyId, waits, listCountries(runtime.db));
  return {
    subject: digestSubject(locale, 'delegation', 0, dayAtSeat(runtime.clock.now()), made.country),
    lead: 'delegation',
    country: made.country,
    entries: made.entries,
    calendar: null,
  };
}
