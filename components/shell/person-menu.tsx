import Link from 'next/link';
import { Flag } from '@/components/ui/flag';
import type { Locale } from '@/messages/locale';
import { translator } from '@/messages/translate';
import type { HeaderPerson } from './app-header';

export type Theme = 'system' | 'light' | 'dark';
const THEMES: readonly Theme[] = ['system', 'light', 'dark'];

const ROW =
  'flex min-h-10 w-full cursor-pointer items-center px-4 text-left text-sm no-underline hover:bg-accent-soft';

/** Who one is here, the appearance, the way to one's settings and out. */
export function PersonMenu(props: {
  locale: Locale;
  person: HeaderPerson;
  chooseTheme: (form: FormData) => Promise<void>;
}) {
  const t = translator(props.locale, 'common');
  return (
    <div className="py-2">
      <div className="border-b border-line px-4 pt-1 pb-3">
        <p className="flex items-center gap-2 font-medium">
          <Flag country={props.person.country} size={13} />
          {props.person.name}
        </p>
        <p className="truncate text-[0.8125rem] text-muted">{props.person.email}</p>
        <p className="mt-1 text-[0.8125rem] text-muted">
          {props.person.roles.map((role) => t(`role.${role}`)).join(' · ')}
        </p>
      </div>
      <form action={props.chooseTheme} className="border-b border-line px-4 py-3">
        <fieldset>
          <legend className="mb-1.5 text-[0.8125rem] text-muted">{t('nav.theme')}</legend>
          <div className="grid grid-cols-3 overflow-hidden rounded-md border border-line-strong/50 text-[0.8125rem]">
            {THEMES.map((theme) => (
              <button
                key={theme}
                type="submit"
                name="theme"
                value={theme}
                aria-pressed={theme === props.person.theme}
                className="min-h-9 cursor-pointer px-1 leading-tight text-muted hover:text-ink aria-pressed:bg-accent-soft aria-pressed:font-medium aria-pressed:text-accent"
              >
                {t(`theme.${theme}`)}
              </button>
            ))}
          </div>
        </fieldset>
      </form>
      <Link href="/settings" className={`${ROW} mt-1`}>
        {t('nav.settings')}
      </Link>
      <Link href="/sign-out" className={ROW} prefetch={false}>
        {t('nav.signOut')}
      </Link>
    </div>
  );
}
