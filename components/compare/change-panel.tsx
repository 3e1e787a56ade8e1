'use client';

import { type ReactNode, useId, useState } from 'react';
import { useTranslations } from '@/components/i18n/use-translations';
import { CHANGE_GROUPS, type ChangeGroup } from './changes';
import { useChangeNavigation } from './navigation';

/**
 * The list of changes with its filters. Beside the text on wide screens; on narrow ones it opens on request.
 * `authors` are the delegations known to have inserted or deleted words ("-" stands for the secretariat).
 */
export function ChangePanel(props: {
  counts: Readonly<Record<ChangeGroup, number>>;
  authors: readonly { readonly code: string; readonly name: string }[];
  children: ReactNode;
}) {
  const t = useTranslations('compare');
  const { total, shown, filter, setFilter } = useChangeNavigation();
  const [open, setOpen] = useState(false);
  const listId = useId();
  const toggle = (group: ChangeGroup) =>
    setFilter({
      ...filter,
      groups: filter.groups.includes(group)
        ? filter.groups.filter((entry) => entry !== group)
        : [...filter.groups, group],
    });
  return (
    <div className="change-panel" data-open={open}>
      <h2 className="change-panel-title">{t('list.heading', { count: total })}</h2>
      <button
        type="button"
        className="change-panel-toggle"
        aria-expanded={open}
        aria-controls={listId}
        onClick={() => setOpen(!open)}
      >
        {t('list.heading', { count: total })}
        <span aria-hidden="true">{open ? '▴' : '▾'}</span>
      </button>
      <div id={listId} className="change-panel-body">
        <fieldset className="change-filters">
          <legend className="sr-only">{t('filter.legend')}</legend>
          {CHANGE_GROUPS.map((group) => (
            <label key={group} data-group={group} data-zero={props.counts[group] === 0 ? '' : undefined}>
              <input type="checkbox" checked={filter.groups.includes(group)} onChange={() => toggle(group)} />
              {t(`filter.${group}`)} <span className="change-filter-count">{props.counts[group]}</span>
            </label>
          ))}
          {props.authors.length === 0 ? null : (
            <label className="change-filter-author">
              <span>{t('filter.author')}</span>
              <select
                value={filter.author ?? ''}
                onChange={(event) =>
                  setFilter({ ...filter, author: event.target.value === '' ? null : event.target.value })
                }
              >
                <option value="">{t('filter.everybody')}</option>
                {props.authors.map((author) => (
                  <option key={author.code} value={author.code}>
                    {author.name}
                  </option>
                ))}
              </select>
            </label>
          )}
        </fieldset>
        {shown.length === 0 ? <p className="px-4 py-3 text-sm text-muted">{t('filter.nothing')}</p> : null}
        {props.children}
      </div>
    </div>
  );
}
