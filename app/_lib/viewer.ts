import { cookies, headers } from 'next/headers';
import { redirect } from 'next/navigation';
import { cache } from 'react';
import { isLocale, type Locale } from '@/messages/locale';
import { cookieName } from '@/server/auth/cookies';
import { safeNextPath } from '@/server/auth/next-path';
import { PATH_HEADER } from '@/server/auth/request-facts';
import { loadViewer, type Viewer } from '@/server/auth/viewer';
import { getRuntime } from '@/server/runtime';
import { LOCALE_COOKIE, preferredLocale } from './preferred-locale';

export type { Viewer };

/** The signed-in person, or null. Read once per request, anew for each. */
export const getViewer = cache(async function getViewer(): Promise<Viewer | null> {
  const runtime = getRuntime();
  return loadViewer(runtime, (await cookies()).get(cookieName(runtime.config, 'session'))?.value);
});

/** The signed-in person; everybody else is sent to sign in and comes back to this page. */
export async function requireViewer(): Promise<Viewer> {
  const viewer = await getViewer();
  if (viewer !== null) return viewer;
  const next = safeNextPath((await headers()).get(PATH_HEADER));
  redirect(next === '/' ? '/sign-in' : `/sign-in?next=${encodeURIComponent(next)}`);
}

/** Language of this page: the person's, else the one chosen before signing in, else the browser's. */
export async function getLocale(): Promise<Locale> {
  const viewer = await getViewer();
  if (viewer !== null) return viewer.locale;
  const chosen = (await cookies()).get(LOCALE_COOKIE)?.value;
  return isLocale(chosen) ? chosen : preferredLocale((await headers()).get('accept-language'));
}
