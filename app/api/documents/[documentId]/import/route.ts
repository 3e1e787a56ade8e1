import { boundedBody } from '@/app/_lib/bounded-body';
import { signedOutRoute } from '@/app/_lib/download';
import { refusalText } from '@/app/_lib/refusal';
import { getViewer } from '@/app/_lib/viewer';
import { IMPORT_MEGABYTES } from '@/components/import/limits';
import type { Actor } from '@/domain/policy/can';
import { type Outcome, type Refusal, refuse } from '@/domain/refusal';
import type { Locale } from '@/messages/locale';
import { getImport } from '@/server/queries/imports';
import { getRuntime } from '@/server/runtime';
import { readImport } from '@/server/use-cases/read-import';

const MOST_BYTES = IMPORT_MEGABYTES * 1024 * 1024;
const STATUS: Readonly<Record<string, number>> = { PO1: 404, IM2: 413, IM21: 429, IM22: 503 };
const NO_STORE = { 'Cache-Control': 'no-store' };

/** A file for this document, as the body of the request; its name in `?name=`. Answers when it has been read. */
export async function POST(
  request: Request,
  context: { params: Promise<{ documentId: string }> },
): Promise<Response> {
  const viewer = await getViewer();
  if (viewer === null) return signedOutRoute();
  const { documentId } = await context.params;
  // Before a byte of it is taken in: whoever may not import sends nothing.
  const allowed = await getImport(getRuntime(), viewer.actor, documentId);
  if (!allowed.ok) return refused(allowed, viewer.locale);
  const place = getRuntime().imports.enter(viewer.actor.userId);
  if (!place.ok) return refused(place, viewer.locale);
  try {
    const read = await readBody(request, viewer.actor, documentId);
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
  documentId: string,
): Promise<Outcome<{ readonly id: string }>> {
  const tooLarge = refuse('IM2', { megabytes: IMPORT_MEGABYTES });
  const bytes = await boundedBody(request, MOST_BYTES, tooLarge);
  if (!bytes.ok) return bytes;
  const fileName = new URL(request.url).searchParams.get('name') ?? '';
  return readImport(getRuntime(), actor, { documentId, fileName, bytes: bytes.value });
}

function refused(refusal: Refusal, locale: Locale): Response {
  const status = STATUS[refusal.rule] ?? 422;
  return Response.json(
    { rule: refusal.rule, message: refusalText(refusal, locale) },
    { status, headers: NO_STORE },
  );
}
