import { z } from 'zod';
import { refusedRoute, signedOutRoute } from '@/app/_lib/download';
import { packedAnswer } from '@/app/_lib/packed-answer';
import { getViewer } from '@/app/_lib/viewer';
import { packComparison } from '@/server/queries/versions';
import { getRuntime } from '@/server/runtime';

const Version = z.union([z.literal('now'), z.coerce.number().int().min(1)]);
const Query = z.object({ from: Version, to: Version, fromDocument: z.string().min(1).max(64).optional() });

/** The rows of a comparison, packed by the worker: `?from=1&to=now`. */
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
  return packedAnswer(request, found.value);
}
