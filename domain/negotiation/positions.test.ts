import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { EVERYBODY, HEAD_TABLE, type HeldPosition, standingOf, standingPositions } from './positions';
import { STANCES } from './types';

const SEED = 20_190_424;
const HASHES = ['h0', 'h1', 'h2', 'h3', 'h4'];
const RINGS = ['delegation', 'chair', 'tabled'] as const;

const anyHash = fc.constantFrom(...HASHES);
const anyStance = fc.constantFrom(...STANCES);
const anyPosition: fc.Arbitrary<HeldPosition> = fc.record({
  country: fc.constantFrom('ID', 'TH', 'VN'),
  stance: anyStance,
  hash: anyHash,
  ring: fc.constantFrom(...RINGS),
  at: fc.constant(''),
});
const step = (fromHash: string, toHash: string, challengedAt: string | null = null) => ({
  fromHash,
  toHash,
  challengedAt,
});
const anyStep = fc.record({
  fromHash: anyHash,
  toHash: anyHash,
  challengedAt: fc.constantFrom(null, '2019-04-22T00:00:00.000Z'),
});

describe('a position', () => {
  test('PS2 an acceptance stands over unchallenged editorial changes and no others', () => {
    const chain = [step('h0', 'h1'), step('h1', 'h2')];
    const accepts = { stance: 'canAccept', hash: 'h0' } as const;
    expect(standingOf(accepts, 'h2', chain)).toBe('stands');
    expect(standingOf(accepts, 'h3', chain)).toBe('toReconfirm');
    expect(standingOf(accepts, 'h2', [step('h0', 'h1'), step('h1', 'h2', 'then')])).toBe('toReconfirm');
    expect(standingOf({ ...accepts, hash: 'h2' }, 'h0', chain)).toBe('toReconfirm');
  });

  test('PS2 an objection and a reserve stay on any words until their holder lifts them', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('objects' as const, 'reserves' as const, 'notParticipating' as const),
        anyHash,
        anyHash,
        fc.array(anyStep, { maxLength: 6 }),
        (stance, hash, present, steps) => standingOf({ stance, hash }, present, steps) === 'stands',
      ),
      { seed: SEED },
    );
  });

  test('PS2 a challenge never makes an acceptance stand that did not', () => {
    fc.assert(
      fc.property(
        anyHash,
        anyHash,
        fc.array(anyStep, { maxLength: 8 }),
        fc.nat(7),
        (hash, present, steps, at) => {
          const challenged = steps.map((one, index) =>
            index === at ? { ...one, challengedAt: 'now' } : one,
          );
          const before = standingOf({ stance: 'canAccept', hash }, present, steps);
          const after = standingOf({ stance: 'canAccept', hash }, present, challenged);
          return before === 'stands' || after === 'toReconfirm';
        },
      ),
      { seed: SEED },
    );
  });

  test('PS4 nothing of a delegation’s inner rings changes what others see', () => {
    fc.assert(
      fc.property(fc.array(anyPosition, { maxLength: 12 }), (positions) => {
        const withoutInner = positions.filter(({ ring }) => ring === 'tabled');
        const withoutOwn = positions.filter(({ ring }) => ring !== 'delegation');
        expect(standingPositions(positions, 'h0', [], EVERYBODY)).toEqual(
          standingPositions(withoutInner, 'h0', [], EVERYBODY),
        );
        expect(standingPositions(positions, 'h0', [], HEAD_TABLE)).toEqual(
          standingPositions(withoutOwn, 'h0', [], HEAD_TABLE),
        );
      }),
      { seed: SEED },
    );
  });

  test('PS1 of a delegation the newest that one may see stands', () => {
    const held = (stance: HeldPosition['stance'], ring: HeldPosition['ring']): HeldPosition => ({
      country: 'ID',
      stance,
      hash: 'h0',
      ring,
      at: '',
    });
    const positions = [held('objects', 'tabled'), held('canAccept', 'delegation')];
    expect(standingPositions(positions, 'h0', [], EVERYBODY)).toMatchObject([{ stance: 'objects' }]);
    expect(standingPositions(positions, 'h0', [], { headTable: false, ring: 'ID' })).toMatchObject([
      { stance: 'canAccept' },
    ]);
  });
});
