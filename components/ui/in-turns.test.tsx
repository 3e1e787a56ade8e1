import { renderToReadableStream } from 'react-dom/server';
import { expect, test } from 'vitest';
import { InTurns } from './in-turns';

const NUMBERS = Array.from({ length: 250 }, (_, index) => index);

function list(drawn: number[]) {
  return (
    <InTurns
      items={NUMBERS}
      draw={(some) => {
        drawn.push(some.length);
        return some.map((number) => <i key={number}>{number}</i>);
      }}
    />
  );
}

test('a long list is drawn whole and in order, and the loop goes round between its parts', async () => {
  const drawn: number[] = [];
  const partsAtTurn: number[] = [];
  let isDone = false;
  const look = () => {
    partsAtTurn.push(drawn.length);
    if (!isDone) setImmediate(look);
  };
  setImmediate(look);
  const stream = await renderToReadableStream(list(drawn));
  await stream.allReady;
  isDone = true;
  const html = await new Response(stream).text();
  expect([...html.matchAll(/<i>(\d+)<\/i>/g)].map(([, number]) => Number(number))).toEqual(NUMBERS);
  expect(new Set(partsAtTurn).size).toBeGreaterThan(drawn.length / 2);
  expect(Math.max(...drawn)).toBeLessThanOrEqual(40);
});
