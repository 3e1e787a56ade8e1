/** Instants and the zones they are said in. A zone is a name of the IANA list; a local hour is YYYY-MM-DDTHH:mm. */

/** The zones of the capitals, from west to east, and the one that everybody can count from. */
export const OFFERED_ZONES = [
  'Asia/Yangon',
  'Asia/Bangkok',
  'Asia/Vientiane',
  'Asia/Phnom_Penh',
  'Asia/Ho_Chi_Minh',
  'Asia/Jakarta',
  'Asia/Kuala_Lumpur',
  'Asia/Singapore',
  'Asia/Brunei',
  'Asia/Manila',
  'Asia/Dili',
  'UTC',
] as const;

export function isZone(value: string): boolean {
  if (!/^(UTC|[A-Z][A-Za-z]+(\/[A-Z][A-Za-z0-9_+-]+){1,2})$/.test(value)) return false;
  try {
    clockOf(value);
    return true;
  } catch {
    return false;
  }
}

/** The local hour in a zone at an instant. */
export function localHour(instant: string, zone: string): string {
  const parts = Object.fromEntries(
    clockOf(zone)
      .formatToParts(new Date(instant))
      .map((part) => [part.type, part.value]),
  );
  return `${parts.year}-${parts.month}-${parts.day}T${parts.hour}:${parts.minute}`;
}

/** The calendar day in a zone at an instant. */
export function localDay(instant: string, zone: string): string {
  return localHour(instant, zone).slice(0, 10);
}

/**
 * The instant of a local hour; null where there is no such hour (no such day, or the hour that is left out when
 * clocks go forward). Of an hour that comes twice it is the first.
 */
export function instantOf(local: string, zone: string): string | null {
  if (!isZone(zone) || !/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/.test(local)) return null;
  const asUtc = Date.parse(`${local}:00.000Z`);
  if (Number.isNaN(asUtc)) return null;
  // Whatever the zone's distance from UTC is just then, it is the one of a day before or of a day after.
  const candidates = [-DAY, DAY]
    .map((shift) => asUtc - distance(asUtc + shift, zone))
    .sort((a, b) => a - b)
    .map((time) => new Date(time).toISOString());
  return candidates.find((instant) => localHour(instant, zone) === local) ?? null;
}

/** "2026-12-01 11:00 UTC": the same in every language. Seconds are said where there are any. */
export function sayUtc(instant: string): string {
  const whole = instant.endsWith(':00.000Z');
  return `${instant.slice(0, 10)} ${instant.slice(11, whole ? 16 : 19)} UTC`;
}

const DAY = 86_400_000;

/** How far a zone's clocks are ahead of UTC at a time, in milliseconds. */
function distance(time: number, zone: string): number {
  const minute = Math.floor(time / 60_000) * 60_000;
  return Date.parse(`${localHour(new Date(minute).toISOString(), zone)}:00.000Z`) - minute;
}

function clockOf(zone: string): Intl.DateTimeFormat {
  return new Intl.DateTimeFormat('en-GB', {
    timeZone: zone,
    calendar: 'gregory',
    numberingSystem: 'latn',
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
  });
}
