import { describe, expect, it } from 'vitest';
import { Asked } from './asked';

describe('questions to another process', () => {
  it('are answered by their number, in whatever order', async () => {
    const asked = new Asked();
    const numbers: number[] = [];
    const put = (number: number) => void numbers.push(number);
    const one = asked.ask<string>(1000, put);
    const other = asked.ask<string>(1000, put);
    asked.answered(numbers[1] ?? 0, 'other');
    asked.answered(numbers[0] ?? 0, 'one');
    expect(await Promise.all([one, other])).toEqual(['one', 'other']);
  });

  it('end without an answer when their time is up, or when nobody is there any more', async () => {
    const asked = new Asked();
    await expect(asked.ask(1, () => undefined)).rejects.toThrow('in time');
    const open = asked.ask(60_000, () => undefined);
    asked.giveUp();
    await expect(open).rejects.toThrow('any more');
  });

  it('an answer that comes too late is nobody’s', async () => {
    const asked = new Asked();
    let number = 0;
    const put = (given: number) => {
      number = given;
    };
    await expect(asked.ask(1, put)).rejects.toThrow();
    asked.answered(number, 'late');
    const next = asked.ask(1000, put);
    asked.answered(number, 'in time');
    expect(await next).toBe('in time');
  });
});
