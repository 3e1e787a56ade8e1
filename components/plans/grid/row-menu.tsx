'use client';

import { keysFor } from '@/components/editor/keys';
import { MenuItem, MenuLine } from '@/components/editor/menu-parts';
import { PopupMenu } from '@/components/editor/popup-menu';
import { useTranslations } from '@/components/i18n/use-translations';
import { buttonClass } from '@/components/ui/button';
import type { Activity } from '@/domain/plan/matrix';

/** What can be done to the row that one stands in, or to the rows that are chosen. */
export function RowMenu(props: {
  activity: Activity;
  /** How many rows are chosen. */
  chosen: number;
  onStep: (direction: 'up' | 'down') => void;
  onRemove: () => void;
}) {
  const { activity, chosen } = props;
  const t = useTranslations('plan');
  const name = chosen > 1 ? t('row.several', { count: chosen }) : t('row.one', { code: activity.code });
  return (
    <PopupMenu label={name} face={name} className={buttonClass('quiet')}>
      <MenuItem keys={keysFor('Alt-ArrowUp')} disabled={chosen > 1} onSelect={() => props.onStep('up')}>
        {t('row.up')}
      </MenuItem>
      <MenuItem keys={keysFor('Alt-ArrowDown')} disabled={chosen > 1} onSelect={() => props.onStep('down')}>
        {t('row.down')}
      </MenuItem>
      <MenuLine />
      <MenuItem danger keys={keysFor('Mod-Delete')} onSelect={props.onRemove}>
        {t('row.remove', { count: chosen })}
      </MenuItem>
    </PopupMenu>
  );
}
