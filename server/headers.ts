import { randomBytes } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Config } from './config';

/**
 * Security headers of every answer. The CSP's nonce is new for each request and is also written into the
 * request, where Next finds it and puts it on its own scripts. Scripts need the nonce; style attributes are
 * allowed (table widths, carets), style elements are not without it; nothing is fetched from another host.
 */
export function applySecurityHeaders(
  config: Config,
  request: IncomingMessage,
  response: ServerResponse,
): void {
  const nonce = randomBytes(16).toString('base64');
  const policy = contentSecurityPolicy(config, nonce);
  request.headers['content-security-policy'] = policy;
  request.headers['x-nonce'] = nonce;
  response.setHeader('Content-Security-Policy', policy);
  response.setHeader('X-Content-Type-Options', 'nosniff');
  response.setHeader('Referrer-Policy', 'same-origin');
  response.setHeader('Permissions-Policy', 'camera=(), microphone=(), geolocation=(), browsing-topics=()');
  response.setHeader('Cross-Origin-Opener-Policy', 'same-origin');
  response.setHeader('Cross-Origin-Resource-Policy', 'same-origin');
  if (config.secureCookies) response.setHeader('Strict-Transport-Security', 'max-age=31536000');
}

export function contentSecurityPolicy(config: Config, nonce: string): string {
  const development = config.mode === 'development';
  const own = new URL(config.publicUrl);
  const socket = `${own.protocol === 'https:' ? 'wss' : 'ws'}://${own.host}`;
  const provider = config.oidc === null ? '' : ` ${new URL(config.oidc.issuer).origin}`;
  return [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${development ? " 'unsafe-eval'" : ''}`,
    // Next's development overlay writes style elements of its own.
    development ? "style-src 'self' 'unsafe-inline'" : `style-src 'self' 'nonce-${nonce}'`,
    "style-src-attr 'unsafe-inline'",
    "img-src 'self' data:",
    "font-src 'self'",
    `connect-src 'self' ${socket}`,
    "object-src 'none'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
    `form-action 'self'${provider}`,
    ...(config.secureCookies ? ['upgrade-insecure-requests'] : []),
  ].join('; ');
}
