import type { PresenceUser } from '@/domain/wire/protocol';

/** One connection in the room: who it is, and whether it has a caret in the text. */
export interface Participant {
  readonly clientId: number;
  readonly user: PresenceUser;
  readonly hasCaret: boolean;
}

/** One person in the room, however many tabs are open. `clientId` is the tab with a caret, if any has one. */
export interface PersonInRoom {
  readonly user: PresenceUser;
  readonly clientId: number;
  readonly hasCaret: boolean;
}

/** Who an awareness state belongs to, as the server wrote it; null for what it did not write or wrote badly. */
export function presenceUser(state: unknown): PresenceUser | null {
  if (!isRecord(state) || !isRecord(state.user)) return null;
  const { id, name, country, role, color, mayEdit } = state.user;
  if (typeof id !== 'string' || typeof name !== 'string' || name === '') return null;
  return {
    id,
    name,
    country: typeof country === 'string' && /^[A-Z]{2}$/.test(country) ? country : null,
    role: typeof role === 'string' ? role : '',
    color: typeof color === 'string' && /^#[0-9a-f]{6}$/i.test(color) ? color : '#6b6b6b',
    mayEdit: mayEdit === true,
  };
}

/** The colleagues in an awareness map, oneself left out. */
export function participants(states: ReadonlyMap<number, unknown>, ownClientId: number): Participant[] {
  const found: Participant[] = [];
  for (const [clientId, state] of states) {
    const user = clientId === ownClientId ? null : presenceUser(state);
    if (user === null) continue;
    found.push({ clientId, user, hasCaret: isRecord(state) && isRecord(state.cursor) });
  }
  return found;
}

/** One entry per person, in the order of their names; oneself (by user id, other tabs included) left out. */
export function peopleInRoom(all: readonly Participant[], ownUserId: string): PersonInRoom[] {
  const people = new Map<string, PersonInRoom>();
  for (const { clientId, user, hasCaret } of all) {
    const known = people.get(user.id);
    if (user.id === ownUserId || (known !== undefined && (known.hasCaret || !hasCaret))) continue;
    people.set(user.id, { user, clientId, hasCaret });
  }
  return [...people.values()].sort((a, b) => a.user.name.localeCompare(b.user.name));
}

/** Up to two letters that stand for a name: the first of the first and of the last word, titles left out. */
export function initials(name: string): string {
  const words = name
    .replace(/^(h\.?e\.?|dr|mr|mrs|ms|dato’?|datuk)\.?\s+/i, '')
    .split(/\s+/)
    .filter((word) => /\p{L}/u.test(word));
  const letters = [words[0], words.length > 1 ? words.at(-1) : undefined].map((word) =>
    firstLetter(word ?? ''),
  );
  return letters.join('').toLocaleUpperCase();
}

/** White or black ink, whichever reads better on the colour (WCAG relative luminance). */
export function inkOn(color: string): '#ffffff' | '#111111' {
  const [red, green, blue] = [1, 3, 5].map((at) => channel(Number.parseInt(color.slice(at, at + 2), 16)));
  const luminance = 0.2126 * (red ?? 0) + 0.7152 * (green ?? 0) + 0.0722 * (blue ?? 0);
  return 1.05 / (luminance + 0.05) >= (luminance + 0.05) / (0.0056 + 0.05) ? '#ffffff' : '#111111';
}

function channel(value: number): number {
  const share = value / 255;
  return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
}

/** The first letter; in Thai the first consonant, as abbreviations are written. */
function firstLetter(word: string): string {
  const match = /^[^\p{L}]*[เแโใไ]?(\p{L})/u.exec(word);
  return match?.[1] ?? '';
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
