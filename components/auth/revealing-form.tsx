'use client';

import { type ComponentProps, useEffect, useRef, useState } from 'react';
import { ActionForm } from '@/components/ui/action-form';
import { Button } from '@/components/ui/button';
import type { FormState } from '@/components/ui/form-state';

/** An answer that carries something to be shown once: a link or a token. */
export interface RevealState extends FormState {
  readonly reveal: string | null;
}

export type RevealAction = (state: FormState, form: FormData) => Promise<RevealState>;

/** A form whose success is a secret to copy. It stays until the page is left, and is nowhere else. */
export function RevealingForm(
  props: Omit<ComponentProps<typeof ActionForm>, 'action'> & {
    action: RevealAction;
    once: string;
    copy: string;
    copied: string;
  },
) {
  const { action, once, copy, copied, ...form } = props;
  const [secret, setSecret] = useState<string | null>(null);
  async function reveal(state: FormState, data: FormData): Promise<FormState> {
    const answer = await action(state, data);
    setSecret(answer.reveal);
    return answer;
  }
  return (
    <div className="grid gap-4">
      {secret === null ? null : <Revealed secret={secret} once={once} copy={copy} copied={copied} />}
      <ActionForm {...form} action={reveal} />
    </div>
  );
}

function Revealed(props: { secret: string; once: string; copy: string; copied: string }) {
  const [isCopied, setCopied] = useState(false);
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => box.current?.focus(), []);
  async function copySecret() {
    try {
      await navigator.clipboard.writeText(props.secret);
      setCopied(true);
    } catch {
      // Without leave to write the clipboard: select it, so that the keyboard can copy it.
      const secret = box.current?.querySelector('code');
      if (secret != null) window.getSelection()?.selectAllChildren(secret);
    }
  }
  return (
    <div
      ref={box}
      role="status"
      tabIndex={-1}
      className="grid gap-2 rounded-md border border-insert/60 bg-insert-soft px-4 py-3 text-sm outline-none"
    >
      <p className="font-medium">{props.once}</p>
      <code className="block rounded border border-line bg-paper px-3 py-2 font-mono text-[0.8125rem] break-all select-all">
        {props.secret}
      </code>
      <div>
        <Button onClick={copySecret}>{isCopied ? props.copied : props.copy}</Button>
      </div>
    </div>
  );
}
