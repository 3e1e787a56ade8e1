'use server';

import { z } from 'zod';
import { refusalText } from '@/app/_lib/refusal';
import { getLocale, getViewer } from '@/app/_lib/viewer';
import type { ActAnswer, Mentionable } from '@/components/comments/acts';
import { COMMENT_RINGS } from '@/domain/comments/rings';
import type { Actor } from '@/domain/policy/can';
import { type Outcome, refuse } from '@/domain/refusal';
import { translator } from '@/messages/translate';
import { mentionableIn } from '@/server/queries/comments';
import { getRuntime, type Runtime } from '@/server/runtime';
import { answerThread } from '@/server/use-cases/answer-thread';
import { openThread } from '@/server/use-cases/open-thread';
import { settleThread } from '@/server/use-cases/settle-thread';
import { takeBackComment } from '@/server/use-cases/take-back-comment';
import { widenThread } from '@/server/use-cases/widen-thread';

const id = z.string().min(1).max(80);
/** More than any comment or clause has; the rules say where the bounds are. */
const words = z.string().max(20_000);
const ring = z.enum(COMMENT_RINGS);
const mentions = z.array(id).max(100);
const anchor = z.object({
  clauseId: id,
  from: z.number().int(),
  to: z.number().int(),
  clauseText: z.string().max(2_000_000),
  quote: z.string().max(2_000_000),
});

const Opened = z.object({ documentId: id, anchor, ring, words, mentions });
const Answered = z.object({ documentId: id, threadId: id, words, mentions });
const Settled = z.object({ documentId: id, threadId: id, resolved: z.boolean() });
const TakenBack = z.object({ documentId: id, threadId: id, commentId: id });
const Widened = z.object({ documentId: id, threadId: id, to: ring });
const InRing = z.object({ documentId: id, ring });

export async function openThreadAction(
  input: z.infer<typeof Opened>,
): Promise<ActAnswer & { readonly threadId?: string }> {
  let threadId = '';
  const answer = await act(Opened, input, async (runtime, actor, value) => {
    const opened = await openThread(runtime, actor, value);
    if (opened.ok) threadId = opened.value.threadId;
    return opened;
  });
  return answer.ok ? { ok: true, threadId } : answer;
}

export async function answerThreadAction(input: z.infer<typeof Answered>): Promise<ActAnswer> {
  return act(Answered, input, answerThread);
}

export async function settleThreadAction(input: z.infer<typeof Settled>): Promise<ActAnswer> {
  return act(Settled, input, settleThread);
}

export async function takeBackCommentAction(input: z.infer<typeof TakenBack>): Promise<ActAnswer> {
  return act(TakenBack, input, takeBackComment);
}

export async function widenThreadAction(input: z.infer<typeof Widened>): Promise<ActAnswer> {
  return act(Widened, input, widenThread);
}

/** Whom the person may mention in a ring; nobody where they may not comment there. */
export async function mentionableAction(input: z.infer<typeof InRing>): Promise<readonly Mentionable[]> {
  const viewer = await getViewer();
  const parsed = InRing.safeParse(input);
  if (viewer === null || !parsed.success) return [];
  const found = mentionableIn(getRuntime(), viewer.actor, parsed.data);
  return found.ok ? found.value : [];
}

/** The common shape of these acts. The page asks for its comments afterwards; nothing else on it changes. */
async function act<T>(
  shape: z.ZodType<T>,
  input: unknown,
  work: (runtime: Runtime, actor: Actor, value: T) => Promise<Outcome<unknown>>,
): Promise<ActAnswer> {
  const viewer = await getViewer();
  const locale = await getLocale();
  if (viewer === null) return { ok: false, message: translator(locale, 'errors')('form.signedOut') };
  const parsed = shape.safeParse(input);
  const outcome = parsed.success
    ? await work(getRuntime(), viewer.actor, parsed.data)
    : refuse('BO10', { field: '' });
  return outcome.ok ? { ok: true } : { ok: false, message: refusalText(outcome, locale) };
}
