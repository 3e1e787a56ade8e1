import * as Y from 'yjs';
import type { ClockRange } from '../../../domain/wire/protocol';
import { decodeUpdate } from './decode';

/** More stretches than this are not told. */
const MOST_TOLD = 8;

/** Which clocks the structs of an update stand under; empty where it cannot be read or only deletes. */
export function clocksOf(bytes: Uint8Array): ClockRange[] {
  const decoded = decodeUpdate(bytes);
  if (!decoded.ok) return [];
  const clocks: { client: number; from: number; to: number }[] = [];
  for (const struct of decoded.value.structs) {
    if (struct instanceof Y.Skip) continue;
    const { client, clock } = struct.id;
    const last = clocks.at(-1);
    if (last?.client === client && last.to === clock) last.to = clock + struct.length;
    else if (clocks.length === MOST_TOLD) break;
    else clocks.push({ client, from: clock, to: clock + struct.length });
  }
  return clocks;
}
