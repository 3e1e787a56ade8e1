'use client';

import { useLocale, useTranslations } from '@/components/i18n/use-translations';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import type { SyncStatus } from './sync-status';

const MOST_NAMED = 3;

/** Asks whether a deletion of much that others wrote is meant (SY21). Closing it any other way keeps the words. */
export function DeletionDialog(props: {
  held: SyncStatus['held'];
  countryName: (code: string) => string;
  onDelete: () => void;
  onKeep: () => void;
}) {
  const t = useTranslations('editor.deletion');
  const who = useWho(props.countryName);
  const { words = 0, percent = 0, delegations = '' } = props.held?.notice.detail ?? {};
  return (
    <Dialog
      open={props.held?.isConfirmed === false}
      onClose={props.onKeep}
      title={t('title', { words: Number(words), who: who(String(delegations)) })}
    >
      <p>{t('share', { percent: Number(percent) })}</p>
      <p>{t('version')}</p>
      <div className="flex flex-wrap gap-2">
        <Button tone="primary" onClick={props.onKeep}>
          {t('keep')}
        </Button>
        <Button tone="danger" onClick={props.onDelete}>
          {t('delete')}
        </Button>
      </div>
    </Dialog>
  );
}

/** "Viet Nam, Thailand and others": whose words they are, from codes by spaces. */
function useWho(countryName: (code: string) => string): (delegations: string) => string {
  const t = useTranslations('editor.deletion');
  const list = new Intl.ListFormat(useLocale());
  return (delegations) => {
    const names = delegations.split(' ').filter(Boolean).map(countryName);
    if (names.length === 0) return t('somebody');
    return list.format(names.length > MOST_NAMED ? [...names.slice(0, MOST_NAMED), t('more')] : names);
  };
}
