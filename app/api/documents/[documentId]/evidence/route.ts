import { download, refusedRoute, signedOutRoute } from '@/app/_lib/download';
import { getViewer } from '@/app/_lib/viewer';
import { getEvidence } from '@/server/queries/records';
import { getRuntime } from '@/server/runtime';

/** The evidence file of an adopted text, byte for byte as it was signed. */
export async function GET(
  _request: Request,
  context: { params: Promise<{ documentId: string }> },
): Promise<Response> {
  const viewer = await getViewer();
  if (viewer === null) return signedOutRoute();
  const found = await getEvidence(getRuntime(), viewer.actor, (await context.params).documentId);
  if (!found.ok) return refusedRoute(found, viewer.locale);
  return download(found.value.file, `${found.value.symbol}.evidence.json`, 'application/json; charset=utf-8');
}
