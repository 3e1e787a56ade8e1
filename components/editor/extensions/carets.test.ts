import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { isFound } from './carets';

test('SY11 a caret that cannot be looked up is not drawn: it would stop the drawing of every edit', () => {
  const doc = new Y.Doc();
  const paragraph = new Y.XmlElement('paragraph');
  doc.getXmlFragment('default').insert(0, [paragraph]);
  const place = Y.relativePositionToJSON(Y.createRelativePositionFromTypeIndex(paragraph, 0));
  const cursor = (anchor: unknown) => ({ cursor: { anchor, head: place } });
  expect(isFound(cursor(place), doc)).toBe(true);
  expect(isFound({ cursor: null }, doc)).toBe(true);
  expect(isFound({}, doc)).toBe(true);
  const client = doc.clientID;
  for (const bad of [{}, null, { item: { client, clock: -5 } }, { item: null, type: null, tname: null }]) {
    expect(isFound(cursor(bad), doc)).toBe(false);
  }
});
