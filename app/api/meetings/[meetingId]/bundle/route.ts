import { signedOutRoute } from '@/app/_lib/download';
import { getViewer } from '@/app/_lib/viewer';
import { getRuntime } from '@/server/runtime';

/** How far the person's own bundle of this meeting is; null where they have none. */
export async function GET(
  _request: Request,
  context: { params: Promise<{ meetingId: string }> },
): Promise<Response> {
  const viewer = await getViewer();
  if (viewer === null) return signedOutRoute();
  const { meetingId } = await context.params;
  const bundle = getRuntime().bundles.state(viewer.actor.userId, meetingId);
  return Response.json({ bundle }, { headers: { 'Cache-Control': 'no-store' } });
}
