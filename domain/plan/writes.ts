import { accept, type Outcome, type Refusal, refuse } from '../refusal';
import { checkCell, FIELD_NAMES, type FieldName, recordedCell } from './fields';
import { type Activity, type ActivityCells, EMPTY_CELLS, type Result } from './matrix';
import { needsReason } from './statuses';

/** What somebody wants of one row: cells of an activity as it stood at `rev`, or a new activity. */
export interface ActivityWrite {
  /** What whoever asks calls the row: its findings come back under this name. */
  readonly key: string;
  /** Null: a new row. */
  readonly activityId: string | null;
  /** The `rev` that was seen; of a new row it says nothing. */
  readonly rev: number;
  readonly cells: Partial<ActivityCells>;
}

/** What is wrong with a row, and with which cell; null: with the row. */
export interface RowFinding {
  readonly key: string;
  readonly field: FieldName | null;
  readonly refusal: Refusal;
}

/** A row as it will stand. */
export interface CheckedRow {
  readonly key: string;
  readonly standing: Activity | null;
  readonly cells: ActivityCells;
  /** Columns whose value becomes another. */
  readonly changed: readonly FieldName[];
}

export interface WriteFacts {
  readonly results: readonly Pick<Result, 'id' | 'code'>[];
  /** Standing rows of the plan. */
  readonly activities: readonly Activity[];
  /** ISO codes of the members of the body on the day. */
  readonly members: ReadonlySet<string>;
  /** Ids of the activities of the plan before. */
  readonly predecessors: ReadonlySet<string>;
}

export const MOST_ACTIVITIES = 5000;

/**
 * Tries rows on a matrix: either every row as it will stand, or all that is wrong, row by row and cell by cell
 * (PL3–PL15, PL23, PL24). The dry run of a paste or of a file is this; so is the check before a write.
 */
export function tryWrites(writes: readonly ActivityWrite[], facts: WriteFacts): TriedWrites {
  const steps = tryingWrites(writes, facts);
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
  }
}

export interface TriedWrites {
  readonly rows: readonly CheckedRow[];
  readonly findings: readonly RowFinding[];
}

/** The same row by row, for whoever has other things to do in between. */
export function* tryingWrites(
  writes: readonly ActivityWrite[],
  facts: WriteFacts,
): Generator<void, TriedWrites> {
  const findings: RowFinding[] = [];
  const rows: CheckedRow[] = [];
  const byId = new Map(facts.activities.map((activity) => [activity.id, activity]));
  const known = new Set(facts.results.map(({ id }) => id));
  const met = new Set<string>();
  for (const write of writes) {
    yield;
    const standing = write.activityId === null ? null : (byId.get(write.activityId) ?? null);
    // A row is written once in one act: a second write of it has not seen the first.
    const isAgain = met.has(`key ${write.key}`) || met.has(`row ${write.activityId}`);
    met.add(`key ${write.key}`);
    if (write.activityId !== null) met.add(`row ${write.activityId}`);
    const gone = isAgain ? refuse('PL15', { code: standing?.code ?? '' }) : rowRefusal(write, standing);
    if (gone !== null) {
      findings.push({ key: write.key, field: null, refusal: gone });
      continue;
    }
    const { row, wrong } = tryRow(write, standing, facts, known);
    rows.push(row);
    findings.push(...wrong);
  }
  findings.push(...doubledCodes(rows, facts.activities));
  const added = rows.filter(({ standing }) => standing === null);
  const [first] = added;
  if (first !== undefined && facts.activities.length + added.length > MOST_ACTIVITIES) {
    findings.push({ key: first.key, field: null, refusal: refuse('PL24', { most: MOST_ACTIVITIES }) });
  }
  return { rows, findings };
}

function rowRefusal(write: ActivityWrite, standing: Activity | null): Refusal | null {
  if (write.activityId === null) return null;
  if (standing === null) return refuse('PL25');
  return standing.rev === write.rev ? null : refuse('PL15', { code: standing.code });
}

function tryRow(
  write: ActivityWrite,
  standing: Activity | null,
  facts: WriteFacts,
  known: ReadonlySet<string>,
): { row: CheckedRow; wrong: RowFinding[] } {
  const wrong: RowFinding[] = [];
  const note = (field: FieldName, refusal: Refusal) => wrong.push({ key: write.key, field, refusal });
  const settled: Partial<Record<FieldName, ActivityCells[FieldName]>> = {};
  for (const name of FIELD_NAMES) {
    const wanted = write.cells[name];
    if (wanted === undefined) continue;
    const checked = checkCell(name, wanted);
    if (checked.ok) settled[name] = checked.value;
    else note(name, checked);
  }
  const before: ActivityCells = standing ?? { ...EMPTY_CELLS, resultId: '', code: '', title: '' };
  const cells = { ...before, ...settled } as ActivityCells;
  const changed = FIELD_NAMES.filter((name) => recordedCell(cells[name]) !== recordedCell(before[name]));
  const isRefused = (name: FieldName) => wrong.some(({ field }) => field === name);
  for (const [name, refusal] of rowFindings(cells, new Set(changed), standing === null, facts, known)) {
    if (!isRefused(name)) note(name, refusal);
  }
  return { row: { key: write.key, standing, cells, changed }, wrong };
}

/** What the cells of one row say to each other. What stood before and is not touched is not found fault with. */
function rowFindings(
  cells: ActivityCells,
  changed: ReadonlySet<FieldName>,
  isNew: boolean,
  facts: WriteFacts,
  known: ReadonlySet<string>,
): [FieldName, Refusal][] {
  const found: [FieldName, Refusal][] = [];
  for (const name of ['resultId', 'code', 'title'] as const) {
    if (isNew && cells[name] === '') found.push([name, refuse('PL4', { field: name })]);
  }
  if (changed.has('resultId') && !known.has(cells.resultId)) {
    found.push(['resultId', refuse('PL13', { value: cells.resultId, field: 'resultId' })]);
  }
  for (const [from, to] of [
    ['plannedFrom', 'plannedTo'],
    ['revisedFrom', 'revisedTo'],
  ] as const) {
    const field = changed.has(to) || !changed.has(from) ? to : from;
    const ordered = checkOrder(cells[from], cells[to], field);
    if ((changed.has(from) || changed.has(to)) && !ordered.ok) found.push([field, ordered]);
  }
  const saysStatus = changed.has('status') || changed.has('statusReason');
  if (saysStatus && needsReason(cells.status) && cells.statusReason === '') {
    found.push(['statusReason', refuse('PL8', { field: 'statusReason' })]);
  }
  for (const name of ['leads', 'coLeads'] as const) {
    if (!changed.has(name)) continue;
    const stranger = cells[name].find((code) => !facts.members.has(code));
    if (stranger !== undefined) found.push([name, refuse('PL9', { delegations: stranger, field: name })]);
  }
  const both = cells.leads.find((code) => cells.coLeads.includes(code));
  if (both !== undefined && (changed.has('leads') || changed.has('coLeads'))) {
    const field = changed.has('coLeads') ? 'coLeads' : 'leads';
    found.push([field, refuse('PL10', { delegations: both, field })]);
  }
  const origin = cells.carriedFromId;
  if (changed.has('carriedFromId') && origin !== null && !facts.predecessors.has(origin)) {
    found.push(['carriedFromId', refuse('PL23', { value: origin, field: 'carriedFromId' })]);
  }
  return found;
}

/** PL6: nothing ends before it begins. */
export function checkOrder(from: string | null, to: string | null, field: FieldName): Outcome<true> {
  return from !== null && to !== null && to < from ? refuse('PL6', { field }) : accept(true);
}

/** PL3: a code is of one row of the plan; capitals make no other code of it. */
function doubledCodes(rows: readonly CheckedRow[], standing: readonly Activity[]): RowFinding[] {
  const written = new Set(rows.flatMap((row) => row.standing?.id ?? []));
  const taken = new Map<string, number>();
  const fold = (code: string) => code.toLowerCase();
  const count = (code: string) => taken.set(fold(code), (taken.get(fold(code)) ?? 0) + 1);
  for (const activity of standing) if (!written.has(activity.id)) count(activity.code);
  for (const { cells } of rows) count(cells.code);
  return rows
    .filter(({ cells, changed }) => changed.includes('code') && (taken.get(fold(cells.code)) ?? 0) > 1)
    .map(({ key, cells }) => ({
      key,
      field: 'code' as const,
      refusal: refuse('PL3', { code: cells.code, field: 'code' }),
    }));
}

/** Whether rows that were taken out can come back as they were (PL3, PL13, PL23, PL24). */
export function tryReturning(
  rows: readonly Activity[],
  facts: Pick<WriteFacts, 'results' | 'activities' | 'predecessors'>,
): Outcome<true> {
  const codes = new Set(facts.activities.map(({ code }) => code.toLowerCase()));
  for (const { code, resultId, carriedFromId } of rows) {
    if (codes.has(code.toLowerCase())) return refuse('PL3', { code });
    codes.add(code.toLowerCase());
    if (!facts.results.some(({ id }) => id === resultId)) return refuse('PL13', { value: code });
    if (carriedFromId !== null && !facts.predecessors.has(carriedFromId))
      return refuse('PL23', { value: code });
  }
  const isTooMany = facts.activities.length + rows.length > MOST_ACTIVITIES;
  return isTooMany ? refuse('PL24', { most: MOST_ACTIVITIES }) : accept(true);
}
