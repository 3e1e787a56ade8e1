'use client';

import { useEffect, useState } from 'react';

const SAID_FOR = 5000;

/** A line that is said and goes by itself. */
export function useSaying(): [string, (words: string) => void] {
  const [words, setWords] = useState('');
  useEffect(() => {
    if (words === '') return;
    const timer = setTimeout(() => setWords(''), SAID_FOR);
    return () => clearTimeout(timer);
  }, [words]);
  return [words, setWords];
}

/** Where it is said: over the foot of the screen, in nobody's way. */
export function Saying({ children }: { children: string }) {
  return (
    <p
      role="status"
      className="pointer-events-none fixed inset-x-0 bottom-14 z-40 mx-auto w-fit max-w-[90vw] rounded-md bg-ink px-4 py-2 text-sm text-paper shadow-pop empty:hidden"
    >
      {children}
    </p>
  );
}
