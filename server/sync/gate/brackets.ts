import * as Y from 'yjs';
import { BRACKET } from '../../../domain/text/brackets/inline';
import { parsePath } from '../../../domain/text/brackets/path';
import { StretchCount } from '../../../domain/text/brackets/stretches';
import { liveItems } from './tree';

/** The alternatives that stand in a text, by their paths, with the number of stretches in which each stands. */
export type Alternatives = ReadonlyMap<string, number>;

/** Looks a text over for brackets: the items as they are, no words are put together. */
export function alternativesIn(root: Y.XmlFragment): Alternatives {
  const count = new StretchCount();
  for (const item of liveItems(root)) look(item, count);
  return count.found;
}

function look(item: Y.Item, count: StretchCount): void {
  const type: unknown = item.content instanceof Y.ContentType ? item.content.type : null;
  if (type instanceof Y.XmlText) lookAtWords(type, count);
  else if (type instanceof Y.XmlElement && type.length > 0) {
    for (const child of liveItems(type)) look(child, count);
    count.endBlock();
  }
}

/** Footnotes and line breaks between words end no stretch: they stand in whatever the words around them stand in. */
function lookAtWords(text: Y.XmlText, count: StretchCount): void {
  let path: string | null = null;
  for (const { content } of liveItems(text)) {
    if (content instanceof Y.ContentString) count.words(parsePath(path) ?? []);
    else if (content instanceof Y.ContentFormat && content.key === BRACKET) {
      const value: unknown = (content.value as { path?: unknown } | null)?.path;
      path = typeof value === 'string' ? value : null;
    }
  }
}
