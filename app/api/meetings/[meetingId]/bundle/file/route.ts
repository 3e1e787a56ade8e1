import { createReadStream, statSync } from 'node:fs';
import { Readable } from 'node:stream';
import { refusedRoute, signedOutRoute } from '@/app/_lib/download';
import { getViewer } from '@/app/_lib/viewer';
import { refuse } from '@/domain/refusal';
import { getMeeting } from '@/server/queries/meetings';
import { getRuntime } from '@/server/runtime';

/** The person's finished bundle of this meeting, from disk as it is read. */
export async function GET(
  _request: Request,
  context: { params: Promise<{ meetingId: string }> },
): Promise<Response> {
  const viewer = await getViewer();
  if (viewer === null) return signedOutRoute();
  const { meetingId } = await context.params;
  const runtime = getRuntime();
  const meeting = await getMeeting(runtime, viewer.actor, meetingId);
  if (!meeting.ok) return refusedRoute(meeting, viewer.locale);
  const file = runtime.bundles.file(viewer.actor.userId, meetingId);
  if (file === null) return refusedRoute(refuse('PO1'), viewer.locale);
  const name = `${meeting.value.series}-${meeting.value.tier}`.replace(/[^A-Za-z0-9._-]+/g, '-');
  return new Response(Readable.toWeb(createReadStream(file)) as ReadableStream, {
    headers: {
      'Content-Type': 'application/zip',
      'Content-Length': String(statSync(file).size),
      'Content-Disposition': `attachment; filename="${name}.zip"`,
      'Cache-Control': 'no-store',
      'X-Content-Type-Options': 'nosniff',
    },
  });
}
