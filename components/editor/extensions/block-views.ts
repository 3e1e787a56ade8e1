import { Extension } from '@tiptap/core';
import type { Node } from '@tiptap/pm/model';
import { Plugin, PluginKey } from '@tiptap/pm/state';
import type { NodeView } from '@tiptap/pm/view';

/**
 * How some blocks stand on the page: headings as boxes whose level the margin numbers tell (it follows from their
 * place, and the page has its own h1), tables in a frame that
 * scrolls sideways, footnotes as a sign that says its words. What is copied and stored stays as the schema has it.
 */
export const BlockViews = Extension.create({
  name: 'blockViews',
  addProseMirrorPlugins() {
    return [
      new Plugin({
        key: new PluginKey('blockViews'),
        props: {
          nodeViews: {
            title: (node) => new BlockView(node, 'div'),
            annex: (node) => new BlockView(node, 'div'),
            heading: (node) => new BlockView(node, 'div'),
            paragraph: (node) => new BlockView(node, 'p'),
            table: (node, view) => new FramedTable(node, view.editable),
            footnote: (node) => new FootnoteSign(node),
          },
        },
        view: (view) => {
          let editable = view.editable;
          return {
            update: () => {
              if (view.editable === editable) return;
              editable = view.editable;
              for (const frame of view.dom.querySelectorAll('.text-table')) reachByKeyboard(frame, !editable);
            },
          };
        },
      }),
    ];
  },
});

class BlockView implements NodeView {
  readonly dom: HTMLElement;
  readonly contentDOM: HTMLElement;

  constructor(node: Node, tag: 'div' | 'p') {
    this.dom = document.createElement(tag);
    this.contentDOM = this.dom;
    this.describe(node);
  }

  update(node: Node): boolean {
    if (node.type.name !== this.dom.dataset.clause) return false;
    this.describe(node);
    return true;
  }

  private describe(node: Node): void {
    this.dom.dataset.clause = node.type.name;
    setAttribute(this.dom, 'data-level', node.attrs.level);
    setAttribute(this.dom, 'data-id', node.attrs.id);
  }
}

class FramedTable implements NodeView {
  readonly dom: HTMLElement;
  readonly contentDOM: HTMLElement;

  constructor(node: Node, editable: boolean) {
    this.dom = document.createElement('div');
    this.dom.className = 'text-table';
    reachByKeyboard(this.dom, !editable);
    this.contentDOM = document.createElement('tbody');
    const table = document.createElement('table');
    table.append(this.contentDOM);
    this.dom.append(table);
    setAttribute(this.dom, 'data-id', node.attrs.id);
  }

  update(node: Node): boolean {
    if (node.type.name !== 'table') return false;
    setAttribute(this.dom, 'data-id', node.attrs.id);
    return true;
  }

  ignoreMutation(mutation: { type: string; target: globalThis.Node }): boolean {
    return mutation.type === 'attributes' && !this.contentDOM.contains(mutation.target);
  }
}

/** A reader scrolls a wide table by the keyboard; who writes has the caret in it, which nothing may catch. */
function reachByKeyboard(frame: Element, reachable: boolean): void {
  if (reachable) frame.setAttribute('tabindex', '0');
  else frame.removeAttribute('tabindex');
}

class FootnoteSign implements NodeView {
  readonly dom: HTMLElement;

  constructor(node: Node) {
    this.dom = document.createElement('span');
    this.dom.dataset.footnote = '';
    this.dom.setAttribute('role', 'note');
    this.describe(node);
  }

  update(node: Node): boolean {
    if (node.type.name !== 'footnote') return false;
    this.describe(node);
    return true;
  }

  private describe(node: Node): void {
    const text = String(node.attrs.text ?? '');
    this.dom.title = text;
    this.dom.setAttribute('aria-label', text);
  }
}

function setAttribute(element: HTMLElement, name: string, value: unknown): void {
  if (typeof value === 'string' || typeof value === 'number') element.setAttribute(name, String(value));
  else element.removeAttribute(name);
}
