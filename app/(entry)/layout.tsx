import Link from 'next/link';
import type { ReactNode } from 'react';
import { getTheme } from '@/app/_lib/appearance';
import { chooseLocale, chooseTheme } from '@/app/_lib/choose-preferences';
import { getLocale } from '@/app/_lib/viewer';
import { ThemeSwitch } from '@/components/auth/theme-switch';
import { AppFooter } from '@/components/shell/app-footer';
import { LocaleSwitch } from '@/components/shell/locale-switch';
import { Wordmark } from '@/components/shell/wordmark';
import { translator } from '@/messages/translate';

/** The door: no navigation, only the name of the house and how one likes to read. */
export default async function EntryLayout(props: { children: ReactNode }) {
  const locale = await getLocale();
  const t = translator(locale, 'common');
  return (
    <>
      <header className="mx-auto flex w-full max-w-6xl items-center gap-3 px-4 pt-5 sm:px-6 sm:pt-7">
        <Link href="/" className="mr-auto rounded-sm no-underline" prefetch={false}>
          <Wordmark name={t('productName')} />
        </Link>
        <ThemeSwitch locale={locale} theme={await getTheme()} chooseTheme={chooseTheme} />
        <LocaleSwitch locale={locale} chooseLocale={chooseLocale} />
      </header>
      <main id="content" tabIndex={-1} className="flex w-full flex-1 flex-col outline-none">
        {props.children}
      </main>
      <AppFooter locale={locale} />
    </>
  );
}
