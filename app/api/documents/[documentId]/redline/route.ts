import { z } from 'zod';
import { download, refusedRoute, signedOutRoute } from '@/app/_lib/download';
import { getViewer } from '@/app/_lib/viewer';
import { LINE_NUMBERS, REDLINE_AUTHORS, REDLINE_MOVES } from '@/domain/text/paper';
import { exportRedline, REDLINE_FORMATS } from '@/server/queries/export-redline';
import { getRuntime } from '@/server/runtime';

const Version = z.union([z.literal('now'), z.coerce.number().int().min(1)]);

const Query = z.object({
  from: Version,
  to: Version,
  fromDocument: z.string().min(1).max(64).optional(),
  format: z.enum(REDLINE_FORMATS).default('docx'),
  moves: z.enum(REDLINE_MOVES).default('moves'),
  authors: z.enum(REDLINE_AUTHORS).default('delegations'),
  lines: z.enum(LINE_NUMBERS).default('none'),
});

/** What changed between two versions as a file: `?from=2&to=3&format=docx`, as the compare page names them. */
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
        message: `from, to: a number or "now"; format: one of ${REDLINE_FORMATS.join(', ')}; moves: one of ${REDLINE_MOVES.join(', ')}; authors: one of ${REDLINE_AUTHORS.join(', ')}; lines: one of ${LINE_NUMBERS.join(', ')}`,
      },
      { status: 400 },
    );
  }
  const { from, to, fromDocument, format, moves, authors, lines } = query.data;
  const { documentId } = await context.params;
  const exported = await exportRedline(getRuntime(), viewer.actor, {
    documentId,
    from,
    to,
    ...(fromDocument === undefined ? {} : { fromDocument }),
    format,
    locale: viewer.locale,
    lineNumbers: lines,
    options: { moves, authors },
  });
  if (!exported.ok) return refusedRoute(exported, viewer.locale);
  const { content, mediaType, fileName } = exported.value;
  return download(content, fileName, mediaType);
}
