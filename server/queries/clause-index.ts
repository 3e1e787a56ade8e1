import { lastPosition } from '../../db/update-log';
import type { ClauseEntry } from '../../domain/negotiation/clause-index';
import { allBrackets, type Bracket, bracketsOf } from '../../domain/text/brackets';
import type { DocumentJson } from '../../domain/text/document-json';
import type { HouseStyle } from '../../domain/text/numbering';
import type { Runtime } from '../runtime';
import { clausesNow } from '../use-cases/negotiation-facts';
import { readAhead } from '../use-cases/standing-text';

/** The clauses of a text as it stands, without their words, and its open brackets. */
export interface IndexedText {
  readonly position: number;
  readonly hash: string;
  readonly clauses: readonly ClauseEntry[];
  readonly brackets: readonly Bracket[];
}

/** Texts of which the clauses are remembered: derived from the log, so they may be forgotten at any time. */
const REMEMBERED = 64;
const known = new Map<string, IndexedText>();

/** The clauses of a text, read once for each position of its log. */
export async function indexedText(
  runtime: Runtime,
  document: { readonly id: string; readonly houseStyle: HouseStyle },
): Promise<IndexedText> {
  const keyAt = (position: number) => `${document.id} ${position} ${document.houseStyle}`;
  const key = keyAt(lastPosition(runtime.db, document.id));
  const remembered = known.get(key);
  if (remembered !== undefined) {
    known.delete(key);
    known.set(key, remembered);
    return remembered;
  }
  const standing = await readAhead(runtime, document.id);
  const clauses = clausesNow(standing, document.houseStyle);
  const brackets = clauses.some((clause) => clause.brackets > 0)
    ? allBrackets(bracketsOf(JSON.parse(standing.canonical) as DocumentJson))
    : [];
  const indexed = { position: standing.position, hash: standing.hash, clauses, brackets };
  known.set(keyAt(standing.position), indexed);
  const [oldest] = known.keys();
  if (known.size > REMEMBERED && oldest !== undefined) known.delete(oldest);
  return indexed;
}
