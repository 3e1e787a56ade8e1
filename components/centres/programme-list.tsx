import { ActionForm } from '@/components/ui/action-form';
import { ConfirmAction } from '@/components/ui/confirm-action';
import { Country } from '@/components/ui/country';
import { Disclosure } from '@/components/ui/disclosure';
import { EmptyState } from '@/components/ui/empty-state';
import type { FormAction } from '@/components/ui/form-state';
import { formWords } from '@/components/ui/form-words';
import { Section } from '@/components/ui/page';
import { sayDays } from '@/messages/dates';
import type { Locale } from '@/messages/locale';
import type { NamedCountry } from '@/messages/names';
import { translator } from '@/messages/translate';
import { ProgrammeFields, type SaidOfProgramme } from './programme-fields';

export interface ProgrammeListProps {
  readonly centreId: string;
  readonly programmes: readonly (SaidOfProgramme & { readonly id: string; readonly rev: number })[];
  readonly activities: readonly { readonly id: string; readonly code: string; readonly title: string }[];
  readonly countries: readonly NamedCountry[];
  readonly locale: Locale;
  readonly mayChange: boolean;
  readonly save: FormAction;
  readonly remove: FormAction;
}

/** What a centre has done, does and will do, the latest first. */
export function ProgrammeList(props: ProgrammeListProps) {
  const { programmes, locale, countries, activities, centreId } = props;
  const t = translator(locale, 'centres');
  const common = translator(locale, 'common');
  const served = new Map(activities.map((activity) => [activity.id, activity]));
  return (
    <Section title={t('programmes')}>
      {programmes.length === 0 ? (
        <EmptyState title={t('noProgrammes')}>{t('noProgrammesText')}</EmptyState>
      ) : null}
      <ol className="divide-y divide-line">
        {programmes.map((programme) => (
          <li key={programme.id} className="grid gap-1 py-3 first:pt-0">
            <h3 className="font-serif text-lg leading-snug font-semibold">{programme.title}</h3>
            <p className="text-sm text-muted">
              {[
                sayDays(locale, programme.startsOn, programme.endsOn),
                programme.place,
                programme.participants === null ? '' : t('people', { count: programme.participants }),
              ]
                .filter((part) => part !== '')
                .join(' · ')}
            </p>
            {programme.countries.length === 0 ? null : (
              <p className="flex flex-wrap gap-x-3 text-sm">
                {programme.countries.map((code) => (
                  <Country key={code} code={code} countries={countries} locale={locale} />
                ))}
              </p>
            )}
            <Serves
              label={t('serves')}
              activities={programme.activityIds.flatMap((id) => served.get(id) ?? [])}
            />
            {programme.note === '' ? null : <p className="max-w-prose text-sm">{programme.note}</p>}
            {props.mayChange ? (
              <Disclosure summary={t('change')} quiet>
                <ActionForm
                  action={props.save}
                  words={formWords(locale)}
                  submit={t('save')}
                  hidden={{ centreId, programmeId: programme.id, rev: String(programme.rev) }}
                  keep
                >
                  <ProgrammeFields
                    programme={programme}
                    countries={countries}
                    activities={activities}
                    locale={locale}
                  />
                </ActionForm>
                <div className="mt-3">
                  <ConfirmAction
                    action={props.remove}
                    hidden={{ programmeId: programme.id, rev: String(programme.rev) }}
                    label={t('remove')}
                    title={t('removeTitle')}
                    text={t('removeText')}
                    confirm={t('remove')}
                    cancel={common('actions.cancel')}
                    tone="quiet"
                    confirmTone="danger"
                  />
                </div>
              </Disclosure>
            ) : null}
          </li>
        ))}
      </ol>
      {props.mayChange ? (
        <Disclosure summary={t('newProgramme')} className="mt-4">
          <ActionForm
            action={props.save}
            words={formWords(locale)}
            submit={t('newProgrammeDo')}
            hidden={{ centreId }}
          >
            <ProgrammeFields countries={countries} activities={activities} locale={locale} />
          </ActionForm>
        </Disclosure>
      ) : null}
    </Section>
  );
}

function Serves(props: {
  label: string;
  activities: readonly { readonly code: string; readonly title: string }[];
}) {
  if (props.activities.length === 0) return null;
  return (
    <p className="text-sm">
      <span className="text-muted">{props.label}</span>{' '}
      {props.activities.map(({ code, title }) => `${code} ${title}`).join('; ')}
    </p>
  );
}
