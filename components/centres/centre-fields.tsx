import { FormField } from '@/components/ui/action-form';
import type { Locale } from '@/messages/locale';
import { countryName, type NamedCountry } from '@/messages/names';
import { translator } from '@/messages/translate';

export interface SaidOfCentre {
  readonly country: string;
  readonly name: string;
  readonly nameThai: string;
  readonly host: string;
  readonly focalPoint: string;
  readonly contact: string;
  readonly since: string;
}

/** The questions about a centre. Its country is asked once and stays. */
export function CentreFields(props: {
  centre?: SaidOfCentre;
  countries: readonly NamedCountry[];
  locale: Locale;
}) {
  const { centre, locale } = props;
  const t = translator(locale, 'centres');
  return (
    <div className="grid gap-4 sm:grid-cols-2">
      {centre === undefined ? (
        <FormField
          name="country"
          type="select"
          label={t('country')}
          options={props.countries.map((country) => ({
            value: country.code,
            label: countryName(locale, country),
          }))}
        />
      ) : null}
      <FormField name="name" label={t('name')} defaultValue={centre?.name ?? ''} maxLength={200} required />
      <FormField
        name="nameThai"
        label={t('nameThai')}
        defaultValue={centre?.nameThai ?? ''}
        maxLength={200}
        lang="th"
      />
      <FormField
        name="host"
        label={t('host')}
        hint={t('hostHint')}
        defaultValue={centre?.host ?? ''}
        maxLength={200}
      />
      <FormField
        name="focalPoint"
        label={t('focalPoint')}
        defaultValue={centre?.focalPoint ?? ''}
        maxLength={120}
      />
      <FormField name="contact" label={t('contact')} defaultValue={centre?.contact ?? ''} maxLength={200} />
      <FormField name="since" type="date" label={t('since')} defaultValue={centre?.since ?? ''} required />
    </div>
  );
}
