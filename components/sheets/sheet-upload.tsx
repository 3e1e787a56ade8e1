'use client';

import { useRouter } from 'next/navigation';
import { type FormEvent, useRef, useState } from 'react';
import { useTranslations } from '@/components/i18n/use-translations';
import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { Notice } from '@/components/ui/notice';
import { SHEET_MEGABYTES } from './limits';
import { type SheetStage, sendSheet } from './send-sheet';

/** Chooses a file and sends it; the page then shows what was found. A refusal leaves the choice as it was. */
export function SheetUpload(props: {
  kind: string;
  target: string;
  mostRows: number;
  tone: 'primary' | 'plain';
}) {
  const t = useTranslations('sheets');
  const router = useRouter();
  const [stage, setStage] = useState<SheetStage | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const input = useRef<HTMLInputElement>(null);

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const file = input.current?.files?.[0];
    if (file === undefined) {
      setProblem(t('upload.choose'));
      input.current?.focus();
      return;
    }
    setProblem(null);
    setStage({ name: 'sending', percent: 0 });
    const address = `/api/sheets/${props.kind}/${props.target}?name=${encodeURIComponent(file.name)}`;
    const answer = await sendSheet(address, file, setStage);
    setStage(null);
    if (answer === null) router.replace(`/sheets/${props.kind}/${props.target}`);
    else setProblem(answer === '' ? t('upload.failed') : answer);
    if (answer === null) router.refresh();
  }

  const isBusy = stage !== null;
  return (
    <form onSubmit={submit} className="grid gap-4">
      <Field
        id="sheet-file"
        label={t('upload.file')}
        hint={t('upload.hint', { megabytes: SHEET_MEGABYTES, rows: props.mostRows })}
      >
        <input
          ref={input}
          id="sheet-file"
          name="file"
          type="file"
          accept=".xlsx,.csv,.txt"
          disabled={isBusy}
          aria-describedby="sheet-file-hint"
          className="import-file"
        />
      </Field>
      {problem === null ? null : <Notice tone="error">{problem}</Notice>}
      <div className="flex flex-wrap items-center gap-3">
        <Button type="submit" tone={props.tone} disabled={isBusy} aria-busy={isBusy}>
          {t('upload.read')}
        </Button>
        {stage === null ? null : (
          <progress
            className="h-2 w-40"
            aria-label={t('upload.read')}
            {...(stage.name === 'sending'
              ? { max: 100, value: stage.percent }
              : stage.name === 'opening'
                ? {}
                : { max: Math.max(1, stage.total), value: stage.done })}
          />
        )}
        <p role="status" className="text-sm text-muted">
          {stage === null
            ? null
            : stage.name === 'sending'
              ? t('upload.sending', { percent: stage.percent })
              : stage.name === 'opening'
                ? t('upload.opening')
                : t(`upload.${stage.name}`, { done: stage.done, total: stage.total })}
        </p>
      </div>
    </form>
  );
}
