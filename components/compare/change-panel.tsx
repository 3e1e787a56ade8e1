'use client';

import { type ReactNode, useId, useMemo, useState } from 'react';
import { useTranslations } from '@/components/i18n/use-translations';
import { Button } from '@/components/ui/button';
import { CHANGE_GROUPS } from './changes';
import { type DelegationName, delegationName } from './context';
import { countChoices, EVERYTHING, isEverything } from './filter';
import { useChangeNavigation } from './navigation';

/** The list of changes with its filters. Beside the text on wide screens; on narrow ones it opens on request. */
export function ChangePanel(props: { delegations: readonly DelegationName[]; children: ReactNode }) {
  const t = useTranslations('compare');
  const { entries, total, shown } = useChangeNavigation();
  const [open, setOpen] = useState(false);
  const listId = useId();
  const heading =
    shown.length === entries.length
      ? t('list.heading', { count: total })
      : t('list.some', { count: shown.length, total });
  return (
    <div className="change-panel" data-open={open}>
      <h2 className="change-panel-title">{heading}</h2>
      <button
        type="button"
        className="change-panel-toggle"
        aria-expanded={open}
        aria-controls={listId}
        onClick={() => setOpen(!open)}
      >
        {heading}
        <span aria-hidden="true">{open ? '▴' : '▾'}</span>
      </button>
      <div id={listId} className="change-panel-body">
        <Filters delegations={props.delegations} />
        {props.children}
      </div>
    </div>
  );
}

/** Several choices at once, each with how many changes it would show beside the others. */
function Filters(props: { delegations: readonly DelegationName[] }) {
  const t = useTranslations('compare');
  const { entries, shown, filter, setFilter } = useChangeNavigation();
  const counts = useMemo(() => countChoices(entries, filter), [entries, filter]);
  const names = { t, delegations: new Map(props.delegations.map((entry) => [entry.code, entry])) };
  const authors = [...new Set([...counts.authors.keys(), ...filter.authors])]
    .map((code) => ({ code, name: delegationName(names, code) }))
    .sort((a, b) => a.name.localeCompare(b.name));
  return (
    <div className="change-filters">
      <fieldset>
        <legend className="sr-only">{t('filter.legend')}</legend>
        {CHANGE_GROUPS.map((group) => (
          <Choice
            key={group}
            words={t(`filter.${group}`)}
            count={counts.groups[group]}
            checked={filter.groups.includes(group)}
            onToggle={() =>
              setFilter({ ...filter, groups: CHANGE_GROUPS.filter(toggled(filter.groups, group)) })
            }
          />
        ))}
      </fieldset>
      {authors.length === 0 ? null : (
        <fieldset>
          <legend>{t('filter.author')}</legend>
          {authors.map(({ code, name }) => (
            <Choice
              key={code}
              words={name}
              count={counts.authors.get(code) ?? 0}
              checked={filter.authors.includes(code)}
              onToggle={() =>
                setFilter({
                  ...filter,
                  authors: authors.map((author) => author.code).filter(toggled(filter.authors, code)),
                })
              }
            />
          ))}
        </fieldset>
      )}
      {isEverything(filter) ? null : (
        <div className="change-filters-clear">
          <p role="status">{shown.length === 0 ? t('filter.nothing') : null}</p>
          <Button onClick={() => setFilter(EVERYTHING)}>{t('filter.clear')}</Button>
        </div>
      )}
    </div>
  );
}

function Choice(props: { words: string; count: number; checked: boolean; onToggle: () => void }) {
  return (
    <label data-zero={props.count === 0 ? '' : undefined}>
      <input type="checkbox" checked={props.checked} onChange={props.onToggle} />
      {props.words} <span className="change-filter-count">{props.count}</span>
    </label>
  );
}

/** What is chosen once `entry` has been clicked. */
function toggled<Entry>(chosen: readonly Entry[], entry: Entry): (other: Entry) => boolean {
  return (other) => (other === entry ? !chosen.includes(other) : chosen.includes(other));
}
