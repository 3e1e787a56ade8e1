import { type Entry, isSameEntry, LONGEST_NOTE, NOT_REPORTED } from '../monitoring/entries';
import type { Indicator } from '../monitoring/indicators';
import { KIND_WORDS, parseEntry, typedValue } from '../monitoring/parse-value';
import { refuse } from '../refusal';
import { cleanLine } from '../text/clean-line';
import type { RowsDone } from './activities';
import { type CellChange, type DryRun, dryRunOf, type TriedRow } from './dry-run';
import { rowFinder } from './known-rows';
import { addressIn, type SheetFinding, type SheetTable } from './table';

/** An indicator that a return answers, with what stands for it. */
export interface AskedIndicator extends Pick<Indicator, 'type' | 'scale'> {
  readonly id: string;
  readonly code: string;
  readonly standing: StandingAnswer | null;
}

export interface StandingAnswer extends Entry {
  readonly id: string;
  readonly note: string;
  readonly evidence: string;
}

/** An answer to enter; `seen` names the one that stood when the file was tried. */
export interface AnswerWrite extends Entry {
  readonly indicatorId: string;
  readonly note: string;
  readonly evidence: string;
  readonly seen: string;
}

/** Tries the rows of a file on a country's return. What the file does not hold is left as it stands. */
export function tryReturn(
  table: SheetTable,
  asked: readonly AskedIndicator[],
  tell: RowsDone,
): DryRun<AnswerWrite> {
  const find = rowFinder(asked);
  const findings: SheetFinding[] = [];
  const tried: TriedRow<AnswerWrite>[] = [];
  table.rows.forEach((row, index) => {
    if (index % 250 === 0) tell(index, table.rows.length);
    const wrong = (column: string | null, refusal: SheetFinding['refusal']) =>
      findings.push({ row: row.row, address: addressIn(table, column, row.row), refusal });
    const known = find(row);
    if ('refusal' in known) {
      wrong(known.column, known.refusal);
      return;
    }
    const indicator = known.standing;
    if (indicator === null) {
      wrong('code', refuse('XL19'));
      return;
    }
    const read = parseEntry(indicator, row.words.value ?? '');
    if (!read.ok) {
      wrong('value', read);
      return;
    }
    const stood = indicator.standing;
    const part = (name: 'note' | 'evidence') =>
      name in table.letters ? cleanLine(row.words[name] ?? '') : (stood?.[name] ?? '');
    const tooLong = (['note', 'evidence'] as const).filter((name) => part(name).length > LONGEST_NOTE);
    for (const name of tooLong) wrong(name, refuse('MO42', { most: LONGEST_NOTE }));
    if (tooLong.length > 0) return;
    const write = {
      indicatorId: indicator.id,
      ...read.value,
      note: part('note'),
      evidence: part('evidence'),
      seen: stood?.id ?? '',
    };
    const changes = changesOf(indicator, write);
    if (changes.length > 0 && known.mark !== '' && known.mark !== markOf(stood)) wrong(null, refuse('XL21'));
    tried.push({ row: row.row, label: indicator.code, isNew: false, changes, write });
  });
  tell(table.rows.length, table.rows.length);
  return dryRunOf(table, tried, findings);
}

/** What a row's key says of the answer that stands; a return in which none stands says so, too. */
export function markOf(standing: Pick<StandingAnswer, 'id'> | null): string {
  return standing?.id ?? 'none';
}

/** An answer as a cell holds it: what is read back as the same. */
export function sayEntry(indicator: Pick<Indicator, 'type' | 'scale'>, entry: Entry): string {
  if (entry.kind === 'notAvailable' || entry.kind === 'notApplicable') return KIND_WORDS[entry.kind][0];
  return typedValue(indicator, entry);
}

function changesOf(indicator: AskedIndicator, write: AnswerWrite): CellChange[] {
  const stood = indicator.standing;
  const changes: CellChange[] = [];
  if (!isSameEntry(stood ?? NOT_REPORTED, write)) {
    changes.push({
      column: 'value',
      before: sayEntry(indicator, stood ?? NOT_REPORTED),
      after: sayEntry(indicator, write),
    });
  }
  for (const column of ['note', 'evidence'] as const) {
    const before = stood?.[column] ?? '';
    if (before !== write[column]) changes.push({ column, before, after: write[column] });
  }
  return changes;
}
