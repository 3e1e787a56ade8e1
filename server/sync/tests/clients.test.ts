import { expect, test } from 'vitest';
import { stockClient } from './clients';

test('clients of the tests, however many, leave nobody waiting for the end of the process', () => {
  const before = process.listenerCount('exit');
  const clients = Array.from({ length: 12 }, () =>
    stockClient({ url: 'ws://localhost:9' }, 'indonesia', { connect: false }),
  );
  expect(process.listenerCount('exit')).toBe(before);
  for (const client of clients) client.destroy();
});
