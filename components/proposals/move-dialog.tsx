'use client';

import { useId, useState } from 'react';
import { useTranslations } from '@/components/i18n/use-translations';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { Field, Select } from '@/components/ui/field';
import type { ClauseName } from './clause-names';

const BEGINNING = '';

/** After which clause shall it stand? */
export function MoveDialog(props: {
  names: readonly ClauseName[];
  clauseId: string;
  onChosen: (after: string | null) => void;
  onClose: () => void;
}) {
  const t = useTranslations('proposals');
  const id = useId();
  const others = props.names.filter((name) => name.id !== props.clauseId);
  const [after, setAfter] = useState(others.at(-1)?.id ?? BEGINNING);
  return (
    <Dialog open onClose={props.onClose} title={t('begin.moveTitle')}>
      <Field id={id} label={t('begin.moveAfter')}>
        <Select id={id} value={after} onChange={(event) => setAfter(event.target.value)}>
          <option value={BEGINNING}>{t('place.beginning')}</option>
          {others.map((name) => (
            <option key={name.id} value={name.id}>
              {[name.citation, name.words].filter((part) => part !== '').join(' · ')}
            </option>
          ))}
        </Select>
      </Field>
      <div className="flex flex-wrap gap-2">
        <Button tone="primary" onClick={() => props.onChosen(after === BEGINNING ? null : after)}>
          {t('begin.moveDo')}
        </Button>
        <Button tone="quiet" onClick={props.onClose}>
          {t('cancel')}
        </Button>
      </div>
    </Dialog>
  );
}
