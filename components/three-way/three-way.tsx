import Link from 'next/link';
import type { ReactNode } from 'react';
import { compareHref } from '@/components/compare/choice';
import { type DelegationName, type RedlineContext, redlineContext } from '@/components/compare/context';
import { spokenWords } from '@/components/compare/redline-text';
import { Notice } from '@/components/ui/notice';
import type { VersionChoice } from '@/components/versions/version-line';
import {
  THREE_WAY_VIEWS,
  type ThreeWayClause,
  type ThreeWayPage,
  type ThreeWayView,
  type Touch,
} from '@/domain/redline/three-way/types';
import type { Locale } from '@/messages/locale';
import { formatter, translator } from '@/messages/translate';
import { type Side, type ThreeChoice, threeHref } from './choice';
import { ThreeClause } from './three-clause';

export type ThreeWayWords = ReturnType<typeof translator<'threeWay'>>;

const TOUCHES: readonly Touch[] = ['onlyA', 'onlyB', 'alike', 'differently', 'neither'];
const COUNTED: Readonly<Record<ThreeWayView, readonly Touch[]>> = {
  touched: ['onlyA', 'onlyB', 'alike', 'differently'],
  both: ['alike', 'differently'],
  differently: ['differently'],
  all: TOUCHES,
};

/** The result of a three-way comparison: who touched how many clauses, and the clauses of one page. */
export function ThreeWayResult(props: {
  documentId: string;
  choice: ThreeChoice;
  result: ThreeWayPage;
  /** How the three texts are cited, in short. */
  titles: Readonly<Record<Side, string>>;
  delegations: readonly DelegationName[];
  /** Language of the document itself. */
  language: string;
  locale: Locale;
}): ReactNode {
  const { documentId, choice, result, titles, locale } = props;
  const t = translator(locale, 'threeWay');
  const context = redlineContext({
    t: translator(locale, 'compare'),
    locale,
    rows: [],
    changes: [],
    delegations: props.delegations,
  });
  return (
    <>
      <Counts result={result} titles={titles} locale={locale} />
      <div className="flex flex-wrap items-center justify-between gap-3">
        <Views documentId={documentId} choice={choice} result={result} locale={locale} />
        <TwoWay documentId={documentId} choice={choice} titles={titles} locale={locale} />
      </div>
      {result.clauses.length === 0 ? (
        <Notice tone="info" title={t('noneTitle')}>
          <p>{t(`none.${choice.view}`)}</p>
        </Notice>
      ) : (
        <Clauses {...props} context={context} />
      )}
      <Pages documentId={documentId} choice={choice} result={result} locale={locale} />
    </>
  );
}

function Clauses(props: {
  result: ThreeWayPage;
  titles: Readonly<Record<Side, string>>;
  language: string;
  locale: Locale;
  context: RedlineContext;
}): ReactNode {
  const { result, titles, context } = props;
  const t = translator(props.locale, 'threeWay');
  return (
    <div className="redline three-way" lang={props.language} style={spokenWords(context)}>
      <div className="three-heads" lang={props.locale} aria-hidden="true">
        <span>{t('baseColumn', { version: titles.base })}</span>
        <span>{titles.a}</span>
        <span>{titles.b}</span>
      </div>
      {result.clauses.map((clause) => (
        <ThreeClause key={keyOf(clause)} clause={clause} titles={titles} t={t} context={context} />
      ))}
    </div>
  );
}

/** A clause of the base is itself; one that was put in is known by its places in the two texts. */
function keyOf({ base, a, b }: ThreeWayClause): string {
  return base === null ? `in ${a[0]?.new?.index} ${b[0]?.new?.index}` : String(base.index);
}

function Counts(props: {
  result: ThreeWayPage;
  titles: Readonly<Record<Side, string>>;
  locale: Locale;
}): ReactNode {
  const { result, titles, locale } = props;
  const t = translator(locale, 'threeWay');
  const format = formatter(locale);
  return (
    <section aria-label={t('summary')}>
      <dl className="compare-facts three-facts">
        {TOUCHES.map((touch) => (
          <div key={touch} data-touch={touch} data-zero={result.counts[touch] === 0 ? '' : undefined}>
            <dt>{t(`touch.${touch}`, { a: titles.a, b: titles.b })}</dt>
            <dd>{format.number(result.counts[touch])}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

function Views(props: {
  documentId: string;
  choice: ThreeChoice;
  result: ThreeWayPage;
  locale: Locale;
}): ReactNode {
  const { choice, result, locale } = props;
  const t = translator(locale, 'threeWay');
  const format = formatter(locale);
  return (
    <nav className="compare-views three-views" aria-label={t('view.label')}>
      {THREE_WAY_VIEWS.map((view) => (
        <Link
          key={view}
          href={threeHref(props.documentId, { ...choice, view, page: 1 })}
          prefetch={false}
          scroll={false}
          aria-current={view === choice.view ? 'page' : undefined}
        >
          {t(`view.${view}`)}{' '}
          <span className="three-view-count">
            {format.number(COUNTED[view].reduce((sum, touch) => sum + result.counts[touch], 0))}
          </span>
        </Link>
      ))}
    </nav>
  );
}

function TwoWay(props: {
  documentId: string;
  choice: ThreeChoice;
  titles: Readonly<Record<Side, string>>;
  locale: Locale;
}): ReactNode {
  const { choice, titles, locale } = props;
  const t = translator(locale, 'threeWay');
  const pairs: readonly (readonly [Side, Side])[] = [
    ['base', 'a'],
    ['base', 'b'],
    ['a', 'b'],
  ];
  const href = (from: VersionChoice, to: VersionChoice) =>
    compareHref(props.documentId, { from, to, fromDocument: null });
  return (
    <nav aria-label={t('twoWayLabel')} className="no-print flex flex-wrap gap-x-5 gap-y-1 text-sm">
      {pairs.map(([from, to]) => (
        <Link
          key={`${from} ${to}`}
          prefetch={false}
          href={href(choice[from], choice[to])}
          className="text-accent"
        >
          {t('twoWay', { from: titles[from], to: titles[to] })}
        </Link>
      ))}
    </nav>
  );
}

function Pages(props: {
  documentId: string;
  choice: ThreeChoice;
  result: ThreeWayPage;
  locale: Locale;
}): ReactNode {
  const { page, pages } = props.result;
  if (pages === 1) return null;
  const t = translator(props.locale, 'threeWay');
  const link = (to: number, words: string) => (
    <Link
      prefetch={false}
      className="text-accent"
      href={threeHref(props.documentId, { ...props.choice, page: to })}
    >
      {words}
    </Link>
  );
  return (
    <nav aria-label={t('pages.label')} className="no-print flex flex-wrap items-baseline gap-x-6 gap-y-1">
      {page > 1 ? link(page - 1, t('pages.previous')) : null}
      <span className="text-muted">{t('pages.at', { page, pages })}</span>
      {page < pages ? link(page + 1, t('pages.next')) : null}
    </nav>
  );
}
