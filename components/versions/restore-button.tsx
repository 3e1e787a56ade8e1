'use client';

import { useActionState, useState } from 'react';
import { useTranslations } from '@/components/i18n/use-translations';
import { Button, buttonClass } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { Notice } from '@/components/ui/notice';
import type { ActAnswer } from './act-answer';

export type RestoreAction = (before: ActAnswer, form: FormData) => Promise<ActAnswer>;

/** Brings a version back, after asking once and saying what will happen. */
export function RestoreButton(props: {
  documentId: string;
  number: number;
  /** How the version is cited: "Rev.2 (version 7)". */
  citation: string;
  restore: RestoreAction;
  /** A full button instead of a quiet link in a line. */
  prominent?: boolean;
}) {
  const t = useTranslations('versions');
  const [open, setOpen] = useState(false);
  return (
    <>
      <button
        type="button"
        className={props.prominent === true ? buttonClass('plain') : 'version-link'}
        onClick={() => setOpen(true)}
      >
        <span aria-hidden="true">{t('restore.button')}</span>
        <span className="sr-only">{t('restore.ofVersion', { version: props.citation })}</span>
      </button>
      <Dialog
        open={open}
        onClose={() => setOpen(false)}
        title={t('restore.title', { version: props.citation })}
      >
        <Question {...props} onClose={() => setOpen(false)} />
      </Dialog>
    </>
  );
}

function Question(props: {
  documentId: string;
  number: number;
  restore: RestoreAction;
  onClose: () => void;
}) {
  const t = useTranslations('versions');
  const [answer, act, working] = useActionState(props.restore, { state: 'idle' });
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
    <form action={act} className="grid gap-4">
      <input type="hidden" name="documentId" value={props.documentId} />
      <input type="hidden" name="number" value={props.number} />
      <p>{t('restore.explain')}</p>
      <p className="text-sm text-muted">{t('restore.people')}</p>
      {answer.message === undefined ? null : <Notice tone="error">{answer.message}</Notice>}
      <div className="flex flex-wrap justify-end gap-2">
        <Button onClick={props.onClose}>{t('restore.cancel')}</Button>
        <Button type="submit" tone="primary" disabled={working}>
          {working ? t('restore.working') : t('restore.confirm')}
        </Button>
      </div>
    </form>
  );
}
