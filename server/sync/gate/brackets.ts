import * as Y from 'yjs';
import { BRACKET } from '../../../domain/text/brackets/inline';
import { parsePath, writePart } from '../../../domain/text/brackets/path';
import { liveItems } from './tree';

/** The alternatives that stand in a text, as their paths have them, with the number of blocks in which each stands. */
export type Alternatives = ReadonlyMap<string, number>;

/** Looks a text over for brackets: the items as they are, no words are put together. */
export function alternativesIn(root: Y.XmlFragment): Alternatives {
  const blocks = new Map<string, Set<Y.XmlElement>>();
  for (const item of liveItems(root)) look(item, blocks);
  return new Map([...blocks].map(([part, places]) => [part, places.size]));
}

/**
 * Whether an edit left the brackets of a text as they were (BR15): none came or went, none changed hands, and none was
 * torn into two blocks. What stands inside an alternative may change as long as something does.
 */
export function keptBrackets(before: Alternatives, after: Alternatives): boolean {
  if (before.size !== after.size) return false;
  for (const [part, places] of after) {
    if (places > (before.get(part) ?? 0)) return false;
  }
  return true;
}

function look(item: Y.Item, blocks: Map<string, Set<Y.XmlElement>>): void {
  const type: unknown = item.content instanceof Y.ContentType ? item.content.type : null;
  if (type instanceof Y.XmlText) lookAtWords(type, blocks);
  else if (type instanceof Y.XmlElement) for (const child of liveItems(type)) look(child, blocks);
}

function lookAtWords(text: Y.XmlText, blocks: Map<string, Set<Y.XmlElement>>): void {
  let path: string | null = null;
  for (const { content } of liveItems(text)) {
    if (content instanceof Y.ContentFormat) {
      if (content.key !== BRACKET) continue;
      const value: unknown = (content.value as { path?: unknown } | null)?.path;
      path = typeof value === 'string' ? value : null;
    } else if (path !== null && content instanceof Y.ContentString && text.parent instanceof Y.XmlElement) {
      for (const part of parsePath(path) ?? []) {
        const key = writePart(part);
        const places = blocks.get(key) ?? new Set();
        blocks.set(key, places.add(text.parent));
      }
      // Words that follow under the same mark say nothing new.
    }
  }
}
