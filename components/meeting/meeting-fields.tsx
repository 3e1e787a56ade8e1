import { FormField } from '@/components/ui/action-form';
import { MEETING_TIERS } from '@/domain/procedure/states';
import type { Locale } from '@/messages/locale';
import { countryName, type NamedCountry } from '@/messages/names';
import { translator } from '@/messages/translate';
import type { MeetingLineData } from './meeting-line';

/** The questions about a meeting, for a new one or an existing one. */
export function MeetingFields(props: {
  locale: Locale;
  countries: readonly NamedCountry[];
  meeting?: MeetingLineData;
}) {
  const { locale, meeting } = props;
  const t = translator(locale, 'meetings');
  const common = translator(locale, 'common');
  return (
    <>
      <div className="grid gap-4 sm:grid-cols-2">
        <FormField
          name="series"
          label={t('fields.series')}
          hint={t('fields.seriesHint')}
          defaultValue={meeting?.series ?? ''}
          maxLength={80}
          required
        />
        <FormField
          name="tier"
          type="select"
          label={t('fields.tier')}
          defaultValue={meeting?.tier ?? 'som'}
          options={MEETING_TIERS.map((tier) => ({ value: tier, label: common(`tier.${tier}`) }))}
          required
        />
      </div>
      <FormField
        name="title"
        label={t('fields.title')}
        defaultValue={meeting?.title ?? ''}
        maxLength={200}
        lang="en"
        required
      />
      <FormField
        name="titleThai"
        label={t('fields.titleThai')}
        defaultValue={meeting?.titleThai ?? ''}
        maxLength={200}
        lang="th"
      />
      <div className="grid gap-4 sm:grid-cols-2">
        <FormField
          name="place"
          label={t('fields.place')}
          defaultValue={meeting?.place ?? ''}
          maxLength={200}
          required
        />
        <FormField
          name="hostCountry"
          type="select"
          label={t('fields.host')}
          defaultValue={meeting?.hostCountry ?? ''}
          options={countryOptions(props.countries, locale, meeting === undefined ? '—' : null)}
          required
        />
        <FormField
          name="startsOn"
          type="date"
          label={t('fields.startsOn')}
          defaultValue={meeting?.startsOn ?? ''}
          required
        />
        <FormField
          name="endsOn"
          type="date"
          label={t('fields.endsOn')}
          defaultValue={meeting?.endsOn ?? ''}
          required
        />
      </div>
    </>
  );
}

/** Countries to choose from; `empty` is the label of choosing none, or null where one must be chosen already. */
export function countryOptions(
  countries: readonly NamedCountry[],
  locale: Locale,
  empty: string | null,
): { value: string; label: string }[] {
  return [
    ...(empty === null ? [] : [{ value: '', label: empty }]),
    ...countries.map((country) => ({ value: country.code, label: countryName(locale, country) })),
  ];
}
