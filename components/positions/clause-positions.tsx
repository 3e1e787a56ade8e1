import { StepButton } from '@/components/procedure/step-button';
import type { FormAction } from '@/components/ui/form-state';
import { Section } from '@/components/ui/page';
import type { ClauseState } from '@/domain/negotiation/clause-state';
import type { ClauseStep } from '@/domain/negotiation/clause-steps';
import { sayInstant } from '@/messages/dates';
import type { Locale } from '@/messages/locale';
import type { NamedCountry } from '@/messages/names';
import { translator } from '@/messages/translate';
import { FindingForm } from './finding-form';
import { delegationName, delegationNames } from './names';
import { PositionForm } from './position-form';
import { type StanceLine, StanceTable } from './stance-table';
import { StateMark } from './state-mark';

/** server/queries/negotiation: ClausePositions. */
export interface ClausePositionsData {
  readonly document: { readonly id: string };
  readonly clause: {
    readonly id: string;
    readonly hash: string;
    readonly state: ClauseState;
    readonly changedSince: boolean;
    readonly notSpoken: readonly string[];
    readonly pending: readonly string[];
    readonly steps: readonly ClauseStep[];
  };
  readonly members: readonly string[];
  readonly lines: readonly StanceLine[];
  readonly editorial: readonly {
    readonly id: string;
    readonly at: string;
    readonly challengedBy: string | null;
  }[];
  readonly mayChallenge: boolean;
  readonly speaksFor: string | null;
}

/** On the desk of one clause: who stands where, the own delegation's form, what the chair finds, editorial changes. */
export function ClausePositions(props: {
  data: ClausePositionsData;
  countries: readonly NamedCountry[];
  locale: Locale;
  actions: { readonly take: FormAction; readonly find: FormAction; readonly challenge: FormAction };
}) {
  const { data, countries, locale, actions } = props;
  const t = translator(locale, 'positions');
  const { clause, speaksFor } = data;
  const hidden = { documentId: data.document.id, on: `${clause.id} ${clause.hash}` };
  return (
    <>
      <Section
        id="positions"
        title={t('table.caption')}
        aside={<StateMark state={clause.state} locale={locale} />}
      >
        {clause.changedSince ? (
          <p className="mb-3 text-sm text-warn">{translator(locale, 'negotiation')('line.changedSince')}</p>
        ) : null}
        {clause.pending.length === 0 ? null : (
          <p className="mb-3 text-sm">
            {translator(locale, 'negotiation')('line.pending', {
              delegations: delegationNames(clause.pending, countries, locale),
            })}
          </p>
        )}
        <StanceTable lines={data.lines} notSpoken={clause.notSpoken} countries={countries} locale={locale} />
      </Section>
      {speaksFor === null ? null : (
        <Section title={t('form.title', { delegation: delegationName(speaksFor, countries, locale) })}>
          <PositionForm
            key={clause.hash}
            hidden={hidden}
            action={actions.take}
            mayConfirm={clause.pending.includes(speaksFor)}
            locale={locale}
          />
        </Section>
      )}
      {clause.steps.length === 0 ? null : (
        <Section title={t('find.title')}>
          <FindingForm
            key={clause.hash}
            hidden={hidden}
            action={actions.find}
            steps={clause.steps}
            members={data.members}
            countries={countries}
            locale={locale}
          />
        </Section>
      )}
      {data.editorial.length === 0 ? null : (
        <Section title={t('editorial.title')}>
          <p className="text-sm text-muted">{t('editorial.lead')}</p>
          <ul className="mt-3 grid gap-2">
            {data.editorial.map((change) => (
              <li key={change.id} className="flex flex-wrap items-center gap-3 text-sm">
                {t('editorial.at', { time: sayInstant(locale, change.at) })}
                {change.challengedBy !== null ? (
                  <span className="text-warn">
                    {t('editorial.challenged', {
                      delegation: delegationName(change.challengedBy, countries, locale),
                    })}
                  </span>
                ) : data.mayChallenge ? (
                  <StepButton
                    action={actions.challenge}
                    hidden={{ documentId: data.document.id, changeId: change.id }}
                    label={t('editorial.challenge')}
                    text={t('editorial.challengeText')}
                    confirm={t('editorial.challenge')}
                    cancel={t('editorial.cancel')}
                  />
                ) : null}
              </li>
            ))}
          </ul>
        </Section>
      )}
    </>
  );
}
