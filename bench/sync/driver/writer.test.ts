import * as decoding from 'lib0/decoding';
import { expect, it } from 'vitest';
import * as Y from 'yjs';
import { admit } from '../../../server/sync/gate';
import { Candidate } from '../../../server/sync/gate/candidate';
import { decodeUpdate } from '../../../server/sync/gate/decode';
import { Owners } from '../../../server/sync/gate/owners';
import { newsOf } from '../../../server/sync/known';
import { docOfState, textOfDoc } from '../../../server/text/ydoc';
import { makeTrace } from './trace';
import { Writer } from './writer';

/** What the server's gate makes of updates of two people; the refusals. */
function refusals(candidate: Candidate, updates: readonly { by: string; bytes: Uint8Array }[]): string[] {
  const owners = new Owners([]);
  return updates.flatMap(({ by, bytes }) => {
    const decoded = decodeUpdate(bytes);
    if (!decoded.ok) return [decoded.rule];
    const result = admit(candidate, owners, by, decoded.value, newsOf(decoded.value, candidate));
    if (!result.ok) return [result.rule];
    for (const client of result.value.clients) owners.bind(client, by);
    return [];
  });
}

it('the gate lets in what writers write, each in a paragraph of their own', () => {
  const [one, other] = [new Writer(1_000_001), new Writer(1_000_002)];
  const updates = [
    { by: 'one', bytes: one.begin(500) },
    { by: 'other', bytes: other.begin() },
  ];
  for (let key = 0; key < 30; key += 1) {
    updates.push({ by: 'one', bytes: one.type() }, { by: 'other', bytes: other.type() });
  }
  const candidate = new Candidate([]);
  expect(refusals(candidate, updates)).toEqual([]);
  expect(candidate.clockAfter(one.client)).toBe(one.clock);
  const words = (textOfDoc(candidate.doc).content ?? []).map((node) => node.content?.[0]?.text?.length);
  expect(words.sort((a, b) => (a ?? 0) - (b ?? 0))).toEqual([31, 31, 100, 200, 200]);
});

it("a writer's caret stands behind the last letter, where y-tiptap would place it", () => {
  const writer = new Writer(1_000_001);
  const updates = [writer.begin(), writer.type()];
  const decoder = decoding.createDecoder(writer.caret());
  expect([decoding.readVarUint(decoder), decoding.readVarUint(decoder)]).toEqual([1, writer.client]);
  decoding.readVarUint(decoder);
  const { cursor } = JSON.parse(decoding.readVarString(decoder)) as { cursor: { head: unknown } };
  const doc = docOfState(updates);
  const place = Y.createAbsolutePositionFromRelativePosition(
    Y.createRelativePositionFromJSON(cursor.head),
    doc,
  );
  expect(place).toMatchObject({ index: 2, assoc: -1 });
  expect(place?.type).toBeInstanceOf(Y.XmlText);
});

it('the gate lets in a long session, of which two fifths of the characters stay', () => {
  const trace = makeTrace(4000);
  expect(trace.updates).toHaveLength(4000);
  const candidate = new Candidate([]);
  const updates = trace.updates.map((bytes) => ({ by: 'one', bytes }));
  expect(refusals(candidate, updates)).toEqual([]);
  expect(candidate.clockAfter(trace.client)).toBe(trace.clock);
  const left = textOfDoc(candidate.doc).content?.[0]?.content?.[0]?.text?.length ?? 0;
  expect(left / trace.updates.length).toBeGreaterThan(0.3);
  expect(left / trace.updates.length).toBeLessThan(0.5);
});
