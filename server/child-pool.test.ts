import type { ChildProcess } from 'node:child_process';
import { EventEmitter } from 'node:events';
import { expect, test } from 'vitest';
import { createChildPool } from './child-pool';

const LIMITS = { name: 'told', memoryMb: 1000, timeMs: 60_000, idleMs: 60_000 };

/** A process that says and does what the test tells it to. */
class ToldChild extends EventEmitter {
  readonly pid = 0;
  readonly exitCode = null;
  readonly signalCode = null;
  readonly channel = null;
  readonly sent: unknown[] = [];
  send(job: unknown): void {
    this.sent.push(job);
  }
  ref(): void {}
  unref(): void {}
  kill(): void {}
}

test('PD5 where no process can be had the job fails, and the next one asks again', async () => {
  let asked = 0;
  const pool = createChildPool<string, string>({
    ...LIMITS,
    startChild: () => {
      asked += 1;
      if (asked === 1) throw new Error('no memory');
      const child = new ToldChild();
      queueMicrotask(() => child.emit('message', { result: 'made' }));
      return child as unknown as ChildProcess;
    },
  });
  const first = pool.run('one');
  const second = pool.run('two');
  await expect(first).rejects.toThrow('no memory');
  expect(await second).toBe('made');
});

test('PD5 a late word of a process that was given up is nobody’s paper', async () => {
  const children: ToldChild[] = [];
  const pool = createChildPool<string, string>({
    ...LIMITS,
    startChild: () => {
      const child = new ToldChild();
      children.push(child);
      return child as unknown as ChildProcess;
    },
  });
  const first = pool.run('of Viet Nam');
  const second = pool.run('of Indonesia');
  children[0]?.emit('exit');
  await expect(first).rejects.toThrow('ended before it answered');
  expect(children[1]?.sent).toEqual(['of Indonesia']);
  children[0]?.emit('message', { result: 'the paper of Viet Nam' });
  children[1]?.emit('message', { result: 'the paper of Indonesia' });
  expect(await second).toBe('the paper of Indonesia');
});
