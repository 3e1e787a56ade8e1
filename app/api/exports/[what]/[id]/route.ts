import { download, refusedRoute, signedOutRoute } from '@/app/_lib/download';
import { XLSX } from '@/app/_lib/sheet-target';
import { getViewer } from '@/app/_lib/viewer';
import { refuse } from '@/domain/refusal';
import { EXPORTS, getExport } from '@/server/queries/sheet-exports';
import { getRuntime } from '@/server/runtime';

/** A matrix, indicators, Tool 1 or 2 of a plan, or the returns of a round, as a workbook. */
export async function GET(
  _request: Request,
  context: { params: Promise<{ what: string; id: string }> },
): Promise<Response> {
  const viewer = await getViewer();
  if (viewer === null) return signedOutRoute();
  const { actor, locale } = viewer;
  const named = await context.params;
  const what = EXPORTS.find((known) => known === named.what);
  if (what === undefined) return refusedRoute(refuse('PO1'), locale);
  const found = await getExport(getRuntime(), actor, { what, id: named.id, locale });
  if (!found.ok) return refusedRoute(found, locale);
  return download(found.value.bytes, found.value.fileName, XLSX);
}
