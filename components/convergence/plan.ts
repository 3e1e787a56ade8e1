import { scaleLinear, scalePoint } from 'd3-scale';
import { curveStepAfter, line } from 'd3-shape';

/** What the chart needs of a revision. */
export interface ChartPoint {
  readonly key: string;
  readonly inserted: number | null;
  readonly deleted: number | null;
  /** 0 to 1, or null where it is not known. */
  readonly standing: number | null;
}

export interface Bar {
  readonly key: string;
  /** Middle of the bar. */
  readonly x: number;
  readonly inserted: { readonly y: number; readonly height: number };
  readonly deleted: { readonly y: number; readonly height: number };
}

/** Where everything stands, in units of the drawing. Bars above the axis are insertions, below it deletions. */
export interface ChartPlan {
  readonly width: number;
  readonly height: number;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  readonly axis: number;
  readonly barWidth: number;
  readonly bars: readonly Bar[];
  /** Round numbers of words with their heights; negative ones below the axis. */
  readonly ticks: readonly { readonly words: number; readonly y: number }[];
  readonly standing: {
    readonly path: string;
    readonly dots: readonly { readonly x: number; readonly y: number }[];
  };
  /** Heights of 0 %, 50 % and 100 %. */
  readonly shares: readonly { readonly share: number; readonly y: number }[];
  /** Every so many revisions have their name on the axis. */
  readonly labelEvery: number;
}

const HEIGHT = 395;
/** The shares have a panel of their own above the bars: two scales in one would be read against each other. */
const SHARE_TOP = 14;
const SHARE_BOTTOM = 84;
const TOP = 112;
/** Name, day and year of a revision. */
const BOTTOM = 61;
const LEFT = 56;
const RIGHT = 20;
const STEP = 64;
const NARROWEST = 420;
const WIDEST = 1000;
const LABEL = 72;

export function planChart(points: readonly ChartPoint[]): ChartPlan {
  const width = Math.min(WIDEST, Math.max(NARROWEST, LEFT + RIGHT + points.length * STEP));
  const bottom = HEIGHT - BOTTOM;
  const x = scalePoint(
    points.map(({ key }) => key),
    [LEFT, width - RIGHT],
  ).padding(0.6);
  const step = points.length > 1 ? x.step() : STEP;
  const most = (of: (point: ChartPoint) => number | null) =>
    Math.max(0, ...points.map((point) => of(point) ?? 0));
  const up = most(({ inserted }) => inserted);
  const down = most(({ deleted }) => deleted);
  // Few words must not look like many, and no words at all still have an axis.
  const y = scaleLinear([-Math.max(down, 5), Math.max(up, 5)], [bottom, TOP]).nice(6);
  const share = scaleLinear([0, 1], [SHARE_BOTTOM, SHARE_TOP]);
  const at = (key: string) => x(key) ?? LEFT;
  const known = points.flatMap(({ key, standing }) =>
    standing === null ? [] : [{ x: at(key), y: share(standing) }],
  );
  return {
    width,
    height: HEIGHT,
    left: LEFT,
    right: width - RIGHT,
    top: TOP,
    bottom,
    axis: y(0),
    barWidth: Math.max(4, Math.min(34, step * 0.56)),
    bars: points.map(({ key, inserted, deleted }) => ({
      key,
      x: at(key),
      inserted: { y: y(inserted ?? 0), height: y(0) - y(inserted ?? 0) },
      deleted: { y: y(0), height: y(-(deleted ?? 0)) - y(0) },
    })),
    ticks: y.ticks(6).map((words) => ({ words, y: y(words) })),
    standing: {
      path:
        line<{ x: number; y: number }>(
          (point) => point.x,
          (point) => point.y,
        ).curve(curveStepAfter)(known) ?? '',
      dots: known,
    },
    shares: [0, 0.5, 1].map((value) => ({ share: value, y: share(value) })),
    labelEvery: Math.max(1, Math.ceil(LABEL / step)),
  };
}
