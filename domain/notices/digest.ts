/** Where the meetings have their seat: its mornings are those of the digests. */
export const SEAT_ZONE = 'Asia/Bangkok';
/** The hour at which digests go out, by the clock of the seat. */
export const DIGEST_HOUR = 7;

const DAY_MS = 86_400_000;

/** The calendar day (YYYY-MM-DD) at the seat. */
export function dayAtSeat(instant: string): string {
  return new Intl.DateTimeFormat('en-CA', {
    timeZone: SEAT_ZONE,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  }).format(new Date(instant));
}

/** NO7: the first digest hour after an instant, with its day. A digest tells of what happened until its hour. */
export function nextDigest(after: string): { readonly day: string; readonly at: string } {
  const today = dayAtSeat(after);
  const at = hourAtSeat(today);
  if (at > after) return { day: today, at };
  const tomorrow = dayAtSeat(new Date(Date.parse(at) + DAY_MS).toISOString());
  return { day: tomorrow, at: hourAtSeat(tomorrow) };
}

/** The last digest hour that has struck at `now`. */
export function lastDigest(now: string): { readonly day: string; readonly at: string } {
  return nextDigest(new Date(Date.parse(now) - DAY_MS).toISOString());
}

/** The instant at which it is DIGEST_HOUR at the seat on this day. */
function hourAtSeat(day: string): string {
  const asUtc = Date.parse(`${day}T${String(DIGEST_HOUR).padStart(2, '0')}:00:00.000Z`);
  return new Date(asUtc - offsetAtSeat(asUtc)).toISOString();
}

function offsetAtSeat(instant: number): number {
  const parts = Object.fromEntries(
    new Intl.DateTimeFormat('en-GB', {
      timeZone: SEAT_ZONE,
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    })
      .formatToParts(new Date(instant))
      .map((part) => [part.type, Number(part.value)]),
  );
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = parts;
  return Date.UTC(year, month - 1, day, hour, minute, second) - instant;
}
