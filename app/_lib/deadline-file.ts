import { calendarFile } from '@/domain/notices/ics';
import { deadlineEvent } from '@/messages/deadline-event';
import { deadlineFor } from '@/server/queries/deadlines';
import { getRuntime } from '@/server/runtime';
import { download, refusedRoute, signedOutRoute } from './download';
import { getViewer } from './viewer';

/** A deadline as a file for one's calendar. */
export async function deadlineFile(
  documentId: string,
  of: 'silence' | 'corrigendum',
  id?: string,
): Promise<Response> {
  const viewer = await getViewer();
  if (viewer === null) return signedOutRoute();
  const runtime = getRuntime();
  const found = deadlineFor(runtime, viewer.actor, documentId, of, id);
  if (!found.ok) return refusedRoute(found, viewer.locale);
  const { deadline, symbol } = found.value;
  const event = deadlineEvent(viewer.locale, runtime.config.publicUrl, symbol, deadline);
  return download(calendarFile(event), `${symbol}.ics`, 'text/calendar; charset=utf-8');
}
