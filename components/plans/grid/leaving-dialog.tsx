'use client';

import { type FormEvent, useId, useState } from 'react';
import { useTranslations } from '@/components/i18n/use-translations';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { Field, Select } from '@/components/ui/field';
import type { IndicatorsGo, Leaving } from './grid-state';

/** Rows that are measured do not leave before it is said what becomes of their indicators (MO3, PL35). */
export function LeavingDialog(props: {
  leaving: Leaving | null;
  /** What the indicators can measure instead. */
  others: readonly { readonly id: string; readonly code: string; readonly title: string }[];
  onGo: (indicators: IndicatorsGo) => void;
}) {
  const { leaving } = props;
  const t = useTranslations('plan');
  const id = useId();
  const [isMissing, setMissing] = useState(false);
  const gone = new Set(leaving?.rows.map(({ activityId }) => activityId));

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const said = String(new FormData(event.currentTarget).get('indicators') ?? '');
    setMissing(said === '');
    if (said !== '') props.onGo(said === 'retire' ? { to: 'retire' } : { to: 'measure', id: said });
  }

  return (
    <Dialog open={leaving !== null} onClose={() => props.onGo(null)} title={t('leaving.title')}>
      {leaving === null ? null : (
        <form onSubmit={submit} noValidate className="grid gap-4">
          <p>{leaving.message}</p>
          <Field
            id={`${id}-go`}
            label={t('leaving.ask')}
            hint={t('leaving.final')}
            error={isMissing ? t('leaving.missing') : undefined}
          >
            <Select
              id={`${id}-go`}
              name="indicators"
              defaultValue=""
              aria-invalid={isMissing}
              aria-describedby={`${id}-go-hint${isMissing ? ` ${id}-go-error` : ''}`}
            >
              <option value="">{t('leaving.choose')}</option>
              <option value="retire">{t('leaving.retire')}</option>
              {props.others
                .filter((other) => !gone.has(other.id))
                .map((other) => (
                  <option key={other.id} value={other.id}>
                    {t('leaving.measure', { code: other.code, title: other.title })}
                  </option>
                ))}
            </Select>
          </Field>
          <div className="flex flex-wrap gap-2">
            <Button type="submit" tone="danger">
              {t('leaving.do')}
            </Button>
            <Button onClick={() => props.onGo(null)}>{t('grid.cancel')}</Button>
          </div>
        </form>
      )}
    </Dialog>
  );
}
