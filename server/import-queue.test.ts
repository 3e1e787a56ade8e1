import { expect, test } from 'vitest';
import { ImportQueue, MOST_OF_ALL, MOST_OF_ONE } from './import-queue';
import { accepted } from './tests/outcome';

test('IM21 a person has two files in hand at a time; whoever leaves makes room, once', () => {
  const queue = new ImportQueue();
  const leave = accepted(queue.enter('usr_a'));
  accepted(queue.enter('usr_a'));
  expect(queue.enter('usr_a')).toEqual({ ok: false, rule: 'IM21', detail: { count: MOST_OF_ONE } });
  accepted(queue.enter('usr_b'));
  leave();
  leave();
  accepted(queue.enter('usr_a'));
  expect(queue.enter('usr_a')).toMatchObject({ rule: 'IM21' });
});

test('IM22 all together have a bounded number in hand', () => {
  const queue = new ImportQueue();
  const places = Array.from({ length: MOST_OF_ALL }, (_, index) => accepted(queue.enter(`usr_${index}`)));
  expect(queue.enter('usr_late')).toEqual({ ok: false, rule: 'IM22' });
  places[0]?.();
  accepted(queue.enter('usr_late'));
  for (const leave of places) leave();
  for (let index = 0; index < MOST_OF_ALL - 1; index += 1) accepted(queue.enter(`usr_again${index}`));
  expect(queue.enter('usr_late')).toMatchObject({ rule: 'IM22' });
});
