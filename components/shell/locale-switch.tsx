import { LOCALES, type Locale } from '@/messages/locale';
import { translator } from '@/messages/translate';

/** A language is named in itself, so that whoever needs it can read it. */
const NAMES: Readonly<Record<Locale, { short: string; full: string }>> = {
  en: { short: 'EN', full: 'English' },
  th: { short: 'ไทย', full: 'ภาษาไทย' },
};

export function LocaleSwitch(props: { locale: Locale; chooseLocale: (form: FormData) => Promise<void> }) {
  const t = translator(props.locale, 'common');
  return (
    <form action={props.chooseLocale}>
      <fieldset className="inline-flex overflow-hidden rounded-md border border-line-strong/50 text-[0.8125rem]">
        <legend className="sr-only">{t('nav.language')}</legend>
        {LOCALES.map((locale) => (
          <button
            key={locale}
            type="submit"
            name="locale"
            value={locale}
            lang={locale}
            title={NAMES[locale].full}
            aria-pressed={locale === props.locale}
            className="h-8 min-w-9 cursor-pointer px-2 leading-none text-muted hover:text-ink aria-pressed:bg-accent-soft aria-pressed:font-medium aria-pressed:text-accent"
          >
            {NAMES[locale].short}
          </button>
        ))}
      </fieldset>
    </form>
  );
}
