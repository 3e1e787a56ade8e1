import { boundedBody } from '@/app/_lib/bounded-body';
import { refuse } from '@/domain/refusal';
import { translator } from '@/messages/translate';
import { getRuntime } from '@/server/runtime';
import { unsubscribe } from '@/server/use-cases/unsubscribe';

const MOST_BYTES = 1024;

interface Context {
  readonly params: Promise<{ token: string }>;
}

/** A person who follows the link sees what it does and is asked: programs that look into links change nothing. */
export async function GET(_request: Request, context: Context): Promise<Response> {
  return to(`/unsubscribe/${encodeURIComponent((await context.params).token)}`);
}

/** One click of a mail program (RFC 8058), or the button of our page. Needs no session: the address is signed. */
export async function POST(request: Request, context: Context): Promise<Response> {
  const { token } = await context.params;
  const done = await unsubscribe(getRuntime(), token);
  // Whoever sends it need not be signed in: of what they send no more is read than a form of ours has.
  const sent = await boundedBody(request, MOST_BYTES, refuse('PO1')).catch(() => null);
  const form = new URLSearchParams(sent?.ok ? Buffer.from(sent.value).toString() : '');
  if (form.get('from') === 'page') return to(`/unsubscribe/${encodeURIComponent(token)}?done=1`);
  const t = translator(done.ok ? done.value.locale : 'en', 'notices');
  return new Response(`${done.ok ? t('unsubscribe.doneTitle') : t('unsubscribe.badTitle')}\n`, {
    status: done.ok ? 200 : 404,
    headers: { 'Content-Type': 'text/plain; charset=utf-8', 'Cache-Control': 'no-store' },
  });
}

/** A way on within this site, whatever name it is called by. */
function to(path: string): Response {
  return new Response(null, { status: 303, headers: { Location: path, 'Cache-Control': 'no-store' } });
}
