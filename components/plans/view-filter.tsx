import Link from 'next/link';
import { Button } from '@/components/ui/button';
import { Disclosure } from '@/components/ui/disclosure';
import { Field, Select, TextInput } from '@/components/ui/field';
import type { Result } from '@/domain/plan/matrix';
import { ACTIVITY_STATUSES } from '@/domain/plan/statuses';
import { GROUPS, type PlanView, SORTS, viewParameters } from '@/domain/plan/view';
import type { Locale } from '@/messages/locale';
import { countryName, type NamedCountry, nameIn } from '@/messages/names';
import { translator } from '@/messages/translate';

/** Which rows, in which order, under which headings. A form of addresses: it works without script, and is a link. */
export function ViewFilter(props: {
  planId: string;
  show: string;
  view: PlanView;
  areas: readonly Result[];
  /** Countries that lead something. */
  leads: readonly NamedCountry[];
  years: readonly number[];
  shown: number;
  all: number;
  locale: Locale;
}) {
  const { view, locale } = props;
  const t = translator(locale, 'plan');
  const isUsual = Object.keys(viewParameters(view)).length === 0;
  const options = {
    area: props.areas.map(({ id, code, title, titleThai }) => [
      id,
      `${code} ${nameIn(locale, title, titleThai)}`,
    ]),
    lead: props.leads.map((country) => [country.code, countryName(locale, country)]),
    status: ACTIVITY_STATUSES.map((status) => [status, t(`status.${status}`)]),
    year: props.years.map((year) => [String(year), String(year)]),
  };
  const current = { area: view.area, lead: view.lead, status: view.status, year: String(view.year ?? '') };
  return (
    <div className="no-print mb-3 flex flex-wrap items-start gap-x-4 gap-y-2">
      <Disclosure summary={t('filter.title')} className="min-w-0 grow open:w-full">
        <form method="get" action={`/plans/${props.planId}`} className="grid gap-3">
          <input type="hidden" name="view" value={props.show} />
          <div className="grid gap-3 sm:grid-cols-2 lg:grid-cols-4">
            <Field id="plan-words" label={t('filter.words')}>
              <TextInput
                id="plan-words"
                name="words"
                type="search"
                defaultValue={view.words}
                maxLength={100}
              />
            </Field>
            {(['area', 'lead', 'status', 'year'] as const).map((name) => (
              <Field key={name} id={`plan-${name}`} label={t(`filter.${name}`)}>
                <Select id={`plan-${name}`} name={name} defaultValue={current[name]}>
                  <option value="">{t('filter.all')}</option>
                  {options[name].map(([value, label]) => (
                    <option key={value} value={value}>
                      {label}
                    </option>
                  ))}
                </Select>
              </Field>
            ))}
            <Field id="plan-sort" label={t('filter.sort')}>
              <Select id="plan-sort" name="sort" defaultValue={view.sort}>
                {SORTS.map((sort) => (
                  <option key={sort} value={sort}>
                    {t(`sort.${sort}`)}
                  </option>
                ))}
              </Select>
            </Field>
            <Field id="plan-order" label={t('filter.order')}>
              <Select id="plan-order" name="order" defaultValue={view.isDescending ? 'down' : ''}>
                <option value="">{t('filter.up')}</option>
                <option value="down">{t('filter.down')}</option>
              </Select>
            </Field>
            <Field id="plan-group" label={t('filter.group')}>
              <Select id="plan-group" name="group" defaultValue={view.group}>
                {GROUPS.map((group) => (
                  <option key={group} value={group}>
                    {t(`group.${group}`)}
                  </option>
                ))}
              </Select>
            </Field>
          </div>
          <div>
            <Button type="submit">{t('filter.show')}</Button>
          </div>
        </form>
      </Disclosure>
      <p className="flex min-h-8 flex-wrap items-center gap-x-3 text-sm text-muted tabular-nums">
        {t('filter.shown', { shown: props.shown, all: props.all })}
        {isUsual ? null : (
          <Link
            href={`/plans/${props.planId}?view=${props.show}`}
            className="text-accent underline underline-offset-2"
          >
            {t('filter.clear')}
          </Link>
        )}
      </p>
    </div>
  );
}
