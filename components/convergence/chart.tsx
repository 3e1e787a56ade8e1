import type { ReactNode } from 'react';
import type { Locale } from '@/messages/locale';
import { formatter, translator } from '@/messages/translate';
import { type ChartPlan, planChart } from './plan';

/** A revision as chart and table show it. */
export interface RevisionFacts {
  readonly key: string;
  /** "Rev.2", or what the text as it stands is called. */
  readonly name: string;
  readonly at: string;
  readonly inserted: number | null;
  readonly deleted: number | null;
  readonly words: number;
  readonly standing: number | null;
  readonly openBrackets: number;
  readonly openPlaceholders: number;
  readonly openClauses: number;
  /** The comparison with the text before, or null for a first text. */
  readonly href: string | null;
}

/**
 * Words inserted above the axis, deleted below it, a bar for each revision that leads to its comparison; over them
 * the share of the present text that was written by then. Drawn on the server; patterns tell what colour tells.
 */
export function ConvergenceChart(props: { revisions: readonly RevisionFacts[]; locale: Locale }): ReactNode {
  const { revisions, locale } = props;
  const t = translator(locale, 'convergence');
  const plan = planChart(revisions);
  const years = revisions.map(({ at }) => formatter(locale).dateTime(new Date(at), { year: 'numeric' }));
  const isNamed = (index: number) => index % plan.labelEvery === 0 || index === plan.bars.length - 1;
  const yearBefore = (index: number) => years.findLast((_, before) => before < index && isNamed(before));
  return (
    <figure className="convergence">
      <Legend hasStanding={plan.standing.dots.length > 0} locale={locale} />
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a wide chart scrolls sideways, and the keyboard must reach it */}
      <section className="convergence-scroll" tabIndex={0} aria-label={t('chart.title')}>
        <svg
          viewBox={`0 0 ${plan.width} ${plan.height}`}
          style={{ minWidth: `${plan.width * 0.75}px`, maxWidth: `${plan.width * 1.2}px` }}
          aria-labelledby="convergence-title"
          aria-describedby="convergence-desc"
        >
          <title id="convergence-title">{t('chart.title')}</title>
          <desc id="convergence-desc">{describe(revisions, locale)}</desc>
          <Patterns />
          <Axes plan={plan} locale={locale} />
          {plan.bars.map((bar, index) => {
            const revision = revisions[index];
            return revision === undefined ? null : (
              <Revision
                key={bar.key}
                revision={revision}
                bar={bar}
                plan={plan}
                isNamed={isNamed(index)}
                year={yearBefore(index) === years[index] ? '' : (years[index] ?? '')}
                locale={locale}
              />
            );
          })}
          <Unspoken plan={plan}>
            <path className="convergence-line" d={plan.standing.path} />
            {plan.standing.dots.map((dot) => (
              <circle key={dot.x} className="convergence-dot" cx={dot.x} cy={dot.y} r="3.2" />
            ))}
          </Unspoken>
        </svg>
      </section>
    </figure>
  );
}

/** What the table says better: a part of the drawing that is only seen. */
function Unspoken(props: { plan: ChartPlan; children: ReactNode }): ReactNode {
  return (
    <svg aria-hidden="true" width={props.plan.width} height={props.plan.height} className="convergence-part">
      {props.children}
    </svg>
  );
}

function Patterns(): ReactNode {
  return (
    <defs>
      <pattern id="convergence-in" width="7" height="7" patternUnits="userSpaceOnUse">
        <rect width="7" height="7" className="convergence-in-ground" />
        <path d="M0 3.5H7" className="convergence-in-line" />
      </pattern>
      <pattern
        id="convergence-out"
        width="6"
        height="6"
        patternUnits="userSpaceOnUse"
        patternTransform="rotate(45)"
      >
        <rect width="6" height="6" className="convergence-out-ground" />
        <path d="M0 0V6" className="convergence-out-line" />
      </pattern>
    </defs>
  );
}

function Axes(props: { plan: ChartPlan; locale: Locale }): ReactNode {
  const { plan } = props;
  const format = formatter(props.locale);
  return (
    <Unspoken plan={plan}>
      {plan.ticks.map(({ words, y }) => (
        <g key={words}>
          <line className="convergence-grid" x1={plan.left} x2={plan.right} y1={y} y2={y} />
          <text className="convergence-tick" x={plan.left - 8} y={y + 4} textAnchor="end">
            {words < 0 ? `−${format.number(-words)}` : `${words > 0 ? '+' : ''}${format.number(words)}`}
          </text>
        </g>
      ))}
      {plan.standing.dots.length === 0
        ? null
        : plan.shares.map(({ share, y }) => (
            <g key={share}>
              <line className="convergence-grid" x1={plan.left} x2={plan.right} y1={y} y2={y} />
              <text
                className="convergence-tick convergence-share"
                x={plan.left - 8}
                y={y + 4}
                textAnchor="end"
              >
                {format.number(share, { style: 'percent' })}
              </text>
            </g>
          ))}
      <line className="convergence-axis" x1={plan.left} x2={plan.right} y1={plan.axis} y2={plan.axis} />
    </Unspoken>
  );
}

function Revision(props: {
  revision: RevisionFacts;
  bar: ChartPlan['bars'][number];
  plan: ChartPlan;
  isNamed: boolean;
  /** Where it is another than that of the name before; else empty. */
  year: string;
  locale: Locale;
}): ReactNode {
  const { revision, bar, plan, locale } = props;
  const t = translator(locale, 'convergence');
  const left = bar.x - plan.barWidth / 2;
  const shape = (
    <>
      {/* The whole column answers to the pointer: a bar of three words is hard to hit. */}
      <rect
        className="convergence-hit"
        x={left - 4}
        y={plan.top}
        width={plan.barWidth + 8}
        height={plan.bottom - plan.top}
      />
      <rect
        fill="url(#convergence-in)"
        className="convergence-in"
        x={left}
        width={plan.barWidth}
        {...bar.inserted}
      />
      <rect
        fill="url(#convergence-out)"
        className="convergence-out"
        x={left}
        width={plan.barWidth}
        {...bar.deleted}
      />
      {revision.inserted === null && plan.labelEvery === 1 ? (
        <text className="convergence-tick" x={bar.x} y={plan.axis - 8} textAnchor="middle">
          {t(revision.href === null ? 'chart.first' : 'chart.uncounted')}
        </text>
      ) : null}
    </>
  );
  return (
    <>
      {revision.href === null || revision.inserted === null || revision.deleted === null ? (
        <Unspoken plan={plan}>{shape}</Unspoken>
      ) : (
        <a
          href={revision.href}
          className="convergence-bar"
          aria-label={t('chart.bar', {
            version: revision.name,
            date: sayDate(revision.at, locale),
            inserted: revision.inserted,
            deleted: revision.deleted,
          })}
        >
          {shape}
        </a>
      )}
      {props.isNamed ? (
        <Unspoken plan={plan}>
          <text className="convergence-name" x={bar.x} y={plan.bottom + 20} textAnchor="middle">
            {revision.name}
          </text>
          <text className="convergence-tick" x={bar.x} y={plan.bottom + 36} textAnchor="middle">
            {formatter(locale).dateTime(new Date(revision.at), { day: 'numeric', month: 'short' })}
          </text>
          <text className="convergence-tick" x={bar.x} y={plan.bottom + 51} textAnchor="middle">
            {props.year}
          </text>
        </Unspoken>
      ) : null}
    </>
  );
}

function Legend(props: { hasStanding: boolean; locale: Locale }): ReactNode {
  const t = translator(props.locale, 'convergence');
  return (
    <figcaption className="convergence-legend" aria-hidden="true">
      {(['inserted', 'deleted', ...(props.hasStanding ? (['standing'] as const) : [])] as const).map(
        (what) => (
          <span key={what}>
            <span className="convergence-key" data-what={what} />
            {t(`chart.${what}`)}
          </span>
        ),
      )}
    </figcaption>
  );
}

function describe(revisions: readonly RevisionFacts[], locale: Locale): string {
  const t = translator(locale, 'convergence');
  const counted = revisions.filter((revision) => revision.inserted !== null);
  const last = counted.at(-1);
  if (last === undefined) return t('chart.descFirst');
  const changed = (revision: RevisionFacts) => (revision.inserted ?? 0) + (revision.deleted ?? 0);
  const widest = counted.reduce((most, revision) => (changed(revision) > changed(most) ? revision : most));
  const format = formatter(locale);
  return t('chart.desc', {
    count: revisions.length,
    widest: widest.name,
    inserted: format.number(widest.inserted ?? 0),
    deleted: format.number(widest.deleted ?? 0),
    last: last.name,
    lastInserted: format.number(last.inserted ?? 0),
    lastDeleted: format.number(last.deleted ?? 0),
  });
}

export function sayDate(at: string, locale: Locale): string {
  return formatter(locale).dateTime(new Date(at), { dateStyle: 'long' });
}
