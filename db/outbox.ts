import { and, asc, eq, inArray, lte } from 'drizzle-orm';
import type { Db } from './client';
import { readInstallation, writeInstallation } from './installation';
import { outbox } from './schema/notices';

export type OutboxRow = typeof outbox.$inferSelect;

/** Key of the installation under which it is kept what mail is sent as; empty or missing: there is no mail. */
const MAIL_DOMAIN = 'mailDomain';

/** The domain of this installation's mail, or null where it sends none: then nothing is put into the outbox. */
export function mailDomain(db: Db): string | null {
  const domain = readInstallation(db, MAIL_DOMAIN);
  return domain === null || domain === '' ? null : domain;
}

export function setMailDomain(tx: Db, domain: string | null): void {
  writeInstallation(tx, MAIL_DOMAIN, domain ?? '');
}

export interface PlannedMail {
  readonly id: string;
  readonly userId: string;
  readonly kind: string;
  readonly data: unknown;
  /** Names the mail: the same key is never planned twice. */
  readonly key: string;
  readonly dueAt: string;
  readonly at: string;
}

/** Plans a mail, once for each key. Its Message-ID is made here and never again, whatever becomes of the sending. */
export function planMail(tx: Db, mail: PlannedMail, domain: string): void {
  tx.insert(outbox)
    .values({
      ...mail,
      data: JSON.stringify(mail.data),
      state: 'waiting',
      attempts: 0,
      messageId: `<${mail.id}@${domain}>`,
      sentAt: null,
      lastError: '',
    })
    .onConflictDoNothing()
    .run();
}

/** Waiting mail that is due, oldest first. */
export function dueMail(db: Db, now: string, limit: number): OutboxRow[] {
  return db
    .select()
    .from(outbox)
    .where(and(eq(outbox.state, 'waiting'), lte(outbox.dueAt, now)))
    .orderBy(asc(outbox.dueAt), asc(outbox.at), asc(outbox.id))
    .limit(limit)
    .all();
}

export function mailInState(db: Db, state: OutboxRow['state']): OutboxRow[] {
  return db.select().from(outbox).where(eq(outbox.state, state)).orderBy(asc(outbox.at)).all();
}

/** Takes up a waiting mail as it was read; false where somebody else has taken it up since. */
export function claimMail(tx: Db, row: Pick<OutboxRow, 'id' | 'attempts'>, until: string): boolean {
  const asRead = and(eq(outbox.id, row.id), eq(outbox.state, 'waiting'), eq(outbox.attempts, row.attempts));
  const claim = { attempts: row.attempts + 1, dueAt: until };
  return tx.update(outbox).set(claim).where(asRead).run().changes === 1;
}

/** Changes a mail that is still in state `from`; false where it is not: somebody else has it, or is done with it. */
export function changeMail(
  tx: Db,
  id: string,
  from: OutboxRow['state'],
  change: Partial<Pick<OutboxRow, 'state' | 'attempts' | 'dueAt' | 'sentAt' | 'lastError'>>,
): boolean {
  return (
    tx
      .update(outbox)
      .set(change)
      .where(and(eq(outbox.id, id), eq(outbox.state, from)))
      .run().changes === 1
  );
}

/** Of these keys, those that a mail was planned under. */
export function plannedKeys(db: Db, keys: readonly string[]): ReadonlySet<string> {
  if (keys.length === 0) return new Set();
  const rows = db
    .select({ key: outbox.key })
    .from(outbox)
    .where(inArray(outbox.key, [...keys]))
    .all();
  return new Set(rows.map((row) => row.key));
}

/** Gives up all that waits: mail was switched off. */
export function dropWaitingMail(tx: Db): number {
  return tx
    .update(outbox)
    .set({ state: 'dropped', lastError: 'mail was switched off' })
    .where(eq(outbox.state, 'waiting'))
    .run().changes;
}
