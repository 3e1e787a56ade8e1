import { download, refusedRoute, signedOutRoute } from '@/app/_lib/download';
import { getViewer } from '@/app/_lib/viewer';
import { calendarFile } from '@/domain/notices/ics';
import { roundEvent } from '@/messages/round-event';
import { deadlineOfRound } from '@/server/queries/round-deadline';
import { getRuntime } from '@/server/runtime';

/** The close of a round's window, for one's calendar. */
export async function GET(
  _request: Request,
  context: { params: Promise<{ roundId: string }> },
): Promise<Response> {
  const viewer = await getViewer();
  if (viewer === null) return signedOutRoute();
  const runtime = getRuntime();
  const found = deadlineOfRound(runtime, viewer.actor, (await context.params).roundId);
  if (!found.ok) return refusedRoute(found, viewer.locale);
  const event = roundEvent(viewer.locale, runtime.config.publicUrl, found.value);
  return download(calendarFile(event), `returns-${found.value.period}.ics`, 'text/calendar; charset=utf-8');
}
