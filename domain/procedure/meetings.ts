import { accept, type Outcome, refuse } from '../refusal';
import type { MeetingState } from './states';

const NEXT: Readonly<Record<MeetingState, readonly MeetingState[]>> = {
  planned: ['open'],
  open: ['closed'],
  // A meeting closed by mistake sits again; the trail says so.
  closed: ['open'],
};

/** BO13: a meeting is planned, then in session, then closed; a closed one may be taken up again. */
export function decideMeetingMove(from: MeetingState, to: MeetingState): Outcome<true> {
  return NEXT[from].includes(to) ? accept(true) : refuse('BO13', { meetingState: from });
}

/** BO18: a meeting does not close while a decision of its own waits for a second person; `symbols` are of those texts. */
export function decideMeetingClosing(symbols: readonly string[]): Outcome<true> {
  return symbols.length === 0 ? accept(true) : refuse('BO18', { symbols: symbols.join(', ') });
}

/** BO14: the agenda, the place and the delegations of a closed meeting stay as they were. */
export function decideMeetingChange(state: MeetingState): Outcome<true> {
  return state === 'closed' ? refuse('BO14') : accept(true);
}

/** The level of an agenda item by its number: "4" is 1, "4.2" is 2. */
export function agendaLevel(number: string): number {
  return number.split('.').filter((part) => part.trim() !== '').length || 1;
}

/** The number after the last whole one: ["1", "2", "2.1"] → "3". */
export function nextItemNumber(numbers: readonly string[]): string {
  const whole = numbers.flatMap((number) =>
    /^\d{1,3}(\.|$)/.test(number) ? [Number.parseInt(number, 10)] : [],
  );
  return String(Math.max(0, ...whole) + 1);
}

/**
 * The order of the agenda after the item at `index` moves by one place, as the ids in their new order; the same
 * order where it cannot move.
 */
export function moveByOne(ids: readonly string[], id: string, direction: 'up' | 'down'): string[] {
  const index = ids.indexOf(id);
  const target = direction === 'up' ? index - 1 : index + 1;
  const other = ids[target];
  if (index < 0 || other === undefined) return [...ids];
  return ids.map((entry, at) => (at === index ? other : at === target ? id : entry));
}
