import { afterEach, describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { createCompactionService } from './compaction-service';

describe('SY15 merging a log in a worker', () => {
  const service = createCompactionService();

  afterEach(() => service.stop());

  it('gives the text as one update with its state vector; a log with a hole fails alone, and the next is merged', async () => {
    const doc = new Y.Doc();
    const updates: Uint8Array[] = [];
    doc.on('update', (update: Uint8Array) => updates.push(update));
    const words = doc.getXmlFragment('default');
    words.insert(0, [new Y.XmlElement('paragraph')]);
    words.insert(1, [new Y.XmlElement('heading')]);
    await expect(service.mergeLog(updates.slice(1))).rejects.toThrow('docOfState');
    const merged = await service.mergeLog(updates);
    const read = new Y.Doc();
    Y.applyUpdate(read, new Uint8Array(merged.bytes));
    expect(read.getXmlFragment('default').toString()).toBe(words.toString());
    expect(Y.decodeStateVector(merged.stateVector)).toEqual(Y.decodeStateVector(Y.encodeStateVector(doc)));
  });
});
