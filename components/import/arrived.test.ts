import { expect, test } from 'vitest';
import { fileArrived, takeArrival } from './arrived';

test('IM18 only the file that was just sent takes the focus, and once: not one that waited when the page was opened', () => {
  expect(takeArrival('imp_1')).toBe(false);
  fileArrived('imp_2');
  expect(takeArrival('imp_1')).toBe(false);
  expect(takeArrival('imp_2')).toBe(true);
  expect(takeArrival('imp_2')).toBe(false);
});
