import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import { type FieldContext, type FieldName, readCell, recordedCell } from '@/domain/plan/fields';
import type { Activity, ActivityCells } from '@/domain/plan/matrix';
import { ACTIVITY_STATUSES } from '@/domain/plan/statuses';
import { type ActivityWrite, tryWrites, type WriteFacts } from '@/domain/plan/writes';
import type { TypedCells } from './cell-editor';
import type { At } from './grid-places';
import { cellKey, type GridState, type Wrong } from './grid-state';
import type { GridStore } from './grid-store';
import type { GridWords } from './grid-words';

export interface Editing extends At {
  readonly activity: Activity;
  readonly field: FieldName;
  readonly words: string;
  /** Of a status: why. */
  readonly reason: string;
  readonly error: string | null;
  readonly isFresh: boolean;
}

/** What is chosen from a list, so that a first letter does not take the place of its words. */
const CHOICES: readonly FieldName[] = ['status', 'resultId', 'carriedFromId'];

/** Typing into one cell: what stands in it to begin with, and what becomes of what was typed. */
export function useTyping(on: {
  store: GridStore;
  state: GridState;
  words: GridWords;
  context: FieldContext;
  facts: WriteFacts & { readonly activities: readonly Activity[] };
  /** What is said beside words whose row somebody took out while they were typed. */
  waits: string;
}) {
  const { store, state, words, context, facts } = on;
  const [editing, setEditing] = useState<Editing | null>(null);
  const typed = useRef<TypedCells>({});

  useEffect(() => {
    if (editing === null || facts.activities.some(({ id }) => id === editing.activity.id)) return;
    for (const [name, said] of Object.entries(typed.current) as [FieldName, string][]) {
      if (said === words.typed(name, editing.activity)) continue;
      store.keepWrong(cellKey(editing.activity.id, name), { value: null, words: said, message: on.waits });
    }
    setEditing(null);
  });

  /** `typed` is the first letter; null: one goes on from what stands there. */
  function begin(at: At, activity: Activity, field: FieldName, typed: string | null) {
    const wrongOf = (name: FieldName) => state.wrong[cellKey(activity.id, name)];
    const wrong = wrongOf(field);
    const standing = field === 'status' ? statusOf(activity, wrong) : again(activity, field, wrong);
    setEditing({
      ...at,
      activity,
      field,
      words: typed !== null && !CHOICES.includes(field) ? typed : standing,
      reason: again(activity, 'statusReason', wrongOf('statusReason')),
      error: wrong?.message ?? null,
      isFresh: typed !== null,
    });
  }

  function again(activity: Activity, field: FieldName, wrong: Wrong | undefined): string {
    if (wrong === undefined) return words.typed(field, activity);
    return wrong.words ?? words.typed(field, { ...activity, [field]: wrong.value } as Activity);
  }

  /** Reads what was typed and sends it off; says what is wrong with it instead. */
  function take(began: Activity, typed: TypedCells): string | null {
    const cells: Partial<Record<FieldName, ActivityCells[FieldName]>> = {};
    for (const [name, said] of Object.entries(typed) as [FieldName, string][]) {
      const read = readCell(name, said, context);
      if (!read.ok) return words.refusal(read);
      if (recordedCell(read.value) !== recordedCell(began[name])) cells[name] = read.value;
    }
    const names = Object.keys(cells) as FieldName[];
    for (const name of Object.keys(typed) as FieldName[]) store.keepWrong(cellKey(began.id, name), null);
    if (names.length === 0) return null;
    const standing = facts.activities.find(({ id }) => id === began.id);
    const write = { key: began.id, activityId: began.id, rev: standing?.rev ?? -1, cells } as ActivityWrite;
    const [finding] = tryWrites([write], facts).findings;
    if (finding !== undefined) return words.refusal(finding.refusal);
    const seen = Object.fromEntries(names.map((name) => [name, began[name]]));
    void store.change([{ activityId: began.id, cells: write.cells, seen }]);
    return null;
  }

  /** What cannot be taken stays in its cell, with what is wrong. */
  function keep(began: Activity, typed: TypedCells) {
    const message = take(began, typed);
    if (message === null) return;
    for (const [name, said] of Object.entries(typed) as [FieldName, string][]) {
      store.keepWrong(cellKey(began.id, name), { value: null, words: said, message });
    }
  }

  // A grid that goes from under its writer (Back, a narrower window) is left like a cell that one clicks away from.
  const leaving = useRef(() => {});
  useEffect(() => {
    leaving.current = () => {
      if (editing !== null) keep(editing.activity, typed.current);
    };
  });
  // Before the store is let go, which is an effect of its own.
  useLayoutEffect(() => () => leaving.current(), []);

  const hear = (said: TypedCells) => {
    typed.current = said;
  };
  return { editing, begin, hear, take, keep, end: () => setEditing(null) };
}

function statusOf(activity: Activity, wrong: Wrong | undefined): string {
  const wanted = wrong?.words ?? wrong?.value;
  return ACTIVITY_STATUSES.find((status) => status === wanted) ?? activity.status;
}
