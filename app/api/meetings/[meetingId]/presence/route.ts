import { getViewer } from '@/app/_lib/viewer';
import { meetingPresence } from '@/server/queries/meetings';
import { getRuntime } from '@/server/runtime';

/** Who is in the rooms of a meeting's documents now. */
export async function GET(
  _request: Request,
  context: { params: Promise<{ meetingId: string }> },
): Promise<Response> {
  const viewer = await getViewer();
  if (viewer === null) return Response.json({ error: 'signed out' }, { status: 401 });
  const { meetingId } = await context.params;
  const rooms = await meetingPresence(getRuntime(), viewer.actor, meetingId);
  if (!rooms.ok) return Response.json({ error: 'not found' }, { status: 404 });
  return Response.json({ rooms: rooms.value }, { headers: { 'Cache-Control': 'no-store' } });
}
