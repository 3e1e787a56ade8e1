import { lastPosition } from '../../db/update-log';
import type { TextIndex } from '../../domain/negotiation/clause-index';
import type { HouseStyle } from '../../domain/text/numbering';
import type { Runtime } from '../runtime';
import { indexAhead } from '../use-cases/negotiation-facts';
import { createMemory } from '../use-cases/remembered';
import { readAhead } from '../use-cases/standing-text';

/** The clauses of a text as it stands, without their words, and its open brackets. */
export interface IndexedText extends TextIndex {
  readonly position: number;
  readonly hash: string;
}

/** Texts of which the clauses are remembered: derived from the log, so they may be forgotten at any time. */
const remembered = createMemory<IndexedText>(64);

/** The clauses of a text, read once for each position of its log; those of a long one in a worker thread. */
export function indexedText(
  runtime: Runtime,
  document: { readonly id: string; readonly houseStyle: HouseStyle },
): Promise<IndexedText> {
  const position = lastPosition(runtime.db, document.id);
  // A text that somebody wrote in meanwhile is read as it then stands, and says at which position.
  return remembered(`${document.id} ${position} ${document.houseStyle}`, async () => {
    const standing = await readAhead(runtime, document.id);
    const index = await indexAhead(runtime, standing, document.houseStyle);
    return { ...index, position: standing.position, hash: standing.hash };
  });
}
