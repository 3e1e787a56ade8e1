import { and, eq } from 'drizzle-orm';
import type { MailChoice, MailKind } from '../domain/notices/mail';
import { defaultMail } from '../domain/notices/mail';
import type { Db } from './client';
import { noticePreferences } from './schema/notices';

/** How a person is mailed of a kind: as they chose, else as the kind has it. */
export function mailChoice(db: Db, userId: string, kind: MailKind): MailChoice {
  const row = db
    .select({ mail: noticePreferences.mail })
    .from(noticePreferences)
    .where(and(eq(noticePreferences.userId, userId), eq(noticePreferences.kind, kind)))
    .get();
  return row?.mail ?? defaultMail(kind);
}

/** What a person chose, by kind; kinds they left alone are not among it. */
export function mailChoicesOf(db: Db, userId: string): ReadonlyMap<string, MailChoice> {
  const rows = db.select().from(noticePreferences).where(eq(noticePreferences.userId, userId)).all();
  return new Map(rows.map((row) => [row.kind, row.mail]));
}

export function chooseMail(tx: Db, userId: string, kind: MailKind, mail: MailChoice, at: string): void {
  tx.insert(noticePreferences)
    .values({ userId, kind, mail, at })
    .onConflictDoUpdate({
      target: [noticePreferences.userId, noticePreferences.kind],
      set: { mail, at },
    })
    .run();
}
