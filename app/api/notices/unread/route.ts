import { bellCount } from '@/app/_lib/bell';
import { signedOutRoute } from '@/app/_lib/download';
import { getViewer } from '@/app/_lib/viewer';
import { unreadCount } from '@/server/queries/inbox';
import { getRuntime } from '@/server/runtime';

/** How much is unread, for the bell of a page that has been open for a while. */
export async function GET(): Promise<Response> {
  const viewer = await getViewer();
  if (viewer === null) return signedOutRoute();
  const count = unreadCount(getRuntime(), viewer.actor);
  return Response.json(bellCount(viewer.locale, count), { headers: { 'Cache-Control': 'no-store' } });
}
