import { useState } from 'react';
import { useTranslations } from '@/components/i18n/use-translations';
import { readBlock, writeBlock } from '@/domain/plan/blocks';
import type { GridStore } from './grid-store';
import type { GridWords } from './grid-words';
import { isOneCell } from './movement';
import { type BlockPlan, type Ground, MOST_ROWS, planBlock } from './plan-block';
import type { Chosen } from './use-chosen';

interface Asked {
  readonly plan: BlockPlan;
  readonly isClearing: boolean;
}

/** Blocks that come from a spreadsheet and go there. What is laid over several cells is shown before it is written. */
export function useBlocks(on: { store: GridStore; words: GridWords; chosen: Chosen; ground: () => Ground }) {
  const { store, words, chosen } = on;
  const { block } = chosen;
  const t = useTranslations('plan');
  const [asked, setAsked] = useState<Asked | null>(null);

  function lay(lines: readonly (readonly string[])[], isClearing: boolean) {
    if (block === null) return;
    if (lines.length > MOST_ROWS) {
      store.say({ kind: 'refused', message: t('paste.tooLarge') });
      return;
    }
    const [only] = lines;
    const fills = lines.length === 1 && only?.length === 1;
    const laid = fills
      ? Array.from({ length: block.bottom - block.top + 1 }, () =>
          Array.from({ length: block.right - block.left + 1 }, () => only?.[0] ?? ''),
        )
      : lines;
    const planned = planBlock(laid, { top: block.top, left: block.left }, on.ground());
    // One good cell needs no question; Ctrl+Z takes it back.
    if ((isClearing || (fills && isOneCell(block))) && planned.problems.length === 0) {
      write({ plan: planned, isClearing });
    } else setAsked({ plan: planned, isClearing });
  }

  function write(laid: Asked) {
    close();
    const { edits, added } = laid.plan;
    // New rows have no cell to stay in: what was refused is shown again.
    const again = added.length === 0 ? undefined : () => setAsked(laid);
    if (edits.length + added.length > 0) void store.change(edits, added, again);
  }

  function close() {
    setAsked(null);
    chosen.wantFocus();
  }

  return {
    asked,
    clear: () => lay([['']], true),
    paste: (text: string) => lay(readBlock(text), false),
    /** The chosen cells as a spreadsheet takes them; null where nothing is chosen. */
    copied(): string | null {
      if (block === null) return null;
      const { columns, rows } = on.ground();
      const picked = rows
        .slice(block.top, block.bottom + 1)
        .map((activity) =>
          columns.slice(block.left, block.right + 1).map((field) => words.typed(field, activity)),
        );
      store.say({ kind: 'copied', count: picked.length * (block.right - block.left + 1) });
      return writeBlock(picked);
    },
    write: () => (asked === null ? undefined : write(asked)),
    close,
  };
}
