import { atomic } from '../../db/atomic';
import { saveSilenceRules } from '../../db/silence';
import type { Actor } from '../../domain/policy/can';
import { accept, type Outcome } from '../../domain/refusal';
import { checkRules, type SilenceRules } from '../../domain/silence/rules';
import type { Runtime } from '../runtime';
import { permittedInBody, recordAct } from './body-act';

/** How a body runs its silence procedures from now on. A run that lasts keeps its end; an outage is judged by what holds then. */
export async function setSilenceRules(
  runtime: Runtime,
  actor: Actor,
  input: SilenceRules & { readonly bodyId: string },
): Promise<Outcome<true>> {
  const { bodyId, ...wanted } = input;
  return atomic(runtime.db, (tx): Outcome<true> => {
    const allowed = permittedInBody(tx, actor, 'manageMembers', bodyId);
    if (!allowed.ok) return allowed;
    const checked = checkRules(wanted);
    if (!checked.ok) return checked;
    const { minimumHours, outageMinutes, namesBreaker, holidays } = checked.value;
    saveSilenceRules(tx, {
      bodyId,
      minimumHours,
      outageMinutes,
      namesBreaker,
      holidays: JSON.stringify(holidays),
    });
    recordAct(tx, actor, runtime.clock.now(), {
      kind: 'body.silenceRules',
      bodyId,
      subjectType: 'body',
      subjectId: bodyId,
      data: { minimumHours, outageMinutes, namesBreaker, holidays: holidays.length },
    });
    return accept(true);
  });
}
