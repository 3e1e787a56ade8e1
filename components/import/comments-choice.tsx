'use client';

import { useTranslations } from '@/components/i18n/use-translations';
import { FIELDS } from './review-form';

/** Comments of a file may be of one ministry alone: they come along only where somebody says so. */
export function CommentsChoice(props: {
  count: number;
  brings: boolean;
  onChange: (brings: boolean) => void;
}) {
  const t = useTranslations('import');
  if (props.count === 0) return null;
  return (
    <label className="import-way">
      <input
        type="checkbox"
        name={FIELDS.comments}
        checked={props.brings}
        onChange={(event) => props.onChange(event.target.checked)}
      />
      <span>
        <span className="font-medium">{t('bring.comments', { count: props.count })}</span>
        <span className="block text-sm text-muted">{t('bring.text')}</span>
      </span>
    </label>
  );
}
