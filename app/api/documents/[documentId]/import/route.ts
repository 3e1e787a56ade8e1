import { boundedBody } from '@/app/_lib/bounded-body';
import { signedOutRoute } from '@/app/_lib/download';
import { refusalText } from '@/app/_lib/refusal';
import { getViewer } from '@/app/_lib/viewer';
import { IMPORT_MEGABYTES } from '@/components/import/limits';
import type { Actor } from '@/domain/policy/can';
import { type Outcome, type Refusal, refuse } from '@/domain/refusal';
import type { Locale } from '@/messages/locale';
import { getRuntime } from '@/server/runtime';
import { permittedDocument } from '@/server/use-cases/permitted-document';
import { readImport } from '@/server/use-cases/read-import';
import type { ImportAim } from '@/server/use-cases/waiting-import';

const MOST_BYTES = IMPORT_MEGABYTES * 1024 * 1024;
const STATUS: Readonly<Record<string, number>> = { PO1: 404, IM2: 413, IM21: 429, IM22: 503 };
const NO_STORE = { 'Cache-Control': 'no-store' };

/**
 * A file for this document, as the body of the request; its name in `?name=`, and `?as=proposals` where it is brought
 * for those. Answers when it has been read.
 */
export async function POST(
  request: Request,
  context: { params: Promise<{ documentId: string }> },
): Promise<Response> {
  const viewer = await getViewer();
  if (viewer === null) return signedOutRoute();
  const { documentId } = await context.params;
  // Before a byte of it is taken in: whoever may not import sends nothing.
  const query = new URL(request.url).searchParams;
  const aim: ImportAim = query.get('as') === 'proposals' ? 'propose' : 'importText';
  const allowed = permittedDocument(getRuntime().db, viewer.actor, aim, documentId);
  if (!allowed.ok) return refused(allowed, viewer.locale);
  const place = getRuntime().imports.enter(viewer.actor.userId);
  if (!place.ok) return refused(place, viewer.locale);
  try {
    const read = await readBody(request, viewer.actor, {
      documentId,
      aim,
      fileName: query.get('name') ?? '',
    });
    return read.ok
      ? Response.json({ id: read.value.id }, { headers: NO_STORE })
      : refused(read, viewer.locale);
  } finally {
    place.value();
  }
}

async function readBody(
  request: Request,
  actor: Actor,
  asked: { readonly documentId: string; readonly aim: ImportAim; readonly fileName: string },
): Promise<Outcome<{ readonly id: string }>> {
  const tooLarge = refuse('IM2', { megabytes: IMPORT_MEGABYTES });
  const bytes = await boundedBody(request, MOST_BYTES, tooLarge);
  if (!bytes.ok) return bytes;
  return readImport(getRuntime(), actor, { ...asked, bytes: bytes.value });
}

function refused(refusal: Refusal, locale: Locale): Response {
  const status = STATUS[refusal.rule] ?? 422;
  return Response.json(
    { rule: refusal.rule, message: refusalText(refusal, locale) },
    { status, headers: NO_STORE },
  );
}
