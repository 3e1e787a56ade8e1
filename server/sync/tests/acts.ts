import * as Y from 'yjs';
import { FRAGMENT } from '../../text/ydoc';
import type { Random } from './random';

/** One act of an editor, valid in the view of the one who does it. */
export function act(doc: Y.Doc, random: Random): void {
  const root = doc.getXmlFragment(FRAGMENT);
  const pick = (length: number) => Math.floor(random() * length);
  doc.transact(() => {
    const choice = random();
    const block = root.length === 0 ? null : root.get(pick(root.length));
    if (block === null || choice < 0.15) {
      root.insert(pick(root.length + 1), [blockOf(random)]);
    } else if (choice < 0.22 && root.length > 1) {
      root.delete(pick(root.length), 1);
    } else if (
      block instanceof Y.XmlElement &&
      (block.nodeName === 'bulletList' || block.nodeName === 'table')
    ) {
      editRows(block, random);
    } else if (block instanceof Y.XmlElement) {
      editWords(block, random);
    }
  });
}

function editRows(list: Y.XmlElement, random: Random): void {
  const index = Math.floor(random() * list.length);
  const item = list.get(index);
  if (random() < 0.3) list.insert(index, [list.nodeName === 'table' ? rowOf('row') : itemOf('item')]);
  else if (random() < 0.5 && list.length > 1) list.delete(index, 1);
  else if (item instanceof Y.XmlElement) {
    const inner = item.nodeName === 'tableRow' ? item.get(0) : item;
    const paragraph = inner instanceof Y.XmlElement ? inner.get(0) : null;
    if (paragraph instanceof Y.XmlElement) editWords(paragraph, random);
  }
}

function editWords(block: Y.XmlElement, random: Random): void {
  const words = block.get(0);
  if (!(words instanceof Y.XmlText)) return;
  const at = Math.floor(random() * (words.length + 1));
  const choice = random();
  if (choice < 0.6 || words.length < 4) words.insert(at, 'ชาติ abc '.slice(0, 1 + Math.floor(random() * 9)));
  else if (choice < 0.8) words.delete(0, 1 + Math.floor(random() * 3));
  else words.format(0, 3, random() < 0.5 ? { bold: {} } : { bold: null });
}

function blockOf(random: Random): Y.XmlElement {
  const choice = random();
  if (choice < 0.2) return nodeOf('bulletList', itemOf('one'), itemOf('two'));
  if (choice < 0.35) return nodeOf('table', rowOf('a'), rowOf('b'));
  return nodeOf(choice < 0.6 ? 'operative' : 'paragraph', new Y.XmlText('words'));
}

function itemOf(words: string): Y.XmlElement {
  return nodeOf('listItem', nodeOf('paragraph', new Y.XmlText(words)));
}

function rowOf(words: string): Y.XmlElement {
  return nodeOf('tableRow', nodeOf('tableCell', nodeOf('paragraph', new Y.XmlText(words))));
}

function nodeOf(name: string, ...children: (Y.XmlElement | Y.XmlText)[]): Y.XmlElement {
  const node = new Y.XmlElement(name);
  node.insert(0, children);
  return node;
}
