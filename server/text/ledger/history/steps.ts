import type { DocumentJson } from '../../../../domain/text/document-json';
import type { ClauseEvent } from '../../../../domain/text/ledger/history';
import type { Reading } from '../reading';

/** A clause at one moment: its text alone, the same as one string, and the hands of its words. */
export interface ClauseState {
  readonly text: DocumentJson;
  readonly json: string;
  readonly reading: Reading;
}

/** One row that changed a clause. */
export interface Touch {
  readonly position: number;
  readonly userId: string;
  readonly delegation: string;
  readonly at: string;
  /** How many versions had been taken before the row. */
  readonly era: number;
  readonly state: ClauseState | null;
  readonly events: readonly ClauseEvent[];
}

/** A stretch of editing: rows of one person for one delegation without a long pause, or of several who wrote at the same time. */
export interface Step {
  readonly before: ClauseState | null;
  readonly after: ClauseState | null;
  readonly first: number;
  readonly last: number;
  readonly from: string;
  readonly to: string;
  readonly era: number;
  /** All rows between the first and the last that are part of it. */
  readonly rows: readonly number[];
  /** Who had a hand in it, by person and delegation: the chair carries out the words of several. */
  readonly hands: ReadonlyMap<string, StepHand>;
  readonly events: readonly ClauseEvent[];
}

export interface StepHand {
  readonly userId: string;
  readonly delegation: string;
  /** When it last wrote, in milliseconds since 1970. */
  readonly lastAt: number;
}

/** After so long a pause the same person begins a new step. */
const LONGEST_PAUSE_MS = 10 * 60 * 1000;

/** People who take turns within so long write together: their rows are one step. */
const TOGETHER_MS = 15 * 1000;

/** Enters what a row did into the steps of a clause. */
export function enterTouch(steps: Step[], touch: Touch): void {
  const last = steps.at(-1);
  const earlier = steps.at(-2);
  if (last !== undefined && mayGoOn(last, touch)) {
    steps[steps.length - 1] = goneOn(last, touch);
  } else if (last !== undefined && earlier !== undefined && mayTakeTurns(earlier, last, touch)) {
    steps.splice(-2, 2, goneOn(joined(earlier, last), touch));
  } else {
    steps.push(begun(last?.after ?? null, touch));
  }
}

function begun(before: ClauseState | null, touch: Touch): Step {
  const { position, at, era, state, events } = touch;
  return {
    before,
    after: state,
    first: position,
    last: position,
    rows: [position],
    from: at,
    to: at,
    era,
    hands: new Map([handOf(touch)]),
    events,
  };
}

function goneOn(step: Step, touch: Touch): Step {
  const { position, at, state, events } = touch;
  return {
    ...step,
    after: state,
    last: position,
    rows: [...step.rows, position],
    to: at,
    hands: new Map([...step.hands, handOf(touch)]),
    events: withoutTwins([...step.events, ...events]),
  };
}

function handOf(touch: Touch): [string, StepHand] {
  const { userId, delegation, at } = touch;
  return [keyOf(touch), { userId, delegation, lastAt: Date.parse(at) }];
}

function keyOf({ userId, delegation }: Touch): string {
  return `${userId} ${delegation}`;
}

function joined(first: Step, second: Step): Step {
  return {
    ...second,
    before: first.before,
    first: first.first,
    rows: [...first.rows, ...second.rows],
    from: first.from,
    hands: new Map([...first.hands, ...second.hands]),
    events: withoutTwins([...first.events, ...second.events]),
  };
}

/** A clause that comes, goes or is brought back by a restore does so in a step of its own. */
function isOpen(step: Step, { era, state, events }: Touch): boolean {
  const standsApart = (event: ClauseEvent) => event.kind === 'restored' || event.kind === 'back';
  return (
    step.era === era &&
    step.after !== null &&
    state !== null &&
    !step.events.some(({ kind }) => kind === 'restored') &&
    !events.some(standsApart)
  );
}

function mayGoOn(step: Step, touch: Touch): boolean {
  const own = step.hands.get(keyOf(touch));
  if (own === undefined || !isOpen(step, touch)) return false;
  return Date.parse(touch.at) - own.lastAt <= (step.hands.size === 1 ? LONGEST_PAUSE_MS : TOGETHER_MS);
}

function mayTakeTurns(earlier: Step, last: Step, touch: Touch): boolean {
  const own = earlier.hands.get(keyOf(touch));
  if (own === undefined || !isOpen(last, touch) || !isOpen(earlier, touch)) return false;
  // Where a clause came or changed as a whole stays a step of its own.
  return (
    earlier.events.length === 0 && last.hands.size === 1 && Date.parse(touch.at) - own.lastAt <= TOGETHER_MS
  );
}

function withoutTwins(events: readonly ClauseEvent[]): ClauseEvent[] {
  const known = new Set<string>();
  return events.filter((event) => {
    const key = JSON.stringify(event);
    if (known.has(key)) return false;
    known.add(key);
    return true;
  });
}
