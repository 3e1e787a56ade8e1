'use client';

import { useTranslations } from '@/components/i18n/use-translations';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import type { ActivityCells } from '@/domain/plan/matrix';
import type { Conflict } from './grid-state';
import type { GridWords } from './grid-words';

/** One cell, two people: both are read before one of them is written. */
export function ConflictDialog(props: {
  conflict: Conflict | null;
  words: GridWords;
  onSettle: (choice: 'theirs' | 'mine' | 'later') => void;
}) {
  const { conflict, words } = props;
  const t = useTranslations('plan');
  const said = (value: ActivityCells[keyof ActivityCells] | undefined) => {
    const shown = conflict === null || value === undefined ? '' : words.shown(conflict.field, value);
    return shown === '' ? t('grid.empty') : shown;
  };
  return (
    <Dialog
      open={conflict !== null}
      // Whoever leaves the question writes over nobody, and loses nothing: their words wait in the cell.
      onClose={() => props.onSettle('later')}
      title={t('conflict.title')}
    >
      {conflict === null ? null : (
        <>
          <p>
            {t('conflict.text', {
              field: t(`field.${conflict.field}`),
              code: conflict.code,
              before: said(conflict.before),
            })}
          </p>
          <dl className="grid gap-3 sm:grid-cols-2">
            <Side
              label={t('conflict.theirs', { who: words.who(conflict.country) })}
              said={said(conflict.theirs)}
            />
            <Side label={t('conflict.mine')} said={said(conflict.mine)} />
          </dl>
          <div className="flex flex-wrap gap-2">
            <Button tone="primary" onClick={() => props.onSettle('theirs')}>
              {t('conflict.keepTheirs')}
            </Button>
            <Button onClick={() => props.onSettle('mine')}>{t('conflict.writeMine')}</Button>
          </div>
        </>
      )}
    </Dialog>
  );
}

function Side({ label, said }: { label: string; said: string }) {
  return (
    <div className="rounded-md border border-line bg-canvas p-3">
      <dt className="text-sm text-muted">{label}</dt>
      <dd className="mt-1 break-words">{said}</dd>
    </div>
  );
}
