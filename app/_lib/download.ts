import type { Refusal } from '@/domain/refusal';
import type { Locale } from '@/messages/locale';
import { refusalText } from './refusal';

/** A file for the person to keep. It is never stored on the way, and never shown as a page of this site. */
export function download(content: string, fileName: string, mediaType: string): Response {
  return new Response(content, {
    headers: {
      'Content-Type': mediaType,
      'Content-Disposition': `attachment; filename="${fileName.replace(/[^A-Za-z0-9._-]+/g, '-')}"`,
      'Cache-Control': 'no-store',
      'X-Content-Type-Options': 'nosniff',
    },
  });
}

/** A refusal as a route says it: PO1 as if there were nothing, the rest with the rule and its words. */
export function refusedRoute(refusal: Refusal, locale: Locale): Response {
  return Response.json(
    { rule: refusal.rule, message: refusalText(refusal, locale) },
    {
      status: refusal.rule === 'PO1' || refusal.rule === 'VE5' ? 404 : 403,
      headers: { 'Cache-Control': 'no-store' },
    },
  );
}

export function signedOutRoute(): Response {
  return Response.json({ message: 'signed out' }, { status: 401, headers: { 'Cache-Control': 'no-store' } });
}
