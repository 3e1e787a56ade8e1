import { refusedRoute, signedOutRoute } from '@/app/_lib/download';
import { packedAnswer } from '@/app/_lib/packed-answer';
import { getViewer } from '@/app/_lib/viewer';
import { packCompilation } from '@/server/queries/text-views';
import { getRuntime } from '@/server/runtime';

/** The compilation of a long text, packed: a line that says of what it is, and the document as JSON. */
export async function GET(
  request: Request,
  context: { params: Promise<{ documentId: string }> },
): Promise<Response> {
  const viewer = await getViewer();
  if (viewer === null) return signedOutRoute();
  const { documentId } = await context.params;
  const mark = new URL(request.url).searchParams.get('mark') ?? '';
  const found = await packCompilation(getRuntime(), viewer.actor, documentId, mark);
  return found.ok ? packedAnswer(request, found.value) : refusedRoute(found, viewer.locale);
}
