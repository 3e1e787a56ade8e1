import { refusedRoute, signedOutRoute } from '@/app/_lib/download';
import { getViewer } from '@/app/_lib/viewer';
import type { StageNews } from '@/domain/negotiation/stage';
import { followStage } from '@/server/queries/stage';
import { getRuntime } from '@/server/runtime';

/** A sign of life, and the moment at which rights are asked again. */
const BEAT_MS = 15_000;
/** Then the browser comes anew, through the door. */
const LONGEST_MS = 10 * 60_000;

/** What the room looks at, as server-sent events: `{"stage": {…}}`. */
export async function GET(
  request: Request,
  context: { params: Promise<{ documentId: string }> },
): Promise<Response> {
  const viewer = await getViewer();
  if (viewer === null) return signedOutRoute();
  const { documentId } = await context.params;
  const encoder = new TextEncoder();
  let write: ((words: string) => void) | null = null;
  const early: StageNews[] = [];
  const following = followStage(getRuntime(), viewer.actor, documentId, (news) => {
    if (write === null) early.push(news);
    else write(eventOf(news));
  });
  if (!following.ok) return refusedRoute(following, viewer.locale);
  let end = () => following.value.stop();
  const body = new ReadableStream<Uint8Array>({
    start(controller) {
      write = (words) => controller.enqueue(encoder.encode(words));
      const beat = setInterval(() => (following.value.mayGoOn() ? write?.(': here\n\n') : end()), BEAT_MS);
      const last = setTimeout(() => end(), LONGEST_MS);
      let isOver = false;
      end = () => {
        if (isOver) return;
        isOver = true;
        write = () => {};
        clearInterval(beat);
        clearTimeout(last);
        following.value.stop();
        controller.close();
      };
      request.signal.addEventListener('abort', () => end());
      write('retry: 2000\n\n');
      for (const news of early.splice(0)) write(eventOf(news));
    },
    cancel: () => end(),
  });
  return new Response(body, {
    headers: {
      'Content-Type': 'text/event-stream; charset=utf-8',
      'Cache-Control': 'no-store',
      'X-Accel-Buffering': 'no',
    },
  });
}

function eventOf(news: StageNews): string {
  return `data: ${JSON.stringify(news)}\n\n`;
}
