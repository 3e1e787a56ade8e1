import { boundedBody } from '@/app/_lib/bounded-body';
import { download, refusedRoute, signedOutRoute } from '@/app/_lib/download';
import { refusalText } from '@/app/_lib/refusal';
import { CSV, sheetTarget, XLSX } from '@/app/_lib/sheet-target';
import { getViewer } from '@/app/_lib/viewer';
import { SHEET_MEGABYTES } from '@/components/sheets/limits';
import { type Outcome, type Refusal, refuse } from '@/domain/refusal';
import type { SheetProgress } from '@/domain/sheets/facts';
import type { Locale } from '@/messages/locale';
import { getSheetFile, getSheetImport } from '@/server/queries/sheets';
import { getRuntime } from '@/server/runtime';
import { checkSheet } from '@/server/use-cases/check-sheet';

interface Context {
  params: Promise<{ kind: string; id: string }>;
}

const MOST_BYTES = SHEET_MEGABYTES * 1024 * 1024;
const STATUS: Readonly<Record<string, number>> = { PO1: 404, XL10: 413, IM21: 429, IM22: 503 };
const NO_STORE = { 'Cache-Control': 'no-store, no-transform' };

/** The file to be filled in, as `?format=csv` or as a workbook. */
export async function GET(request: Request, context: Context): Promise<Response> {
  const viewer = await getViewer();
  if (viewer === null) return signedOutRoute();
  const { actor, locale } = viewer;
  const target = sheetTarget(await context.params);
  if (target === null) return refusedRoute(refuse('PO1'), locale);
  const format = new URL(request.url).searchParams.get('format') === 'csv' ? 'csv' : 'xlsx';
  const found = await getSheetFile(getRuntime(), actor, { target, locale, format });
  if (!found.ok) return refusedRoute(found, locale);
  return download(found.value.bytes, found.value.fileName, format === 'csv' ? CSV : XLSX);
}

/**
 * A file that comes back, as the body of the request; its name in `?name=`. The answer tells in lines of JSON how far the
 * check is, and last what came of it.
 */
export async function POST(request: Request, context: Context): Promise<Response> {
  const viewer = await getViewer();
  if (viewer === null) return signedOutRoute();
  const { actor, locale } = viewer;
  const runtime = getRuntime();
  const target = sheetTarget(await context.params);
  if (target === null) return refused(refuse('PO1'), locale);
  // Before a byte of it is taken in: whoever may not import sends nothing.
  const allowed = getSheetImport(runtime, actor, { target, locale });
  if (!allowed.ok) return refused(allowed, locale);
  const place = runtime.imports.enter(actor.userId);
  if (!place.ok) return refused(place, locale);
  const leave = place.value;
  try {
    const bytes = await boundedBody(request, MOST_BYTES, refuse('XL10', { megabytes: SHEET_MEGABYTES }));
    if (!bytes.ok) {
      leave();
      return refused(bytes, locale);
    }
    const fileName = new URL(request.url).searchParams.get('name') ?? '';
    const input = { target, locale, fileName, bytes: bytes.value };
    return told((tell) => checkSheet(runtime, actor, input, tell), leave, locale);
  } catch (error) {
    leave();
    throw error;
  }
}

/** Work that is told of while it goes on. It is finished also where nobody listens any more: then the file waits. */
function told(
  work: (tell: (progress: SheetProgress) => void) => Promise<Outcome<{ readonly id: string }>>,
  leave: () => void,
  locale: Locale,
): Response {
  const encoder = new TextEncoder();
  let isOpen = true;
  const body = new ReadableStream<Uint8Array>({
    async start(controller) {
      const say = (line: object) => {
        if (isOpen) controller.enqueue(encoder.encode(`${JSON.stringify(line)}\n`));
      };
      try {
        const outcome = await work(say);
        say(outcome.ok ? { id: outcome.value.id } : sayRefusal(outcome, locale));
        if (isOpen) controller.close();
      } catch (error) {
        if (isOpen) controller.error(error);
      } finally {
        leave();
      }
    },
    cancel() {
      isOpen = false;
    },
  });
  return new Response(body, { headers: { ...NO_STORE, 'Content-Type': 'application/x-ndjson' } });
}

function refused(refusal: Refusal, locale: Locale): Response {
  const status = STATUS[refusal.rule] ?? 422;
  return Response.json(sayRefusal(refusal, locale), { status, headers: NO_STORE });
}

function sayRefusal(refusal: Refusal, locale: Locale) {
  return { rule: refusal.rule, message: refusalText(refusal, locale) };
}
