import { ActionForm, FormField } from '@/components/ui/action-form';
import { Badge } from '@/components/ui/badge';
import { Country } from '@/components/ui/country';
import { Disclosure } from '@/components/ui/disclosure';
import type { FormAction } from '@/components/ui/form-state';
import { formWords } from '@/components/ui/form-words';
import { Section } from '@/components/ui/page';
import { Table } from '@/components/ui/table';
import { holdsAt } from '@/domain/body/grants';
import type { Locale } from '@/messages/locale';
import { countryName, type NamedCountry } from '@/messages/names';
import { translator } from '@/messages/translate';
import { EndForm } from './end-form';
import { Period } from './period';

export interface ChairTermData {
  readonly id: string;
  readonly country: string;
  readonly name: string;
  readonly from: string;
  readonly to: string | null;
}

/** Who held the chair of a body and when, the latest term first. */
export function ChairTerms(props: {
  bodyId: string;
  terms: readonly ChairTermData[];
  now: string;
  countries: readonly NamedCountry[];
  locale: Locale;
  mayManage: boolean;
  actions: { readonly addChairTermAction: FormAction; readonly endChairTermAction: FormAction };
}) {
  const { locale, countries } = props;
  const t = translator(locale, 'admin');
  return (
    <Section title={t('bodies.terms.title')} id="chair">
      {props.terms.length === 0 ? (
        <p className="text-muted">{t('bodies.terms.none')}</p>
      ) : (
        <Table
          caption={t('bodies.terms.title')}
          head={[
            t('bodies.terms.name'),
            t('bodies.terms.country'),
            t('bodies.roster.period'),
            ...(props.mayManage ? [t('bodies.terms.end')] : []),
          ]}
        >
          {[...props.terms].reverse().map((term) => (
            <tr key={term.id}>
              <td>
                {term.name}
                {holdsAt(term, props.now) ? (
                  <span className="ml-2">
                    <Badge tone="accent">{t('bodies.terms.current')}</Badge>
                  </span>
                ) : null}
              </td>
              <td>
                <Country code={term.country} countries={countries} locale={locale} />
              </td>
              <td className="text-muted">
                <Period locale={locale} span={term} />
              </td>
              {props.mayManage ? (
                <td>
                  <EndForm
                    action={props.actions.endChairTermAction}
                    hidden={{ bodyId: props.bodyId, termId: term.id }}
                    label={t('bodies.terms.endTitle', { name: term.name })}
                    to={term.to}
                    locale={locale}
                  />
                </td>
              ) : null}
            </tr>
          ))}
        </Table>
      )}
      {props.mayManage ? (
        <Disclosure summary={t('bodies.terms.add')} className="mt-4">
          <ActionForm
            action={props.actions.addChairTermAction}
            words={formWords(locale)}
            submit={t('bodies.terms.save')}
            hidden={{ bodyId: props.bodyId }}
          >
            <div className="grid gap-4 sm:grid-cols-2">
              <FormField
                name="name"
                label={t('bodies.terms.name')}
                hint={t('bodies.terms.nameHint')}
                maxLength={120}
                required
              />
              <FormField
                name="country"
                type="select"
                label={t('bodies.terms.country')}
                options={[
                  { value: '', label: '—' },
                  ...countries.map((entry) => ({ value: entry.code, label: countryName(locale, entry) })),
                ]}
                required
              />
              <FormField name="from" type="date" label={t('bodies.terms.from')} required />
              <FormField
                name="to"
                type="date"
                label={t('bodies.terms.to')}
                hint={t('bodies.membership.toHint')}
              />
            </div>
          </ActionForm>
        </Disclosure>
      ) : null}
    </Section>
  );
}
