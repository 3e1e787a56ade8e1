'use client';

import type { ReactNode } from 'react';
import { InSlices, type StandIn } from '@/components/ui/in-slices';
import { clauseHref } from '@/components/wrote/clause-href';
import { readRedlineLines } from '@/domain/redline/lines';
import { type Block, estimatedLines, rowsIn } from './blocks';
import { authorsOf, numberChanges } from './changes';
import { ComparisonDesk, type DeskFacts } from './comparison-desk';
import { type CompareWords, type RedlineContext, redlineContext } from './context';
import { type ListEntry, listEntries } from './entries';
import type { InParts } from './redline-text';

/** So many entries are worded at a stretch. */
const ENTRIES_AT_ONCE = 200;

/**
 * Unpacks a redline and makes the desk of it, with rests in between so that the page stays at hand. Null where it is
 * another redline than the page speaks of: somebody has written in the meantime.
 */
export async function prepareDesk(
  lines: string,
  facts: DeskFacts & {
    readonly oldHash: string;
    readonly newHash: string;
  },
  t: CompareWords,
): Promise<ReactNode | null> {
  const redline = await readRedlineLines(lines, rest);
  if (redline.oldHash !== facts.oldHash || redline.newHash !== facts.newHash) return null;
  await rest();
  const changes = numberChanges(redline);
  const { locale, delegations } = facts;
  const context = redlineContext({
    t,
    locale,
    rows: redline.rows,
    changes,
    delegations,
    wroteHref: (clauseId) => clauseHref(facts.documentId, clauseId),
  });
  const entries: ListEntry[] = [];
  for (let at = 0; at < changes.length; at += ENTRIES_AT_ONCE) {
    entries.push(...listEntries(changes.slice(at, at + ENTRIES_AT_ONCE), context));
    await rest();
  }
  return (
    <ComparisonDesk
      {...facts}
      context={context}
      entries={entries}
      authors={authorsOf(changes)}
      inParts={BlocksInSlices}
    />
  );
}

/** Lets the browser answer whoever clicks or types. */
function rest(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve));
}

const BlocksInSlices: InParts = ({ items, draw, context }) => (
  <InSlices items={items} draw={draw} standIn={(blocks) => standIn(blocks, context)} />
);

function standIn(blocks: readonly Block[], context: RedlineContext): StandIn {
  const rows = blocks.flatMap(rowsIn);
  const numbers = rows.flatMap((row) => (context.changesOfRow.get(row) ?? []).map(({ number }) => number));
  return {
    lines: blocks.reduce((sum, block) => sum + estimatedLines(block) + 0.4, 0),
    changes: numbers.length === 0 ? null : [numbers[0] ?? 0, numbers.at(-1) ?? 0],
    rows: [rows[0] ?? 0, rows.at(-1) ?? 0],
  };
}
