'use client';

import { useCallback, useEffect, useRef, useState } from 'react';
import type { RoomOptions } from './room';
import { keepUnsent, readUnsent } from './unsent-store';
import { notAmong, runOf, type UnsentClause } from './unsent-words';

export interface Unsent {
  readonly unsent: readonly UnsentClause[];
  /** All of it is from an earlier visit. */
  readonly stranded: boolean;
  /** What did not get in just now, in place of what was offered before. */
  readonly offer: (clauses: readonly UnsentClause[]) => void;
  /** What an earlier visit could not send. */
  readonly offerEarlier: (clauses: readonly UnsentClause[]) => void;
  readonly dismiss: () => void;
  /** One of them has its place now, and with it those that went along. */
  readonly dismissOne: (clause: UnsentClause) => void;
}

/**
 * One's own words that did not get into the text. They stay on this device over a reload until one says that they
 * are not needed; where the meeting forbids that, they live as long as the page.
 */
export function useUnsent({
  userId,
  documentId,
  keepsCopies,
}: Pick<RoomOptions, 'userId' | 'documentId' | 'keepsCopies'>): Unsent {
  const [earlier, setEarlier] = useState<readonly UnsentClause[]>(() => readUnsent(userId, documentId));
  const [now, setNow] = useState<readonly UnsentClause[]>([]);
  /** What one has done with already: the copy of an earlier visit may tell of it once more, and later. */
  const settled = useRef<readonly UnsentClause[]>([]);
  useEffect(() => {
    keepUnsent(userId, documentId, keepsCopies ? [...earlier, ...now] : []);
  }, [userId, documentId, keepsCopies, earlier, now]);
  const offerEarlier = useCallback((clauses: readonly UnsentClause[]) => {
    const unsettled = notAmong(clauses, settled.current);
    setEarlier((known) => [...known, ...notAmong(unsettled, known)]);
  }, []);
  const settle = (clauses: readonly UnsentClause[]) => {
    settled.current = [...settled.current, ...clauses];
  };
  const dismiss = () => {
    settle(earlier);
    setEarlier([]);
    setNow([]);
  };
  const dismissOne = (clause: UnsentClause) => {
    const others = (known: readonly UnsentClause[]) => {
      const run = runOf(known, clause);
      return known.filter((other) => !run.includes(other));
    };
    settle(runOf(earlier, clause));
    setEarlier(others);
    setNow(others);
  };
  return {
    unsent: [...earlier, ...now],
    stranded: now.length === 0,
    offer: setNow,
    offerEarlier,
    dismiss,
    dismissOne,
  };
}
