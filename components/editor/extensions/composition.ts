import type { EditorView } from '@tiptap/pm/view';

/** What ProseMirror's view draws and watches with; its types leave them out. */
interface DrawnView {
  readonly docView: { markDirty(from: number, to: number): void } | null;
  readonly domObserver: { stop(): void; start: () => void };
}

interface Held {
  /** What was selected when it began. */
  readonly from: number;
  readonly to: number;
}

const COMPOSING = 'data-composing';

/** Whether words are being composed somewhere on the page: taking the focus now would tear them in two. */
export function isComposing(): boolean {
  return document.querySelector(`[${COMPOSING}]`) !== null;
}

/**
 * Words that an input method composes in a text that they do not change: Telex, Pinyin, a phone's keyboard. While they
 * are composed the text's own watch on its screen rests, since drawing the screen anew would end the composition after
 * its first letter. When they are done they are handed over in one piece, and the screen is drawn as the text is.
 */
export class Composition {
  private held: Held | null = null;

  get isUnderWay(): boolean {
    return this.held !== null;
  }

  begin(view: EditorView): void {
    const { from, to } = view.state.selection;
    this.held = { from, to };
    view.dom.setAttribute(COMPOSING, '');
    const { domObserver } = drawnOf(view);
    domObserver.stop();
    // Whatever is drawn meanwhile (a colleague's caret) would start it again.
    domObserver.start = () => undefined;
  }

  /** The place where it began; null where none was under way. The browser is done with the words right after this. */
  end(view: EditorView): Held | null {
    const { held } = this;
    this.held = null;
    view.dom.removeAttribute(COMPOSING);
    if (held !== null) setTimeout(() => drawAsIs(view, held));
    return held;
  }
}

function drawAsIs(view: EditorView, { from, to }: Held): void {
  if (view.isDestroyed) return;
  const { doc } = view.state;
  const inside = (pos: number) => doc.resolve(Math.min(pos, doc.content.size));
  const { docView, domObserver } = drawnOf(view);
  docView?.markDirty(inside(from).start(), inside(to).end());
  view.updateState(view.state);
  // Its own again, from its class.
  Reflect.deleteProperty(domObserver, 'start');
  domObserver.start();
}

function drawnOf(view: EditorView): DrawnView {
  return view as unknown as DrawnView;
}
