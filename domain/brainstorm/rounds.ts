import { accept, type Outcome, refuse } from '../refusal';

/** A priority area that inputs of a round may be tagged with. */
export interface RoundTag {
  readonly key: string;
  readonly title: string;
  readonly titleThai: string;
}

export const MOST_TAGS = 20;
export const MOST_DOTS = 50;

/** What the rules must know of a round. */
export interface RoundState {
  readonly isHidden: boolean;
  readonly closedAt: string | null;
}

/** The same, with the instant at which it closes by itself. */
export interface OpenRound extends RoundState {
  readonly closesAt: string | null;
}

/** BS3: tags have names of their own, and a delegation is given a whole number of dots, or none. */
export function checkRound(round: {
  readonly tags: readonly Omit<RoundTag, 'key'>[];
  readonly dots: number;
}): Outcome<RoundTag[]> {
  const names = new Set(round.tags.map(({ title }) => title.toLowerCase()));
  if (names.size !== round.tags.length || names.size > MOST_TAGS)
    return refuse('BS3', { most: MOST_TAGS, field: 'tags' });
  if (!Number.isInteger(round.dots) || round.dots < 0 || round.dots > MOST_DOTS)
    return refuse('BS12', { budget: MOST_DOTS, field: 'dots' });
  return accept(round.tags.map((tag, index) => ({ key: `t${index + 1}`, ...tag })));
}

/** BS4: a round that was closed takes nothing more, and says since when; nor does one whose instant has come (BS23). */
export function checkOpen(round: OpenRound, now: string): Outcome<true> {
  const due = round.closesAt !== null && round.closesAt <= now ? round.closesAt : null;
  const closedAt = round.closedAt ?? due;
  return closedAt === null ? accept(true) : refuse('BS4', { closedAt });
}

/** BS8: what delegations do not see of each other yet is neither gathered nor weighed nor linked. */
export function checkShown(round: RoundState): Outcome<true> {
  return isCovered(round) ? refuse('BS8') : accept(true);
}

/** BS6: while it is open, a hidden round shows a delegation its own inputs and nothing of the others'. */
export function isCovered(round: RoundState): boolean {
  return round.isHidden && round.closedAt === null;
}

/** Who looks at a round: from the head table one sees everything, from a delegation its own while it is hidden. */
export interface RoundEyes {
  readonly isHeadTable: boolean;
  readonly delegation: string | null;
}

/** BS6: the inputs of a round that somebody sees. */
export function visibleInputs<T extends { readonly country: string }>(
  round: RoundState,
  inputs: readonly T[],
  eyes: RoundEyes,
): readonly T[] {
  if (!isCovered(round) || eyes.isHeadTable) return inputs;
  return inputs.filter(({ country }) => country === eyes.delegation);
}
