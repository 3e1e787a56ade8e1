import * as encoding from 'lib0/encoding';
import * as Y from 'yjs';

const FRAGMENT = 'default';
const LETTERS = 'abcdefghijklmnopqrstuvwxyz ';
/** An item with a left neighbour and text for content. */
const TYPED = 0x84;
/** A paragraph of a body that the first update brings along. */
const PARAGRAPH = 200;
const INITIAL = 'a';

/**
 * Somebody who types at the end of a paragraph of their own: valid Yjs updates without a Y.Doc, since one for
 * each of hundreds of writers would make the driver slower than the servers it measures.
 */
export class Writer {
  readonly client: number;
  private nextClock = 0;
  private text: Y.ID | null = null;
  private caretClock = 0;

  constructor(client: number) {
    this.client = client;
  }

  /** The clock that the next keystroke will have, and how much has been written. */
  get clock(): number {
    return this.nextClock;
  }

  /**
   * The update that makes the writer's paragraph, with one letter in it and `bodySize` characters in paragraphs
   * above. Call it once, before anything else.
   */
  begin(bodySize = 0): Uint8Array {
    const doc = new Y.Doc();
    doc.clientID = this.client;
    doc.transact(() => {
      const root = doc.getXmlFragment(FRAGMENT);
      for (let left = bodySize; left > 0; left -= PARAGRAPH) {
        addParagraph(root, LETTERS.repeat(8).slice(0, Math.min(left, PARAGRAPH)));
      }
      this.text = addParagraph(root, INITIAL)._item?.id ?? null;
    });
    const update = Y.encodeStateAsUpdate(doc);
    this.nextClock = Y.getState(doc.store, this.client);
    doc.destroy();
    return update;
  }

  /** One letter after the writer's last. */
  type(): Uint8Array {
    const encoder = encoding.createEncoder();
    encoding.writeVarUint(encoder, 1);
    encoding.writeVarUint(encoder, 1);
    encoding.writeVarUint(encoder, this.client);
    encoding.writeVarUint(encoder, this.nextClock);
    encoding.writeUint8(encoder, TYPED);
    encoding.writeVarUint(encoder, this.client);
    encoding.writeVarUint(encoder, this.nextClock - 1);
    encoding.writeVarString(encoder, LETTERS[this.nextClock % LETTERS.length] ?? INITIAL);
    encoding.writeVarUint(encoder, 0);
    this.nextClock += 1;
    return encoding.toUint8Array(encoder);
  }

  /** A presence message with the caret behind the last letter, as y-tiptap places it; none before `begin`. */
  caret(): Uint8Array {
    this.caretClock += 1;
    const user = { name: `Writer ${this.client}`, color: '#1b4f7c' };
    const state = this.text === null ? { user } : { user, cursor: this.cursor(this.text) };
    const encoder = encoding.createEncoder();
    encoding.writeVarUint(encoder, 1);
    encoding.writeVarUint(encoder, this.client);
    encoding.writeVarUint(encoder, this.caretClock);
    encoding.writeVarString(encoder, JSON.stringify(state));
    return encoding.toUint8Array(encoder);
  }

  private cursor(text: Y.ID): object {
    const place = {
      type: { client: text.client, clock: text.clock },
      tname: null,
      item: { client: this.client, clock: this.nextClock - 1 },
      assoc: -1,
    };
    return { anchor: place, head: place };
  }
}

function addParagraph(root: Y.XmlFragment, words: string): Y.XmlText {
  const paragraph = new Y.XmlElement('paragraph');
  const text = new Y.XmlText();
  root.push([paragraph]);
  paragraph.push([text]);
  text.insert(0, words);
  return text;
}
