import type { ReactNode } from 'react';
import type { Entry } from '@/domain/monitoring/entries';
import type { IndicatorType } from '@/domain/monitoring/indicators';
import { LIGHTS, type Light } from '@/domain/monitoring/lights';
import { sayValue } from '@/messages/answers';
import type { Locale } from '@/messages/locale';
import { countryName, type NamedCountry, nameIn } from '@/messages/names';
import { formatter, translator } from '@/messages/translate';
import { type HeatPlan, planHeatMap } from './heat-plan';
import { AnswerShape, LightSign } from './signs';

export interface HeatIndicator {
  readonly id: string;
  readonly code: string;
  readonly title: string;
  readonly type: IndicatorType;
  readonly scale: readonly string[];
  readonly areaId: string | null;
  readonly light: Light;
  /** The region's figure as words, or null where there is none. */
  readonly region: string | null;
  readonly reported: number;
  readonly asked: number;
}

interface Props {
  readonly indicators: readonly HeatIndicator[];
  readonly rows: readonly {
    readonly country: string;
    readonly cells: readonly {
      readonly indicatorId: string;
      readonly answer: Entry;
      readonly light: Light;
    }[];
  }[];
  readonly areas: readonly {
    readonly id: string;
    readonly code: string;
    readonly title: string;
    readonly titleThai: string;
  }[];
  readonly countries: readonly NamedCountry[];
  readonly locale: Locale;
}

const REGION = ' region';
const COVERAGE = ' coverage';

/** Members by indicators: each cell its figure and light, the region above with how many reported. Drawn on the server. */
export function HeatMap(props: Props): ReactNode {
  const { indicators, rows, locale } = props;
  const t = translator(locale, 'monitoring');
  const plan = planHeatMap(indicators, [REGION, COVERAGE, ...rows.map(({ country }) => country)]);
  return (
    <figure className="m-0">
      <LightLegend locale={locale} />
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a wide chart scrolls sideways, and the keyboard must reach it */}
      <section className="chart-scroll" tabIndex={0} aria-label={t('heat.title')}>
        <svg
          viewBox={`0 0 ${plan.width} ${plan.height}`}
          width={plan.width}
          height={plan.height}
          className="heat"
          aria-labelledby="heat-title heat-desc"
        >
          <title id="heat-title">{t('heat.title')}</title>
          <desc id="heat-desc">
            {t('heat.desc', { indicators: indicators.length, members: rows.length })}
          </desc>
          <Strips />
          <Heads {...props} plan={plan} />
          {/* The table below says it better; here it is seen. */}
          <svg aria-hidden="true" width={plan.width} height={plan.height}>
            <text className="heat-name heat-region" x="0" y={plan.row(REGION) + plan.cell.height / 2 + 4}>
              {t('region')}
            </text>
            <text className="heat-name heat-quiet" x="0" y={plan.row(COVERAGE) + plan.cell.height / 2 + 2}>
              {t('coverage.title')}
            </text>
            {indicators.map((indicator) => (
              <g key={indicator.id}>
                <Cell
                  plan={plan}
                  column={indicator.id}
                  row={REGION}
                  light={indicator.light}
                  words={indicator.region ?? '–'}
                  isRegion
                />
                <CoverageBar plan={plan} indicator={indicator} locale={locale} />
              </g>
            ))}
            {rows.map(({ country, cells }) => (
              <g key={country}>
                <text className="heat-name" x="0" y={plan.row(country) + plan.cell.height / 2 + 4}>
                  {named(country, props.countries, locale)}
                </text>
                {cells.map(({ indicatorId, answer, light }) => {
                  const indicator = indicators.find(({ id }) => id === indicatorId);
                  if (indicator === undefined) return null;
                  return answer.kind === 'value' ? (
                    <Cell
                      key={indicatorId}
                      plan={plan}
                      column={indicatorId}
                      row={country}
                      light={light}
                      words={answer.value === null ? '“…”' : short(indicator, answer.value, locale)}
                    />
                  ) : (
                    <Unanswered
                      key={indicatorId}
                      plan={plan}
                      column={indicatorId}
                      row={country}
                      kind={answer.kind}
                    />
                  );
                })}
              </g>
            ))}
          </svg>
        </svg>
      </section>
    </figure>
  );
}

/** Lights by shape, strip and words, and the three answers without a figure. */
export function LightLegend(props: { locale: Locale; withAnswers?: boolean }): ReactNode {
  const t = translator(props.locale, 'monitoring');
  return (
    <p className="light-legend">
      {LIGHTS.map((light) => (
        <LightSign key={light} light={light} locale={props.locale} />
      ))}
      {props.withAnswers === false
        ? null
        : (['notReported', 'notAvailable', 'notApplicable'] as const).map((kind) => (
            <span key={kind} className="light-sign">
              <svg className="answer-sign" width="12" height="12" viewBox="0 0 12 12" aria-hidden="true">
                <AnswerShape kind={kind} />
              </svg>
              {t(`answer.${kind}`)}
            </span>
          ))}
    </p>
  );
}

/** Strips at the foot of a cell: full, in stripes, in dots. They say what colour says. */
export function Strips(): ReactNode {
  return (
    <defs>
      <pattern
        id="strip-behind"
        width="6"
        height="6"
        patternUnits="userSpaceOnUse"
        patternTransform="rotate(45)"
      >
        <path d="M1.5 0V6" className="strip-line" data-light="behind" />
      </pattern>
      <pattern id="strip-offTrack" width="5" height="5" patternUnits="userSpaceOnUse">
        <circle cx="2.5" cy="2.5" r="1.5" className="strip-dot" data-light="offTrack" />
      </pattern>
    </defs>
  );
}

function Heads({ plan, indicators, areas, locale }: Props & { plan: HeatPlan }): ReactNode {
  return (
    <>
      {plan.areas.map(({ id, x, width }) => {
        const area = areas.find((one) => one.id === id);
        const name = area === undefined ? '–' : nameIn(locale, area.title, area.titleThai);
        const room = Math.floor(width / 6.6);
        return (
          <g key={id}>
            <title>{name}</title>
            <text className="heat-area" x={x} y="14">
              {area?.code} {name.length > room ? `${name.slice(0, Math.max(0, room - 3))}…` : name}
            </text>
            <line className="heat-rule" x1={x} x2={x + width} y1="20" y2="20" />
          </g>
        );
      })}
      {indicators.map(({ id, code, title }) => (
        <a key={id} href={`#trend-${id}`} aria-label={`${code} ${title}`}>
          <title>{`${code} ${title}`}</title>
          <text className="heat-code" x={plan.column(id) + plan.cell.width / 2} y="40" textAnchor="middle">
            {code}
          </text>
        </a>
      ))}
    </>
  );
}

function Cell(props: {
  plan: HeatPlan;
  column: string;
  row: string;
  light: Light;
  words: string;
  isRegion?: boolean;
}): ReactNode {
  const { plan, light } = props;
  const { width, height } = plan.cell;
  const [x, y] = [plan.column(props.column), plan.row(props.row)];
  return (
    <g>
      <rect className="heat-cell" data-light={light} x={x} y={y} width={width} height={height} rx="3" />
      {light === 'noData' ? null : (
        <rect
          className="heat-strip"
          data-light={light}
          x={x + 3}
          y={y + height - 6}
          width={width - 6}
          height="4"
          {...(light === 'onTrack' ? {} : { fill: `url(#strip-${light})` })}
        />
      )}
      <text
        className={props.isRegion === true ? 'heat-figure heat-region' : 'heat-figure'}
        x={x + width / 2}
        y={y + height / 2 + 1}
        textAnchor="middle"
      >
        {props.words.length > 9 ? `${props.words.slice(0, 8)}…` : props.words}
      </text>
    </g>
  );
}

function Unanswered(props: {
  plan: HeatPlan;
  column: string;
  row: string;
  kind: 'notReported' | 'notAvailable' | 'notApplicable';
}): ReactNode {
  const { plan } = props;
  const [x, y] = [plan.column(props.column), plan.row(props.row)];
  return (
    <g>
      <rect
        className="heat-cell"
        data-light="none"
        x={x}
        y={y}
        width={plan.cell.width}
        height={plan.cell.height}
        rx="3"
      />
      <g
        className="answer-sign"
        transform={`translate(${x + plan.cell.width / 2 - 6} ${y + plan.cell.height / 2 - 6})`}
      >
        <AnswerShape kind={props.kind} />
      </g>
    </g>
  );
}

function CoverageBar(props: { plan: HeatPlan; indicator: HeatIndicator; locale: Locale }): ReactNode {
  const { plan, indicator } = props;
  const { width } = plan.cell;
  const [x, y] = [plan.column(indicator.id), plan.row(COVERAGE)];
  const share = indicator.asked === 0 ? 0 : indicator.reported / indicator.asked;
  const format = formatter(props.locale);
  return (
    <g>
      <text className="heat-figure heat-quiet" x={x + width / 2} y={y + 11} textAnchor="middle">
        {format.number(indicator.reported)}/{format.number(indicator.asked)}
      </text>
      <rect className="heat-track" x={x + 6} y={y + 16} width={width - 12} height="4" rx="2" />
      <rect className="heat-cover" x={x + 6} y={y + 16} width={(width - 12) * share} height="4" rx="2" />
    </g>
  );
}

/** A figure that has to fit into a cell: 12.9K. The whole one stands in the table. */
function short(indicator: HeatIndicator, value: number, locale: Locale): string {
  if (indicator.type !== 'number' || Math.abs(value) < 10_000) return sayValue(locale, indicator, value);
  return formatter(locale).number(value, { notation: 'compact', maximumFractionDigits: 1 });
}

function named(code: string, countries: readonly NamedCountry[], locale: Locale): string {
  const country = countries.find((one) => one.code === code);
  return country === undefined ? code : countryName(locale, country);
}
