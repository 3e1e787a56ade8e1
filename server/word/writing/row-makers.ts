import type { Change, Redline, RedlineRow, Segment } from '../../../domain/redline/types';
import { soleHand } from './draft';

/** Who made what no words of a row tell, as the redline names it; undefined where nobody is known, or several did. */
export class RowMakers {
  private readonly changes = new Map<RedlineRow, Change[]>();

  constructor({ rows, changes }: Redline) {
    for (const change of changes) {
      const row = rows[change.row];
      if (row === undefined) continue;
      const known = this.changes.get(row);
      if (known === undefined) this.changes.set(row, [change]);
      else known.push(change);
    }
  }

  /** Of the row where a clause arrived. */
  ofMove(row: RedlineRow | undefined): string | undefined {
    return this.ofKinds(row === undefined ? [] : [row], 'moved');
  }

  /** Of the mark between two rows of one clause that was split, or between clauses that were joined. */
  ofSeam(rows: readonly RedlineRow[]): string | undefined {
    return this.ofKinds(rows, 'split', 'merged');
  }

  /** Of a clause or row that came or went: whose all of its words are, else who brought it or took it away. */
  ofWhole(row: RedlineRow, segments: readonly Segment[]): string | undefined {
    return soleHand(segments) ?? this.ofKinds([row], 'clause-inserted', 'clause-deleted');
  }

  ofStructure(row: RedlineRow): string | undefined {
    return this.ofKinds([row], 'structure');
  }

  private ofKinds(rows: readonly RedlineRow[], ...kinds: readonly Change['kind'][]): string | undefined {
    const found = rows
      .flatMap((row) => this.changes.get(row) ?? [])
      .filter(({ kind }) => kinds.includes(kind));
    const [first] = found;
    return found.every(({ author }) => author === first?.author) ? first?.author : undefined;
  }
}
