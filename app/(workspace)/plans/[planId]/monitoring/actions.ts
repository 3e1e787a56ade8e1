'use server';

import { answerForm, textOf } from '@/app/_lib/actions';
import type { FormState } from '@/components/ui/form-state';
import { setManualLight, setMonitoringRules } from '@/server/use-cases/judge-monitoring';

export async function setLightAction(_state: FormState, form: FormData): Promise<FormState> {
  return answerForm(
    (runtime, actor) =>
      setManualLight(runtime, actor, {
        indicatorId: textOf(form, 'indicatorId'),
        period: textOf(form, 'period'),
        light: textOf(form, 'light'),
        reason: textOf(form, 'reason'),
        seen: textOf(form, 'seen'),
      }),
    '/plans',
  );
}

export async function setRulesAction(_state: FormState, form: FormData): Promise<FormState> {
  const share = (name: string) => {
    const typed = textOf(form, name).trim();
    return typed === '' ? Number.NaN : Number(typed) / 100;
  };
  return answerForm(
    (runtime, actor) =>
      setMonitoringRules(runtime, actor, {
        bodyId: textOf(form, 'bodyId'),
        onTrackFrom: share('onTrackFrom'),
        behindFrom: share('behindFrom'),
        namesCountries: textOf(form, 'namesCountries') === 'yes',
        seen: textOf(form, 'seen'),
      }),
    '/plans',
  );
}
