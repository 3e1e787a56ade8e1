import { describe, expect, test } from 'vitest';
import { counter, exposition, gauge } from './exposition';
import { Histogram } from './histogram';

describe('exposition', () => {
  test('a family says what it is, then its value', () => {
    expect(exposition([gauge('mufakat_sockets', 'Open sockets.', 3)])).toBe(
      '# HELP mufakat_sockets Open sockets.\n# TYPE mufakat_sockets gauge\nmufakat_sockets 3\n',
    );
  });

  test('labels and help are escaped, so that no value can begin a line of its own', () => {
    const text = exposition([
      {
        name: 'refused_total',
        help: 'a\nb',
        type: 'counter',
        samples: [{ labels: { rule: 'S"Y\\\n7' }, value: 1 }],
      },
    ]);
    expect(text.split('\n')).toEqual([
      '# HELP refused_total a\\nb',
      '# TYPE refused_total counter',
      'refused_total{rule="S\\"Y\\\\\\n7"} 1',
      '',
    ]);
  });

  test('buckets of a histogram are cumulative and end with everything', () => {
    const histogram = new Histogram([0.01, 0.1]);
    for (const value of [0.005, 0.01, 0.05, 7]) histogram.observe(value);
    const reading = histogram.read();
    const lines = exposition([{ name: 'commit', help: 'h', type: 'histogram', reading }]).split('\n');
    expect(lines.slice(2)).toEqual([
      'commit_bucket{le="0.01"} 2',
      'commit_bucket{le="0.1"} 3',
      'commit_bucket{le="+Inf"} 4',
      'commit_sum 7.065',
      'commit_count 4',
      '',
    ]);
  });

  test('a counter begins at nought', () => {
    expect(exposition([counter('rows_total', 'Rows.', 0)])).toContain('rows_total 0\n');
  });
});
