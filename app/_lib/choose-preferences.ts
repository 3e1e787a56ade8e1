'use server';

import { revalidatePath } from 'next/cache';
import { cookies } from 'next/headers';
import { isLocale, type Locale } from '@/messages/locale';
import { getRuntime } from '@/server/runtime';
import { changePreferences } from '@/server/use-cases/change-preferences';
import { isTheme, THEME_COOKIE, type Theme } from './appearance';
import { LOCALE_COOKIE } from './preferred-locale';
import { getViewer } from './viewer';

const A_YEAR = 365 * 24 * 3600;

/** Switches the language of the interface, for this person and this browser. */
export async function chooseLocale(form: FormData): Promise<void> {
  const locale = form.get('locale');
  if (isLocale(locale)) await remember(LOCALE_COOKIE, { locale });
}

/** Switches between light, dark and the device's own appearance. */
export async function chooseTheme(form: FormData): Promise<void> {
  const theme = form.get('theme');
  if (isTheme(theme)) await remember(THEME_COOKIE, { theme });
}

async function remember(cookie: string, change: { locale: Locale } | { theme: Theme }): Promise<void> {
  const runtime = getRuntime();
  const viewer = await getViewer();
  if (viewer !== null) await changePreferences(runtime, viewer.actor, change);
  (await cookies()).set(cookie, 'locale' in change ? change.locale : change.theme, {
    path: '/',
    maxAge: A_YEAR,
    sameSite: 'lax',
    httpOnly: true,
    secure: runtime.config.secureCookies,
  });
  revalidatePath('/', 'layout');
}
