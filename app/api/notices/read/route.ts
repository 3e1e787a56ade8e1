import { z } from 'zod';
import { signedOutRoute } from '@/app/_lib/download';
import { getViewer } from '@/app/_lib/viewer';
import { getRuntime } from '@/server/runtime';
import { readNotices } from '@/server/use-cases/read-notices';

const Body = z.object({ id: z.string().max(80) });

/** Marks a notice as read whose link was followed. */
export async function POST(request: Request): Promise<Response> {
  const viewer = await getViewer();
  if (viewer === null) return signedOutRoute();
  const body = Body.safeParse(await request.json().catch(() => null));
  if (!body.success) return new Response(null, { status: 400 });
  await readNotices(getRuntime(), viewer.actor, [body.data.id]);
  return new Response(null, { status: 204 });
}
