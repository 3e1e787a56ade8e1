import * as Y from 'yjs';
import type { ClockRanges } from '../clock-ranges';
import type { Candidate } from '../gate/candidate';
import { liveItems } from '../gate/tree';
import type { DeleteRange } from '../known';

/** Words of one paragraph that lie in given ranges, in reading order, and the clocks they stand under. */
export interface Passage {
  readonly words: string;
  /** `at`: where in `words` the range begins. */
  readonly ranges: readonly (DeleteRange & { readonly at: number })[];
}

/** The live words that lie in these ranges. Where one item of a paragraph is meant, the paragraph is not walked. */
export function passagesOf(candidate: Candidate, ranges: ClockRanges): Passage[] {
  const byParagraph = new Map<unknown, Y.Item[]>();
  for (const { client, from, to } of ranges) {
    for (const item of candidate.itemsSince(client, from)) {
      if (item.id.clock >= to) break;
      if (!(item.content instanceof Y.ContentString)) continue;
      const items = byParagraph.get(item.parent) ?? [];
      items.push(item);
      byParagraph.set(item.parent, items);
    }
  }
  return [...byParagraph].map(([paragraph, items]) =>
    passageOf(items.length === 1 ? items : liveItems(paragraph as Y.XmlText), ranges),
  );
}

function passageOf(items: Iterable<Y.Item>, ranges: ClockRanges): Passage {
  let words = '';
  const found: Passage['ranges'][number][] = [];
  for (const { id, length, content } of items) {
    if (!(content instanceof Y.ContentString)) continue;
    for (const range of ranges.overlap(id.client, id.clock, id.clock + length)) {
      found.push({ ...range, at: words.length });
      words += content.str.slice(range.from - id.clock, range.to - id.clock);
    }
  }
  return { words, ranges: found };
}

/** All that goes when these ranges are deleted: with an element goes what is in it, whether it is named or not. */
export function* withContents(candidate: Candidate, deletes: readonly DeleteRange[]): Generator<DeleteRange> {
  for (const range of deletes) {
    yield range;
    for (const item of candidate.itemsSince(range.client, range.from)) {
      if (item.id.clock >= range.to) break;
      yield* contentsOf(item);
    }
  }
}

function* contentsOf({ content }: Y.Item): Generator<DeleteRange> {
  if (!(content instanceof Y.ContentType)) return;
  for (const item of liveItems(content.type)) {
    yield { client: item.id.client, from: item.id.clock, to: item.id.clock + item.length };
    yield* contentsOf(item);
  }
}
