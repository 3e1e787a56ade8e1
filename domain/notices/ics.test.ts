import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type CalendarEvent, calendarFile } from './ics';

const EVENT: CalendarEvent = {
  uid: 'srun_1@mufakat.example.org',
  sequence: 0,
  changedAt: '2019-04-22T02:00:00.000Z',
  at: '2019-04-25T02:00:00.000Z',
  summary: 'ACCSM/20/STM.1: silence procedure ends',
  description: 'The text is adopted; unless, a delegation\nbreaks the silence \\ before.',
  url: 'https://mufakat.example.org/documents/doc_1/silence',
  isCancelled: false,
};

function unfolded(file: string): string[] {
  return file.replace(/\r\n /g, '').split('\r\n');
}

test('NO13 an instant in UTC that takes no time, with reminders', () => {
  const lines = unfolded(calendarFile(EVENT));
  expect(lines.slice(0, 14)).toEqual([
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Mufakat//Deadlines//EN',
    'METHOD:PUBLISH',
    'BEGIN:VEVENT',
    'UID:srun_1@mufakat.example.org',
    'SEQUENCE:0',
    'DTSTAMP:20190422T020000Z',
    'LAST-MODIFIED:20190422T020000Z',
    'DTSTART:20190425T020000Z',
    'SUMMARY:ACCSM/20/STM.1: silence procedure ends',
    'DESCRIPTION:The text is adopted\\; unless\\, a delegation\\nbreaks the silence \\\\ before.',
    'URL:https://mufakat.example.org/documents/doc_1/silence',
    'STATUS:CONFIRMED',
  ]);
  expect(lines.filter((line) => line.startsWith('TRIGGER'))).toEqual(['TRIGGER:-P1D', 'TRIGGER:-PT1H']);
  expect(lines.at(-1)).toBe('');
});

test('NO13 what is called off is cancelled under the same uid, without reminders', () => {
  const lines = unfolded(calendarFile({ ...EVENT, sequence: 3, isCancelled: true }));
  expect(lines).toContain('METHOD:CANCEL');
  expect(lines).toContain('STATUS:CANCELLED');
  expect(lines).toContain('SEQUENCE:3');
  expect(lines).toContain('UID:srun_1@mufakat.example.org');
  expect(lines).not.toContain('BEGIN:VALARM');
});

test('NO13 property: lines have at most 75 octets, no character is cut, and no text makes a line of its own', () => {
  const text = fc.string({ unit: 'grapheme', maxLength: 400 });
  fc.assert(
    fc.property(text, text, (summary, description) => {
      const file = calendarFile({ ...EVENT, summary, description });
      for (const line of file.split('\r\n'))
        expect(new TextEncoder().encode(line).length).toBeLessThanOrEqual(75);
      expect(new TextDecoder('utf-8', { fatal: true }).decode(new TextEncoder().encode(file))).toBe(file);
      const lines = unfolded(file);
      expect(lines).toHaveLength(28);
      const said = (name: string) =>
        lines
          .find((line) => line.startsWith(`${name}:`))
          ?.slice(name.length + 1)
          .replace(/\\([\\;,n])/g, (_, sign: string) => (sign === 'n' ? '\n' : sign));
      const plain = (words: string) => words.replace(/\r\n|\r/g, '\n').replace(/[^\P{Cc}\n]/gu, '');
      expect(said('SUMMARY')).toBe(plain(summary));
      expect(said('DESCRIPTION')).toBe(plain(description));
    }),
    { seed: 5, numRuns: 500 },
  );
});
