import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { RunReader } from './runs';
import { makeTrace } from './trace';
import { Writer } from './writer';

type Run = [client: number, clock: number, length: number];

function runsOf(update: Uint8Array): Run[] {
  const runs: Run[] = [];
  new RunReader().read(update, (...run) => runs.push(run));
  return runs;
}

/** The same by Yjs itself. */
function byYjs(update: Uint8Array): Run[] {
  return Y.decodeUpdate(update)
    .structs.filter((struct) => !(struct instanceof Y.Skip))
    .map(({ id, length }): Run => [id.client, id.clock, length]);
}

describe('RunReader reads what Yjs reads', () => {
  it('in the updates of a writer', () => {
    const writer = new Writer(2 ** 31 - 7);
    for (const update of [writer.begin(1000), writer.type(), writer.type()]) {
      expect(runsOf(update)).toEqual(byYjs(update));
    }
  });

  it('in a merged batch of several writers, with a hole', () => {
    const [one, other] = [new Writer(5), new Writer(300)];
    const updates = [one.begin(), other.begin(), one.type(), other.type(), one.type()];
    const merged = Y.mergeUpdates(updates.filter((_, index) => index !== 2));
    expect(runsOf(merged)).toEqual(byYjs(merged));
    expect(runsOf(merged).length).toBeGreaterThan(4);
  });

  it('in the state of a long session, with what was deleted', () => {
    const doc = new Y.Doc();
    for (const update of makeTrace(3000).updates) Y.applyUpdate(doc, update);
    const state = Y.encodeStateAsUpdate(doc);
    expect(runsOf(state)).toEqual(byYjs(state));
  });

  it('in clauses with attributes of every kind', () => {
    const doc = new Y.Doc();
    const clause = new Y.XmlElement('operative');
    const attributes = { id: 'c_1', level: 300, ratio: 0.5, far: 1e300, yes: true, none: null };
    for (const [name, value] of Object.entries(attributes)) clause.setAttribute(name, value as string);
    doc.getXmlFragment('default').push([clause]);
    const state = Y.encodeStateAsUpdate(doc);
    expect(runsOf(state)).toEqual(byYjs(state));
  });

  it('and throws where an update is cut short', () => {
    const update = new Writer(5).begin();
    expect(() => runsOf(update.subarray(0, 10))).toThrow('ends too early');
  });
});
