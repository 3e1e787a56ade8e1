import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { write } from '../tests/clients';
import { check, type WholeLog } from './checker';
import { fatesOf, type History, type HistoryEvent } from './history';
import { runsOf } from './replay';

/** Three edits by one client, and an honest run with them: a writer who had all acknowledged, a reader who saw all. */
function scene() {
  const doc = new Y.Doc();
  const edits: Uint8Array[] = [];
  doc.on('update', (update: Uint8Array) => edits.push(update));
  const words = write(doc, 'one');
  write(doc, 'two');
  words.delete(0, 1);
  const [first, second, third] = edits;
  if (first === undefined || second === undefined || third === undefined) throw new Error('no edits');
  const sent = (bytes: Uint8Array): HistoryEvent => ({ at: 1, kind: 'sent', bytes });
  const saved = (position: number, count = position): HistoryEvent => ({
    at: 2,
    kind: 'acknowledged',
    position,
    count,
  });
  const end = Y.encodeStateAsUpdate(doc);
  const history = (client: string, events: HistoryEvent[], at: Uint8Array | null = end): History => ({
    client,
    documentId: 'doc',
    events: [{ at: 0, kind: 'opened' }, ...events],
    end: at,
  });
  const log = (...rows: Uint8Array[]): WholeLog => ({
    documentId: 'doc',
    rows: rows.map((bytes, index) => ({ position: index + 1, bytes })),
  });
  const reader = history(
    'reader',
    edits.map((bytes) => ({ at: 3, kind: 'seen', bytes })),
  );
  return { edits: [first, second, third] as const, sent, saved, history, log, reader };
}

describe('the checker of histories', () => {
  it('finds nothing in an honest run', () => {
    const { edits, sent, saved, history, log, reader } = scene();
    const writer = history('writer', [...edits.map(sent), saved(3)]);
    expect(check(log(...edits), [writer, reader])).toEqual([]);
  });

  it('finds an acknowledged edit that is not in the log', () => {
    const { edits, sent, saved, history, log } = scene();
    const writer = history('writer', [sent(edits[0]), sent(edits[1]), saved(2)], null);
    expect(check(log(edits[0]), [writer]).map(({ fault }) => fault)).toEqual(['acknowledged and missing']);
  });

  it('finds an acknowledged deletion whose words are still there', () => {
    const { edits, sent, saved, history, log } = scene();
    const writer = history('writer', [...edits.map(sent), saved(3)], null);
    const found = check(log(edits[0], edits[1]), [writer]);
    expect(found.map(({ fault, client }) => [fault, client])).toEqual([
      ['acknowledged and missing', 'writer'],
    ]);
  });

  it('takes marks that Yjs tidied away, and the server kept, for no lost edit', () => {
    const doc = new Y.Doc();
    const edits: Uint8Array[] = [];
    doc.on('update', (update: Uint8Array) => edits.push(update));
    const words = write(doc, 'one');
    words.format(0, 3, { bold: {} });
    words.format(0, 3, { bold: null });
    const [first, bold, tidied] = edits;
    if (first === undefined || bold === undefined || tidied === undefined) throw new Error('no edits');
    expect(runsOf(tidied)).toMatchObject({ written: [], deleted: [{ from: expect.any(Number) }] });
    const { sent, saved, history, log } = scene();
    const writer = history('writer', [sent(tidied), saved(2, 1)], null);
    expect(check(log(first, bold), [writer])).toEqual([]);
  });

  it('finds an acknowledgement that came before the row', () => {
    const { edits, sent, saved, history, log, reader } = scene();
    const writer = history('writer', [sent(edits[0]), sent(edits[1]), saved(1, 2), sent(edits[2]), saved(3)]);
    expect(check(log(...edits), [writer, reader]).map(({ fault }) => fault)).toEqual([
      'acknowledged before it was stored',
    ]);
  });

  it('finds what others saw and the log lost', () => {
    const { edits, history, log } = scene();
    const reader = history('reader', [{ at: 5, kind: 'seen', bytes: edits[1] }], null);
    expect(check(log(edits[0]), [reader])).toEqual([
      { fault: 'seen by others and missing', documentId: 'doc', client: 'reader', at: 5 },
    ]);
  });

  it('finds a refused edit that is in the log all the same, unless it was offered again', () => {
    const { edits, sent, history, log } = scene();
    const refused: HistoryEvent[] = [
      sent(edits[0]),
      { at: 2, kind: 'refused', rule: 'PR5' },
      { at: 2, kind: 'acknowledged', position: 0, count: 1 },
    ];
    const writer = history('writer', refused, null);
    expect(check(log(edits[0]), [writer]).map(({ fault }) => fault)).toEqual(['refused and present']);
    const again = history('writer', [...refused, { at: 3, kind: 'opened' }, sent(edits[0])], null);
    expect(check(log(edits[0]), [again])).toEqual([]);
    expect(check(log(), [writer])).toEqual([]);
  });

  it('finds a gap, an edit twice and a row without its past', () => {
    const { edits, log } = scene();
    const [first, second, third] = log(...edits).rows;
    if (first === undefined || second === undefined || third === undefined) throw new Error('no rows');
    const faultsOf = (...rows: WholeLog['rows']) =>
      check({ documentId: 'doc', rows }, []).map(({ fault, at }) => `${at} ${fault}`);
    expect(faultsOf(first, { ...second, position: 3 })).toEqual(['3 the log has a gap']);
    expect(faultsOf(first, second, { ...second, position: 3 })).toEqual([
      '3 an edit stands in the log twice',
    ]);
    expect(faultsOf({ ...second, position: 1 })).toEqual(['1 the log cannot be replayed']);
  });

  it('finds a client that shows another text, or holds an edit that the log does not', () => {
    const { edits, history, log } = scene();
    const behind = history('behind', [], edits[0]);
    const ahead = history('ahead', []);
    expect(check(log(...edits), [behind]).map(({ client }) => client)).toEqual(['behind']);
    expect(check(log(edits[0], edits[1]), [ahead]).map(({ fault }) => fault)).toEqual([
      'a client did not converge',
    ]);
  });

  it('claims nothing of a turn in which some were refused, nor of what was on the way when the line broke', () => {
    const { edits, sent, saved, history } = scene();
    const { events } = history('writer', [
      sent(edits[0]),
      sent(edits[1]),
      { at: 2, kind: 'refused', rule: 'SY5' },
      saved(1, 2),
      sent(edits[2]),
    ]);
    const fates = fatesOf({ client: 'writer', documentId: 'doc', events, end: null });
    expect(fates.map(({ is }) => is)).toEqual(['unknown', 'unknown', 'unknown']);
  });

  it('looks at the histories of its own document alone', () => {
    const { edits, log, reader } = scene();
    expect(check({ ...log(...edits), documentId: 'another' }, [reader])).toEqual([]);
  });
});
