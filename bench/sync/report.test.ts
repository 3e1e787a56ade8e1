import { describe, expect, it } from 'vitest';
import { type Measurement, medianOf, reportOf, verdicts } from './report';
import { agesOfLost } from './workloads/kills';
import { oneDocument } from './workloads/one-document';

function measured(peer: string, figures: Record<string, number | null>, repetition = 1): Measurement {
  return { workload: 'W1', case: '10x10', peer, repetition, figures, load: 0 };
}

describe('the report', () => {
  const measurements = [
    measured('yws', { p50: 0.8, p99: 2 }),
    measured('yws', { p50: 0.6, p99: 4 }, 2),
    measured('yws', { p50: null, p99: 3 }, 3),
    measured('mufakat', { p50: 1, p99: 6 }),
  ];

  it('takes the median of what was measured', () => {
    expect(medianOf(measurements, '10x10', 'yws', 'p50')).toBeCloseTo(0.7);
    expect(medianOf(measurements, '10x10', 'yws', 'p99')).toBe(3);
    expect(medianOf(measurements, '10x10', 'hocuspocus4', 'p99')).toBeNull();
  });

  it('says of each bar whether it is met, and nothing where one side was not measured', () => {
    const [p50, p99, ...others] = verdicts(oneDocument, measurements);
    expect(p50).toMatchObject({ ours: 1, isMet: true });
    expect(p50?.limit).toBeCloseTo(1.1);
    expect(p99).toMatchObject({ ours: 6, limit: 5, isMet: false });
    expect(others.every(({ isMet }) => isMet === null)).toBe(true);
  });

  it('prints ratios to the best peer that is no floor', () => {
    const peer = (name: string, isFloor: boolean) => ({ name, isFloor }) as never;
    const floor = measured('relay', { p50: 0.1, p99: 0.1 });
    const text = reportOf(
      oneDocument,
      [floor, ...measurements],
      [peer('relay', true), peer('yws', false), peer('mufakat', false)],
    );
    expect(text).toMatch(/mufakat ÷ best peer \| +1\.43x \| +2\.00x/);
    expect(text).toContain('NOT MET: 10x10: p99 at most 5 ms (6.00, bar 5.00)');
  });
});

it('an edit is lost when it was seen and is not held after the restart', () => {
  const sighting = { document: 1, client: 7, seen: 4, ages: [900, 600, 300, 10] };
  expect(agesOfLost({ sightings: [sighting] }, { held: [{}, { 7: 2, 8: 9 }] })).toEqual([300, 10]);
  expect(agesOfLost({ sightings: [sighting] }, { held: [{}, {}] })).toEqual([900, 600, 300, 10]);
  expect(agesOfLost({ sightings: [sighting] }, { held: [{}, { 7: 5 }] })).toEqual([]);
});
