import { scaleLinear, scalePoint } from 'd3-scale';
import { line } from 'd3-shape';

export interface TrendFacts {
  /** Years or parts of them along the axis, in their order; the baseline's first where it is known. */
  readonly periods: readonly string[];
  readonly baseline: { readonly period: string; readonly value: number } | null;
  readonly region: readonly { readonly period: string; readonly value: number | null }[];
  readonly own: readonly { readonly period: string; readonly value: number | null }[];
  readonly targets: readonly { readonly period: string; readonly value: number }[];
}

interface Dot {
  readonly period: string;
  readonly x: number;
  readonly y: number;
  readonly value: number;
}

/** Where everything of one indicator's trend stands, in units of the drawing. */
export interface TrendPlan {
  readonly width: number;
  readonly height: number;
  readonly left: number;
  readonly right: number;
  readonly bottom: number;
  readonly ticks: readonly { readonly value: number; readonly y: number }[];
  readonly periods: readonly { readonly period: string; readonly x: number }[];
  readonly region: { readonly path: string; readonly dots: readonly Dot[] };
  readonly own: { readonly path: string; readonly dots: readonly Dot[] };
  readonly target: { readonly path: string; readonly dots: readonly Dot[] };
  readonly baseline: Dot | null;
}

const WIDTH = 320;
const HEIGHT = 168;
const LEFT = 50;
const RIGHT = 16;
const TOP = 14;
const BOTTOM = 40;

export function planTrend(facts: TrendFacts): TrendPlan {
  const x = scalePoint([...facts.periods], [LEFT + 8, WIDTH - RIGHT]);
  const known = (points: readonly { readonly period: string; readonly value: number | null }[]) =>
    points.flatMap(({ period, value }) => (value === null ? [] : [{ period, value }]));
  const region = known(facts.region);
  const own = known(facts.own);
  const start = facts.baseline === null ? [] : [facts.baseline];
  const values = [...region, ...own, ...facts.targets, ...start].map(({ value }) => value);
  const [least, most] = [Math.min(0, ...values), Math.max(0, ...values)];
  const y = scaleLinear([least, most === least ? least + 1 : most], [HEIGHT - BOTTOM, TOP]).nice(3);
  const dot = ({ period, value }: { period: string; value: number }): Dot => ({
    period,
    value,
    x: x(period) ?? LEFT,
    y: y(value),
  });
  const drawn = (dots: readonly Dot[]) =>
    line<Dot>(
      (point) => point.x,
      (point) => point.y,
    )([...dots]) ?? '';
  const inOrder = (points: readonly { period: string; value: number }[]) =>
    points
      .filter(({ period }) => facts.periods.includes(period))
      .toSorted((a, b) => facts.periods.indexOf(a.period) - facts.periods.indexOf(b.period))
      .map(dot);
  const targets = inOrder(facts.targets);
  const baseline = facts.baseline === null ? null : dot(facts.baseline);
  const regionDots = inOrder(region);
  return {
    width: WIDTH,
    height: HEIGHT,
    left: LEFT,
    right: WIDTH - RIGHT,
    bottom: HEIGHT - BOTTOM,
    ticks: y.ticks(3).map((value) => ({ value, y: y(value) })),
    periods: facts.periods.map((period) => ({ period, x: x(period) ?? LEFT })),
    region: {
      path: drawn(baseline === null || regionDots.length === 0 ? regionDots : [baseline, ...regionDots]),
      dots: regionDots,
    },
    own: { path: drawn(inOrder(own)), dots: inOrder(own) },
    target: { path: drawn(baseline === null ? targets : [baseline, ...targets]), dots: targets },
    baseline,
  };
}
