import { Socket } from 'node:net';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { Visitors, type VisitorsParts } from './visitors';

function anteroom(limits: Omit<VisitorsParts, 'handOn'> = {}) {
  const handedOn: string[] = [];
  const visitors = new Visitors({ ...limits, handOn: (_socket, said) => handedOn.push(said.toString()) });
  const come = (said: string) => {
    const socket = new Socket();
    visitors.come(socket, Buffer.from(said));
    return socket;
  };
  return { visitors, handedOn, come };
}

afterEach(() => {
  vi.useRealTimers();
});

describe('Visitors', () => {
  it('SY33 are handed on in order, and only one is on the way', () => {
    const { visitors, handedOn, come } = anteroom();
    for (const said of ['a', 'b', 'c']) come(said);
    expect(handedOn).toEqual(['a']);
    visitors.next();
    expect(handedOn).toEqual(['a', 'b']);
    visitors.next();
    visitors.next();
    come('d');
    expect(handedOn).toEqual(['a', 'b', 'c', 'd']);
  });

  it('SY33 are no more than so many, and have said no more than so much', () => {
    const { handedOn, come } = anteroom({ most: 2, mostBytes: 10 });
    const [, first, second, third] = ['on the way', 'waits', 'too', 'one too many'].map(come);
    expect([first, second, third].map((socket) => socket?.destroyed)).toEqual([false, false, true]);
    expect(handedOn).toEqual(['on the way']);
    const { come: comeTo } = anteroom({ mostBytes: 10 });
    expect(['on the way', '12345', '123456', '12345'].map((said) => comeTo(said).destroyed)).toEqual([
      false,
      false,
      true,
      false,
    ]);
  });

  it('SY33 nobody waits for ever for one who was lost, and who has waited too long is let go', () => {
    vi.useFakeTimers();
    const { handedOn, come, visitors } = anteroom({ patienceMs: 60 });
    come('lost');
    come('lost too');
    const late = come('late');
    vi.advanceTimersByTime(60);
    expect(handedOn).toEqual(['lost', 'lost too']);
    expect(late.destroyed).toBe(false);
    vi.advanceTimersByTime(60);
    expect(late.destroyed).toBe(true);
    come('in time');
    visitors.next();
    expect(handedOn).toEqual(['lost', 'lost too', 'in time']);
  });
});
