/** An instant for a calendar. `sequence` grows with every change of the same `uid`. */
export interface CalendarEvent {
  readonly uid: string;
  readonly sequence: number;
  /** When it was last changed. */
  readonly changedAt: string;
  readonly at: string;
  readonly summary: string;
  readonly description: string;
  readonly url: string;
  readonly isCancelled: boolean;
}

const LONGEST_LINE = 75;

/**
 * NO13: a calendar file (RFC 5545) of one deadline. The instant is in UTC, which every calendar shows in the zone of
 * its person; it takes no time, so nobody looks busy; a day before it the calendar reminds, and an hour before.
 */
export function calendarFile(event: CalendarEvent): string {
  const alarms = event.isCancelled
    ? []
    : ['-P1D', '-PT1H'].flatMap((trigger) => [
        'BEGIN:VALARM',
        'ACTION:DISPLAY',
        `DESCRIPTION:${escaped(event.summary)}`,
        `TRIGGER:${trigger}`,
        'END:VALARM',
      ]);
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Mufakat//Deadlines//EN',
    `METHOD:${calendarMethod(event)}`,
    'BEGIN:VEVENT',
    `UID:${escaped(event.uid)}`,
    `SEQUENCE:${event.sequence}`,
    `DTSTAMP:${utc(event.changedAt)}`,
    `LAST-MODIFIED:${utc(event.changedAt)}`,
    `DTSTART:${utc(event.at)}`,
    `SUMMARY:${escaped(event.summary)}`,
    `DESCRIPTION:${escaped(event.description)}`,
    `URL:${uri(event.url)}`,
    `STATUS:${event.isCancelled ? 'CANCELLED' : 'CONFIRMED'}`,
    'TRANSP:TRANSPARENT',
    ...alarms,
    'END:VEVENT',
    'END:VCALENDAR',
  ];
  return lines.map((line) => `${folded(line)}\r\n`).join('');
}

export function calendarMethod(event: Pick<CalendarEvent, 'isCancelled'>): 'PUBLISH' | 'CANCEL' {
  return event.isCancelled ? 'CANCEL' : 'PUBLISH';
}

/** 2019-04-25T02:00:00.000Z as 20190425T020000Z. Calendars count whole seconds. */
function utc(instant: string): string {
  return `${new Date(instant).toISOString().slice(0, 19).replace(/[-:]/g, '')}Z`;
}

function escaped(text: string): string {
  return text
    .replace(/[\\;,]/g, (sign) => `\\${sign}`)
    .replace(/\r\n|\r|\n/g, '\\n')
    .replace(/\p{Cc}/gu, '');
}

/** An address stands as it is; what could end its line does not belong into one. */
function uri(address: string): string {
  return address.replace(/[\s\p{Cc}]/gu, '');
}

/** Lines of at most 75 octets, never cut inside a character; what follows begins with a space. */
function folded(line: string): string {
  const pieces: string[] = [];
  let piece = '';
  let length = 0;
  for (const sign of line) {
    const size = octets(sign);
    if (length + size > LONGEST_LINE) {
      pieces.push(piece);
      piece = ' ';
      length = 1;
    }
    piece += sign;
    length += size;
  }
  return [...pieces, piece].join('\r\n');
}

/** How long a character is in UTF-8. */
function octets(sign: string): number {
  const code = sign.codePointAt(0) ?? 0;
  if (code < 0x80) return 1;
  if (code < 0x800) return 2;
  return code < 0x10000 ? 3 : 4;
}
