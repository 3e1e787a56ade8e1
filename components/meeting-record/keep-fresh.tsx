'use client';

import { useRouter } from 'next/navigation';
import { useEffect } from 'react';

const EVERY = 8000;

/**
 * Shows what others decide and report while the meeting sits. It looks only while the page is looked at, and never
 * while somebody has a form open to change something: what they saw is what they change.
 */
export function KeepFresh() {
  const router = useRouter();
  useEffect(() => {
    function look() {
      if (document.visibilityState !== 'visible') return;
      if (document.querySelector('main details[open] form') !== null) return;
      if (document.activeElement?.closest('form') != null) return;
      router.refresh();
    }
    const timer = setInterval(look, EVERY);
    document.addEventListener('visibilitychange', look);
    return () => {
      clearInterval(timer);
      document.removeEventListener('visibilitychange', look);
    };
  }, [router]);
  return null;
}
