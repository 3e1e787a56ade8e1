import { getViewer } from '@/app/_lib/viewer';
import { planNews } from '@/server/queries/plans';
import { getRuntime } from '@/server/runtime';

/** What a screen that shows the matrix as of `since` has not seen yet. */
export async function GET(
  request: Request,
  context: { params: Promise<{ planId: string }> },
): Promise<Response> {
  const viewer = await getViewer();
  const { searchParams } = new URL(request.url);
  if (viewer === null) return Response.json({ error: 'signed out' }, { status: 401 });
  const { planId } = await context.params;
  const since = Number(searchParams.get('since') ?? '0');
  // The screen of another person who used this browser before: what waits there must not be written now.
  const seatOf = searchParams.get('for');
  if (seatOf !== null && seatOf !== viewer.actor.userId)
    return Response.json({ error: 'other' }, { status: 403 });
  if (!Number.isInteger(since) || since < 0) return Response.json({ error: 'since' }, { status: 400 });
  const news = planNews(getRuntime(), viewer.actor, planId, since);
  if (!news.ok) return Response.json({ error: 'not found' }, { status: 404 });
  return Response.json(news.value, { headers: { 'Cache-Control': 'no-store' } });
}
