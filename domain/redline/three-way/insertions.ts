import { wordsOfInsertion } from './outcome';
import type { PlacedRow } from './placing';

/** Clauses put in by A, by B, or by both. `isSamePlace`: both stand at one place, in the same order as others there. */
export interface Insertion {
  readonly a: PlacedRow | null;
  readonly b: PlacedRow | null;
  readonly isSamePlace: boolean;
}

type Pairs = Map<PlacedRow, PlacedRow>;

/**
 * Insertions by the clause of the base they stand behind (-1: at the beginning). What both put in is one entry:
 * known by its id, else by its words. `bLeads` says whose place and order counts where they differ.
 */
export function pairInsertions(
  ofA: readonly PlacedRow[],
  ofB: readonly PlacedRow[],
  bLeads: boolean,
): Map<number, Insertion[]> {
  const [leading, following] = bLeads ? [ofB, ofA] : [ofA, ofB];
  const partners = pairsOf(leading, following);
  const crossed = crossings(leading, following, partners);
  const insertion = (lead: PlacedRow | null, follow: PlacedRow | null): Insertion => ({
    a: bLeads ? follow : lead,
    b: bLeads ? lead : follow,
    isSamePlace: lead !== null && follow !== null && lead.after === follow.after && !crossed.has(lead),
  });
  const places = new Map<number, Insertion[]>();
  const placeAt = (after: number): Insertion[] => {
    const known = places.get(after) ?? [];
    places.set(after, known);
    return known;
  };
  /** Insertions of the following side alone, by the paired one of their place that comes next; null: none does. */
  const waiting = waitingBefore(following, new Set(partners.values()));
  for (const lead of leading) {
    const follow = partners.get(lead) ?? null;
    if (follow !== null && follow.after === lead.after) {
      for (const alone of waiting.before.get(follow) ?? []) placeAt(lead.after).push(insertion(null, alone));
      waiting.before.delete(follow);
    }
    placeAt(lead.after).push(insertion(lead, follow));
  }
  for (const alone of [...waiting.before.values(), waiting.last].flat()) {
    placeAt(alone.after).push(insertion(null, alone));
  }
  return places;
}

function pairsOf(leading: readonly PlacedRow[], following: readonly PlacedRow[]): Pairs {
  const pairs: Pairs = new Map();
  const taken = new Set<PlacedRow>();
  const pairBy = (keyOf: (placed: PlacedRow) => string | null, mostOfAKey: number) => {
    const [left, right] = [
      leading.filter((row) => !pairs.has(row)),
      following.filter((row) => !taken.has(row)),
    ];
    const byKey = grouped(right, keyOf);
    for (const [key, rows] of grouped(left, keyOf)) {
      const others = byKey.get(key) ?? [];
      if (rows.length > mostOfAKey || others.length > mostOfAKey) continue;
      rows.forEach((row, index) => {
        const other = others[index];
        if (other === undefined) return;
        pairs.set(row, other);
        taken.add(other);
      });
    }
  };
  pairBy(({ row }) => row.new?.id ?? null, 1);
  pairBy((placed) => `${placed.after}\n${wordsOfInsertion(placed.row)}`, Infinity);
  pairBy(({ row }) => wordsOfInsertion(row), 1);
  return pairs;
}

function grouped(
  rows: readonly PlacedRow[],
  keyOf: (placed: PlacedRow) => string | null,
): Map<string, PlacedRow[]> {
  const groups = new Map<string, PlacedRow[]>();
  for (const row of rows) {
    const key = keyOf(row);
    if (key === null) continue;
    const known = groups.get(key);
    if (known === undefined) groups.set(key, [row]);
    else known.push(row);
  }
  return groups;
}

/** Paired insertions of one place that stand in another order on either side. */
function crossings(
  leading: readonly PlacedRow[],
  following: readonly PlacedRow[],
  pairs: Pairs,
): Set<PlacedRow> {
  const orderOf = new Map(following.map((row, order) => [row, order]));
  const crossed = new Set<PlacedRow>();
  const places = grouped(leading, (lead) =>
    pairs.get(lead)?.after === lead.after ? String(lead.after) : null,
  );
  for (const leads of places.values()) {
    const orders = leads.map((lead) => orderOf.get(pairs.get(lead) ?? lead) ?? -1);
    let most = -1;
    leads.forEach((lead, index) => {
      const order = orders[index] ?? -1;
      if (order < most) crossed.add(lead);
      most = Math.max(most, order);
    });
    let least = Infinity;
    for (let index = leads.length - 1; index >= 0; index -= 1) {
      const [lead, order] = [leads[index], orders[index] ?? -1];
      if (lead !== undefined && order > least) crossed.add(lead);
      least = Math.min(least, order);
    }
  }
  return crossed;
}

function waitingBefore(
  rows: readonly PlacedRow[],
  paired: ReadonlySet<PlacedRow>,
): { readonly before: Map<PlacedRow, PlacedRow[]>; readonly last: readonly PlacedRow[] } {
  const before = new Map<PlacedRow, PlacedRow[]>();
  const last: PlacedRow[] = [];
  let run: PlacedRow[] = [];
  for (const row of rows) {
    if (run[0] !== undefined && run[0].after !== row.after) {
      last.push(...run);
      run = [];
    }
    if (!paired.has(row)) {
      run.push(row);
    } else if (run.length > 0) {
      before.set(row, run);
      run = [];
    }
  }
  return { before, last: [...last, ...run] };
}
