import { auditQuery, readAuditAddress } from '@/app/_lib/audit-query';
import { refusedRoute, signedOutRoute } from '@/app/_lib/download';
import { getViewer } from '@/app/_lib/viewer';
import { exportAudit } from '@/server/queries/audit';
import { getRuntime } from '@/server/runtime';

/** The audit trail as JSON lines, oldest first, with the same filter as the page. */
export async function GET(request: Request): Promise<Response> {
  const viewer = await getViewer();
  if (viewer === null) return signedOutRoute();
  const address = readAuditAddress(Object.fromEntries(new URL(request.url).searchParams));
  const found = await exportAudit(getRuntime(), viewer.actor, auditQuery({ ...address, before: null }));
  if (!found.ok) return refusedRoute(found, viewer.locale);
  const lines = found.value[Symbol.iterator]();
  const encoder = new TextEncoder();
  const body = new ReadableStream<Uint8Array>({
    pull(controller) {
      const next = lines.next();
      if (next.done === true) controller.close();
      else controller.enqueue(encoder.encode(next.value));
    },
  });
  return new Response(body, {
    headers: {
      'Content-Type': 'application/x-ndjson; charset=utf-8',
      'Content-Disposition': 'attachment; filename="audit.jsonl"',
      'Cache-Control': 'no-store',
    },
  });
}
