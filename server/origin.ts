import type { Config } from './config';

const LOOPBACK = new Set(['localhost', '127.0.0.1', '[::1]']);

/**
 * Whether a browser page of this origin may act here: the public address and, without https, the same port on
 * this very machine under its other names. Asked for every upgrade and every request that changes something.
 */
export function isAllowedOrigin(config: Config, origin: string | undefined): boolean {
  if (origin === undefined || !URL.canParse(origin)) return false;
  const asked = new URL(origin);
  const own = new URL(config.publicUrl);
  if (asked.origin === own.origin) return true;
  return (
    !config.secureCookies &&
    asked.protocol === 'http:' &&
    LOOPBACK.has(asked.hostname) &&
    LOOPBACK.has(own.hostname) &&
    asked.port === own.port
  );
}
