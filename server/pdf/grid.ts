/** A cell as a text states it: how many columns and rows it covers. */
export interface SpannedCell {
  readonly w: number;
  readonly h: number;
}

export interface Place {
  readonly x: number;
  readonly y: number;
  readonly w: number;
  readonly h: number;
}

/** No cell that people read is wider; what claims to be is cut here, so that none can ask for a million columns. */
const WIDEST = 63;

/**
 * Where the cells of a table lie, row by row, as browsers place them: each takes the first free column of its row.
 * Spans that lead out of the table or over a taken cell are shortened. The result has the shape of `rows`.
 */
export function placeCells(rows: readonly (readonly SpannedCell[])[]): {
  readonly places: readonly (readonly Place[])[];
  readonly columns: number;
} {
  const taken = rows.map(() => new Set<number>());
  let columns = 1;
  const places = rows.map((cells, y) => {
    const line: Place[] = [];
    let x = 0;
    for (const cell of cells) {
      while (taken[y]?.has(x)) x += 1;
      let w = 1;
      while (w < Math.min(cell.w, WIDEST) && !taken[y]?.has(x + w)) w += 1;
      const h = Math.max(1, Math.min(cell.h, rows.length - y));
      for (let down = 0; down < h; down += 1) {
        for (let across = 0; across < w; across += 1) taken[y + down]?.add(x + across);
      }
      columns = Math.max(columns, x + w);
      line.push({ x, y, w, h });
      x += w;
    }
    return line;
  });
  return { places, columns };
}
