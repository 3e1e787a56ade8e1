import { expect, test } from 'vitest';
import { sayRegion, sayValue } from './answers';

const NUMBER = { type: 'number', scale: [] } as const;

test('MO19 a figure is said as it was entered, and a small one is not nothing', () => {
  expect(sayValue('en', NUMBER, 0.04)).toBe('0.04');
  expect(sayValue('en', NUMBER, 12345.678)).toBe('12,345.678');
  expect(sayValue('th', { ...NUMBER, type: 'percent' }, 3.24)).toBe('3.24 %');
});

test('MO39 a sum is whole, a mean is rounded and still not nothing', () => {
  expect(sayRegion('en', { ...NUMBER, aggregation: 'sum' }, 0.25)).toBe('0.25');
  const mean = { ...NUMBER, aggregation: 'mean' } as const;
  expect([100 / 3, 0.0412345, 12345.678].map((value) => sayRegion('en', mean, value))).toEqual([
    '33.3',
    '0.0412',
    '12,345.7',
  ]);
});
