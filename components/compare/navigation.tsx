'use client';

import {
  createContext,
  type ReactNode,
  useCallback,
  useContext,
  useEffect,
  useMemo,
  useRef,
  useState,
} from 'react';
import { drawNow } from '@/components/ui/in-slices';
import { stayAt } from '@/components/ui/stay-at';
import { stepFrom } from './changes';
import type { ListEntry } from './entries';
import { type ChangeFilter, passesFilter, withFilter } from './filter';

/**
 * Going from change to change. The text of a redline is HTML, from the server where it is short: this finds changes by
 * `data-change`. Only the list crosses to the browser as data.
 */
interface Navigation {
  readonly entries: readonly ListEntry[];
  /** The entries that answer the filter. */
  readonly listed: readonly ListEntry[];
  readonly total: number;
  readonly shown: readonly number[];
  readonly current: number | null;
  readonly filter: ChangeFilter;
  readonly keysOn: boolean;
  readonly helpOpen: boolean;
  setFilter(filter: ChangeFilter): void;
  setKeysOn(on: boolean): void;
  setHelpOpen(open: boolean): void;
  step(by: 1 | -1): void;
  goTo(number: number): void;
}

const NavigationContext = createContext<Navigation | null>(null);
const KEYS_OFF = 'mufakat.compare.keysOff';

export function useChangeNavigation(): Navigation {
  const navigation = useContext(NavigationContext);
  if (navigation === null) throw new Error('useChangeNavigation: outside ChangeNavigation');
  return navigation;
}

export function ChangeNavigation(props: {
  entries: readonly ListEntry[];
  filter: ChangeFilter;
  children: ReactNode;
}) {
  const { entries } = props;
  const [current, setCurrent] = useState<number | null>(null);
  const [filter, setFilterState] = useState(props.filter);
  const listed = useMemo(() => entries.filter((entry) => passesFilter(entry, filter)), [entries, filter]);
  const shown = useMemo(() => listed.map(({ number }) => number), [listed]);
  const [keysOn, setKeysOnState] = useState(true);
  const [helpOpen, setHelpOpen] = useState(false);
  const live = useRef({ current, shown });
  live.current = { current, shown };

  useEffect(() => setKeysOnState(localStorage.getItem(KEYS_OFF) === null), []);
  // A list drawn anew has to be told where one is, once it is in its place.
  useEffect(() => {
    queueMicrotask(() => {
      const { current } = live.current;
      if (current !== null && shown.includes(current)) markEntry(current);
    });
  }, [shown]);

  const setKeysOn = useCallback((on: boolean) => {
    setKeysOnState(on);
    if (on) localStorage.removeItem(KEYS_OFF);
    else localStorage.setItem(KEYS_OFF, '');
  }, []);

  // In the address, so that a filtered list can be sent.
  const setFilter = useCallback((next: ChangeFilter) => {
    setFilterState(next);
    const { pathname, search, hash } = window.location;
    history.replaceState(null, '', withFilter(`${pathname}${search}${hash}`, next));
  }, []);

  const goTo = useCallback((number: number) => {
    setCurrent(number);
    showChange(number, true);
    history.replaceState(history.state, '', `#change-${number}`);
  }, []);

  const step = useCallback(
    (by: 1 | -1) => {
      const next = stepFrom(live.current.shown, live.current.current, by);
      if (next !== null) goTo(next);
    },
    [goTo],
  );

  useEffect(() => {
    const follow = () => {
      showRow();
      const number = numberInHash();
      if (number === null) return;
      setCurrent(number);
      showChange(number, false);
    };
    // Not while this page is being put in place: what is not drawn yet could not be drawn now.
    queueMicrotask(follow);
    window.addEventListener('hashchange', follow);
    return () => window.removeEventListener('hashchange', follow);
  }, []);

  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target))
        return;
      const act = keyAction(event.key);
      if (act === null || (!keysOn && act !== 'help')) return;
      event.preventDefault();
      if (act === 'help') setHelpOpen(true);
      else step(act);
    };
    document.addEventListener('keydown', press);
    return () => document.removeEventListener('keydown', press);
  }, [keysOn, step]);

  const value = useMemo(
    () => ({
      entries,
      listed,
      total: entries.length,
      shown,
      current,
      filter,
      keysOn,
      helpOpen,
      setFilter,
      setKeysOn,
      setHelpOpen,
      step,
      goTo,
    }),
    [entries, listed, shown, current, filter, setFilter, keysOn, helpOpen, setKeysOn, step, goTo],
  );
  return <NavigationContext value={value}>{props.children}</NavigationContext>;
}

export function keyAction(key: string): 1 | -1 | 'help' | null {
  if (key === 'n' || key === 'j') return 1;
  if (key === 'p' || key === 'k') return -1;
  return key === '?' ? 'help' : null;
}

function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof Element &&
    target.closest(
      'input:not([type=checkbox]):not([type=radio]), textarea, select, [contenteditable], [role=dialog]',
    ) !== null
  );
}

function numberInHash(): number | null {
  const match = /^#change-(\d{1,6})$/.exec(window.location.hash);
  return match === null ? null : Number(match[1]);
}

/** A link to a row that is not drawn yet leads nowhere by itself. */
function showRow(): void {
  const row = /^#row-(\d{1,6})$/.exec(window.location.hash)?.[1];
  if (row === undefined || document.getElementById(`row-${row}`) !== null) return;
  drawNow('rows', Number(row));
  const drawn = document.getElementById(`row-${row}`);
  if (drawn !== null) stayAt(drawn);
}

/** Marks a change as the current one, in the text and in the list, and brings it into sight. */
function showChange(number: number, focus: boolean): void {
  if (document.getElementById(`change-${number}`) === null) drawNow('changes', number);
  for (const old of document.querySelectorAll('[data-current]')) old.removeAttribute('data-current');
  for (const run of document.querySelectorAll(`.redline [data-change="${number}"]`))
    run.setAttribute('data-current', '');
  markEntry(number);
  const target = document.getElementById(`change-${number}`);
  if (target === null) return;
  stayAt(target, 'center');
  if (focus) target.focus({ preventScroll: true });
}

function markEntry(number: number): void {
  if (document.querySelector(`[data-entry="${number}"]`) === null) drawNow('changes', number);
  for (const old of document.querySelectorAll('[data-entry] [aria-current]'))
    old.removeAttribute('aria-current');
  const entry = document.querySelector<HTMLElement>(`[data-entry="${number}"]`);
  if (entry === null) return;
  entry.querySelector('a')?.setAttribute('aria-current', 'true');
  showInList(entry);
}

/** Scrolls the list, and only the list, so that the entry is in sight. */
function showInList(entry: HTMLElement): void {
  const list = entry.closest('[data-change-list]');
  if (list === null || list.scrollHeight <= list.clientHeight) return;
  const above = entry.getBoundingClientRect().top - list.getBoundingClientRect().top;
  if (above < 0 || above + entry.offsetHeight > list.clientHeight) {
    list.scrollTop += above - list.clientHeight / 3;
  }
}
