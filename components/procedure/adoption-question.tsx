'use client';

import { startTransition, useActionState, useEffect, useId, useRef } from 'react';
import { useTranslations } from '@/components/i18n/use-translations';
import { Button } from '@/components/ui/button';
import { type FormAction, IDLE } from '@/components/ui/form-state';

/**
 * The third step: the question to the room, with everything that will be recorded. Objection lifts the pens;
 * Escape only goes back to the text.
 */
export function AdoptionQuestion(props: {
  open: boolean;
  onBack: () => void;
  onConfirm: () => void;
  isPending: boolean;
  problem: string | null;
  documentId: string;
  setPens: FormAction;
  verb: string;
  facts: readonly (readonly [term: string, value: string])[];
}) {
  const t = useTranslations('adoption');
  const dialog = useRef<HTMLDialogElement>(null);
  const id = useId();
  const [pens, liftPens, isLifting] = useActionState(props.setPens, IDLE);

  useEffect(() => {
    if (props.open) dialog.current?.showModal();
    else dialog.current?.close();
  }, [props.open]);

  function object() {
    const form = new FormData();
    form.set('documentId', props.documentId);
    form.set('pens', 'up');
    startTransition(() => liftPens(form));
  }

  const problem = props.problem ?? (pens.status === 'refused' ? pens.message : null);
  const isBusy = props.isPending || isLifting;
  return (
    <dialog
      ref={dialog}
      aria-labelledby={`${id}-title`}
      aria-describedby={`${id}-text`}
      onClose={props.onBack}
      className="m-auto w-[calc(100vw-2rem)] max-w-xl rounded-lg border border-line bg-paper p-6 text-ink shadow-pop backdrop:bg-black/50"
    >
      <h2 id={`${id}-title`} className="font-serif text-2xl font-semibold">
        {t('ask.title')}
      </h2>
      <p id={`${id}-text`} className="mt-2">
        {t('ask.text')}
      </p>
      <dl className="mt-4 grid gap-x-4 gap-y-1.5 border-y border-line py-3 sm:grid-cols-[auto_minmax(0,1fr)]">
        {props.facts.map(([term, value]) => (
          <div key={term} className="contents">
            <dt className="text-sm text-muted">{term}</dt>
            <dd className="font-medium break-words">{value}</dd>
          </div>
        ))}
      </dl>
      {problem === null ? null : (
        <p role="alert" className="mt-3 text-sm text-delete">
          <strong className="font-semibold">{t('problem')}.</strong> {problem}
        </p>
      )}
      <div className="mt-5 flex flex-wrap items-center justify-end gap-2">
        <Button tone="quiet" className="mr-auto" onClick={() => dialog.current?.close()} disabled={isBusy}>
          {t('ask.back')}
        </Button>
        <Button tone="plain" onClick={object} disabled={isBusy} aria-busy={isLifting}>
          {t('ask.cancel')}
        </Button>
        <Button tone="primary" onClick={props.onConfirm} disabled={isBusy} aria-busy={props.isPending}>
          {props.isPending ? t('ask.working') : t('ask.confirm', { verb: props.verb })}
        </Button>
      </div>
    </dialog>
  );
}
