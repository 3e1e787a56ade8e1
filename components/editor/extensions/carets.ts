import { Extension } from '@tiptap/core';
import { Plugin, PluginKey } from '@tiptap/pm/state';
import { yCursorPlugin } from '@tiptap/y-tiptap';
import type { Awareness } from 'y-protocols/awareness';
import * as Y from 'yjs';
import { inkOn, presenceUser } from '@/components/presence/presence';
import { readCaretPlace } from '@/domain/wire/caret-place';

const NAME_SHOWN_FOR = 3500;

/**
 * Colleagues' carets with flag and name, their selections tinted in the delegation's colour. Who somebody is
 * comes from the server alone; this side only ever says where its own caret is.
 */
export const Carets = Extension.create<{
  awareness: Awareness | null;
  /** Whether others see one's caret. Where a delegation reads and drafts is its own. */
  isShown: () => boolean;
}>({
  name: 'carets',
  priority: 999,
  addOptions() {
    return { awareness: null, isShown: () => true };
  },
  addProseMirrorPlugins() {
    const { awareness, isShown } = this.options;
    if (awareness === null) return [];
    return [
      yCursorPlugin(quietWhere(awareness, isShown), {
        awarenessStateFilter: (own: number, other: number, state: unknown) =>
          own !== other && presenceUser(state) !== null && isFound(state, awareness.doc),
        cursorBuilder: (user: unknown, clientId: number) => caret(user, clientId),
        selectionBuilder: (user: unknown) => ({
          class: 'colleague-selection',
          style: `--colleague: ${presenceUser({ user })?.color ?? 'transparent'}`,
        }),
      }),
      nameOnMove(awareness),
    ];
  },
});

/**
 * Whether a caret can be looked up in the text. One that cannot would stop the drawing of every edit: the screen would
 * stay behind the text, and the next key would take away what it does not show.
 */
export function isFound(state: unknown, doc: Y.Doc): boolean {
  const { cursor } = state as { cursor?: { anchor?: unknown; head?: unknown } | null };
  if (cursor === undefined || cursor === null) return true;
  return [cursor.anchor, cursor.head].every((end) => {
    const place = readCaretPlace(end);
    if (place === null) return false;
    try {
      Y.createAbsolutePositionFromRelativePosition(Y.createRelativePositionFromJSON(place), doc);
      return true;
    } catch {
      return false;
    }
  });
}

/** The same presence, which says nothing of one's own caret where it is not shown. */
function quietWhere(awareness: Awareness, isShown: () => boolean): Awareness {
  const setLocalStateField = (field: string, value: unknown) => {
    if (field !== 'cursor' || value === null || isShown()) awareness.setLocalStateField(field, value);
  };
  return Object.create(awareness, { setLocalStateField: { value: setLocalStateField } }) as Awareness;
}

function caret(state: unknown, clientId: number): HTMLElement {
  const user = presenceUser({ user: state });
  const element = document.createElement('span');
  element.className = 'colleague-caret';
  element.dataset.client = String(clientId);
  element.dataset.moved = '';
  element.style.setProperty('--colleague', user?.color ?? '#6b6b6b');
  const label = document.createElement('span');
  label.className = 'colleague-label';
  label.style.color = inkOn(user?.color ?? '#6b6b6b');
  if (user?.country !== null && user !== null) {
    const flag = document.createElement('img');
    flag.src = `/flags/${user.country}.svg`;
    flag.alt = user.country;
    flag.width = 15;
    flag.height = 10;
    label.append(flag);
  }
  const name = document.createElement('span');
  name.className = 'colleague-name';
  name.textContent = user?.name ?? '';
  label.append(name);
  element.append('\u2060', label, '\u2060');
  return element;
}

/** A name stands beside its caret while it moves, then only the flag: names would cover the words. */
function nameOnMove(awareness: Awareness): Plugin {
  return new Plugin({
    key: new PluginKey('nameOnMove'),
    view: (view) => {
      const timers = new Map<number, ReturnType<typeof setTimeout>>();
      const mark = (clientId: number) => {
        const found = view.dom.querySelector<HTMLElement>(`.colleague-caret[data-client="${clientId}"]`);
        if (found !== null) found.dataset.moved = '';
        clearTimeout(timers.get(clientId));
        timers.set(
          clientId,
          setTimeout(() => {
            const later = view.dom.querySelector<HTMLElement>(`.colleague-caret[data-client="${clientId}"]`);
            if (later !== null) delete later.dataset.moved;
          }, NAME_SHOWN_FOR),
        );
      };
      const onChange = ({ added, updated }: { added: number[]; updated: number[] }) => {
        for (const clientId of [...added, ...updated]) if (clientId !== awareness.clientID) mark(clientId);
      };
      awareness.on('change', onChange);
      return {
        destroy: () => {
          awareness.off('change', onChange);
          for (const timer of timers.values()) clearTimeout(timer);
        },
      };
    },
  });
}
