import { asTextOfItsOwn } from '@/domain/negotiation/amend';
import type { Clause } from '@/domain/text/clauses';
import type { DocumentJson, NodeJson } from '@/domain/text/document-json';

/** Clauses that were added in a row, and the key of the first. */
export interface AddedRun {
  readonly key: string;
  readonly clauses: Clause[];
}

/**
 * Whether a clause is inserted with the one added before it. After an item or a row its like goes into the list or the
 * table, and what begins with anything else comes after the whole of it (NP3).
 */
export function goesAlong(standing: Clause | null, last: Clause, clause: Clause): boolean {
  const place = standing === null ? 'block' : holderOf(standing);
  return place === 'block' || holderOf(last) !== place || holderOf(clause) === place;
}

function holderOf({ kind }: Clause): 'list' | 'table' | 'block' {
  return kind === 'listItem' ? 'list' : kind === 'tableRow' ? 'table' : 'block';
}

/** As one text, in their order; what stood in one list or table stands in one again. */
export function wordsOfRun(mine: DocumentJson, clauses: readonly Clause[]): DocumentJson {
  const content: NodeJson[] = [];
  let before: string | null = null;
  for (const clause of clauses) {
    const holder = holderOf(clause) === 'block' ? null : clause.path.slice(0, -1).join('.');
    const nodes = asTextOfItsOwn(mine, clause)?.content ?? [];
    const open = content.at(-1);
    if (holder === null || holder !== before || open === undefined) content.push(...nodes);
    else {
      const more = nodes.flatMap((node) => node.content ?? []);
      content.splice(-1, 1, { ...open, content: [...(open.content ?? []), ...more] });
    }
    before = holder;
  }
  return { type: 'doc', content };
}
