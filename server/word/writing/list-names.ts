import type { Redline } from '../../../domain/redline/types';
import { type NodeJson, numberAttr, stringAttr } from '../../../domain/text/document-json';
import type { Sides } from './tables';

/**
 * A list of the old text that is still there goes under the name of the new one, or every item of it would be shown
 * as renumbered. It is still there where an item stayed and the lists count alike.
 */
export function nameOldLists(redline: Redline, { old, new: fresh }: Sides): void {
  const named = new Set<NodeJson>();
  for (const row of redline.rows) {
    if (row.old?.kind !== 'listItem' || row.new?.kind !== 'listItem') continue;
    const was = old.listOf(row.old.index);
    const is = fresh.listOf(row.new.index);
    if (was === undefined || is === undefined || named.has(was) || formOf(was) !== formOf(is)) continue;
    old.renameList(was, fresh.listKey(is));
    named.add(was);
  }
}

function formOf(list: NodeJson): string {
  return [list.type, numberAttr(list, 'start', 1), stringAttr(list, 'type') ?? '1'].join(' ');
}
