import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type ChairTerm, holdsAt, type Membership } from './grants';
import { chairsAt, decideChairTerm, decideMembership, overlap } from './spans';

const BODY = 'body_accsm';

function instant(year: number): string {
  return `${year}-01-01T00:00:00.000Z`;
}

function membership(country: string, from: number, to: number | null = null): Membership {
  return {
    bodyId: BODY,
    country,
    standing: 'member',
    from: instant(from),
    to: to === null ? null : instant(to),
  };
}

function term(country: string, from: number, to: number | null = null): ChairTerm {
  return { bodyId: BODY, country, from: instant(from), to: to === null ? null : instant(to) };
}

describe('memberships', () => {
  test('BO6 a membership does not end before it begins, nor at once', () => {
    expect(decideMembership(membership('TL', 2023, 2022), [])).toEqual({
      ok: false,
      rule: 'BO6',
      detail: { field: 'to' },
    });
    expect(decideMembership(membership('TL', 2023, 2023), [])).toEqual({
      ok: false,
      rule: 'BO6',
      detail: { field: 'to' },
    });
  });

  test('BO7 a country has one standing at a time; one may follow the other without a gap', () => {
    const observer: Membership = { ...membership('TL', 2023, 2025), standing: 'observer' };
    expect(decideMembership(membership('TL', 2025), [observer]).ok).toBe(true);
    expect(decideMembership(membership('TL', 2024), [observer])).toEqual({
      ok: false,
      rule: 'BO7',
      detail: { field: 'country' },
    });
    expect(decideMembership(membership('KH', 2024), [observer]).ok).toBe(true);
  });

  test('BO7 another body is another matter', () => {
    const elsewhere = { ...membership('TL', 2023), bodyId: 'body_other' };
    expect(decideMembership(membership('TL', 2023), [elsewhere]).ok).toBe(true);
  });

  test('two spans overlap exactly when some year lies in both', () => {
    const span = fc
      .tuple(fc.integer({ min: 1980, max: 2010 }), fc.option(fc.integer({ min: 1, max: 30 }), { nil: null }))
      .map(([from, length]) => ({
        from: instant(from),
        to: length === null ? null : instant(from + length),
      }));
    fc.assert(
      fc.property(span, span, (one, other) => {
        const years = Array.from({ length: 80 }, (_, index) => instant(1980 + index));
        const shared = years.some((at) => holdsAt(one, at) && holdsAt(other, at));
        expect(overlap(one, other)).toBe(shared);
        expect(overlap(other, one)).toBe(shared);
      }),
      { seed: 20, numRuns: 500 },
    );
  });
});

describe('terms of the chair', () => {
  test('BO8 only a member takes the chair', () => {
    const members = [membership('TH', 1981), { ...membership('TL', 2023), standing: 'observer' as const }];
    expect(decideChairTerm(term('TH', 2019, 2021), members).ok).toBe(true);
    expect(decideChairTerm(term('TL', 2024, 2026), members)).toEqual({
      ok: false,
      rule: 'BO8',
      detail: { field: 'country' },
    });
    expect(decideChairTerm(term('TH', 1975, 1977), members)).toEqual({
      ok: false,
      rule: 'BO8',
      detail: { field: 'country' },
    });
  });

  test('BO8 terms may overlap: a meeting may be co-chaired, and each country is named once', () => {
    const terms = [term('PH', 2015, 2017), term('TH', 2019, 2021), term('TH', 2019), term('KR', 2019, 2020)];
    expect(chairsAt(terms, BODY, instant(2019))).toEqual(['TH', 'KR']);
    expect(chairsAt(terms, BODY, instant(2018))).toEqual([]);
    expect(chairsAt(terms, 'body_other', instant(2019))).toEqual([]);
  });
});
