import { download, refusedRoute, signedOutRoute } from '@/app/_lib/download';
import { getViewer } from '@/app/_lib/viewer';
import { exportSources } from '@/server/queries/sources';
import { getRuntime } from '@/server/runtime';

/** The matrix of sources: `?format=csv` as a table, `?format=json` as the canonical JSON whose hash was frozen. */
export async function GET(
  request: Request,
  context: { params: Promise<{ documentId: string }> },
): Promise<Response> {
  const viewer = await getViewer();
  if (viewer === null) return signedOutRoute();
  const format = new URL(request.url).searchParams.get('format') ?? 'csv';
  if (format !== 'csv' && format !== 'json')
    return Response.json({ message: 'format: one of csv, json' }, { status: 400 });
  const { documentId } = await context.params;
  const exported = await exportSources(getRuntime(), viewer.actor, { documentId, format });
  if (!exported.ok) return refusedRoute(exported, viewer.locale);
  const { content, fileName, mediaType } = exported.value;
  return download(content, fileName, mediaType);
}
