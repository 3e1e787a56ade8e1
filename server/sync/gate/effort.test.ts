import * as encoding from 'lib0/encoding';
import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { isAllNews, newsOf } from '../known';
import { write } from '../tests/clients';
import { admit } from '.';
import { Candidate } from './candidate';
import { decodeUpdate } from './decode';
import { Owners } from './owners';
import { MOST_CLIENTS, MOST_STRUCTS } from './structs';

/** Longer than any of this may take on a busy machine, and far shorter than it took before. */
const SOON_MS = 1000;

function send(candidate: Candidate, bytes: Uint8Array) {
  const update = decodeUpdate(bytes);
  if (!update.ok) return update;
  const owners = new Owners([[1, { userId: 'others' }]]);
  return admit(candidate, owners, 'me', update.value, newsOf(update.value, candidate));
}

/** A text of one paragraph by client 1. */
function textOf(words: string) {
  const doc = new Y.Doc();
  doc.clientID = 1;
  const text = write(doc, words);
  return { doc, text, state: Y.encodeStateAsUpdate(doc), firstLetter: text._start?.id.clock ?? 0 };
}

/** An update of client 2 with structs written by hand. */
function byHand(count: number, writeStruct: (encoder: encoding.Encoder, index: number) => void): Uint8Array {
  const encoder = encoding.createEncoder();
  for (const number of [1, count, 2, 0]) encoding.writeVarUint(encoder, number);
  for (let index = 0; index < count; index += 1) writeStruct(encoder, index);
  encoding.writeVarUint(encoder, 0);
  return encoding.toUint8Array(encoder);
}

const STRING = 4;
const HAS_RIGHT = 0x40;
const HAS_LEFT = 0x80;

/** An update that says one deletion so many times. */
function sameDeletion(times: number): Uint8Array {
  const encoder = encoding.createEncoder();
  for (const number of [0, 1, 1, times]) encoding.writeVarUint(encoder, number);
  for (let index = 0; index < times; index += 1) {
    encoding.writeVarUint(encoder, 3);
    encoding.writeVarUint(encoder, 20_000);
  }
  return encoding.toUint8Array(encoder);
}

describe('SY27 work out of proportion', () => {
  it('letters that claim neighbours far apart are refused before they hold the server', () => {
    const count = 8000;
    const { state, firstLetter } = textOf('e'.repeat(count));
    const forged = byHand(count, (encoder, index) => {
      encoding.writeUint8(encoder, STRING | HAS_RIGHT);
      encoding.writeVarUint(encoder, 1);
      encoding.writeVarUint(encoder, firstLetter + index);
      encoding.writeVarString(encoder, 'i');
    });
    expect(forged.byteLength).toBeLessThan(50_000);
    const candidate = new Candidate([state]);
    const from = performance.now();
    expect(send(candidate, forged)).toEqual({ ok: false, rule: 'SY27' });
    expect(performance.now() - from).toBeLessThan(SOON_MS);
    expect(candidate.isSpoilt).toBe(true);
  });

  it('what an update did cost is told with it, and an honest one costs nothing', () => {
    const { state, firstLetter } = textOf('e'.repeat(300));
    const far = byHand(2, (encoder, index) => {
      encoding.writeUint8(encoder, STRING | HAS_RIGHT);
      encoding.writeVarUint(encoder, 1);
      encoding.writeVarUint(encoder, firstLetter + 100 * (index + 1));
      encoding.writeVarString(encoder, 'i');
    });
    const result = send(new Candidate([state]), far);
    expect(result.ok && result.value.steps).toBeGreaterThan(0);
    const { doc, text } = textOf('honest');
    const vector = Y.encodeStateVector(doc);
    const before = Y.encodeStateAsUpdate(doc);
    doc.clientID = 2;
    for (let index = 0; index < 50; index += 1) text.insert(index % 5, 'x');
    const honest = send(new Candidate([before]), Y.encodeStateAsUpdate(doc, vector));
    expect(honest.ok && honest.value.steps).toBe(0);
  });

  it('SY7 neighbours the wrong way round, where every copy of the text would put an item elsewhere', () => {
    const { doc, state, firstLetter } = textOf('thirty (30) days');
    const crossed = byHand(1, (encoder) => {
      encoding.writeUint8(encoder, STRING | HAS_LEFT | HAS_RIGHT);
      for (const clock of [firstLetter + 5, firstLetter + 1]) {
        encoding.writeVarUint(encoder, doc.clientID);
        encoding.writeVarUint(encoder, clock);
      }
      encoding.writeVarString(encoder, ' ');
    });
    const candidate = new Candidate([state]);
    expect(send(candidate, crossed)).toEqual({
      ok: false,
      rule: 'SY7',
      detail: { fault: 'neighbours the wrong way round' },
    });
    expect(candidate.isSpoilt).toBe(true);
  });

  it('SY7 a neighbour that was collected beside one that was not: a poison for who loads the text anew', () => {
    const { doc, state, firstLetter } = textOf('stays');
    const before = Y.encodeStateVector(doc);
    const gone = write(doc, 'goes')._start?.id.clock ?? 0;
    const candidate = new Candidate([state, Y.encodeStateAsUpdate(doc, before)]);
    candidate.change(() => candidate.root.delete(1, 1));
    const poison = byHand(1, (encoder) => {
      encoding.writeUint8(encoder, STRING | HAS_LEFT | HAS_RIGHT);
      for (const clock of [firstLetter + 4, gone]) {
        encoding.writeVarUint(encoder, doc.clientID);
        encoding.writeVarUint(encoder, clock);
      }
      encoding.writeVarString(encoder, 'x');
    });
    expect(send(candidate, poison)).toMatchObject({ ok: false, rule: 'SY7' });
  });

  it('the same in the values of one attribute', () => {
    const { doc, text, state } = textOf('x');
    const paragraph = text.parent?._item?.id.clock ?? 0;
    const forged = byHand(8000, (encoder) => {
      encoding.writeUint8(encoder, 8 | 0x20);
      encoding.writeVarUint(encoder, 0);
      encoding.writeVarUint(encoder, 1);
      encoding.writeVarUint(encoder, paragraph);
      encoding.writeVarString(encoder, 'id');
      encoding.writeVarUint(encoder, 1);
      encoding.writeAny(encoder, 'c_aaaaaaaaaaaa');
    });
    expect(decodeUpdate(forged).ok).toBe(true);
    const from = performance.now();
    expect(send(new Candidate([state]), forged)).toEqual({ ok: false, rule: 'SY27' });
    expect(performance.now() - from).toBeLessThan(SOON_MS);
    doc.destroy();
  });

  it('two people who wrote long in the same place while apart are let in both', () => {
    const { doc, state } = textOf('Between these words.');
    const candidate = new Candidate([state]);
    const owners = new Owners([]);
    for (const [client, userId] of [
      [3, 'one'],
      [2, 'two'],
    ] as const) {
      const apart = new Y.Doc();
      apart.clientID = client;
      Y.applyUpdate(apart, state);
      const vector = Y.encodeStateVector(apart);
      const paragraph = apart.getXmlFragment('default').get(0) as Y.XmlElement;
      const words = paragraph.get(0) as Y.XmlText;
      // From the end, so that no letter joins the one before it.
      for (let index = 0; index < 2000; index += 1) words.insert(7, String(index % 10));
      const update = decodeUpdate(Y.encodeStateAsUpdate(apart, vector));
      if (!update.ok) throw new Error('unreadable');
      const news = newsOf(update.value, candidate);
      expect(admit(candidate, owners, userId, update.value, news).ok).toBe(true);
    }
    doc.destroy();
  });

  it('a deletion said five thousand times is read once, and never stored as it came; said more often it is not read', () => {
    const { doc, text } = textOf('x');
    for (let index = 0; index < 20_000; index += 1) text.insert(0, 'a');
    text.delete(0, 20_000);
    const candidate = new Candidate([Y.encodeStateAsUpdate(doc)]);
    const update = decodeUpdate(sameDeletion(5000));
    if (!update.ok) throw new Error('unreadable');
    const news = newsOf(update.value, candidate);
    expect(news.deletes.length).toBeLessThanOrEqual(1);
    expect(isAllNews(update.value, news, candidate)).toBe(false);
    expect(decodeUpdate(sameDeletion(100_000))).toEqual({ ok: false, rule: 'SY8' });
  });

  it('more structs or client ids than honest work has are refused unseen', () => {
    const many = new Y.Doc();
    many.transact(() => {
      const blocks = Array.from({ length: MOST_STRUCTS + 1 }, () => new Y.XmlElement('paragraph'));
      many.getXmlFragment('default').insert(0, blocks);
    });
    expect(send(new Candidate([]), Y.encodeStateAsUpdate(many))).toEqual({ ok: false, rule: 'SY27' });
    const ids = Array.from({ length: MOST_CLIENTS + 1 }, () => {
      const doc = new Y.Doc();
      write(doc, 'x');
      return Y.encodeStateAsUpdate(doc);
    });
    expect(send(new Candidate([]), Y.mergeUpdates(ids))).toEqual({ ok: false, rule: 'SY27' });
    expect(send(new Candidate([]), Y.mergeUpdates(ids.slice(1))).ok).toBe(true);
  });
});
