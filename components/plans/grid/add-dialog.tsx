'use client';

import { type FormEvent, useId, useState } from 'react';
import { useTranslations } from '@/components/i18n/use-translations';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { Field, Select, TextInput } from '@/components/ui/field';
import type { ActivityCells, Result } from '@/domain/plan/matrix';

export type AddCells = Pick<ActivityCells, 'resultId' | 'code' | 'title'>;

export type AddAnswer =
  | { readonly ok: true; readonly activityId: string }
  | { readonly ok: false; readonly message: string; readonly field: string | null };

/** A new row at the end of what it serves; its other cells are filled in the grid. */
export function AddDialog(props: {
  open: boolean;
  results: readonly Result[];
  titleOf: (result: Result) => string;
  add: (cells: AddCells) => Promise<AddAnswer>;
  onAdded: (activityId: string) => void;
  onClose: () => void;
}) {
  const t = useTranslations('plan');
  const id = useId();
  const [answer, setAnswer] = useState<Extract<AddAnswer, { ok: false }> | null>(null);
  const [isBusy, setBusy] = useState(false);
  const wrong = (name: string) => (answer?.field === name ? answer.message : undefined);
  const textField = (name: 'code' | 'title') => (
    <Field id={`${id}-${name}`} label={t(`field.${name}`)} error={wrong(name)}>
      <TextInput
        id={`${id}-${name}`}
        name={name}
        autoComplete="off"
        aria-invalid={wrong(name) !== undefined}
        {...(wrong(name) === undefined ? {} : { 'aria-describedby': `${id}-${name}-error` })}
      />
    </Field>
  );

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const data = new FormData(event.currentTarget);
    const of = (name: string) => String(data.get(name) ?? '');
    setBusy(true);
    const done = await props
      .add({ resultId: of('resultId'), code: of('code'), title: of('title') })
      .catch(() => ({ ok: false as const, message: t('grid.offline'), field: null }));
    setBusy(false);
    setAnswer(done.ok ? null : done);
    if (done.ok) props.onAdded(done.activityId);
  }

  return (
    <Dialog open={props.open} onClose={props.onClose} title={t('add.title')}>
      {props.results.length === 0 ? (
        <p>{t('add.first')}</p>
      ) : (
        <form onSubmit={submit} noValidate className="grid gap-4">
          <Field id={`${id}-result`} label={t('field.resultId')} error={wrong('resultId')}>
            <Select id={`${id}-result`} name="resultId" defaultValue={props.results.at(-1)?.id}>
              {props.results.map((result) => (
                <option key={result.id} value={result.id}>
                  {result.code} {props.titleOf(result)}
                </option>
              ))}
            </Select>
          </Field>
          {textField('code')}
          {textField('title')}
          {answer !== null && answer.field === null ? (
            <p role="alert" className="text-sm text-delete">
              {answer.message}
            </p>
          ) : null}
          <div className="flex flex-wrap gap-2">
            <Button type="submit" tone="primary" disabled={isBusy}>
              {t('add.do')}
            </Button>
            <Button onClick={props.onClose}>{t('grid.cancel')}</Button>
          </div>
        </form>
      )}
    </Dialog>
  );
}
