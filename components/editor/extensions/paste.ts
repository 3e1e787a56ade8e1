import { Extension } from '@tiptap/core';
import { Fragment, type Mark, type Node, type Schema, Slice } from '@tiptap/pm/model';
import { Plugin, PluginKey } from '@tiptap/pm/state';
import { numberedLines } from '../numbered-text';
import { byteLength, cleanPastedHtml, PASTE_LIMIT } from '../paste-cleaning';

export interface PasteOptions {
  /** The document's own language: pasted passages in it need no mark. */
  readonly language: string;
  readonly tooLarge: () => void;
}

/** What comes in by paste or drop: weighed before it is read, cleaned to the schema, typed numbers made structure. */
export const Paste = Extension.create<PasteOptions>({
  name: 'pasteCleaning',
  addOptions() {
    return { language: 'en', tooLarge: () => undefined };
  },
  addProseMirrorPlugins() {
    const { language, tooLarge } = this.options;
    const weigh = (data: DataTransfer | null): boolean => {
      if (data === null) return false;
      const heavy = ['text/html', 'text/plain'].some((type) => byteLength(data.getData(type)) > PASTE_LIMIT);
      if (heavy) tooLarge();
      return heavy;
    };
    return [
      new Plugin({
        key: new PluginKey('pasteCleaning'),
        props: {
          handleDOMEvents: {
            paste: (_view, event) => refuse(event, weigh(event.clipboardData)),
            drop: (_view, event) => refuse(event, weigh(event.dataTransfer)),
          },
          transformPastedHTML: (html) => cleanPastedHtml(html, language),
          clipboardTextParser: (text, $context, plain, view) => {
            const alone = $context.parent.content.size === 0 || /\n/.test(text.trim());
            const lines = plain || !alone || $context.depth !== 1 ? null : numberedLines(text);
            return lines === null
              ? paragraphs(view.state.schema, text, $context.marks())
              : new Slice(
                  Fragment.from(
                    lines.map((line) =>
                      block(view.state.schema, line.kind, line.text, { level: line.level }),
                    ),
                  ),
                  0,
                  0,
                );
          },
        },
      }),
    ];
  },
});

function refuse(event: Event, heavy: boolean): boolean {
  if (heavy) event.preventDefault();
  return heavy;
}

/** Lines of plain text as paragraphs, open at both ends so that a single line flows into the one it lands in. */
function paragraphs(schema: Schema, text: string, marks: readonly Mark[]): Slice {
  const lines = text.split(/(?:\r\n?|\n)+/);
  return new Slice(Fragment.from(lines.map((line) => block(schema, 'paragraph', line, null, marks))), 1, 1);
}

function block(
  schema: Schema,
  kind: string,
  text: string,
  attrs: Record<string, unknown> | null,
  marks: readonly Mark[] = [],
): Node {
  return schema.node(kind, attrs, text === '' ? [] : [schema.text(text, marks)]);
}
