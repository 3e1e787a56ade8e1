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
import { type Activity, resultsInOrder } from '@/domain/plan/matrix';
import { changeableFields, type PlanRights } from '@/domain/plan/rights';
import type { ActivityStatus } from '@/domain/plan/statuses';
import type { PlanView } from '@/domain/plan/view';
import { nameIn } from '@/messages/names';
import { type AddAnswer, type AddCells, AddDialog } from './add-dialog';
import { type After, CellEditor, choicesOf } from './cell-editor';
import { type GridCountry, gridColumns, gridContext } from './columns';
import { ConflictDialog } from './conflict-dialog';
import { type At, cellOf, inEditor, placeOf } from './grid-places';
import { GridRow } from './grid-row';
import { cellKey } from './grid-state';
import { useGridWords } from './grid-words';
import { LeavingDialog } from './leaving-dialog';
import { LostWords } from './lost-words';
import { type Known, withEdits } from './merge';
import { isTyping, type Place, placeAfter } from './movement';
import { PasteDialog } from './paste-dialog';
import type { Ground } from './plan-block';
import { RowMenu } from './row-menu';
import { hiddenBy, shownRows } from './shown-rows';
import { StatusLine } from './status-line';
import { useBlocks } from './use-blocks';
import { useChosen } from './use-chosen';
import { type GridActs, useGridStore } from './use-grid-store';
import { useMarks } from './use-marks';
import { useRowActs } from './use-row-acts';
import { useTyping } from './use-typing';

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
  readonly acts: GridActs;
  readonly add: (planId: string, cells: AddCells) => Promise<AddAnswer>;
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
    acts: props.acts,
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
  const chosen = useChosen(table, rows);
  const { places, at, place, block } = chosen;
  const [isAdding, setAdding] = useState(false);
  const openOf = (activity: Activity) => changeableFields(known.state, rights, activity);
  const adds = rights.edits && known.state !== 'closed';
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

  const typing = useTyping({ store, state, words, context, facts, waits: t('lost.waits') });
  const { editing } = typing;
  useEffect(() => {
    if (editing === null) chosen.takeFocus();
  });

  function goTo(to: Place, extends_ = false) {
    chosen.choose(to, extends_);
    // What was said of the cell before it is no longer of interest.
    if (state.said?.kind === 'refused' || state.said?.kind === 'copied') store.say(null);
  }

  function edit(typed: string | null) {
    const { activity } = chosen;
    const field = columns[at?.column ?? -1];
    if (at === null || activity === undefined || field === undefined) return;
    if (!openOf(activity).includes(field)) {
      store.say({ kind: 'refused', message: t('grid.notYours') });
      return;
    }
    typing.begin(at, activity, field, typed);
    cellOf(table.current, at)?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }

  /** One goes on from the cell that was written in, even where something else was chosen meanwhile. */
  function leaveEditor(from: At, after: After) {
    typing.end();
    const row = places.get(from.key);
    if (row === undefined) return;
    const place = { row, column: from.column };
    goTo(place);
    if (after === 'stay') return;
    const key = after === 'down' ? 'ArrowDown' : 'Tab';
    const pressed = { key, ctrlKey: false, shiftKey: after === 'before' };
    goTo(placeAfter(pressed, place, { rows: rows.length, columns: columns.length }) ?? place);
  }

  const blocks = useBlocks({ store, words, chosen, ground });

  const rowActs = useRowActs({ store, chosen, rows, view, adds, sorted: t('row.sorted') });

  function onKeyDown(event: KeyboardEvent<HTMLTableElement>) {
    if (place === null || editing !== null) return;
    const { key, shiftKey } = event;
    const ctrlKey = event.ctrlKey || event.metaKey;
    if (rowActs.onKey(event, ctrlKey)) {
      event.preventDefault();
      return;
    }
    const pressed = { key, ctrlKey, shiftKey };
    const to = placeAfter(pressed, place, { rows: rows.length, columns: columns.length });
    if (to !== null) goTo(to, shiftKey && key !== 'Tab');
    else if (key === 'Enter' || key === 'F2') edit(null);
    else if (key === 'Delete' || key === 'Backspace') blocks.clear();
    else if (key === 'Escape') letGo();
    else if (ctrlKey && !shiftKey && key.toLowerCase() === 'z') void store.undo();
    else if (isTyping(event)) edit(key);
    else return;
    event.preventDefault();
  }

  function letGo() {
    const { activity } = chosen;
    const field = columns[at?.column ?? -1];
    if (activity !== undefined && field !== undefined) store.keepWrong(cellKey(activity.id, field), null);
    chosen.chooseOne();
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
    const copied = editing === null ? blocks.copied() : null;
    if (copied === null) return;
    event.preventDefault();
    event.clipboardData.setData('text/plain', copied);
  }

  function onPaste(event: ClipboardEvent) {
    if (editing !== null) return;
    event.preventDefault();
    blocks.paste(event.clipboardData.getData('text/plain'));
  }

  const marks = useMarks(state, countries);
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
      resultsInOrder(known.results).map(({ id, code, title, titleThai }) => ({
        id,
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
        {adds && chosen.activity !== undefined ? (
          <RowMenu
            activity={chosen.activity}
            chosen={Math.max(1, rowActs.chosenIds.length)}
            onStep={rowActs.step}
            onRemove={rowActs.remove}
          />
        ) : null}
        {adds ? <Button onClick={() => setAdding(true)}>{t('grid.add')}</Button> : null}
      </div>
      <LostWords
        lost={state.lost}
        words={words}
        onBringBack={adds ? (activityId) => void store.bringBack(activityId) : null}
        onLetGo={(activityId) => store.letLostGo(activityId)}
      />
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
            if (to !== null && event.target instanceof HTMLTableCellElement && !chosen.isChosen) goTo(to);
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
              <th scope="col" data-column="open">
                {t('grid.actions')}
              </th>
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
                    from={inBlock && chosen.isChosen ? block.left : -1}
                    to={inBlock && chosen.isChosen ? block.right : -1}
                    wrong={marks.wrong.get(activity.id)}
                    fresh={marks.fresh.get(activity.id)}
                    pending={marks.pending.get(activity.id)}
                    isTarget={chosen.target === activity.id}
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
                          onType={typing.hear}
                          onTake={(typed, after) => {
                            const problem = typing.take(editing.activity, typed);
                            if (problem === null) leaveEditor(editing, after);
                            return problem;
                          }}
                          onLeave={(typed) => {
                            typing.keep(editing.activity, typed);
                            typing.end();
                          }}
                          onCancel={() => {
                            store.keepWrong(cellKey(editing.activity.id, editing.field), null);
                            leaveEditor(editing, 'stay');
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
        plan={blocks.asked?.plan ?? null}
        isClearing={blocks.asked?.isClearing === true}
        words={words}
        onWrite={blocks.write}
        onClose={blocks.close}
      />
      <ConflictDialog
        conflict={state.conflict}
        words={words}
        onSettle={(choice) => {
          chosen.wantFocus();
          const who = state.conflict === null ? '' : words.who(state.conflict.country);
          void store.settle(choice, t('conflict.waits', { who }));
        }}
      />
      <LeavingDialog leaving={state.leaving} others={[...ordered, ...activities]} onGo={rowActs.letGo} />
      <AddDialog
        open={isAdding}
        results={resultsInOrder(known.results)}
        titleOf={({ title, titleThai }) => nameIn(locale, title, titleThai)}
        add={(cells) => props.add(plan.id, cells)}
        onAdded={(id) => {
          setAdding(false);
          void store.entered(id).then(() => chosen.setTarget(id));
        }}
        onClose={() => setAdding(false)}
      />
    </>
  );
}
