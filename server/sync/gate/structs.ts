import * as Y from 'yjs';
import { accept, type Outcome, refuse } from '../../../domain/refusal';
import { documentSchema } from '../../../domain/text/schema';
import { FRAGMENT } from '../../text/ydoc';
import { type DeleteRange, type Known, MOST_DELETES, type News } from '../known';

/** How many structs one update may bring: a paragraph is about five, so a paste of 60,000 words some ten thousand. */
export const MOST_STRUCTS = 20_000;
/** How many client ids one update may write under: a person comes with one, and with more after tabs that were cut off. */
export const MOST_CLIENTS = 16;

/** Refusals of what refers to words that are not known, or not known yet. */
export const LACKS_PAST: ReadonlySet<string> = new Set(['SY5', 'SY8']);

/**
 * Judges the news of an update by itself, before anything is applied or looked up: how much it is (SY27, SY8), whose
 * client ids it is under (SY3), that its past is known (SY5), of what kind it is (SY7), and what it deletes (SY8).
 * What can only be seen in the finished tree is left to tree.ts.
 */
export function judgeStructs(
  news: News,
  known: Known,
  mayWriteUnder: (client: number) => boolean,
): Outcome<true> {
  if (news.structs.length > MOST_STRUCTS) return refuse('SY27');
  if (news.deletes.length > MOST_DELETES) return refuse('SY8');
  const ends = new Map<number, number>();
  const endOf = (client: number) => ends.get(client) ?? known.clockAfter(client);
  for (const struct of news.structs) {
    const { client, clock } = struct.id;
    if (!mayWriteUnder(client)) return refuse('SY3');
    if (struct instanceof Y.Skip || clock > endOf(client)) return refuse('SY5');
    ends.set(client, Math.max(endOf(client), clock + struct.length));
    if (ends.size > MOST_CLIENTS) return refuse('SY27');
  }
  for (const struct of news.structs) {
    if (!(struct instanceof Y.Item)) continue;
    if (!pastIsKnown(struct, endOf)) return refuse('SY5');
    const fault = kindFault(struct);
    if (fault !== null) return refuse('SY7', { fault });
  }
  const isKnown = (range: DeleteRange) => range.from < range.to && range.to <= endOf(range.client);
  return news.deletes.every(isKnown) ? accept(true) : refuse('SY8');
}

function pastIsKnown(item: Y.Item, endOf: (client: number) => number): boolean {
  const needed = [item.origin, item.rightOrigin, item.parent instanceof Y.ID ? item.parent : null];
  return needed.every((id) => id === null || id.clock < endOf(id.client));
}

/** What an item may be: words, marks, elements and texts of the schema, values of attributes, and what was deleted. */
function kindFault(item: Y.Item): string | null {
  const parent: unknown = item.parent;
  if (typeof parent === 'string') {
    if (parent !== FRAGMENT) return 'another root than the text';
    if (item.parentSub !== null) return 'an attribute on the text itself';
  }
  const { content } = item;
  if (content instanceof Y.ContentType) return typeFault(content.type);
  if (
    // Values of one attribute that followed each other offline travel together; the last one counts.
    content instanceof Y.ContentAny ||
    content instanceof Y.ContentString ||
    content instanceof Y.ContentFormat ||
    content instanceof Y.ContentDeleted
  ) {
    return null;
  }
  return content instanceof Y.ContentDoc
    ? 'a document in the document'
    : 'a kind of content that no text has';
}

function typeFault(type: Y.AbstractType<unknown>): string | null {
  if (type instanceof Y.XmlText) return null;
  if (!(type instanceof Y.XmlElement)) return 'a shared type that no text has';
  const known = documentSchema().nodes[type.nodeName];
  return known === undefined || known.isText || known.name === 'doc' ? 'an unknown node' : null;
}
