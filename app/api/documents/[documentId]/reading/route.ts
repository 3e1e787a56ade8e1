import { z } from 'zod';
import { refusedRoute, signedOutRoute } from '@/app/_lib/download';
import { getViewer } from '@/app/_lib/viewer';
import { getRuntime } from '@/server/runtime';
import { noteReading } from '@/server/use-cases/note-reading';

const Body = z.object({ position: z.union([z.literal('now'), z.number().int().min(1)]) });

/** Remembers, for the person alone, what they have read of a text: `{"position": 12}`, or "now". */
export async function POST(
  request: Request,
  context: { params: Promise<{ documentId: string }> },
): Promise<Response> {
  const viewer = await getViewer();
  if (viewer === null) return signedOutRoute();
  const body = Body.safeParse(await request.json().catch(() => null));
  if (!body.success) {
    return Response.json({ message: 'position: a number from 1, or "now"' }, { status: 400 });
  }
  const { documentId } = await context.params;
  const noted = await noteReading(getRuntime(), viewer.actor, { documentId, ...body.data });
  if (!noted.ok) return refusedRoute(noted, viewer.locale);
  return new Response(null, { status: 204, headers: { 'Cache-Control': 'no-store' } });
}
