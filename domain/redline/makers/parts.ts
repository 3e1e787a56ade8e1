import type { RedlineRow } from '../types';
import { lastHandOf, type Touched } from './touched';

/** Who brought a clause that is new, or took away one that is gone: whoever did so last. */
export function makerOfWhole({ old, new: fresh }: RedlineRow, touched: Touched): string | undefined {
  const id = (fresh ?? old)?.id ?? null;
  return id === null ? undefined : lastHandOf(touched.of(id, 'there'));
}

/**
 * Who split a clause off another: the row that brought it put words of the other in it, and nobody else has put words in
 * it, or taken some out of it, since.
 */
export function makerOfSplit({ old, new: fresh }: RedlineRow, touched: Touched): string | undefined {
  return makerOfPart(fresh?.id ?? null, old?.id ?? null, touched, 'since');
}

/**
 * Who joined a clause to another: the row that took it away put words of it in the other, and nobody else had put words
 * in it, or taken some out of it, before.
 */
export function makerOfMerge({ old, new: fresh }: RedlineRow, touched: Touched): string | undefined {
  return makerOfPart(old?.id ?? null, fresh?.id ?? null, touched, 'before');
}

function makerOfPart(
  part: string | null,
  whole: string | null,
  touched: Touched,
  when: 'since' | 'before',
): string | undefined {
  if (part === null || whole === null || part === whole) return undefined;
  const turn = touched.of(part, 'there').at(-1);
  if (turn === undefined || turn.by === null || turn.row === 0) return undefined;
  const flows = touched.of(part, 'words');
  const isTurn = flows.some(({ row, other, by }) => row === turn.row && other === whole && by === turn.by);
  const isItsAlone = flows.every(
    ({ row, by }) => by === turn.by || (when === 'since' && row < turn.row && row > 0),
  );
  return isTurn && isItsAlone ? turn.by : undefined;
}
