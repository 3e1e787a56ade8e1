'use client';

import Link from 'next/link';
import { memo, type ReactNode } from 'react';
import { useTranslations } from '@/components/i18n/use-translations';
import { StatusSign } from '@/components/plans/status-sign';
import type { FieldName } from '@/domain/plan/fields';
import type { Activity } from '@/domain/plan/matrix';
import type { Wrong } from './grid-state';
import type { GridWords } from './grid-words';

export type ByField<T> = Readonly<Partial<Record<FieldName, T>>>;

export interface GridRowProps {
  readonly rowKey: string;
  readonly index: number;
  readonly planId: string;
  readonly activity: Activity;
  readonly columns: readonly FieldName[];
  readonly open: readonly FieldName[];
  readonly words: GridWords;
  /** The column that the keyboard is in; −1: another row. */
  readonly active: number;
  /** Chosen columns; −1: none. */
  readonly from: number;
  readonly to: number;
  readonly wrong: ByField<Wrong> | undefined;
  /** Colours of those who changed cells just now. */
  readonly fresh: ByField<string> | undefined;
  readonly pending: ByField<true> | undefined;
  readonly editor: ReactNode;
  readonly isTarget: boolean;
}

/** One activity. It is drawn anew only when something of its own changes: a matrix has hundreds of them. */
export const GridRow = memo(function GridRow(props: GridRowProps) {
  const { activity, columns } = props;
  const t = useTranslations('plan');
  return (
    <tr data-row={props.rowKey} aria-rowindex={props.index + 2} data-target={props.isTarget ? '' : undefined}>
      {columns.map((field, column) => {
        const isActive = props.active === column;
        const isOpen = props.open.includes(field);
        const wrong = props.wrong?.[field];
        const by = props.fresh?.[field];
        return (
          // biome-ignore lint/a11y/useAriaPropsSupportedByRole: a cell of a grid is a gridcell
          <td
            key={field}
            data-column={field}
            aria-colindex={column + 1}
            tabIndex={isActive ? 0 : -1}
            aria-readonly={!isOpen}
            aria-selected={column >= props.from && column <= props.to && props.from >= 0}
            aria-invalid={wrong === undefined ? undefined : true}
            data-wrong={wrong === undefined ? undefined : ''}
            data-pending={props.pending?.[field] === true ? '' : undefined}
            data-news={by === undefined ? undefined : ''}
            style={by === undefined ? undefined : ({ '--by': by } as React.CSSProperties)}
            title={wrong?.message ?? (isOpen ? undefined : t('grid.notYours'))}
          >
            <Words field={field} activity={activity} words={props.words} wrong={wrong} />
            {isActive ? props.editor : null}
          </td>
        );
      })}
      <td data-column="open">
        <Link
          href={`/plans/${props.planId}/activities/${activity.id}`}
          prefetch={false}
          tabIndex={-1}
          aria-label={t('grid.openActivity', { code: activity.code })}
          className="text-accent underline-offset-2 hover:underline"
        >
          {t('grid.actions')}
        </Link>
      </td>
    </tr>
  );
});

function Words(props: { field: FieldName; activity: Activity; words: GridWords; wrong: Wrong | undefined }) {
  const { field, activity, words, wrong } = props;
  if (wrong !== undefined) {
    const said = wrong.words ?? words.shown(field, wrong.value);
    return (
      <>
        {said}
        <span className="sr-only"> {wrong.message}</span>
      </>
    );
  }
  if (field === 'status')
    return <StatusSign status={activity.status} label={words.shown(field, activity.status)} />;
  return words.shown(field, activity[field]);
}
