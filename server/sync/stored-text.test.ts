import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { Candidate } from './gate/candidate';
import { decodeUpdate } from './gate/decode';
import { newsOf } from './known';
import { StoredText } from './stored-text';
import { wordsOf, write } from './tests/clients';

function history(acts: readonly number[]): { doc: Y.Doc; updates: Uint8Array[] } {
  const doc = new Y.Doc();
  const updates: Uint8Array[] = [];
  doc.on('update', (update: Uint8Array) => updates.push(update));
  const root = doc.getXmlFragment('default');
  for (const act of acts) {
    const words = root.length === 0 ? null : (root.get(act % root.length) as Y.XmlElement).get(0);
    if (!(words instanceof Y.XmlText) || act % 5 === 0) write(doc, `clause ${act}`);
    else if (act % 5 === 1 && words.length > 3) words.delete(act % 3, 1 + (act % 2));
    else words.insert(act % (words.length + 1), 'xy');
  }
  return { doc, updates };
}

describe('SY13 a text served from its bytes', () => {
  it('answers like a Y.Doc would, whatever the other side knows', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(1000), { minLength: 1, maxLength: 100 }), fc.nat(100), (acts, cut) => {
        const { doc, updates } = history(acts);
        const stored = new StoredText(null, updates.slice(0, cut));
        stored.append(updates.slice(cut));
        const candidate = new Candidate(updates);
        expect(Y.decodeStateVector(stored.stateVector())).toEqual(
          Y.decodeStateVector(candidate.stateVector()),
        );
        for (const known of [0, Math.floor(updates.length / 2), updates.length]) {
          const reader = new Y.Doc();
          for (const update of updates.slice(0, known)) Y.applyUpdate(reader, update);
          Y.applyUpdate(reader, stored.difference(Y.encodeStateVector(reader)));
          expect(wordsOf(reader)).toEqual(wordsOf(doc));
          const everything = decodeUpdate(Y.encodeStateAsUpdate(reader));
          if (!everything.ok) throw new Error('unreadable');
          const nothing = { structs: [], deletes: [] };
          expect(newsOf(everything.value, stored)).toEqual(nothing);
          expect(newsOf(everything.value, candidate)).toEqual(nothing);
        }
      }),
      { seed: 20, numRuns: 60 },
    );
  });

  it('knows news when it comes, a single deletion included', () => {
    const { doc, updates } = history([5, 7, 8, 9]);
    const stored = new StoredText(null, updates);
    let update = new Uint8Array();
    doc.on('update', (bytes: Uint8Array) => {
      update = new Uint8Array(bytes);
    });
    ((doc.getXmlFragment('default').get(0) as Y.XmlElement).get(0) as Y.XmlText).delete(2, 3);
    const decoded = decodeUpdate(update);
    if (!decoded.ok) throw new Error('unreadable');
    expect(newsOf(decoded.value, stored).deletes.length).toBeGreaterThan(0);
    stored.append([update]);
    expect(newsOf(decoded.value, stored).deletes).toEqual([]);
  });

  it('tells marks from words, as a Y.Doc does', () => {
    const doc = new Y.Doc();
    const words = write(doc, 'Agree');
    const first = Y.getState(doc.store, doc.clientID);
    words.format(1, 2, { bold: {} });
    const last = Y.getState(doc.store, doc.clientID);
    const bytes = Y.encodeStateAsUpdate(doc);
    const range = (from: number, to: number) => [{ client: doc.clientID, from, to }];
    for (const text of [new StoredText(null, [bytes]), new Candidate([bytes])]) {
      expect(text.areMarks(range(first, last))).toBe(true);
      expect(text.areMarks(range(first - 1, last))).toBe(false);
      expect(text.areMarks(range(last, last + 1))).toBe(false);
      expect(text.areMarks([...range(first, last), { client: 1, from: 0, to: 1 }])).toBe(false);
    }
  });

  it('hands the compacted state out as it is and never decodes it, the few rows after it behind', () => {
    const { updates } = history([0, 2, 3]);
    // Nothing could read this: it is not looked at.
    const bytes = Uint8Array.of(255, 255, 255, 255, 255, 255, 255, 255, 255, 255);
    const alone = new StoredText({ bytes, stateVector: Uint8Array.of(0) }, []);
    expect(alone.opening().last).toBe(bytes);
    const stored = new StoredText({ bytes, stateVector: Uint8Array.of(0) }, updates);
    const { first, last } = stored.opening();
    expect(first[0]).toBe(bytes);
    expect([...first.slice(1), last]).toEqual(updates);
  });

  it('of nothing is nothing', () => {
    const stored = new StoredText(null, []);
    expect(stored.difference(Uint8Array.of(0))).toEqual(Uint8Array.of(0, 0));
    expect(stored.clockAfter(1)).toBe(0);
    expect(stored.isGone(1, 0, 1)).toBe(false);
  });
});
