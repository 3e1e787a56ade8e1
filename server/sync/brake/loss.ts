import * as Y from 'yjs';
import { ClockRanges } from '../clock-ranges';
import type { Candidate } from '../gate/candidate';
import type { DeleteRange, News } from '../known';
import { type Passage, passagesOf, withContents } from './passages';
import { countShared, sharedWords } from './shared-words';

/** Which words are not one's own: all that stand under others' client ids, and those that one merely moved. */
export class Others {
  private readonly owns: (client: number) => boolean;
  private readonly moved: ClockRanges;

  constructor(owns: (client: number) => boolean, moved: ClockRanges) {
    this.owns = owns;
    this.moved = moved;
  }

  *among(ranges: Iterable<DeleteRange>): Generator<DeleteRange> {
    for (const range of ranges) {
      if (this.owns(range.client)) yield* this.moved.overlap(range.client, range.from, range.to);
      else yield range;
    }
  }

  /** How many characters of the text are others'. */
  letters(candidate: Candidate): number {
    let letters = 0;
    for (const client of candidate.doc.store.clients.keys()) {
      for (const { from, to } of this.among([{ client, from: 0, to: candidate.clockAfter(client) }])) {
        for (const { id, length, content } of candidate.itemsSince(client, from)) {
          if (id.clock >= to) break;
          if (!(content instanceof Y.ContentString)) continue;
          letters += Math.min(to, id.clock + length) - Math.max(from, id.clock);
        }
      }
    }
    return letters;
  }
}

/** Words of others that an update is about to delete. */
export interface Deletion {
  readonly ranges: ClockRanges;
  readonly passages: readonly Passage[];
  readonly letters: number;
  /** Characters the update writes, at most: some of them may not stand when it has been tried. */
  readonly written: number;
  /** Where the update's own writing begins, by client. */
  readonly firstNew: ReadonlyMap<number, number>;
}

/** Look before the update is tried: afterwards the words are gone. Null where no words of others go. */
export function deletionOf(candidate: Candidate, others: Others, news: News): Deletion | null {
  if (news.deletes.length === 0) return null;
  const gone = new ClockRanges(withContents(candidate, news.deletes));
  const passages = passagesOf(candidate, new ClockRanges(others.among(gone)));
  const letters = passages.reduce((sum, { words }) => sum + words.length, 0);
  if (letters === 0) return null;
  const ranges = new ClockRanges(passages.flatMap((passage) => passage.ranges));
  const clients = new Set(news.structs.map(({ id }) => id.client));
  const firstNew = new Map([...clients].map((client) => [client, candidate.clockAfter(client)]));
  return { ranges, passages, letters, written: lettersIn(news), firstNew };
}

function lettersIn({ structs }: News): number {
  return structs.reduce(
    (sum, struct) =>
      sum + (struct instanceof Y.Item && struct.content instanceof Y.ContentString ? struct.length : 0),
    0,
  );
}

/** What a deletion comes to at the least: as if all that the update writes were words of others again. */
export function leastLossOf({ letters, written }: Deletion): Loss {
  const gone = Math.max(0, letters - written);
  return { gone, shrunk: gone, moved: [] };
}

/** What a deletion comes to once the update has been tried. */
export interface Loss {
  /** Characters of others' words that are nowhere in what the update wrote. */
  readonly gone: number;
  /** The same less the new characters that the update wrote. */
  readonly shrunk: number;
  /** Where words of others stand now that the update deleted and wrote again. */
  readonly moved: readonly DeleteRange[];
}

export function lossOf(candidate: Candidate, { passages, letters, firstNew }: Deletion): Loss {
  const written = passagesOf(candidate, new ClockRanges(sinceOf(candidate, firstNew)));
  const before = passages.map(({ words }) => words);
  const after = written.map(({ words }) => words);
  const length = after.reduce((sum, words) => sum + words.length, 0);
  if (length === 0) return { gone: letters, shrunk: letters, moved: [] };
  const gone = letters - countShared(sharedWords(before, after));
  const masks = sharedWords(after, before);
  const fresh = length - countShared(masks);
  return {
    gone,
    shrunk: Math.max(0, gone - fresh),
    moved: written.flatMap((passage, index) => [...movedIn(passage, masks[index])]),
  };
}

function* sinceOf(candidate: Candidate, firstNew: Deletion['firstNew']): Generator<DeleteRange> {
  for (const [client, from] of firstNew) yield { client, from, to: candidate.clockAfter(client) };
}

function* movedIn({ ranges }: Passage, mask: Uint8Array = new Uint8Array()): Generator<DeleteRange> {
  for (const { client, from, to, at } of ranges) {
    for (let clock = from; clock < to; clock += 1) {
      if (mask[at + clock - from] !== 1) continue;
      const start = clock;
      while (clock < to && mask[at + clock - from] === 1) clock += 1;
      yield { client, from: start, to: clock };
    }
  }
}
