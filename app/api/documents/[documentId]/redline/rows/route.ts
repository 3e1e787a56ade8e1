import { z } from 'zod';
import { refusedRoute, signedOutRoute } from '@/app/_lib/download';
import { getViewer } from '@/app/_lib/viewer';
import { packComparison } from '@/server/queries/versions';
import { getRuntime } from '@/server/runtime';

const Version = z.union([z.literal('now'), z.coerce.number().int().min(1)]);
const Query = z.object({ from: Version, to: Version, fromDocument: z.string().min(1).max(64).optional() });

/**
 * The rows of a comparison for the browser that draws them: `?from=1&to=now`. The bytes come compressed from the
 * worker and are handed on as they are, for the page's script to unpack: pages may not name an encoding. A copy may be
 * kept, but is asked about each time: rights may have gone.
 */
export async function GET(
  request: Request,
  context: { params: Promise<{ documentId: string }> },
): Promise<Response> {
  const viewer = await getViewer();
  if (viewer === null) return signedOutRoute();
  const query = Query.safeParse(Object.fromEntries(new URL(request.url).searchParams));
  if (!query.success) {
    return Response.json({ message: 'from and to: each a number or "now"' }, { status: 400 });
  }
  const { from, to, fromDocument } = query.data;
  const found = await packComparison(getRuntime(), viewer.actor, {
    documentId: (await context.params).documentId,
    from,
    to,
    ...(fromDocument === undefined ? {} : { fromDocument }),
  });
  if (!found.ok) return refusedRoute(found, viewer.locale);
  const { bytes, tag } = found.value;
  const headers = { ETag: `"${tag}"`, 'Cache-Control': 'private, no-cache', Vary: 'Cookie' };
  if (request.headers.get('If-None-Match')?.includes(tag) === true) {
    return new Response(null, { status: 304, headers });
  }
  return new Response(bytes as Uint8Array<ArrayBuffer>, {
    headers: { ...headers, 'Content-Type': 'application/gzip', 'X-Content-Type-Options': 'nosniff' },
  });
}
