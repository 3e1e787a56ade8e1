import { atomic } from '../../db/atomic';
import { chooseMail as keepChoice } from '../../db/notice-preferences';
import { choicesFor, isMailKind, MAIL_CHOICES } from '../../domain/notices/mail';
import type { Actor } from '../../domain/policy/can';
import { accept, type Outcome, refuse } from '../../domain/refusal';
import type { Runtime } from '../runtime';

/** Keeps how a person wants to be mailed, by kind. A choice that a kind does not have is refused (NO8). */
export async function chooseMail(
  runtime: Runtime,
  actor: Actor,
  choices: Readonly<Record<string, string>>,
): Promise<Outcome<true>> {
  const chosen = Object.entries(choices).map(([kind, wanted]) => ({
    kind,
    mail: MAIL_CHOICES.find((choice) => choice === wanted),
  }));
  return atomic(runtime.db, (tx): Outcome<true> => {
    for (const { kind, mail } of chosen) {
      if (!isMailKind(kind) || mail === undefined || !choicesFor(kind).includes(mail)) {
        return refuse('NO8', { field: kind });
      }
      keepChoice(tx, actor.userId, kind, mail, runtime.clock.now());
    }
    return accept(true);
  });
}
