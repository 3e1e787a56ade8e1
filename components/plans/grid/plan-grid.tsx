'use client';

import {
  type ClipboardEvent,
  Fragment,
  type KeyboardEvent,
  type MouseEvent,
  useEffect,
  useId,
  useMemo,
  useRef,
  useState,
} from 'react';
import { useLocale, useTranslations } from '@/components/i18n/use-translations';
import { Button } from '@/components/ui/button';
import { readBlock, writeBlock } from '@/domain/plan/blocks';
import { type FieldName, readCell, recordedCell } from '@/domain/plan/fields';
import { type Activity, type ActivityCells, resultsInOrder } from '@/domain/plan/matrix';
import { changeableFields, type PlanRights } from '@/domain/plan/rights';
import { ACTIVITY_STATUSES, type ActivityStatus } from '@/domain/plan/statuses';
import type { PlanView } from '@/domain/plan/view';
import { type ActivityWrite, tryWrites } from '@/domain/plan/writes';
import { nameIn } from '@/messages/names';
import { type AddAnswer, type AddCells, AddDialog } from './add-dialog';
import { type After, CellEditor, choicesOf, type TypedCells } from './cell-editor';
import { type GridCountry, gridColumns, gridContext } from './columns';
import { ConflictDialog } from './conflict-dialog';
import { type ByField, GridRow } from './grid-row';
import { cellKey, type GridAnswer, type Wrong } from './grid-store';
import { useGridWords } from './grid-words';
import { type Known, withEdits } from './merge';
import { blockBetween, isOneCell, isTyping, placeAfter } from './movement';
import { PasteDialog } from './paste-dialog';
import { type BlockPlan, type Ground, MOST_ROWS, planBlock } from './plan-block';
import { hiddenBy, shownRows } from './shown-rows';
import { StatusLine } from './status-line';
import { useGridStore } from './use-grid-store';

export interface PlanGridProps {
  readonly plan: { readonly id: string; readonly title: string };
  readonly me: string;
  readonly known: Known;
  readonly before: readonly { readonly id: string; readonly code: string; readonly title: string }[];
  readonly members: readonly string[];
  readonly countries: readonly GridCountry[];
  readonly rights: PlanRights;
  readonly view: PlanView;
  readonly statusNames: Readonly<Record<ActivityStatus, readonly string[]>>;
  readonly send: (planId: string, rows: readonly ActivityWrite[]) => Promise<GridAnswer>;
  readonly add: (planId: string, cells: AddCells) => Promise<AddAnswer>;
}

/** A cell by what it is of: rows come and go while somebody stands in one. */
interface At {
  readonly key: string;
  readonly column: number;
}

interface Editing extends At {
  readonly activity: Activity;
  readonly field: FieldName;
  readonly words: string;
  readonly reason: string;
  readonly error: string | null;
  readonly isFresh: boolean;
}

/** The matrix in which many people write at once: by keyboard, and with blocks from a spreadsheet. */
export function PlanGrid(props: PlanGridProps) {
  const { plan, rights, countries, view } = props;
  const t = useTranslations('plan');
  const locale = useLocale();
  const { store, state } = useGridStore({
    planId: plan.id,
    me: props.me,
    known: props.known,
    send: props.send,
  });
  const { known } = state;
  const help = useId();
  const table = useRef<HTMLTableElement>(null);
  const [hidden] = useState(() => hiddenBy(view, props.known));
  const columns = useMemo(() => gridColumns(props.before.length > 0), [props.before]);
  const context = useMemo(
    () =>
      gridContext({
        results: known.results,
        before: props.before,
        countries,
        isThai: locale === 'th',
        statuses: props.statusNames,
      }),
    [known.results, props.before, countries, locale, props.statusNames],
  );
  const words = useGridWords(context, countries);
  const activities = useMemo(
    () => withEdits(known.activities, state.waiting),
    [known.activities, state.waiting],
  );
  const rows = useMemo(
    () =>
      shownRows(
        { results: known.results, activities },
        view,
        countries.map(({ code }) => code),
        hidden,
      ),
    [known.results, activities, view, countries, hidden],
  );
  const places = useMemo(() => new Map(rows.map(({ key }, index) => [key, index])), [rows]);

  const [chosen, setChosen] = useState<{ at: At; anchor: At } | null>(null);
  const [editing, setEditing] = useState<Editing | null>(null);
  const [paste, setPaste] = useState<{ plan: BlockPlan; isClearing: boolean } | null>(null);
  const [isAdding, setAdding] = useState(false);
  const [target, setTarget] = useState<string | null>(null);
  const wantsFocus = useRef(false);

  const first = rows[0];
  const at: At | null =
    chosen !== null && places.has(chosen.at.key)
      ? chosen.at
      : first === undefined
        ? null
        : { key: first.key, column: 0 };
  const place = at === null ? null : { row: places.get(at.key) ?? 0, column: at.column };
  const anchorRow = chosen === null ? undefined : places.get(chosen.anchor.key);
  const block =
    place === null
      ? null
      : chosen === null || anchorRow === undefined
        ? blockBetween(place, place)
        : blockBetween({ row: anchorRow, column: chosen.anchor.column }, place);
  const openOf = (activity: Activity) => changeableFields(known.state, rights, activity);
  const adds = rights.edits && known.state !== 'closed';

  useEffect(() => {
    if (!wantsFocus.current || editing !== null) return;
    wantsFocus.current = false;
    cellOf(table.current, at)?.focus();
  });

  // A link to one activity leads to its row, and so does having added it.
  useEffect(() => setTarget(decodeURIComponent(window.location.hash.slice(1))), []);
  const arrival = rows.find(({ activity }) => activity.id === target)?.key;
  useEffect(() => {
    if (arrival === undefined) return;
    const there = { key: arrival, column: 0 };
    setChosen({ at: there, anchor: there });
    cellOf(table.current, there)?.scrollIntoView({ block: 'center' });
  }, [arrival]);

  function goTo(to: { row: number; column: number }, extends_ = false) {
    const key = rows[to.row]?.key;
    if (key === undefined) return;
    const next = { key, column: to.column };
    setChosen({ at: next, anchor: extends_ && chosen !== null ? chosen.anchor : next });
    wantsFocus.current = true;
    // What was said of the cell before it is no longer of interest.
    if (state.said?.kind === 'refused' || state.said?.kind === 'copied') store.say(null);
  }

  function rowAt(key: string | undefined) {
    return key === undefined ? undefined : rows[places.get(key) ?? -1]?.activity;
  }

  const facts = {
    results: known.results,
    activities,
    members: new Set(props.members),
    predecessors: new Set(props.before.map(({ id }) => id)),
  };
  const ground = (): Ground => ({
    columns,
    rows: rows.map(({ activity }) => activity),
    facts,
    context,
    open: openOf,
    adds,
  });

  function edit(typed: string | null) {
    const activity = rowAt(at?.key);
    const field = columns[at?.column ?? -1];
    if (at === null || activity === undefined || field === undefined) return;
    if (!openOf(activity).includes(field)) {
      store.say({ kind: 'refused', message: t('grid.notYours') });
      return;
    }
    const wrongOf = (name: FieldName) => state.wrong[cellKey(activity.id, name)];
    const isChoice = ['status', 'resultId', 'carriedFromId'].includes(field);
    const wrong = wrongOf(field);
    setEditing({
      ...at,
      activity,
      field,
      words:
        typed !== null && !isChoice
          ? typed
          : field === 'status'
            ? statusOf(activity, wrong)
            : again(activity, field, wrong),
      reason: again(activity, 'statusReason', wrongOf('statusReason')),
      error: wrong?.message ?? null,
      isFresh: typed !== null,
    });
    cellOf(table.current, at)?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
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
    const standing = activities.find(({ id }) => id === began.id);
    const write = { key: began.id, activityId: began.id, rev: standing?.rev ?? -1, cells } as ActivityWrite;
    const [finding] = tryWrites([write], facts).findings;
    if (finding !== undefined) return words.refusal(finding.refusal);
    const seen = Object.fromEntries(names.map((name) => [name, began[name]]));
    void store.change([{ activityId: began.id, cells: write.cells, seen }]);
    return null;
  }

  function leaveEditor(after: After) {
    setEditing(null);
    wantsFocus.current = true;
    if (place === null || after === 'stay') return;
    const key = after === 'down' ? 'ArrowDown' : 'Tab';
    const pressed = { key, ctrlKey: false, shiftKey: after === 'before' };
    goTo(placeAfter(pressed, place, { rows: rows.length, columns: columns.length }) ?? place);
  }

  function keepTyped(began: Activity, typed: TypedCells) {
    const message = take(began, typed);
    if (message === null) return;
    for (const [name, said] of Object.entries(typed) as [FieldName, string][]) {
      store.keepWrong(cellKey(began.id, name), { value: null, words: said, message });
    }
  }

  function lay(lines: readonly (readonly string[])[], isClearing = false) {
    if (block === null) return;
    if (lines.length > MOST_ROWS) {
      store.say({ kind: 'refused', message: t('paste.tooLarge') });
      return;
    }
    const [only] = lines;
    const fills = lines.length === 1 && only?.length === 1;
    const laid = fills
      ? Array.from({ length: block.bottom - block.top + 1 }, () =>
          Array.from({ length: block.right - block.left + 1 }, () => only?.[0] ?? ''),
        )
      : lines;
    const planned = planBlock(laid, { top: block.top, left: block.left }, ground());
    // One good cell needs no question; Ctrl+Z takes it back.
    if ((isClearing || (fills && isOneCell(block))) && planned.problems.length === 0) write(planned);
    else setPaste({ plan: planned, isClearing });
  }

  function write(planned: BlockPlan) {
    setPaste(null);
    wantsFocus.current = true;
    if (planned.edits.length + planned.added.length > 0) void store.change(planned.edits, planned.added);
  }

  function onKeyDown(event: KeyboardEvent<HTMLTableElement>) {
    if (place === null || editing !== null) return;
    const { key, shiftKey } = event;
    const ctrlKey = event.ctrlKey || event.metaKey;
    const pressed = { key, ctrlKey, shiftKey };
    const to = placeAfter(pressed, place, { rows: rows.length, columns: columns.length });
    if (to !== null) goTo(to, shiftKey && key !== 'Tab');
    else if (key === 'Enter' || key === 'F2') edit(null);
    else if (key === 'Delete' || key === 'Backspace') lay([['']], true);
    else if (key === 'Escape') letGo();
    else if (ctrlKey && !shiftKey && key.toLowerCase() === 'z') void store.undo();
    else if (isTyping(event)) edit(key);
    else return;
    event.preventDefault();
  }

  function letGo() {
    const activity = rowAt(at?.key);
    const field = columns[at?.column ?? -1];
    if (activity !== undefined && field !== undefined) store.keepWrong(cellKey(activity.id, field), null);
    if (at !== null) setChosen({ at, anchor: at });
  }

  function onMouse(event: MouseEvent<HTMLTableElement>, extends_: boolean) {
    const to = placeOf(event.target, places, columns);
    if (to === null || inEditor(event.target)) return;
    event.preventDefault();
    // Whatever is being typed elsewhere is left first.
    if (document.activeElement instanceof HTMLElement && inEditor(document.activeElement)) {
      document.activeElement.blur();
    }
    goTo(to, extends_);
    if (!extends_) cellOf(table.current, { key: rows[to.row]?.key ?? '', column: to.column })?.focus();
  }

  function onCopy(event: ClipboardEvent) {
    if (editing !== null || block === null) return;
    event.preventDefault();
    const picked = rows
      .slice(block.top, block.bottom + 1)
      .map(({ activity }) =>
        columns.slice(block.left, block.right + 1).map((field) => words.typed(field, activity)),
      );
    event.clipboardData.setData('text/plain', writeBlock(picked));
    store.say({ kind: 'copied', count: picked.length * (block.right - block.left + 1) });
  }

  function onPaste(event: ClipboardEvent) {
    if (editing !== null) return;
    event.preventDefault();
    lay(readBlock(event.clipboardData.getData('text/plain')));
  }

  const wrong = useMemo(() => byRow(state.wrong), [state.wrong]);
  const fresh = useMemo(() => {
    const color = (code: string | null) =>
      countries.find((country) => country.code === code)?.color ?? 'var(--accent)';
    return byRow(Object.fromEntries(Object.entries(state.fresh).map(([key, by]) => [key, color(by)])));
  }, [state.fresh, countries]);
  const pending = useMemo(
    () =>
      byRow(
        Object.fromEntries(
          state.waiting.flatMap(({ activityId, cells }) =>
            Object.keys(cells).map((field) => [cellKey(activityId, field as FieldName), true as const]),
          ),
        ),
      ),
    [state.waiting],
  );
  const heading = (key: string | null) => {
    if (key === null) return t(`under.${view.group}`);
    if (view.group === 'status') return t(`status.${key as ActivityStatus}`);
    if (view.group === 'lead') return words.who(key);
    const area = known.results.find(({ id }) => id === key);
    return area === undefined ? key : `${area.code} · ${nameIn(locale, area.title, area.titleThai)}`;
  };
  const isReporting = !rights.edits && rights.reportsFor !== null && known.state === 'inForce';
  const ordered = useMemo(
    () =>
      resultsInOrder(known.results).map(({ code, title, titleThai }) => ({
        code,
        title: nameIn(locale, title, titleThai),
      })),
    [known.results, locale],
  );

  return (
    <>
      <div className="no-print mb-2 flex flex-wrap items-center gap-x-4 gap-y-2">
        <StatusLine state={state} words={words} />
        {adds || isReporting ? (
          <Button tone="quiet" onClick={() => void store.undo()}>
            {t('grid.undo')}
          </Button>
        ) : null}
        {adds ? <Button onClick={() => setAdding(true)}>{t('grid.add')}</Button> : null}
      </div>
      <p id={help} className="no-print mb-2 max-w-[95ch] text-[0.8125rem] text-muted">
        {isReporting ? `${t('grid.reports', { country: words.who(rights.reportsFor) })} ` : ''}
        {adds || isReporting ? t('grid.help') : t('grid.readOnly')}
      </p>
      <div className="plan-grid-frame">
        <table
          ref={table}
          // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a table that one writes in is a grid
          role="grid"
          className="plan-grid"
          data-reports={isReporting ? '' : undefined}
          aria-label={t('grid.label', { plan: plan.title })}
          aria-describedby={help}
          aria-multiselectable="true"
          aria-rowcount={rows.length + 1}
          aria-colcount={columns.length + 1}
          onKeyDown={onKeyDown}
          onMouseDown={(event) => (event.button === 0 ? onMouse(event, event.shiftKey) : undefined)}
          onMouseOver={(event) =>
            event.buttons === 1 && editing === null ? onMouse(event, true) : undefined
          }
          onFocus={(event) => {
            const to = placeOf(event.target, places, columns);
            if (to !== null && event.target instanceof HTMLTableCellElement && chosen === null) goTo(to);
          }}
          onDoubleClick={(event) => (inEditor(event.target) ? undefined : edit(null))}
          onCopy={onCopy}
          onPaste={onPaste}
        >
          <thead>
            <tr aria-rowindex={1}>
              {columns.map((field) => (
                <th key={field} scope="col" data-column={field}>
                  {t(`field.${field}`)}
                </th>
              ))}
              <th scope="col">{t('grid.actions')}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map(({ key, activity, heading: head }, index) => {
              const inBlock = block !== null && index >= block.top && index <= block.bottom;
              return (
                <Fragment key={key}>
                  {head === undefined ? null : (
                    <tr className="plan-grid-heading">
                      <td colSpan={columns.length + 1}>
                        <span>{heading(head)}</span>
                      </td>
                    </tr>
                  )}
                  <GridRow
                    rowKey={key}
                    index={index}
                    planId={plan.id}
                    activity={activity}
                    columns={columns}
                    open={openOf(activity)}
                    words={words}
                    active={at?.key === key ? at.column : -1}
                    from={inBlock && chosen !== null ? block.left : -1}
                    to={inBlock && chosen !== null ? block.right : -1}
                    wrong={wrong.get(activity.id)}
                    fresh={fresh.get(activity.id)}
                    pending={pending.get(activity.id)}
                    isTarget={target === activity.id}
                    editor={
                      editing?.key === key ? (
                        <CellEditor
                          key={editing.field}
                          field={editing.field}
                          label={t('grid.edit', { field: t(`field.${editing.field}`), code: activity.code })}
                          words={editing.words}
                          reason={editing.reason}
                          error={editing.error}
                          isFresh={editing.isFresh}
                          choices={choicesOf(editing.field, {
                            results: ordered,
                            before: props.before,
                            status: (status) => t(`status.${status}`),
                          })}
                          onTake={(typed, after) => {
                            const problem = take(editing.activity, typed);
                            if (problem === null) leaveEditor(after);
                            return problem;
                          }}
                          onLeave={(typed) => {
                            keepTyped(editing.activity, typed);
                            setEditing(null);
                          }}
                          onCancel={() => {
                            letGo();
                            leaveEditor('stay');
                          }}
                        />
                      ) : null
                    }
                  />
                </Fragment>
              );
            })}
          </tbody>
        </table>
      </div>
      <PasteDialog
        plan={paste?.plan ?? null}
        isClearing={paste?.isClearing === true}
        words={words}
        onWrite={() => (paste === null ? undefined : write(paste.plan))}
        onClose={() => {
          setPaste(null);
          wantsFocus.current = true;
        }}
      />
      <ConflictDialog
        conflict={state.conflict}
        words={words}
        onSettle={(choice) => {
          wantsFocus.current = true;
          void store.settle(choice);
        }}
      />
      <AddDialog
        open={isAdding}
        results={resultsInOrder(known.results)}
        titleOf={({ title, titleThai }) => nameIn(locale, title, titleThai)}
        add={(cells) => props.add(plan.id, cells)}
        onAdded={(id) => {
          setAdding(false);
          void store.ask().then(() => setTarget(id));
        }}
        onClose={() => setAdding(false)}
      />
    </>
  );
}

function statusOf(activity: Activity, wrong: Wrong | undefined): string {
  const wanted = wrong?.words ?? wrong?.value;
  return ACTIVITY_STATUSES.find((status) => status === wanted) ?? activity.status;
}

function cellOf(table: HTMLTableElement | null, at: At | null): HTMLElement | null {
  if (at === null) return null;
  const row = table?.querySelector(`tr[data-row="${CSS.escape(at.key)}"]`);
  return row?.querySelectorAll<HTMLElement>('td')[at.column] ?? null;
}

function inEditor(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest('.plan-cell-editor') !== null;
}

function placeOf(target: EventTarget, places: ReadonlyMap<string, number>, columns: readonly FieldName[]) {
  const cell = target instanceof Element ? target.closest<HTMLElement>('td[data-column]') : null;
  const row = places.get(cell?.closest('tr')?.dataset.row ?? '');
  const column = columns.indexOf(cell?.dataset.column as FieldName);
  return row === undefined || column < 0 ? null : { row, column };
}

/** What is kept by cell, by the rows that show it. */
function byRow<V>(cells: Readonly<Record<string, V>>): ReadonlyMap<string, ByField<V>> {
  const rows = new Map<string, ByField<V>>();
  for (const [key, value] of Object.entries(cells)) {
    const [id = '', field = ''] = key.split(' ');
    rows.set(id, { ...rows.get(id), [field]: value } as ByField<V>);
  }
  return rows;
}
