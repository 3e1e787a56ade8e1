'use client';

import { type ReactNode, startTransition, useActionState } from 'react';
import { useTranslations } from '@/components/i18n/use-translations';
import { Button } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import type { ActAnswer } from './act-answer';

/** A question in a dialog: sends, says what came of it, and keeps what was typed where it was refused. */
export function ActForm(props: {
  action: (before: ActAnswer, form: FormData) => Promise<ActAnswer>;
  explain: string;
  confirm: string;
  working: string;
  onClose: () => void;
  children: (answer: ActAnswer) => ReactNode;
}) {
  const t = useTranslations('versions');
  const [answer, send, working] = useActionState(props.action, { state: 'idle' });
  if (answer.state === 'done') {
    return (
      <>
        <Notice tone="done">{answer.message}</Notice>
        <div className="flex justify-end">
          <Button onClick={props.onClose}>{t('close')}</Button>
        </div>
      </>
    );
  }
  return (
    <form
      className="grid gap-4"
      onSubmit={(event) => {
        // A form action would empty the fields even where the answer is a refusal.
        event.preventDefault();
        const form = new FormData(event.currentTarget);
        startTransition(() => send(form));
      }}
    >
      <p className="text-sm">{props.explain}</p>
      {props.children(answer)}
      {answer.message === undefined ? null : <Notice tone="error">{answer.message}</Notice>}
      <div className="flex flex-wrap justify-end gap-2">
        <Button onClick={props.onClose}>{t('take.cancel')}</Button>
        <Button type="submit" tone="primary" disabled={working}>
          {working ? props.working : props.confirm}
        </Button>
      </div>
    </form>
  );
}
