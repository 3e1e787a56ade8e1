import { download, refusedRoute, signedOutRoute } from '@/app/_lib/download';
import { sheetTarget, XLSX } from '@/app/_lib/sheet-target';
import { getViewer } from '@/app/_lib/viewer';
import { refuse } from '@/domain/refusal';
import { getSheetFindings } from '@/server/queries/sheets';
import { getRuntime } from '@/server/runtime';

/** The file that waits, as it came, with what is wrong at the end of each row. */
export async function GET(
  _request: Request,
  context: { params: Promise<{ kind: string; id: string }> },
): Promise<Response> {
  const viewer = await getViewer();
  if (viewer === null) return signedOutRoute();
  const { actor, locale } = viewer;
  const target = sheetTarget(await context.params);
  if (target === null) return refusedRoute(refuse('PO1'), locale);
  const found = await getSheetFindings(getRuntime(), actor, { target, locale });
  if (!found.ok) return refusedRoute(found, locale);
  return download(found.value.bytes, found.value.fileName, XLSX);
}
