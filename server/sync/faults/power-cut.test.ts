import { beforeAll, describe, expect, it } from 'vitest';
import { randomOf } from '../tests/random';
import { cutEverywhere, type Recording, recordTyping } from './power-cut';

describe('power cut', () => {
  let recording: Recording;

  beforeAll(async () => {
    recording = await recordTyping(60, randomOf(1));
  });

  it('SY10 however much of the write-ahead log is left, all that was acknowledged by then is in it', () => {
    const { figures, findings } = cutEverywhere(recording, 20, randomOf(2));
    expect(findings).toEqual([]);
    expect(figures.frames).toBeGreaterThan(40);
    expect(figures['files opened']).toBeGreaterThan(120);
  });

  it('finds a server that acknowledges before the commit is in the write-ahead log', () => {
    const told = recording.told.map(({ position, walLength }) => ({ position: position + 1, walLength }));
    const { findings } = cutEverywhere({ ...beginningOf(recording), told }, 0, randomOf(2));
    expect(findings.length).toBeGreaterThan(0);
    expect(findings.every((finding) => finding.includes('was acknowledged'))).toBe(true);
  });

  it('finds a remainder that is no prefix of history', () => {
    const rows = recording.log.rows.map((row) => ({ ...row, bytes: Uint8Array.of(0, 0) }));
    const forged = { ...beginningOf(recording), log: { ...recording.log, rows } };
    expect(cutEverywhere(forged, 0, randomOf(2)).findings).toContain('frame 20: not a prefix of history');
  });
});

/** The first frames of a recording are enough to show that a fault is found. */
function beginningOf(recording: Recording): Recording {
  return { ...recording, wal: recording.wal.subarray(0, 32 + 20 * (24 + 4096)) };
}
