import type { Redline } from '../../../../domain/redline/types';
import { touchesBetween } from '../../../../domain/text/ledger/form/between';
import { attributedRedline } from '../../attributed-redline';
import { textOfDoc } from '../../ydoc';
import type { Ledger } from '../ledger';
import { readingOf } from '../reading';
import { removalsOf } from '../removals';
import { writtenRuns } from '../work';
import type { Desk } from './desk';

/** The redline of the texts at two rows of a desk's log, as a comparison of two versions there has it. */
export function redlineBetween(desk: Desk, from: number, to: number, now: Ledger = desk.ledger(to)): Redline {
  const then = desk.ledger(from);
  const authorOf = (row: number) => desk.rows[row - 1]?.delegation;
  return attributedRedline({
    oldJson: JSON.stringify(textOfDoc(then.doc)),
    newJson: JSON.stringify(textOfDoc(now.doc)),
    options: { houseStyle: 'declaration' },
    written: writtenRuns(readingOf(now)).map(({ length, written }) => [length, authorOf(written)]),
    removed: removalsOf(readingOf(then), now.fates, to).map(({ length, removed }) => [
      length,
      authorOf(removed),
    ]),
    touches: touchesBetween(
      now.forms.traces.entries(),
      from,
      to,
      desk.marks.filter(({ restores }) => restores > 0),
    ),
  });
}

/** What was done and who did it, as "moved A", in the order of the redline; "structure kind A". */
export function madeBetween(desk: Desk, from: number, to = desk.rows.length): string[] {
  const { changes, rows } = redlineBetween(desk, from, to);
  return changes
    .filter(({ kind }) => kind !== 'wording')
    .map(({ id, kind, row, author }) => {
      const what = rows[row]?.structure.find(({ change }) => change === id)?.what;
      return [kind, ...(what === undefined ? [] : [what]), author ?? 'nobody'].join(' ');
    });
}
