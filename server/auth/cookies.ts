import type { CookieOption, CookiesOptions } from 'next-auth';
import type { Config } from '../config';

/** How long a sign-in lasts at most, and how long it lasts unused (AC3). */
export const SESSION_ABSOLUTE_MS = 7 * 24 * 60 * 60 * 1000;
export const SESSION_IDLE_MS = 12 * 60 * 60 * 1000;

const ROUND_TRIP_SECONDS = 15 * 60;

/** Behind https a name that browsers bind to this host, to https and to the path "/"; else the plain name. */
export function cookieName(config: Pick<Config, 'secureCookies'>, what: string): string {
  return `${config.secureCookies ? '__Host-' : ''}mufakat.${what}`;
}

/** next-auth's cookies under our names. None is readable by scripts; none is sent along from another site's form. */
export function authCookies(config: Pick<Config, 'secureCookies'>): CookiesOptions {
  const cookie = (what: string, maxAge?: number): CookieOption => ({
    name: cookieName(config, what),
    options: {
      httpOnly: true,
      sameSite: 'lax',
      path: '/',
      secure: config.secureCookies,
      ...(maxAge === undefined ? {} : { maxAge }),
    },
  });
  return {
    sessionToken: cookie('session'),
    callbackUrl: cookie('callback'),
    csrfToken: cookie('csrf'),
    pkceCodeVerifier: cookie('pkce', ROUND_TRIP_SECONDS),
    state: cookie('state', ROUND_TRIP_SECONDS),
    nonce: cookie('nonce', ROUND_TRIP_SECONDS),
  };
}
