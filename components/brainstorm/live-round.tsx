'use client';

import { useRouter } from 'next/navigation';
import { useEffect } from 'react';

const EVERY = 3000;

/**
 * Follows what others do in a round: it asks for the stamp of what this reader is shown, and draws the page anew when
 * that is another one. It asks only while the page is looked at. What is being typed stays.
 */
export function LiveRound(props: { roundId: string; stamp: string; words: string }) {
  const { roundId, stamp } = props;
  const router = useRouter();
  useEffect(() => {
    let isGone = false;
    async function look() {
      if (document.visibilityState !== 'visible') return;
      const answer = await fetch(`/api/brainstorm/${roundId}/stamp`).catch(() => null);
      if (answer?.ok !== true || isGone) return;
      const now = ((await answer.json()) as { stamp: string }).stamp;
      if (!isGone && now !== stamp) router.refresh();
    }
    const timer = setInterval(() => void look(), EVERY);
    const onReturn = () => void look();
    document.addEventListener('visibilitychange', onReturn);
    return () => {
      isGone = true;
      clearInterval(timer);
      document.removeEventListener('visibilitychange', onReturn);
    };
  }, [roundId, stamp, router]);
  return (
    <p className="inline-flex items-center gap-2 text-[0.8125rem] text-muted" data-stamp={stamp}>
      <span className="size-2 rounded-full bg-insert" aria-hidden="true" />
      {props.words}
    </p>
  );
}
