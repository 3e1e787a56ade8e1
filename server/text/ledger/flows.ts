import type { Carried } from '../../../domain/text/ledger/passage';
import type { Spans } from '../../../domain/text/ledger/spans';
import type { Fate } from './hands';
import { piecesBetween, placeOf, type Stretch } from './stretch';

/** Words that one row carried from one clause into another, by clause ids. */
export interface Flow {
  readonly from: string;
  readonly to: string;
  readonly characters: number;
}

/** Words that stand in another clause than the one in which they stood, one entry for each two clauses. */
export function flowsOf(
  links: readonly Carried[],
  targets: readonly Stretch[],
  sources: readonly Stretch[],
): Flow[] {
  const flows = new Flows();
  for (const { target, source, length } of links) {
    flows.add(sources[source]?.clause, targets[target]?.clause, length);
  }
  return flows.all();
}

/**
 * Words that an undo set again where they had once stood, from the clause in which they stood last: they went from there in
 * the same row. `now` are the first of the sources, those of this row; to be asked before fates tell what came back.
 */
export function returnsOf(
  links: readonly Carried[],
  targets: readonly Stretch[],
  sources: readonly Stretch[],
  now: readonly Stretch[],
  fates: Spans<Fate>,
): Flow[] {
  const flows = new Flows();
  const follow = (client: number, clock: number, length: number, to: string | null | undefined) => {
    for (const { clock: at, length: rest, value } of fates.read(client, clock, length)) {
      if (value.back > 0) follow(value.client, value.clock, rest, to);
      else flows.add(now[placeOf(now, client, at, '')?.source ?? -1]?.clause, to, rest);
    }
  };
  for (const { target, source, sourceAt, length } of links) {
    if (source < now.length) continue;
    for (const piece of piecesBetween(sources[source]?.pieces ?? [], sourceAt, length)) {
      follow(piece.client, piece.clock, piece.text.length, targets[target]?.clause);
    }
  }
  return flows.all();
}

class Flows {
  private readonly flows = new Map<string, Flow>();

  add(from: string | null | undefined, to: string | null | undefined, characters: number): void {
    if (from == null || to == null || to === from) return;
    const key = `${from} ${to}`;
    this.flows.set(key, { from, to, characters: (this.flows.get(key)?.characters ?? 0) + characters });
  }

  all(): Flow[] {
    return [...this.flows.values()];
  }
}
