/** A place in a shared text, as Yjs writes a relative position. */
export interface CaretPlace {
  readonly type: ItemId | null;
  readonly tname: string | null;
  readonly item: ItemId | null;
  readonly assoc: number;
}

interface ItemId {
  readonly client: number;
  readonly clock: number;
}

/** The one root that texts have. */
const ROOT = 'default';

/** A place that Yjs can look up, read from what anybody may have sent; null: it is none, and an editor would stumble over it. */
export function readCaretPlace(value: unknown): CaretPlace | null {
  if (typeof value !== 'object' || value === null) return null;
  const { type, tname, item, assoc } = value as Record<string, unknown>;
  const place = {
    type: idOf(type),
    tname: tname === ROOT ? ROOT : null,
    item: idOf(item),
    assoc: typeof assoc === 'number' && assoc < 0 ? -1 : 0,
  };
  return place.type === null && place.tname === null && place.item === null ? null : place;
}

function idOf(value: unknown): ItemId | null {
  if (typeof value !== 'object' || value === null) return null;
  const { client, clock } = value as Record<string, unknown>;
  return isCount(client) && isCount(clock) ? { client, clock } : null;
}

function isCount(value: unknown): value is number {
  return Number.isSafeInteger(value) && (value as number) >= 0;
}
