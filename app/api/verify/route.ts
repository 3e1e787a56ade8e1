import { readAuthRequest } from '@/app/_lib/auth-request';
import { accept, type Outcome, refuse } from '@/domain/refusal';
import { EVIDENCE_MEGABYTES, examineEvidence } from '@/server/queries/examine-evidence';
import { getRuntime } from '@/server/runtime';

const MOST_BYTES = EVIDENCE_MEGABYTES * 1024 * 1024;
/** The form around the file: names of fields, the fingerprint. */
const FORM_BYTES = 16 * 1024;

/** Examines an evidence file for anybody; the answer is a page (DE6–DE10). A plain form, so that no script is needed. */
export async function POST(request: Request): Promise<Response> {
  const { evidenceDesk } = getRuntime();
  const { address } = await readAuthRequest();
  const admitted = evidenceDesk.admit(address);
  if (!admitted.ok) return back(`refused=DE7&minutes=${admitted.detail?.minutes ?? 1}`);
  const body = await bodyOf(request);
  if (!body.ok) return back(`refused=${body.rule}`);
  const form = await formOf(request, body.value);
  const file = form?.get('file');
  if (form === null || !(file instanceof File)) return back('refused=DE8');
  if (file.size > MOST_BYTES) return back('refused=DE6');
  const hash = form.get('hash');
  const examined = examineEvidence({
    fileName: file.name,
    bytes: new Uint8Array(await file.arrayBuffer()),
    hash: typeof hash === 'string' ? hash : '',
  });
  if (!examined.ok) return back(`refused=${examined.rule}`);
  return back(`found=${evidenceDesk.keep(examined.value)}`);
}

/** To the page, relative to wherever it is served; a reload asks for the page again, not for another examination. */
function back(query: string): Response {
  return new Response(null, {
    status: 303,
    headers: { Location: `/verify?${query}`, 'Cache-Control': 'no-store' },
  });
}

/** Counts while the body comes: what it says of its own length is not believed. */
async function bodyOf(request: Request): Promise<Outcome<Uint8Array<ArrayBuffer>>> {
  const most = MOST_BYTES + FORM_BYTES;
  if (Number(request.headers.get('content-length') ?? 0) > most) return refuse('DE6');
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of request.body ?? []) {
    length += chunk.length;
    if (length > most) return refuse('DE6');
    chunks.push(chunk);
  }
  const body = new Uint8Array(length);
  let at = 0;
  for (const chunk of chunks) {
    body.set(chunk, at);
    at += chunk.length;
  }
  return accept(body);
}

async function formOf(request: Request, body: Uint8Array<ArrayBuffer>): Promise<FormData | null> {
  try {
    const type = request.headers.get('content-type') ?? '';
    return await new Response(body, { headers: { 'Content-Type': type } }).formData();
  } catch {
    return null;
  }
}
