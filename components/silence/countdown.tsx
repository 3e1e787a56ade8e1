'use client';

import { useRouter } from 'next/navigation';
import { useEffect, useState } from 'react';

/** After the end the page is asked for anew: by then the server has adopted the text. */
const LOOK_AGAIN_MS = 4000;

/**
 * What is left, counted on this device from the server's clock as it was when the page came. Only for looking: nothing
 * that is sent carries it, and the server decides by its own.
 */
export function Countdown(props: {
  endsAt: string;
  serverNow: string;
  words: { readonly left: string; readonly days: string; readonly over: string };
}) {
  const end = Date.parse(props.endsAt);
  const [now, setNow] = useState(Date.parse(props.serverNow));
  const router = useRouter();
  useEffect(() => {
    const ahead = Date.parse(props.serverNow) - Date.now();
    const tick = setInterval(() => setNow(Date.now() + ahead), 1000);
    const wait = end - Date.parse(props.serverNow) + LOOK_AGAIN_MS;
    // Longer waits than a timer can hold are not worth a timer.
    const look = wait < 2 ** 31 ? setTimeout(() => router.refresh(), wait) : undefined;
    return () => {
      clearInterval(tick);
      clearTimeout(look);
    };
  }, [props.serverNow, end, router]);
  const left = Math.max(0, Math.floor((end - now) / 1000));
  if (left === 0) return <span role="timer">{props.words.over}</span>;
  return (
    <span role="timer" className="tabular-nums">
      {props.words.left} <strong className="font-semibold">{sayLeft(left, props.words.days)}</strong>
    </span>
  );
}

function sayLeft(seconds: number, days: string): string {
  const parts = [Math.floor(seconds / 3600) % 24, Math.floor(seconds / 60) % 60, seconds % 60];
  const clock = parts.map((part) => String(part).padStart(2, '0')).join(':');
  const whole = Math.floor(seconds / 86_400);
  return whole === 0 ? clock : `${whole} ${days} ${clock}`;
}
