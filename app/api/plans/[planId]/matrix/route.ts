import { download, refusedRoute, signedOutRoute } from '@/app/_lib/download';
import { exportMatrix } from '@/app/_lib/matrix-file';
import { getViewer } from '@/app/_lib/viewer';
import { getRuntime } from '@/server/runtime';

const TYPES = {
  csv: 'text/csv; charset=utf-8',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
} as const;

/** The matrix of a work plan: `?format=csv` or `?format=docx`. */
export async function GET(
  request: Request,
  context: { params: Promise<{ planId: string }> },
): Promise<Response> {
  const viewer = await getViewer();
  if (viewer === null) return signedOutRoute();
  const format = new URL(request.url).searchParams.get('format') ?? 'csv';
  if (format !== 'csv' && format !== 'docx')
    return Response.json({ message: 'format: one of csv, docx' }, { status: 400 });
  const { planId } = await context.params;
  const { actor, locale } = viewer;
  const made = await exportMatrix(getRuntime(), actor, { planId, format, locale });
  if (!made.ok) return refusedRoute(made, locale);
  return download(made.value.content, made.value.fileName, TYPES[format]);
}
