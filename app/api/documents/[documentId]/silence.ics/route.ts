import { deadlineFile } from '@/app/_lib/deadline-file';

/** The end of the newest silence procedure on a document, for one's calendar. */
export async function GET(
  _request: Request,
  context: { params: Promise<{ documentId: string }> },
): Promise<Response> {
  return deadlineFile((await context.params).documentId, 'silence');
}
