'use client';

import { type RefObject, useCallback, useEffect, useRef, useState } from 'react';
import type { KeepChoices, ReviewState } from './acts';
import { FIELDS } from './review-form';

/** Waits until nobody has clicked for this long before choices are kept. */
const QUIET_MS = 500;
/** After a failure the server is asked again. */
const AGAIN_MS = 5000;

/** Changes that somebody decided on since the page was drawn, by number: whether they are taken. */
export type Touched = ReadonlyMap<number, boolean>;

/**
 * Choices on one page of a review. They are kept on the server as they are made, and go along with whatever the form is
 * sent for, so that turning a page loses none.
 */
export function useChoices(
  form: RefObject<HTMLFormElement | null>,
  left: ReadonlySet<number>,
  answered: ReviewState,
  keep: KeepChoices,
) {
  const [touched, setTouched] = useState<Touched>(new Map());
  const [state, setState] = useState<'same' | 'saving' | 'saved' | 'unsaved'>('same');
  const [round, setRound] = useState(0);
  /** What the server has not been sent yet. */
  const unsent = useRef<FormData | null>(null);
  const carried = useRef<Touched>(touched);
  // A page that is drawn anew, as after each time that something was kept, hands over another function that does the same.
  const latest = useRef({ touched, left, keep });
  latest.current = { touched, left, keep };

  // What was clicked before the page's script had loaded stands in its boxes alone.
  useEffect(() => {
    const boxes = form.current?.querySelectorAll<HTMLInputElement>(`input[name="${FIELDS.take}"]`) ?? [];
    const clicked = [...boxes].filter(
      ({ checked, value }) => checked === latest.current.left.has(Number(value)),
    );
    if (clicked.length === 0) return;
    setTouched(new Map(clicked.map(({ checked, value }) => [Number(value), checked])));
  }, [form]);

  // What a form was answered to is kept; what was clicked meanwhile is not.
  useEffect(() => {
    if (answered.comments === null) return;
    if (answered.problem !== null) {
      setRound((number) => number + 1);
      return;
    }
    const sent = carried.current;
    setTouched((now) => new Map([...now].filter(([number, isTaken]) => sent.get(number) !== isTaken)));
    setState('saved');
  }, [answered]);

  const send = useCallback(async () => {
    const sending = unsent.current;
    if (sending === null) return;
    const answer = await latest.current.keep(sending).catch(() => 'no answer');
    if (unsent.current !== sending) return;
    if (answer === null) {
      unsent.current = null;
      setState('saved');
    } else {
      setState('unsaved');
      setTimeout(() => setRound((number) => number + 1), AGAIN_MS);
    }
  }, []);

  // biome-ignore lint/correctness/useExhaustiveDependencies: a new round asks again with the same choices
  useEffect(() => {
    if (form.current === null || touched.size === 0) return;
    unsent.current = new FormData(form.current);
    setState('saving');
    const timer = setTimeout(send, QUIET_MS);
    return () => clearTimeout(timer);
  }, [touched, round, send]);

  useEffect(() => {
    const hurry = () => {
      if (document.visibilityState === 'hidden') void send();
    };
    document.addEventListener('visibilitychange', hurry);
    return () => {
      document.removeEventListener('visibilitychange', hurry);
      // Whoever leaves by another way than the form leaves no choice behind.
      if (unsent.current !== null) void latest.current.keep(unsent.current).catch(() => undefined);
    };
  }, [send]);

  return {
    touched,
    state,
    isLeft: (number: number) => !(touched.get(number) ?? !left.has(number)),
    choose: (number: number, isTaken: boolean) =>
      setTouched((before) => new Map(before).set(number, isTaken)),
    /** The form has been sent with everything that was chosen. */
    carry: () => {
      carried.current = latest.current.touched;
      unsent.current = null;
    },
  };
}
