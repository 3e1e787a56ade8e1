import { atomic } from '../../db/atomic';
import { insertLight, lightsOf, saveMonitoringRules } from '../../db/indicators';
import { isJudgedByHand } from '../../domain/monitoring/indicators';
import { checkRules, MANUAL_LIGHTS, type MonitoringRules, rulesStamp } from '../../domain/monitoring/lights';
import { readPeriod } from '../../domain/monitoring/periods';
import { LONGEST_REASON } from '../../domain/monitoring/returns';
import type { Actor } from '../../domain/policy/can';
import { accept, type Outcome, refuse } from '../../domain/refusal';
import { newId } from '../ids';
import type { Runtime } from '../runtime';
import { permittedInBody, recordAct } from './body-act';
import { standingIndicator } from './indicators';
import { rulesFor } from './return-act';

/** Sets the light of what no number can tell, with the reason (MO36). A newer one takes its place. */
export async function setManualLight(
  runtime: Runtime,
  actor: Actor,
  input: {
    readonly indicatorId: string;
    readonly period: string;
    readonly light: string;
    readonly reason: string;
    /** Id of the light that the page showed; "" where it showed none. */
    readonly seen: string;
  },
): Promise<Outcome<true>> {
  const at = runtime.clock.now();
  return atomic(runtime.db, (tx): Outcome<true> => {
    const found = standingIndicator(tx, actor, input.indicatorId, 'runRound');
    if (!found.ok) return found;
    const { indicator, plan } = found.value;
    const period = readPeriod(input.period, plan);
    if (!period.ok) return period;
    const light = MANUAL_LIGHTS.find((known) => known === input.light);
    if (light === undefined) return refuse('BO10', { field: 'light' });
    if (!isJudgedByHand(indicator)) return refuse('MO36', { field: 'light' });
    const reason = input.reason.normalize('NFC').trim();
    if (reason === '' || reason.length > LONGEST_REASON) {
      return refuse('MO15', { most: LONGEST_REASON, field: 'reason' });
    }
    const stood = lightsOf(tx, [indicator.id]).find((one) => one.period === period.value.name);
    if ((stood?.id ?? '') !== input.seen) return refuse('MO40', { field: 'light' });
    const id = newId('lgt');
    const name = period.value.name;
    insertLight(tx, { id, indicatorId: indicator.id, period: name, light, reason, by: actor.userId, at });
    recordAct(tx, actor, at, {
      kind: 'indicator.judged',
      bodyId: plan.bodyId,
      subjectType: 'indicator',
      subjectId: indicator.id,
      data: { plan: plan.title, code: indicator.code, period: name, light },
    });
    return accept(true);
  });
}

/** Says from which shares lights are green and amber, and whether countries are compared by name (MO26, MO28). */
export async function setMonitoringRules(
  runtime: Runtime,
  actor: Actor,
  input: MonitoringRules & {
    readonly bodyId: string;
    /** `rulesStamp` of what the page showed. */
    readonly seen: string;
  },
): Promise<Outcome<true>> {
  const at = runtime.clock.now();
  return atomic(runtime.db, (tx): Outcome<true> => {
    const allowed = permittedInBody(tx, actor, 'runRound', input.bodyId);
    if (!allowed.ok) return allowed;
    const { bodyId, onTrackFrom, behindFrom, namesCountries } = input;
    const rules = { onTrackFrom, behindFrom, namesCountries };
    const checked = checkRules(rules);
    if (!checked.ok) return checked;
    if (rulesStamp(rulesFor(tx, bodyId)) !== input.seen) return refuse('MO46');
    saveMonitoringRules(tx, bodyId, rules);
    recordAct(tx, actor, at, {
      kind: 'body.monitoringRules',
      bodyId,
      subjectType: 'body',
      subjectId: bodyId,
      data: rules,
    });
    return accept(true);
  });
}
