import Link from 'next/link';
import { ActionForm, FormField } from '@/components/ui/action-form';
import { Badge } from '@/components/ui/badge';
import { Button } from '@/components/ui/button';
import { Country } from '@/components/ui/country';
import { Disclosure } from '@/components/ui/disclosure';
import { TextInput } from '@/components/ui/field';
import type { FormAction } from '@/components/ui/form-state';
import { formWords } from '@/components/ui/form-words';
import { Section } from '@/components/ui/page';
import { Table } from '@/components/ui/table';
import type { RosterLine } from '@/domain/body/grants';
import { sayDay } from '@/messages/dates';
import type { Locale } from '@/messages/locale';
import { countryName, type NamedCountry } from '@/messages/names';
import { translator } from '@/messages/translate';
import { EndForm } from './end-form';
import { Period } from './period';

type Standing = RosterLine['standing'];

interface Span {
  readonly from: string;
  readonly to: string | null;
}

export interface RosterBody {
  readonly id: string;
  readonly roster: readonly (RosterLine & Span)[];
  readonly memberships: readonly ({
    readonly id: string;
    readonly country: string;
    readonly standing: Standing;
  } & Span)[];
}

const STANDINGS: readonly Standing[] = ['member', 'observer', 'partner'];

/** Who belongs to a body on a day, in the English alphabetical order, and every membership on record. */
export function Roster(props: {
  body: RosterBody;
  /** The chosen day, or null for today. */
  day: string | null;
  today: string;
  countries: readonly NamedCountry[];
  locale: Locale;
  mayManage: boolean;
  actions: { readonly addMembershipAction: FormAction; readonly endMembershipAction: FormAction };
}) {
  const { body, locale, countries, day } = props;
  const t = translator(locale, 'admin');
  const common = translator(locale, 'common');
  return (
    <Section
      title={day === null ? t('bodies.roster.now') : t('bodies.roster.at', { day: sayDay(locale, day) })}
      id="roster"
      aside={
        <form method="get" action={`/bodies/${body.id}`} className="flex flex-wrap items-center gap-2">
          <label htmlFor="roster-day" className="text-[0.8125rem] text-muted">
            {t('bodies.roster.date')}
          </label>
          <TextInput
            id="roster-day"
            type="date"
            name="at"
            defaultValue={day ?? props.today}
            className="w-auto!"
          />
          <Button type="submit">{t('bodies.roster.show')}</Button>
          {day === null ? null : (
            <Link href={`/bodies/${body.id}`} className="text-sm">
              {t('bodies.roster.today')}
            </Link>
          )}
        </form>
      }
    >
      {body.roster.length === 0 ? (
        <p className="text-muted">{t('bodies.roster.none')}</p>
      ) : (
        <Table
          caption={t('bodies.roster.title')}
          head={[t('bodies.roster.country'), t('bodies.roster.standing'), t('bodies.roster.period')]}
        >
          {body.roster.map((line) => (
            <tr key={line.country}>
              <td>
                <Country code={line.country} countries={countries} locale={locale} />
                {line.inTheChair ? (
                  <span className="ml-2">
                    <Badge tone="accent">{t('bodies.roster.chair')}</Badge>
                  </span>
                ) : null}
              </td>
              <td>{common(`standing.${line.standing}`)}</td>
              <td className="text-muted">
                <Period locale={locale} span={line} />
              </td>
            </tr>
          ))}
        </Table>
      )}
      <div className="mt-4 grid gap-2">
        {props.mayManage ? (
          <Disclosure summary={t('bodies.membership.add')}>
            <ActionForm
              action={props.actions.addMembershipAction}
              words={formWords(locale)}
              submit={t('bodies.membership.save')}
              hidden={{ bodyId: body.id }}
            >
              <div className="grid gap-4 sm:grid-cols-2">
                <FormField
                  name="country"
                  type="select"
                  label={t('bodies.membership.country')}
                  options={[
                    { value: '', label: '—' },
                    ...countries.map((entry) => ({ value: entry.code, label: countryName(locale, entry) })),
                  ]}
                  required
                />
                <FormField
                  name="standing"
                  type="select"
                  label={t('bodies.membership.standing')}
                  options={STANDINGS.map((standing) => ({
                    value: standing,
                    label: common(`standing.${standing}`),
                  }))}
                  required
                />
                <FormField name="from" type="date" label={t('bodies.membership.from')} required />
                <FormField
                  name="to"
                  type="date"
                  label={t('bodies.membership.to')}
                  hint={t('bodies.membership.toHint')}
                />
              </div>
            </ActionForm>
          </Disclosure>
        ) : null}
        <Disclosure summary={t('bodies.roster.history')}>
          <Table
            caption={t('bodies.roster.history')}
            head={[
              t('bodies.roster.country'),
              t('bodies.roster.standing'),
              t('bodies.roster.period'),
              ...(props.mayManage ? [t('bodies.membership.end')] : []),
            ]}
          >
            {inRosterOrder(body.memberships, countries).map((entry) => (
              <tr key={entry.id}>
                <td>
                  <Country code={entry.country} countries={countries} locale={locale} />
                </td>
                <td>{common(`standing.${entry.standing}`)}</td>
                <td className="text-muted">
                  <Period locale={locale} span={entry} />
                </td>
                {props.mayManage ? (
                  <td>
                    <EndForm
                      action={props.actions.endMembershipAction}
                      hidden={{ bodyId: body.id, membershipId: entry.id }}
                      label={t('bodies.membership.endTitle', { country: nameOf(entry.country) })}
                      to={entry.to}
                      locale={locale}
                    />
                  </td>
                ) : null}
              </tr>
            ))}
          </Table>
        </Disclosure>
      </div>
    </Section>
  );

  function nameOf(code: string): string {
    const country = countries.find((entry) => entry.code === code);
    return country === undefined ? code : countryName(locale, country);
  }
}

/** By country in the English alphabetical order, each country's memberships as they followed one another. */
function inRosterOrder<T extends { readonly country: string; readonly from: string }>(
  memberships: readonly T[],
  countries: readonly NamedCountry[],
): T[] {
  const place = new Map(countries.map((country, index) => [country.code, index]));
  return [...memberships].sort(
    (one, other) =>
      (place.get(one.country) ?? 0) - (place.get(other.country) ?? 0) || one.from.localeCompare(other.from),
  );
}
