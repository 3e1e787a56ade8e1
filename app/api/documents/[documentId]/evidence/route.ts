import { download, refusedRoute, signedOutRoute } from '@/app/_lib/download';
import { getViewer } from '@/app/_lib/viewer';
import { getTierEvidence } from '@/server/queries/decisions';
import { getEvidence } from '@/server/queries/records';
import { getRuntime } from '@/server/runtime';

/** The evidence file of an adopted text, or of a tier's `?decision=`, byte for byte as it was signed. */
export async function GET(
  request: Request,
  context: { params: Promise<{ documentId: string }> },
): Promise<Response> {
  const viewer = await getViewer();
  if (viewer === null) return signedOutRoute();
  const { documentId } = await context.params;
  const decision = new URL(request.url).searchParams.get('decision');
  const found =
    decision === null
      ? await getEvidence(getRuntime(), viewer.actor, documentId)
      : await getTierEvidence(getRuntime(), viewer.actor, documentId, decision);
  if (!found.ok) return refusedRoute(found, viewer.locale);
  return download(found.value.file, `${found.value.symbol}.evidence.json`, 'application/json; charset=utf-8');
}
