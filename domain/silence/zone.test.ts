import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { instantOf, isZone, localDay, localHour, OFFERED_ZONES, sayUtc } from './zone';

const ZONES = [...OFFERED_ZONES, 'Europe/Berlin', 'America/New_York', 'Australia/Lord_Howe', 'Pacific/Apia'];

describe('instants and zones', () => {
  test('SP4 an hour is an hour of its zone', () => {
    expect(instantOf('2026-12-01T18:00', 'Asia/Bangkok')).toBe('2026-12-01T11:00:00.000Z');
    expect(instantOf('2026-12-01T18:00', 'Asia/Manila')).toBe('2026-12-01T10:00:00.000Z');
    expect(instantOf('2026-12-01T18:00', 'Asia/Yangon')).toBe('2026-12-01T11:30:00.000Z');
    expect(localHour('2026-12-01T23:30:00.000Z', 'Asia/Dili')).toBe('2026-12-02T08:30');
    expect(localDay('2026-12-01T23:30:00.000Z', 'UTC')).toBe('2026-12-01');
  });

  test('SP4 an hour that clocks leave out is none; of one that comes twice it is the first', () => {
    expect(instantOf('2026-03-29T02:30', 'Europe/Berlin')).toBeNull();
    expect(instantOf('2026-10-25T02:30', 'Europe/Berlin')).toBe('2026-10-25T00:30:00.000Z');
    expect(instantOf('2026-02-30T10:00', 'UTC')).toBeNull();
    expect(instantOf('2026-13-01T10:00', 'UTC')).toBeNull();
    expect(instantOf('2026-12-01', 'UTC')).toBeNull();
  });

  test('SP4 a zone is one of the IANA list, not an offset or an abbreviation', () => {
    expect(ZONES.every(isZone)).toBe(true);
    expect(['', '+07:00', 'ICT', 'Asia/Chiang_Rai', 'asia/bangkok', 'Asia/Bangkok; DROP'].some(isZone)).toBe(
      false,
    );
  });

  test('SP4 what is said of an instant leads back to it, in every zone', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...ZONES),
        fc.date({
          min: new Date('2016-01-01T00:00:00Z'),
          max: new Date('2040-01-01T00:00:00Z'),
          noInvalidDate: true,
        }),
        (zone, date) => {
          const instant = new Date(Math.floor(date.getTime() / 60_000) * 60_000).toISOString();
          const local = localHour(instant, zone);
          const back = instantOf(local, zone);
          expect(back === null ? null : localHour(back, zone)).toBe(local);
          // Only an hour that comes twice leads to another instant, and then to the earlier one.
          if (back !== instant) expect(Date.parse(instant) - Date.parse(back ?? '')).toBeGreaterThan(0);
        },
      ),
      { seed: 2607, numRuns: 400 },
    );
  });

  test('SP4 an instant is said in UTC the same to everybody', () => {
    expect(sayUtc('2026-12-01T11:00:00.000Z')).toBe('2026-12-01 11:00 UTC');
    expect(sayUtc('2026-12-01T11:00:07.250Z')).toBe('2026-12-01 11:00:07 UTC');
  });
});
