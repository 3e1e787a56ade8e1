import * as Y from 'yjs';
import type { DecodedUpdate, Struct } from './gate/decode';

/** How many ranges of text one update may delete. A person deletes a handful; a paste over a whole text some hundred. */
export const MOST_DELETES = 5000;

/** What a text already holds, asked without caring whether it lies in bytes or in a Y.Doc. */
export interface Known {
  /** The first clock of a client that is not known: how much it has written so far. */
  clockAfter(client: number): number;
  /** Whether everything of `client` in [from, to) has been deleted. */
  isGone(client: number, from: number, to: number): boolean;
}

export interface DeleteRange {
  readonly client: number;
  readonly from: number;
  readonly to: number;
}

/** The part of an update that a text does not hold yet. */
export interface News {
  readonly structs: readonly Struct[];
  readonly deletes: readonly DeleteRange[];
}

/**
 * What is new in an update. After a reconnect a client sends its whole delete set and may repeat structs; both
 * are normal and no news. Once it deletes more than any update may (SY8) the rest is not looked up.
 */
export function newsOf(update: DecodedUpdate, known: Known): News {
  const structs = update.structs.filter(
    (struct) =>
      struct instanceof Y.Skip || struct.id.clock + struct.length > known.clockAfter(struct.id.client),
  );
  const deletes: DeleteRange[] = [];
  for (const range of update.deletes) {
    if (known.isGone(range.client, range.from, range.to)) continue;
    deletes.push(range);
    if (deletes.length > MOST_DELETES) break;
  }
  return { structs, deletes };
}

export function isNothing(news: News): boolean {
  return news.structs.length === 0 && news.deletes.length === 0;
}

/** Whether all of an update is news, so that it can go into the log as it came. `news` is what `newsOf` said of it. */
export function isAllNews(update: DecodedUpdate, news: News, known: Known): boolean {
  return (
    update.isTidy &&
    news.structs.length === update.structs.length &&
    news.deletes.length === update.deletes.length &&
    news.structs.every(({ id }) => id.clock >= known.clockAfter(id.client))
  );
}

/** Whether an encoded state vector is that of an empty document. */
export function knowsNothing(vector: Uint8Array): boolean {
  return vector.byteLength <= 1;
}

/** Whether somebody with this state vector has nothing of a text, whatever else they have. Throws where it cannot be read. */
export function knowsNothingOf(vector: Uint8Array, text: Known): boolean {
  if (knowsNothing(vector)) return true;
  for (const [client, clock] of Y.decodeStateVector(vector)) {
    if (clock > 0 && text.clockAfter(client) > 0) return false;
  }
  return true;
}
