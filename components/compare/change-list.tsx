'use client';

import type { ReactNode } from 'react';
import { useTranslations } from '@/components/i18n/use-translations';
import { Flag } from '@/components/ui/flag';
import { InSlices, type StandIn } from '@/components/ui/in-slices';
import { type CompareWords, type DelegationName, delegationName } from './context';
import type { Gist, ListEntry } from './entries';
import { useChangeNavigation } from './navigation';

/**
 * Every change that answers the filter as a numbered link to its place, those of one clause together. The navigation
 * finds entries by `data-entry`. `language` is the document's own.
 */
export function ChangeList(props: { delegations: readonly DelegationName[]; language: string }): ReactNode {
  const t = useTranslations('compare');
  const { listed } = useChangeNavigation();
  const delegations = new Map(props.delegations.map((entry) => [entry.code, entry]));
  return (
    <ol className="change-list" data-change-list="">
      <InSlices
        key={listed.map(({ number }) => number).join(' ')}
        as="li"
        items={byClause(listed)}
        standIn={standIn}
        draw={(clauses) =>
          clauses.map((entries) => (
            <Clause
              key={entries[0]?.number}
              entries={entries}
              delegations={delegations}
              language={props.language}
              t={t}
            />
          ))
        }
      />
    </ol>
  );
}

/** Neighbouring entries of one row of the redline. */
function byClause(entries: readonly ListEntry[]): ListEntry[][] {
  const clauses: ListEntry[][] = [];
  for (const entry of entries) {
    const last = clauses.at(-1);
    if (last !== undefined && last[0]?.row === entry.row) last.push(entry);
    else clauses.push([entry]);
  }
  return clauses;
}

function standIn(clauses: readonly (readonly ListEntry[])[]): StandIn {
  const entries = clauses.flat();
  const [first, last] = [entries[0], entries.at(-1)];
  return {
    lines: entries.length + clauses.length / 2,
    changes: first === undefined || last === undefined ? null : [first.number, last.number],
  };
}

interface Drawing {
  readonly delegations: ReadonlyMap<string, DelegationName>;
  readonly language: string;
  readonly t: CompareWords;
}

function Clause(props: Drawing & { entries: readonly ListEntry[] }): ReactNode {
  const { entries, ...drawing } = props;
  const [first] = entries;
  if (first === undefined) return null;
  const place = `clause-of-${first.number}`;
  return (
    <li className="change-clause">
      <span className="change-place" id={place}>
        {first.place}
      </span>
      <ol aria-labelledby={place}>
        {entries.map((entry) => (
          <Entry key={entry.number} entry={entry} {...drawing} />
        ))}
      </ol>
    </li>
  );
}

function Entry({ entry, ...drawing }: Drawing & { entry: ListEntry }): ReactNode {
  const { t } = drawing;
  return (
    <li data-entry={entry.number} data-group={entry.group}>
      <a href={`#change-${entry.number}`}>
        <span className="change-number">{entry.number}</span>
        <span className="change-words">
          <GistWords gist={entry.gist} language={drawing.language} />
        </span>
        <span className="change-meta">
          <span className="change-kind">{t(`kind.${entry.kind}`)}</span>
          {entry.authors.map((code) =>
            code === '' ? (
              <span key={code}>{delegationName(drawing, code)}</span>
            ) : (
              <Flag key={code} country={code} name={delegationName(drawing, code)} size={10} />
            ),
          )}
        </span>
      </a>
    </li>
  );
}

function GistWords({ gist, language }: { gist: Gist; language: string }): ReactNode {
  if ('said' in gist) return <span className="change-words-plain">{gist.said}</span>;
  if ('quote' in gist) return <span lang={language}>{gist.quote}</span>;
  return (
    <span lang={language}>
      {gist.old === '' ? null : <del>{gist.old}</del>}
      {gist.old !== '' && gist.new !== '' ? ' ' : null}
      {gist.new === '' ? null : <ins>{gist.new}</ins>}
    </span>
  );
}
