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
import { CHANGE_GROUPS, type ChangeFilter, passesFilter, stepFrom } from './changes';

/**
 * Going from change to change. The redline itself is HTML from the server and never crosses to the browser as
 * data: this finds changes by `data-change` and list entries by `data-entry`.
 */
interface Navigation {
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
}

const NavigationContext = createContext<Navigation | null>(null);
const KEYS_OFF = 'mufakat.compare.keysOff';

export function useChangeNavigation(): Navigation {
  const navigation = useContext(NavigationContext);
  if (navigation === null) throw new Error('useChangeNavigation: outside ChangeNavigation');
  return navigation;
}

export function ChangeNavigation(props: { total: number; children: ReactNode }) {
  const [current, setCurrent] = useState<number | null>(null);
  const [filter, setFilter] = useState<ChangeFilter>({ groups: CHANGE_GROUPS, author: null });
  const [shown, setShown] = useState<readonly number[]>(() =>
    Array.from({ length: props.total }, (_, i) => i + 1),
  );
  const [keysOn, setKeysOnState] = useState(true);
  const [helpOpen, setHelpOpen] = useState(false);
  const live = useRef({ current, shown });
  live.current = { current, shown };

  useEffect(() => setKeysOnState(localStorage.getItem(KEYS_OFF) === null), []);
  useEffect(() => setShown(applyFilter(filter)), [filter]);

  const setKeysOn = useCallback((on: boolean) => {
    setKeysOnState(on);
    if (on) localStorage.removeItem(KEYS_OFF);
    else localStorage.setItem(KEYS_OFF, '');
  }, []);

  const step = useCallback((by: 1 | -1) => {
    const next = stepFrom(live.current.shown, live.current.current, by);
    if (next === null) return;
    setCurrent(next);
    showChange(next, true);
    history.replaceState(history.state, '', `#change-${next}`);
  }, []);

  useEffect(() => {
    const follow = () => {
      const number = numberInHash();
      if (number === null) return;
      setCurrent(number);
      showChange(number, false);
    };
    follow();
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
      total: props.total,
      shown,
      current,
      filter,
      keysOn,
      helpOpen,
      setFilter,
      setKeysOn,
      setHelpOpen,
      step,
    }),
    [props.total, shown, current, filter, keysOn, helpOpen, setKeysOn, step],
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

/** Hides the list's entries that do not answer the filter; the numbers that remain, in order. */
function applyFilter(filter: ChangeFilter): number[] {
  const shown: number[] = [];
  for (const entry of document.querySelectorAll<HTMLElement>('[data-change-list] > [data-entry]')) {
    const authors = (entry.dataset.authors ?? '').split(' ').filter((code) => code !== '');
    const passes = passesFilter({ group: entry.dataset.group ?? '', authors }, filter);
    entry.hidden = !passes;
    if (passes) shown.push(Number(entry.dataset.entry));
  }
  return shown;
}

/** Marks a change as the current one, in the text and in the list, and brings it into sight. */
function showChange(number: number, focus: boolean): void {
  for (const old of document.querySelectorAll('[data-current]')) old.removeAttribute('data-current');
  for (const old of document.querySelectorAll('[data-entry] [aria-current]'))
    old.removeAttribute('aria-current');
  for (const run of document.querySelectorAll(`.redline [data-change="${number}"]`))
    run.setAttribute('data-current', '');
  const entry = document.querySelector<HTMLElement>(`[data-entry="${number}"]`);
  entry?.querySelector('a')?.setAttribute('aria-current', 'true');
  if (entry !== null) showInList(entry);
  const target = document.getElementById(`change-${number}`);
  if (target === null) return;
  target.scrollIntoView({ block: 'center' });
  if (focus) target.focus({ preventScroll: true });
  // Rows above that were never drawn had a guessed height; once they are, the place may have shifted.
  requestAnimationFrame(() => target.scrollIntoView({ block: 'center' }));
}

/** Scrolls the list, and only the list, so that the entry is in sight. */
function showInList(entry: HTMLElement): void {
  const list = entry.parentElement;
  if (list === null || list.scrollHeight <= list.clientHeight) return;
  const above = entry.offsetTop - list.offsetTop;
  if (above < list.scrollTop || above + entry.offsetHeight > list.scrollTop + list.clientHeight) {
    list.scrollTop = above - list.clientHeight / 3;
  }
}
