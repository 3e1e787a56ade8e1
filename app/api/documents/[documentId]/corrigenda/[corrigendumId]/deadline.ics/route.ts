import { deadlineFile } from '@/app/_lib/deadline-file';

/** The end of the time in which delegations may object to a corrigendum, for one's calendar. */
export async function GET(
  _request: Request,
  context: { params: Promise<{ documentId: string; corrigendumId: string }> },
): Promise<Response> {
  const { documentId, corrigendumId } = await context.params;
  return deadlineFile(documentId, 'corrigendum', corrigendumId);
}
