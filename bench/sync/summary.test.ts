import { describe, expect, it } from 'vitest';
import { reportOf } from './report';
import { type Measurement, Summary } from './summary';
import { agesOfLost } from './workloads/kills';
import { oneDocument } from './workloads/one-document';

function measured(peer: string, figures: Record<string, number | null>, repetition = 1): Measurement {
  return { workload: 'W1', case: '10x10', peer, repetition, figures, load: 0, fsyncMs: 0 };
}

describe('the summary', () => {
  const measurements = [
    measured('yws', { p50: 0.8, p99: 2 }),
    measured('yws', { p50: 0.6, p99: 4 }, 2),
    measured('yws', { p50: null, p99: 3 }, 3),
    measured('mufakat', { p50: 1, p99: 6 }),
  ];
  const summary = new Summary(oneDocument, measurements);

  it('takes the median of what was measured', () => {
    expect(summary.figure('10x10', 'yws', 'p50')).toBeCloseTo(0.7);
    expect(summary.figure('10x10', 'yws', 'p99')).toBe(3);
    expect(summary.figure('10x10', 'hocuspocus4', 'p99')).toBeNull();
  });

  it('adds up what was lost: the median would hide it', () => {
    const runs = [0, 3, 0].map((lost, index) => measured('mufakat', { lost }, index));
    expect(new Summary(oneDocument, runs).figure('10x10', 'mufakat', 'lost')).toBe(3);
  });

  it('says of each bar whether it is met, and nothing where one side was not measured', () => {
    const [p50, p99, ...others] = summary.verdicts;
    expect(p50).toMatchObject({ ours: 1, isMet: true });
    expect(p50?.limit).toBeCloseTo(1.1);
    expect(p99).toMatchObject({ ours: 6, limit: 5, isMet: false });
    expect(others.every(({ isMet }) => isMet === null)).toBe(true);
  });

  it('lets no run of ours pass that failed or collapsed', () => {
    for (const figures of [{ p50: null, p99: null }, {}]) {
      const runs = [...measurements, measured('mufakat', figures, 2)];
      expect(new Summary(oneDocument, runs).verdicts[0]).toMatchObject({ ours: 1, isMet: false });
    }
  });

  it('is printed with ratios to the best peer that is no floor, and with every run that went wrong', () => {
    const peer = (name: string, isFloor: boolean) => ({ name, isFloor }) as never;
    const runs = [
      measured('relay', { p50: 0.1, p99: 0.1 }),
      ...measurements,
      measured('yws', { p50: null, p99: null, closed: 2 }, 4),
      { ...measured('yws', {}, 5), error: 'not up\nafter all' },
    ];
    const text = reportOf(new Summary(oneDocument, runs), [
      peer('relay', true),
      peer('yws', false),
      peer('mufakat', false),
    ]);
    expect(text).toMatch(/mufakat ÷ best peer \| +1\.43x \| +2\.00x/);
    expect(text).toContain(
      '- yws, 10x10, run 4 collapsed\n- yws, 10x10, run 4: the server hung up on 2 clients\n- yws, 10x10, run 5 failed: not up\n',
    );
    expect(text).toContain('NOT MET: 10x10: p99 at most 5 ms (6.00, bar 5.00)');
  });
});

it('an edit is lost when it was seen and is not held after the restart', () => {
  const sighting = { document: 1, client: 7, seen: 4, ages: [900, 600, 300, 10] };
  expect(agesOfLost({ sightings: [sighting] }, { held: [{}, { 7: 2, 8: 9 }] })).toEqual([300, 10]);
  expect(agesOfLost({ sightings: [sighting] }, { held: [{}, {}] })).toEqual([900, 600, 300, 10]);
  expect(agesOfLost({ sightings: [sighting] }, { held: [{}, { 7: 5 }] })).toEqual([]);
});
