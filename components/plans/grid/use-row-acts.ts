import type { KeyboardEvent } from 'react';
import type { PlanView } from '@/domain/plan/view';
import type { IndicatorsGo } from './grid-state';
import type { GridStore } from './grid-store';
import type { ShownRow } from './shown-rows';
import type { Chosen } from './use-chosen';

/** Acts on whole rows: a step up or down, out of the matrix. */
export function useRowActs(on: {
  store: GridStore;
  chosen: Chosen;
  rows: readonly ShownRow[];
  view: PlanView;
  /** Whether one may add rows and take them out. */
  adds: boolean;
  /** What is said where rows are not in the order of the matrix. */
  sorted: string;
}) {
  const { store, chosen, rows } = on;
  const { block } = chosen;
  /** Each once: under leads and years one may stand several times. */
  const chosenIds =
    block === null
      ? []
      : [...new Set(rows.slice(block.top, block.bottom + 1).map(({ activity }) => activity.id))];

  function step(direction: 'up' | 'down') {
    const { activity } = chosen;
    if (activity === undefined || chosenIds.length > 1) return;
    if (on.view.sort !== 'matrix') {
      store.say({ kind: 'refused', message: on.sorted });
      return;
    }
    chosen.wantFocus();
    void store.step(activity.id, direction);
  }

  const remove = () => void afterRemoval(store.remove(chosenIds));
  const letGo = (indicators: IndicatorsGo) => void afterRemoval(store.letGo(indicators));

  /** Once rows have left one stands in the row that took their place; where they stayed, in them. */
  async function afterRemoval(removal: Promise<void>) {
    const next = block === null ? null : { row: block.bottom + 1, column: 0 };
    const before = block === null ? null : { row: block.top - 1, column: 0 };
    await removal;
    if (store.state().leaving !== null) return;
    const said = store.state().said?.kind;
    if (said === 'removed' || said === 'gone') {
      const to = next !== null && rows[next.row] !== undefined ? next : before;
      if (to !== null) chosen.choose(to);
    }
    chosen.wantFocus();
  }

  /** Whether it was a key that acts on whole rows. */
  function onKey({ key, altKey }: KeyboardEvent, ctrlKey: boolean): boolean {
    if (!on.adds) return false;
    if (altKey && (key === 'ArrowUp' || key === 'ArrowDown')) step(key === 'ArrowUp' ? 'up' : 'down');
    else if (ctrlKey && (key === 'Delete' || key === 'Backspace')) remove();
    else return false;
    return true;
  }

  return { chosenIds, step, remove, letGo, onKey };
}
