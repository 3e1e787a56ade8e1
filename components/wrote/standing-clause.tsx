import Link from 'next/link';
import { type CSSProperties, Fragment, type ReactNode } from 'react';
import type { DelegationName } from '@/components/compare/context';
import { Section } from '@/components/ui/page';
import type { Locale } from '@/messages/locale';
import { formatter, translator } from '@/messages/translate';
import {
  type AuthoredRun,
  authorWords,
  delegationWords,
  markOf,
  type RunAuthor,
  sharesOf,
  type WroteWords,
} from './authors';

export interface StandingClauseProps {
  readonly runs: readonly AuthoredRun[];
  readonly stands: boolean;
  /** Kind of the clause, for its looks. */
  readonly kind: string;
  /** Language of the document. */
  readonly language: string;
  readonly names: readonly DelegationName[];
  readonly stepHref: (step: number) => string;
  readonly locale: Locale;
}

/** Fewer letters are too small to be aimed at, a full stop above all; the list below has them too. */
const SHORTEST_TARGET = 6;

/** The clause with every run marked by whoever wrote it; the same in words, and a legend. */
export function StandingClause(props: StandingClauseProps): ReactNode {
  const { runs, locale, names } = props;
  const t = translator(locale, 'wrote');
  const authored = runs.filter((run) => run.author !== null);
  if (authored.length === 0) {
    return (
      <Section title={t(props.stands ? 'standing.heading' : 'standing.headingGone')}>
        <p className="text-muted">{t('standing.empty')}</p>
      </Section>
    );
  }
  return (
    <Section title={t(props.stands ? 'standing.heading' : 'standing.headingGone')}>
      <p className="w-clause" lang={props.language} data-kind={props.kind}>
        {byFootnote(runs).map((group, index) => {
          const shown = group.map((run, order) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: runs have no identity of their own and never move
            <Fragment key={order}>{runOf(run, authored.indexOf(run), props, t)}</Fragment>
          ));
          const key = `${index}`;
          if (group[0]?.note === undefined) return <Fragment key={key}>{shown}</Fragment>;
          return (
            <span key={key} className="r-note">
              <span className="r-note-label" lang={locale}>
                {t('runs.footnote')}
              </span>{' '}
              {shown}
            </span>
          );
        })}
      </p>
      <Legend runs={runs} names={names} locale={locale} />
      <RunList {...props} runs={authored} />
    </Section>
  );
}

/** Runs of the line, and those of each footnote, in order. */
function byFootnote(runs: readonly AuthoredRun[]): AuthoredRun[][] {
  const groups: AuthoredRun[][] = [];
  for (const run of runs) {
    const last = groups.at(-1);
    if (last?.[0] !== undefined && last[0].note === run.note) last.push(run);
    else groups.push([run]);
  }
  return groups;
}

function runOf(run: AuthoredRun, number: number, props: StandingClauseProps, t: WroteWords): ReactNode {
  if (run.author === null) {
    if (run.text === '\t') return <span className="w-cell" />;
    return run.text === '\n' ? <br /> : <span className="w-sign">{run.text}</span>;
  }
  return (
    <Marked author={run.author} names={props.names}>
      {(className, style) => {
        const look = {
          className: `w-run ${className}`,
          style,
          title: sayRun(run, props, t),
          'data-by': run.author?.kind === 'delegation' ? run.author.code : run.author?.kind,
        };
        return run.text.trim().length < SHORTEST_TARGET ? (
          <span {...look}>{run.text}</span>
        ) : (
          <a {...look} href={`#run-${number + 1}`}>
            {run.text}
          </a>
        );
      }}
    </Marked>
  );
}

function Marked(props: {
  author: RunAuthor;
  names: readonly DelegationName[];
  children: (className: string, style: CSSProperties | undefined) => ReactNode;
}): ReactNode {
  const { className, color } = markOf(props.author, props.names);
  return props.children(className, color === null ? undefined : ({ '--by': color } as CSSProperties));
}

/** "Written by Indonesia, 12 May 2026; put here by Thailand". */
function sayRun(run: AuthoredRun, { names, locale }: StandingClauseProps, t: WroteWords): string {
  const { author, carriedBy, at } = run;
  const carried =
    carriedBy === null ? [] : [t('standing.carried', { carrier: delegationWords(carriedBy, names, t) })];
  return [sayAuthor(author, at), ...carried].join('; ');

  function sayAuthor(by: RunAuthor | null, when: string): string {
    if (by?.kind === 'predecessor') return t('standing.predecessor');
    if (by?.kind !== 'delegation') return t('standing.unknown');
    const name = delegationWords(by.code, names, t);
    if (when === '') return t('standing.by', { author: name });
    const date = formatter(locale).dateTime(new Date(when), { dateStyle: 'medium' });
    return t('standing.byOn', { author: name, date });
  }
}

function Legend(props: {
  runs: readonly AuthoredRun[];
  names: readonly DelegationName[];
  locale: Locale;
}): ReactNode {
  const { runs, names, locale } = props;
  const t = translator(locale, 'wrote');
  const format = formatter(locale);
  const shares = sharesOf(runs);
  const all = shares.reduce((sum, { characters }) => sum + characters, 0);
  return (
    <ul className="w-legend" aria-label={t('legend.heading')}>
      {shares.map(({ author, characters }) => (
        <li key={author.kind === 'delegation' ? author.code : author.kind}>
          <Marked author={author} names={names}>
            {(className, style) => (
              <span className={`w-swatch ${className}`} style={style} aria-hidden="true" />
            )}
          </Marked>
          {t('legend.share', {
            author: authorWords(author, names, t),
            share: format.number(characters / all, { style: 'percent', maximumFractionDigits: 0 }),
          })}
        </li>
      ))}
    </ul>
  );
}

/** The runs in words, for whoever cannot hover, and to be read aloud. */
function RunList(props: StandingClauseProps): ReactNode {
  const { runs, names, locale } = props;
  const t = translator(locale, 'wrote');
  const format = formatter(locale);
  const hasCarriers = runs.some(({ carriedBy }) => carriedBy !== null);
  return (
    <details className="w-runs">
      <summary>{t('runs.show', { count: runs.length })}</summary>
      <div className="w-runs-scroll">
        <table>
          <thead>
            <tr>
              <th scope="col">{t('runs.words')}</th>
              <th scope="col">{t('runs.who')}</th>
              <th scope="col">{t('runs.when')}</th>
              {hasCarriers ? <th scope="col">{t('runs.carried')}</th> : null}
              <th scope="col">{t('runs.step')}</th>
            </tr>
          </thead>
          <tbody>
            {runs.map((run, index) => {
              const { step } = run;
              return (
                // biome-ignore lint/suspicious/noArrayIndexKey: runs have no identity of their own and never move
                <tr key={index} id={`run-${index + 1}`} tabIndex={-1}>
                  <td lang={props.language} className="w-runs-words">
                    {run.note === undefined ? null : (
                      <span className="r-note-label" lang={locale}>{`${t('runs.footnote')}: `}</span>
                    )}
                    {run.text.trim() === '' ? t('runs.space') : run.text}
                  </td>
                  <td>{run.author === null ? '' : authorWords(run.author, names, t)}</td>
                  <td>
                    {run.at === '' || run.author?.kind === 'predecessor' ? (
                      ''
                    ) : (
                      <time dateTime={run.at}>
                        {format.dateTime(new Date(run.at), { dateStyle: 'medium', timeStyle: 'short' })}
                      </time>
                    )}
                  </td>
                  {hasCarriers ? (
                    <td>{run.carriedBy === null ? '' : delegationWords(run.carriedBy, names, t)}</td>
                  ) : null}
                  <td>
                    {step === null ? (
                      ''
                    ) : (
                      <Link href={props.stepHref(step)} prefetch={false}>
                        {t('runs.stepNumber', { number: step })}
                      </Link>
                    )}
                  </td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
    </details>
  );
}
