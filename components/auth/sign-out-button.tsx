'use client';

import { useState } from 'react';
import { clearLocalCopies } from '@/components/editor/local-copies';
import { Button } from '@/components/ui/button';
import { signOut } from './auth-client';

export function SignOutButton(props: { label: string; failed: string }) {
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState('');
  async function leave() {
    setBusy(true);
    if (await signOut()) {
      // The answer asks the browser to clear its storage; browsers that do not listen, or not without https, exist.
      await clearLocalCopies();
      window.location.assign('/sign-in');
      return;
    }
    setBusy(false);
    setProblem(props.failed);
  }
  return (
    <>
      <Button tone="primary" onClick={leave} disabled={isBusy} aria-busy={isBusy}>
        {props.label}
      </Button>
      <p role="alert" className="w-full text-sm text-delete empty:hidden">
        {problem}
      </p>
    </>
  );
}
