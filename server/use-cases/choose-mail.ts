import { atomic } from '../../db/atomic';
import { chooseMail as keepChoice } from '../../db/notice-preferences';
import {
  choicesFor,
  isMailKind,
  MAIL_CHOICES,
  type MailChoice,
  type MailKind,
} from '../../domain/notices/mail';
import type { Actor } from '../../domain/policy/can';
import { accept, type Outcome, refuse } from '../../domain/refusal';
import type { Runtime } from '../runtime';

/** Keeps how a person wants to be mailed, by kind. A choice that a kind does not have is refused (NO8). */
export async function chooseMail(
  runtime: Runtime,
  actor: Actor,
  choices: Readonly<Record<string, string>>,
): Promise<Outcome<true>> {
  const chosen: { kind: MailKind; mail: MailChoice }[] = [];
  // All of it is looked at before any of it is kept: a refusal takes nothing back.
  for (const [kind, wanted] of Object.entries(choices)) {
    const mail = MAIL_CHOICES.find((choice) => choice === wanted);
    if (!isMailKind(kind) || mail === undefined || !choicesFor(kind).includes(mail)) {
      return refuse('NO8', { field: kind });
    }
    chosen.push({ kind, mail });
  }
  const at = runtime.clock.now();
  return atomic(runtime.db, (tx): Outcome<true> => {
    for (const { kind, mail } of chosen) keepChoice(tx, actor.userId, kind, mail, at);
    return accept(true);
  });
}
