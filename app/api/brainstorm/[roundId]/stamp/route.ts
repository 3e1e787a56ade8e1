import { getViewer } from '@/app/_lib/viewer';
import { roundStamp } from '@/server/queries/brainstorm';
import { getRuntime } from '@/server/runtime';

/** What changes when the page of a round would show this reader something else. */
export async function GET(
  _request: Request,
  context: { params: Promise<{ roundId: string }> },
): Promise<Response> {
  const viewer = await getViewer();
  if (viewer === null) return Response.json({ error: 'signed out' }, { status: 401 });
  const { roundId } = await context.params;
  const stamp = await roundStamp(getRuntime(), viewer.actor, roundId);
  if (!stamp.ok) return Response.json({ error: 'not found' }, { status: 404 });
  return Response.json({ stamp: stamp.value }, { headers: { 'Cache-Control': 'no-store' } });
}
