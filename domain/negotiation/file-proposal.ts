import type { ClaimedChange } from '../text/tracked-changes';
import { RATIONALE_LENGTH } from './proposal-rules';
import type { NotProposed } from './proposed-between';
import type { ProposedChange } from './wished-changes';

/** So many proposals come from one file (IM29). */
export const MOST_FROM_FILE = 200;

/** Whose changes to a clause are whose, as the file states it: nobody's account (IM16). */
export interface StatedBy {
  /** In the order of the file; "" where it names nobody. */
  readonly authors: readonly string[];
  /** ISO instant of the last change, null where the file gives none. */
  readonly lastAt: string | null;
}

/** A draft as a file would have it begin. */
export interface FileProposal extends ProposedChange {
  readonly stated: StatedBy;
}

export interface ProposedByFile {
  readonly proposals: readonly FileProposal[];
  readonly notProposed: readonly NotProposed[];
}

export function statedBy(changes: readonly ClaimedChange[]): StatedBy {
  const dates = changes.flatMap(({ at, lastAt }) => lastAt ?? at ?? []).sort();
  return { authors: [...new Set(changes.map(({ author }) => author))], lastAt: dates.at(-1) ?? null };
}

/**
 * What the rationale of such a draft begins with (IM31). In the language of the texts, as everybody reads it who is
 * asked about the proposal, and with the day as numbers that no reader takes for another.
 */
export function statedRationale({ authors, lastAt }: StatedBy): string {
  const names = authors.map((author) => (author.trim() === '' ? 'no name' : author.trim()));
  const day = lastAt === null ? '' : lastAt.slice(0, 10);
  const said = [names.join(', '), day].filter((part) => part !== '').join(', ');
  const whole = said === '' ? '' : `As stated in the file: ${said}.`.normalize('NFC');
  if (whole.length <= RATIONALE_LENGTH) return whole;
  // Of a sign that takes two code units no half stays.
  return `${whole.slice(0, RATIONALE_LENGTH - 1).replace(/[\ud800-\udbff]$/, '')}…`;
}
