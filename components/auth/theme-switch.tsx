import type { ReactNode } from 'react';
import type { Locale } from '@/messages/locale';
import { translator } from '@/messages/translate';

type Theme = 'system' | 'light' | 'dark';
const THEMES: readonly Theme[] = ['system', 'light', 'dark'];

/** As the device, light, dark. `named` writes the words out; else icons carry them. */
export function ThemeSwitch(props: {
  locale: Locale;
  theme: Theme;
  chooseTheme: (form: FormData) => Promise<void>;
  named?: boolean;
}) {
  const t = translator(props.locale, 'common');
  return (
    <form action={props.chooseTheme}>
      <fieldset className="inline-flex overflow-hidden rounded-md border border-line-strong/50 text-[0.8125rem]">
        <legend className="sr-only">{t('nav.theme')}</legend>
        {THEMES.map((theme) => (
          <button
            key={theme}
            type="submit"
            name="theme"
            value={theme}
            aria-pressed={theme === props.theme}
            title={t(`theme.${theme}`)}
            className="inline-flex h-8 min-w-9 cursor-pointer items-center justify-center gap-1.5 px-2 leading-none text-muted hover:text-ink aria-pressed:bg-accent-soft aria-pressed:font-medium aria-pressed:text-accent"
          >
            <ThemeIcon theme={theme} />
            <span className={props.named === true ? '' : 'sr-only'}>{t(`theme.${theme}`)}</span>
          </button>
        ))}
      </fieldset>
    </form>
  );
}

const SHAPES: Readonly<Record<Theme, ReactNode>> = {
  system: <path d="M8 2.5a5.5 5.5 0 0 1 0 11z" fill="currentColor" stroke="none" />,
  light: (
    <path d="M8 .8v1.4M8 13.8v1.4M.8 8h1.4M13.8 8h1.4M2.9 2.9l1 1M12.1 12.1l1 1M2.9 13.1l1-1M12.1 3.9l1-1" />
  ),
  dark: <path d="M13.2 9.6A5.6 5.6 0 1 1 6.4 2.8a4.6 4.6 0 0 0 6.8 6.8z" strokeLinejoin="round" />,
};

function ThemeIcon(props: { theme: Theme }) {
  return (
    <svg
      width="15"
      height="15"
      viewBox="0 0 16 16"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.4"
      strokeLinecap="round"
      aria-hidden="true"
    >
      {props.theme === 'dark' ? null : <circle cx="8" cy="8" r={props.theme === 'light' ? 3.2 : 5.5} />}
      {SHAPES[props.theme]}
    </svg>
  );
}
