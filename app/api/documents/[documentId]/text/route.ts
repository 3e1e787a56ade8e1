import { z } from 'zod';
import { download, refusedRoute, signedOutRoute } from '@/app/_lib/download';
import { getViewer } from '@/app/_lib/viewer';
import { LINE_NUMBERS } from '@/domain/text/paper';
import { EXPORT_FORMATS, exportText } from '@/server/queries/export-text';
import { getRuntime } from '@/server/runtime';

const Query = z.object({
  format: z.enum(EXPORT_FORMATS).default('txt'),
  version: z.union([z.literal('now'), z.coerce.number().int().min(1)]).default('now'),
  lines: z.enum(LINE_NUMBERS).default('none'),
});

/** The text as a file: `?format=pdf|docx|json|txt|html`, `&version=3` for a stored version, `&lines=page` for line numbers. */
export async function GET(
  request: Request,
  context: { params: Promise<{ documentId: string }> },
): Promise<Response> {
  const viewer = await getViewer();
  if (viewer === null) return signedOutRoute();
  const query = Query.safeParse(Object.fromEntries(new URL(request.url).searchParams));
  if (!query.success) {
    return Response.json(
      {
        message: `format: one of ${EXPORT_FORMATS.join(', ')}; version: a number or "now"; lines: one of ${LINE_NUMBERS.join(', ')}`,
      },
      { status: 400 },
    );
  }
  const { format, version, lines } = query.data;
  const { documentId } = await context.params;
  const exported = await exportText(getRuntime(), viewer.actor, {
    documentId,
    number: version,
    format,
    locale: viewer.locale,
    lineNumbers: lines,
  });
  if (!exported.ok) return refusedRoute(exported, viewer.locale);
  const { content, mediaType, fileName } = exported.value;
  return download(content, fileName, mediaType);
}
