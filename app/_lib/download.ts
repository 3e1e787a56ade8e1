import type { Refusal } from '@/domain/refusal';
import type { Locale } from '@/messages/locale';
import { refusalText } from './refusal';

/** A file for the person to keep. It is never stored on the way, and never shown as a page of this site. */
export function download(content: string | Uint8Array, fileName: string, mediaType: string): Response {
  return new Response(typeof content === 'string' ? content : new Uint8Array(content), {
    headers: {
      'Content-Type': mediaType,
      'Content-Disposition': disposition(fileName),
      'Cache-Control': 'no-store',
      'X-Content-Type-Options': 'nosniff',
    },
  });
}

/** The name in plain letters, and where it has others, as it is (RFC 6266). No system takes a slash in a name. */
function disposition(fileName: string): string {
  const plain = fileName.replace(/[^A-Za-z0-9._-]+/g, '-');
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters that a name must not have
  const full = fileName.replace(/[\u0000-\u001F\\/:*?"<>|\uD800-\uDFFF]+/gu, '-');
  const encoded = encodeURIComponent(full).replace(/['()]/g, (sign) => `%${sign.charCodeAt(0).toString(16)}`);
  return `attachment; filename="${plain}"${full === plain ? '' : `; filename*=UTF-8''${encoded}`}`;
}

const STATUS: Readonly<Record<string, number>> = { PO1: 404, VE5: 404, PD5: 503 };

/** A refusal as a route says it: PO1 as if there were nothing, the rest with the rule and its words. */
export function refusedRoute(refusal: Refusal, locale: Locale): Response {
  return Response.json(
    { rule: refusal.rule, message: refusalText(refusal, locale) },
    {
      status: STATUS[refusal.rule] ?? 403,
      headers: { 'Cache-Control': 'no-store' },
    },
  );
}

export function signedOutRoute(): Response {
  return Response.json({ message: 'signed out' }, { status: 401, headers: { 'Cache-Control': 'no-store' } });
}
