import { download, refusedRoute, signedOutRoute } from '@/app/_lib/download';
import { getViewer } from '@/app/_lib/viewer';
import { exportCompilation } from '@/server/queries/text-views';
import { getRuntime } from '@/server/runtime';

/** The compilation text as a Word file: every proposal on the table bracketed and attributed in its place. */
export async function GET(
  _request: Request,
  context: { params: Promise<{ documentId: string }> },
): Promise<Response> {
  const viewer = await getViewer();
  if (viewer === null) return signedOutRoute();
  const { documentId } = await context.params;
  const exported = await exportCompilation(getRuntime(), viewer.actor, { documentId, locale: viewer.locale });
  if (!exported.ok) return refusedRoute(exported, viewer.locale);
  const { content, mediaType, fileName } = exported.value;
  return download(content, fileName, mediaType);
}
