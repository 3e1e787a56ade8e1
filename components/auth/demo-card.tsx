'use client';

import { createContext, type ReactNode, useContext, useState } from 'react';
import { signInAsDemo } from './auth-client';

interface Door {
  readonly opening: string | null;
  readonly open: (userId: string) => void;
}

const Context = createContext<Door>({ opening: null, open: () => undefined });

/** Around all cards: one click opens, and the others wait. */
export function DemoDoor(props: { next: string; failed: string; children: ReactNode }) {
  const [opening, setOpening] = useState<string | null>(null);
  const [problem, setProblem] = useState('');
  async function open(userId: string) {
    setOpening(userId);
    const result = await signInAsDemo(userId);
    if (result.ok) {
      window.location.assign(props.next);
      return;
    }
    setOpening(null);
    setProblem(props.failed);
  }
  return (
    <Context value={{ opening, open: (userId) => void open(userId) }}>
      <p role="alert" className="text-sm text-delete empty:hidden">
        {problem}
      </p>
      {props.children}
    </Context>
  );
}

/** One click to be this person. The label says to whom it leads; what is inside is drawn by the page. */
export function DemoCard(props: { userId: string; label: string; className: string; children: ReactNode }) {
  const { opening, open } = useContext(Context);
  return (
    <button
      type="button"
      title={props.label}
      disabled={opening !== null}
      aria-busy={opening === props.userId}
      onClick={() => open(props.userId)}
      className={props.className}
    >
      {props.children}
    </button>
  );
}
