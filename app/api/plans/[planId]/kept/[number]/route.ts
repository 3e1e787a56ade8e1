import { download, refusedRoute, signedOutRoute } from '@/app/_lib/download';
import { getViewer } from '@/app/_lib/viewer';
import { keptMatrix } from '@/server/queries/plans';
import { getRuntime } from '@/server/runtime';

/** A kept matrix as the canonical JSON that has its hash. */
export async function GET(
  _request: Request,
  context: { params: Promise<{ planId: string; number: string }> },
): Promise<Response> {
  const viewer = await getViewer();
  if (viewer === null) return signedOutRoute();
  const { planId, number } = await context.params;
  const found = keptMatrix(getRuntime(), viewer.actor, planId, Number(number));
  if (!found.ok) return refusedRoute(found, viewer.locale);
  const { name, hash, matrix } = found.value;
  return download(matrix, `${name} ${hash.slice(0, 8)}.json`, 'application/json');
}
