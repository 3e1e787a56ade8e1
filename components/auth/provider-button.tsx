'use client';

import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { continueWithProvider } from './auth-client';

/** The way through the organisation's own identity provider. */
export function ProviderButton(props: { label: string; unreachable: string; next: string }) {
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState('');
  async function go() {
    setBusy(true);
    const result = await continueWithProvider(props.next);
    if (result.ok) return;
    setBusy(false);
    setProblem(props.unreachable);
  }
  return (
    <div className="grid gap-2">
      <Button onClick={go} disabled={isBusy} aria-busy={isBusy} className="min-h-11">
        {props.label}
      </Button>
      <p role="alert" className="text-sm text-delete empty:hidden">
        {problem}
      </p>
    </div>
  );
}
