import { type RefObject, useEffect, useMemo, useRef, useState } from 'react';
import { type At, cellOf } from './grid-places';
import { blockBetween, type Place } from './movement';
import type { ShownRow } from './shown-rows';

/** Where one stands in the grid, and the block that reaches from there to where one began to choose. */
export function useChosen(table: RefObject<HTMLTableElement | null>, rows: readonly ShownRow[]) {
  const places = useMemo(() => new Map(rows.map(({ key }, index) => [key, index])), [rows]);
  const [chosen, setChosen] = useState<{ at: At; anchor: At } | null>(null);
  const [target, setTarget] = useState<string | null>(null);
  const wantsFocus = useRef(false);

  const at = atNow(chosen?.at, places, rows[0]);
  const place = at === null ? null : { row: places.get(at.key) ?? 0, column: at.column };
  const anchorRow = chosen === null ? undefined : places.get(chosen.anchor.key);
  const anchor =
    chosen === null || anchorRow === undefined ? place : { row: anchorRow, column: chosen.anchor.column };
  const block = place === null || anchor === null ? null : blockBetween(anchor, place);

  // A link to one activity leads to its row, and so does having added it.
  useEffect(() => setTarget(decodeURIComponent(window.location.hash.slice(1))), []);
  const arrival = rows.find(({ activity }) => activity.id === target)?.key;
  useEffect(() => {
    if (arrival === undefined) return;
    const there = { key: arrival, column: 0 };
    setChosen({ at: there, anchor: there });
    cellOf(table.current, there)?.scrollIntoView({ block: 'center' });
  }, [table, arrival]);

  return {
    places,
    at,
    place,
    block,
    /** Whether somebody has chosen anything yet. */
    isChosen: chosen !== null,
    target,
    setTarget,
    activity: rows[place?.row ?? -1]?.activity,
    choose(to: Place, extends_ = false) {
      const key = rows[to.row]?.key;
      if (key === undefined) return;
      const next = { key, column: to.column };
      setChosen({ at: next, anchor: extends_ && chosen !== null ? chosen.anchor : next });
      wantsFocus.current = true;
    },
    /** Chooses the one cell that one stands in. */
    chooseOne() {
      if (at !== null) setChosen({ at, anchor: at });
    },
    /** The keyboard comes back to the cell once nothing else has it. */
    wantFocus() {
      wantsFocus.current = true;
    },
    takeFocus() {
      if (!wantsFocus.current) return;
      wantsFocus.current = false;
      // Where the row is gone the first one is where Tab leads to; what is typed on must not land there.
      if (chosen !== null && !places.has(chosen.at.key)) return;
      cellOf(table.current, at)?.focus();
    },
  };
}

export type Chosen = ReturnType<typeof useChosen>;

function atNow(
  at: At | undefined,
  places: ReadonlyMap<string, number>,
  first: ShownRow | undefined,
): At | null {
  if (at !== undefined && places.has(at.key)) return at;
  return first === undefined ? null : { key: first.key, column: 0 };
}
