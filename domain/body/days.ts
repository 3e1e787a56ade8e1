/**
 * Calendar days and instants. Appointments, memberships and terms begin and end on days, as people write them;
 * the model keeps instants. A day is a day at the seat of the meetings (UTC+7, no summer time).
 */
const SEAT_OFFSET_HOURS = 7;
const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** Whether `value` is a day that exists, as YYYY-MM-DD. */
export function isDay(value: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(value)) return false;
  const time = Date.parse(`${value}T00:00:00.000Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(value);
}

/** The instant at which a day begins at the seat, as ISO-8601 UTC. */
export function startOfDay(day: string): string {
  return new Date(Date.parse(`${day}T00:00:00.000Z`) - SEAT_OFFSET_HOURS * HOUR).toISOString();
}

/** The instant at which a day is over: the first of the next one. Ends are exclusive, so this is "up to and including". */
export function endOfDay(day: string): string {
  return new Date(Date.parse(startOfDay(day)) + DAY).toISOString();
}

/** The calendar day at the seat in which an instant lies. */
export function dayOf(instant: string): string {
  return new Date(Date.parse(instant) + SEAT_OFFSET_HOURS * HOUR).toISOString().slice(0, 10);
}

/** The last day of a span that ends at `to` (exclusive): what "until" says to people. */
export function lastDayBefore(to: string): string {
  return dayOf(new Date(Date.parse(to) - 1).toISOString());
}

/** An instant as the model keeps it, from a day (its beginning) or from any ISO-8601 date and time; null if neither. */
export function instantFrom(value: string): string | null {
  if (isDay(value)) return startOfDay(value);
  return dateTime(value);
}

/** The exclusive end of a span that people give as its last day, or as an ISO-8601 date and time; null if neither. */
export function instantUntil(value: string): string | null {
  if (isDay(value)) return endOfDay(value);
  return dateTime(value);
}

function dateTime(value: string): string | null {
  if (!/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}/.test(value)) return null;
  const time = Date.parse(value);
  return Number.isNaN(time) ? null : new Date(time).toISOString();
}
