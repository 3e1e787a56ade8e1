import { FormField } from '@/components/ui/action-form';
import type { Locale } from '@/messages/locale';
import { countryName, type NamedCountry } from '@/messages/names';
import { translator } from '@/messages/translate';

/** The questions about an action item. */
export function ActionFields(props: {
  action?: {
    readonly wording: string;
    readonly wordingThai: string;
    readonly who: readonly string[];
    readonly dueOn: string | null;
  };
  /** Who may be named. */
  roster: readonly string[];
  countries: readonly NamedCountry[];
  locale: Locale;
}) {
  const { action, locale } = props;
  const t = translator(locale, 'actions');
  const choices = [
    ...props.countries
      .filter(({ code }) => props.roster.includes(code))
      .map((country) => ({ value: country.code, label: countryName(locale, country) })),
    { value: '', label: t('actions.secretariat') },
  ];
  return (
    <>
      <div className="grid gap-4 lg:grid-cols-2">
        <FormField
          name="wording"
          type="textarea"
          label={t('actions.wording')}
          defaultValue={action?.wording ?? ''}
          maxLength={2000}
          lang="en"
          required
        />
        <FormField
          name="wordingThai"
          type="textarea"
          label={t('actions.wordingThai')}
          defaultValue={action?.wordingThai ?? ''}
          maxLength={2000}
          lang="th"
        />
      </div>
      <fieldset>
        <legend className="text-sm font-medium">{t('actions.who')}</legend>
        <p className="mb-1 text-[0.8125rem] text-muted">{t('actions.whoHint')}</p>
        <div className="grid grid-cols-2 gap-x-4 gap-y-1 sm:grid-cols-3 lg:grid-cols-4">
          {choices.map(({ value, label }) => (
            <label key={value} className="flex min-h-7 items-center gap-2 text-sm">
              <input
                type="checkbox"
                name="who"
                value={value}
                defaultChecked={action?.who.includes(value) ?? false}
                className="size-4 accent-accent"
              />
              {label}
            </label>
          ))}
        </div>
      </fieldset>
      <FormField name="dueOn" type="date" label={t('actions.dueOn')} defaultValue={action?.dueOn ?? ''} />
    </>
  );
}
