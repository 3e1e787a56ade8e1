import { Extension } from '@tiptap/core';
import { Plugin, PluginKey } from '@tiptap/pm/state';
import { ySyncPluginKey } from '@tiptap/y-tiptap';
import type * as Y from 'yjs';

const KEY = new PluginKey('drawAnew');

/**
 * y-tiptap 3.0.9 can throw while it puts the caret back after a colleague's edit: the place it computed lies beyond
 * the end of what is drawn. The screen would then stay behind the shared text, and the next keystroke write the old
 * screen over the colleague's words. Here the whole text is drawn anew instead.
 */
export const DrawAnew = Extension.create({
  name: 'drawAnew',
  // After Collaboration, whose binding is guarded.
  priority: 50,
  addProseMirrorPlugins() {
    return [
      new Plugin({
        key: KEY,
        view: (view) => {
          const binding: Binding | undefined = ySyncPluginKey.getState(view.state)?.binding;
          if (binding !== undefined) guard(binding);
          return {};
        },
      }),
    ];
  },
});

type Observer = (events: Y.YEvent<Y.XmlElement>[], transaction: Y.Transaction) => void;

/** What y-tiptap binds a fragment to a view with; it has no types of its own. */
interface Binding {
  readonly type: Y.XmlFragment;
  _observeFunction: Observer;
  _forceRerender(): void;
}

function guard(binding: Binding): void {
  const draw = binding._observeFunction;
  const drawOrDrawAnew: Observer = (events, transaction) => {
    try {
      draw(events, transaction);
    } catch (error) {
      if (!(error instanceof RangeError)) throw error;
      binding._forceRerender();
    }
  };
  binding.type.unobserveDeep(draw as Parameters<Y.XmlFragment['unobserveDeep']>[0]);
  binding._observeFunction = drawOrDrawAnew;
  binding.type.observeDeep(drawOrDrawAnew as Parameters<Y.XmlFragment['observeDeep']>[0]);
}
