import { refusedRoute, signedOutRoute } from '@/app/_lib/download';
import { getViewer } from '@/app/_lib/viewer';
import { commentsFor, etagOf } from '@/server/queries/comments';
import { getRuntime } from '@/server/runtime';

/**
 * The comments of a text that this person sees. Open pages ask every few seconds with the tag of what they show, which
 * is the person's own: it says nothing of what others see (CO6). No browser keeps the answer.
 */
export async function GET(
  request: Request,
  context: { params: Promise<{ documentId: string }> },
): Promise<Response> {
  const viewer = await getViewer();
  if (viewer === null) return signedOutRoute();
  const { documentId } = await context.params;
  const found = commentsFor(getRuntime(), viewer.actor, documentId);
  if (!found.ok) return refusedRoute(found, viewer.locale);
  const etag = etagOf(viewer.actor.userId, found.value);
  const headers = { ETag: etag, 'Cache-Control': 'no-store' };
  if (request.headers.get('if-none-match') === etag) return new Response(null, { status: 304, headers });
  return Response.json(found.value, { headers });
}
