import { z } from 'zod';
import { atomic } from '../../db/atomic';
import type { Db } from '../../db/client';
import { type IndicatorRow, indicatorsOf } from '../../db/indicators';
import {
  changeReturn,
  insertValues,
  type ReturnValueRow,
  type RoundRow,
  type StandingValue,
  standingValues,
} from '../../db/rounds';
import {
  checkEntry,
  ENTRY_KINDS,
  type Entry,
  isSameEntry,
  LONGEST_NOTE,
  NOT_REPORTED,
} from '../../domain/monitoring/entries';
import { asks, periodOf } from '../../domain/monitoring/periods';
import { decideReturn } from '../../domain/monitoring/returns';
import type { Actor } from '../../domain/policy/can';
import { accept, type Outcome, refuse } from '../../domain/refusal';
import { cleanLine } from '../../domain/text/clean-line';
import { newId } from '../ids';
import type { Runtime } from '../runtime';
import { noteReturn, ownReturn } from './return-act';

const Row = z.object({
  indicatorId: z.string(),
  kind: z.enum(ENTRY_KINDS),
  value: z.number().nullable().default(null),
  words: z.string().default(''),
  note: z.string().default(''),
  evidence: z.string().default(''),
  /** Id of the answer that stood when the person looked; "" where none did. */
  seen: z.string(),
});

/** An answer as somebody enters it. Typed text becomes one by domain/monitoring/parse-value. */
export type EnteredRow = z.input<typeof Row>;

/** What was refused of one row. `detail.field` is "answer:<indicatorId>", or "note:…" or "evidence:…". */
export interface RefusedRow {
  readonly indicatorId: string;
  readonly rule: string;
  readonly detail: Readonly<Record<string, string | number>>;
}

export interface Entered {
  /** Indicators whose answer, note or evidence changed. Those that say what stood already are left as they are. */
  readonly changed: readonly string[];
}

/** Indicators that a round asks for (MO10): those that stand, and those that were retired since it opened. */
export function askedIn(db: Db, round: RoundRow): IndicatorRow[] {
  const period = periodOf(round.period);
  return indicatorsOf(db, round.planId).filter(
    ({ retiredAt, frequency }) =>
      asks(period, frequency) && (retiredAt === null || retiredAt > round.opensAt),
  );
}

/** Whether a row says no more than this answer does; undefined: than that nothing was reported. */
export function saysSame(answer: StandingValue | undefined, row: EnteredRow): boolean {
  const read = Row.safeParse(row);
  return read.success && isSame(answer, read.data);
}

/** What is wrong with each row, tried on what stands, before anything is written. */
export function tryRows(
  asked: readonly IndicatorRow[],
  standing: ReadonlyMap<string, StandingValue>,
  rows: readonly EnteredRow[],
): RefusedRow[] {
  const met = new Set<string>();
  return rows.flatMap((row) => {
    const { indicatorId } = row;
    const wrong = (rule: string, more: Record<string, string | number> = {}, part = 'answer') => [
      { indicatorId, rule, detail: { ...more, field: `${part}:${indicatorId}` } },
    ];
    const indicator = asked.find(({ id }) => id === indicatorId);
    if (indicator === undefined) return wrong('MO41');
    if (met.has(indicatorId)) return wrong('MO43', { code: indicator.code });
    met.add(indicatorId);
    const read = Row.safeParse(row);
    if (!read.success) return wrong('MO19');
    const checked = checkEntry(indicator, entryOf(read.data));
    if (!checked.ok) return wrong(checked.rule, { ...checked.detail });
    for (const part of ['note', 'evidence'] as const) {
      if (read.data[part].length > LONGEST_NOTE) return wrong('MO42', { most: LONGEST_NOTE }, part);
    }
    if (
      (standing.get(indicatorId)?.id ?? '') !== read.data.seen &&
      !isSame(standing.get(indicatorId), read.data)
    ) {
      return wrong('MO35', { code: indicator.code });
    }
    return [];
  });
}

/**
 * Enters answers into a country's return, inside a transaction: all of them or, where one is refused, none. The
 * refusal is that of the first row; ask `tryRows` for those of all. It asks who may; it does not ask the window: late
 * is a flag (MO14).
 */
export function enterValues(
  tx: Db,
  actor: Actor,
  at: string,
  returnId: string,
  rows: readonly EnteredRow[],
): Outcome<Entered> {
  const own = ownReturn(tx, actor, 'fillReturn', returnId);
  if (!own.ok) return own;
  const { round, standing } = own.value;
  if (at < round.opensAt) return refuse('MO34', { field: '' });
  const next = decideReturn(standing.state, 'fill');
  if (!next.ok) return next;
  const before = new Map(standingValues(tx, returnId).map((value) => [value.indicatorId, value]));
  const [refused] = tryRows(askedIn(tx, round), before, rows);
  if (refused !== undefined) return refuse(refused.rule, { ...refused.detail });
  const changed = rows.flatMap((row): ReturnValueRow[] => {
    const read = Row.parse(row);
    const stood = before.get(row.indicatorId);
    if (isSame(stood, read)) return [];
    const { kind, value, words } = entryOf(read);
    return [
      {
        id: newId('val'),
        returnId,
        indicatorId: row.indicatorId,
        kind,
        value,
        words,
        note: cleanLine(read.note),
        evidence: cleanLine(read.evidence),
        by: actor.userId,
        at: after(at, standing.submittedAt, standing.acceptedAt, stood?.at ?? null),
      },
    ];
  });
  if (changed.length === 0) return accept({ changed: [] });
  insertValues(tx, changed);
  changeReturn(tx, standing, { state: next.value });
  if (standing.state === 'notStarted') noteReturn(tx, actor, at, own.value, 'started');
  return accept({ changed: changed.map(({ indicatorId }) => indicatorId) });
}

export async function fillReturn(
  runtime: Runtime,
  actor: Actor,
  input: { readonly returnId: string; readonly rows: readonly EnteredRow[] },
): Promise<Outcome<Entered>> {
  const at = runtime.clock.now();
  return atomic(runtime.db, (tx) => enterValues(tx, actor, at, input.returnId, input.rows));
}

function entryOf({ kind, value, words }: z.output<typeof Row>): Entry {
  return { kind, value, words: words.normalize('NFC').trim() };
}

function isSame(stood: StandingValue | undefined, row: z.output<typeof Row>): boolean {
  return (
    isSameEntry(stood ?? NOT_REPORTED, entryOf(row)) &&
    (stood?.note ?? '') === cleanLine(row.note) &&
    (stood?.evidence ?? '') === cleanLine(row.evidence)
  );
}

/** What was submitted is told from what came later by the instant, so it must be later, to the millisecond. */
function after(at: string, ...others: readonly (string | null)[]): string {
  const latest = others.reduce<string>((last, other) => (other !== null && other > last ? other : last), '');
  return at > latest ? at : new Date(Date.parse(latest) + 1).toISOString();
}
