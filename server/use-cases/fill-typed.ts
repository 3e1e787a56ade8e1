import { atomic } from '../../db/atomic';
import type { IndicatorRow } from '../../db/indicators';
import { type StandingValue, standingValues, valueHistory } from '../../db/rounds';
import { ENTRY_KINDS, type EntryKind } from '../../domain/monitoring/entries';
import { parseEntry } from '../../domain/monitoring/parse-value';
import type { Actor } from '../../domain/policy/can';
import { accept, type Outcome } from '../../domain/refusal';
import type { Runtime } from '../runtime';
import { askedIn, type EnteredRow, enterValues, type RefusedRow, saysSame, tryRows } from './fill-return';
import { ownReturn } from './return-act';

/** An answer as it was typed: a kind that was chosen, or words to be read. */
export interface TypedRow {
  readonly indicatorId: string;
  readonly kind: string;
  readonly typed: string;
  readonly note: string;
  readonly evidence: string;
  readonly seen: string;
}

export interface TypedOutcome {
  /** What is wrong with each row; then nothing was written. */
  readonly refused: readonly RefusedRow[];
  /** Ids of the answers that were written, by indicator. */
  readonly written: Readonly<Record<string, string>>;
  /** What stands where a row was refused because somebody else had answered (MO35). */
  readonly met: readonly { readonly indicator: IndicatorRow; readonly answer: StandingValue }[];
}

/**
 * Enters what was typed into a form, all of it or nothing, and says of every row what is wrong with it. A form sends all
 * of its rows: those that say what they said when it was opened are nobody's word, whatever stands there now.
 */
export async function fillTyped(
  runtime: Runtime,
  actor: Actor,
  input: { readonly returnId: string; readonly rows: readonly TypedRow[] },
): Promise<Outcome<TypedOutcome>> {
  const at = runtime.clock.now();
  return atomic(runtime.db, (tx): Outcome<TypedOutcome> => {
    const own = ownReturn(tx, actor, 'fillReturn', input.returnId);
    if (!own.ok) return own;
    const asked = new Map(askedIn(tx, own.value.round).map((indicator) => [indicator.id, indicator]));
    const opened = new Map(valueHistory(tx, input.returnId).map((value) => [value.id, value]));
    const refused: RefusedRow[] = [];
    const rows: EnteredRow[] = [];
    for (const { kind, typed, ...row } of input.rows) {
      const indicator = asked.get(row.indicatorId);
      const chosen = ENTRY_KINDS.find((known) => known === kind) ?? 'value';
      const read =
        chosen === 'value' && indicator !== undefined ? parseEntry(indicator, typed) : accept(bare(chosen));
      if (!read.ok) {
        const detail = { ...read.detail, field: `answer:${row.indicatorId}` };
        refused.push({ indicatorId: row.indicatorId, rule: read.rule, detail });
      } else if (chosen !== 'value' && typed.trim() !== '') {
        const detail = { field: `answer:${row.indicatorId}` };
        refused.push({ indicatorId: row.indicatorId, rule: 'MO45', detail });
      } else if (!saysSame(opened.get(row.seen), { ...row, ...read.value })) {
        rows.push({ ...row, ...read.value });
      }
    }
    const standing = new Map(standingValues(tx, input.returnId).map((value) => [value.indicatorId, value]));
    const wrong = [...refused, ...tryRows([...asked.values()], standing, rows)];
    if (wrong.length > 0) {
      const met = wrong.flatMap(({ rule, indicatorId }) => {
        const [indicator, answer] = [asked.get(indicatorId), standing.get(indicatorId)];
        return rule === 'MO35' && indicator !== undefined && answer !== undefined
          ? [{ indicator, answer }]
          : [];
      });
      return accept({ refused: wrong, written: {}, met });
    }
    const entered = enterValues(tx, actor, at, input.returnId, rows);
    if (!entered.ok) return entered;
    const written = standingValues(tx, input.returnId)
      .filter(({ indicatorId }) => entered.value.changed.includes(indicatorId))
      .map(({ indicatorId, id }) => [indicatorId, id]);
    return accept({ refused: [], written: Object.fromEntries(written), met: [] });
  });
}

function bare(kind: EntryKind) {
  return { kind, value: null, words: '' };
}
