import { scaleBand } from 'd3-scale';

/** Where the cells of the heat map stand, in units of the drawing. */
export interface HeatPlan {
  readonly width: number;
  readonly height: number;
  readonly top: number;
  readonly left: number;
  readonly column: (indicatorId: string) => number;
  readonly row: (key: string) => number;
  readonly cell: { readonly width: number; readonly height: number };
  /** Beginnings of the areas, for their names above the columns. */
  readonly areas: readonly { readonly id: string; readonly x: number; readonly width: number }[];
}

const LEFT = 148;
const TOP = 52;
/** Columns are as wide as a desk allows where they are few, and as narrow as their figures where they are many. */
const NARROWEST = 64;
const WIDEST = 104;
const DESK = 1180;
const STEP_Y = 34;
const GAP = 12;

/** Columns in the order of indicators with a gap between areas, a row for each key. */
export function planHeatMap(
  indicators: readonly { readonly id: string; readonly areaId: string | null }[],
  rows: readonly string[],
): HeatPlan {
  const room = (DESK - LEFT) / Math.max(1, indicators.length);
  const step = Math.round(Math.max(NARROWEST, Math.min(WIDEST, room)));
  const x = new Map<string, number>();
  const areas: { id: string; x: number; width: number }[] = [];
  let at = LEFT;
  indicators.forEach(({ id, areaId }, index) => {
    const isNew = index === 0 || indicators[index - 1]?.areaId !== areaId;
    if (isNew && index > 0) at += GAP;
    if (isNew) areas.push({ id: areaId ?? '', x: at, width: 0 });
    x.set(id, at);
    at += step;
    const area = areas.at(-1);
    if (area !== undefined) area.width = at - area.x - 4;
  });
  const y = scaleBand(rows, [TOP, TOP + rows.length * STEP_Y]).paddingInner(0.12);
  return {
    width: Math.max(at, LEFT + step) + 4,
    height: TOP + rows.length * STEP_Y + 6,
    top: TOP,
    left: LEFT,
    column: (id) => x.get(id) ?? LEFT,
    row: (key) => y(key) ?? TOP,
    cell: { width: step - 4, height: y.bandwidth() },
    areas,
  };
}
