import * as Y from 'yjs';

/** A long writing session of one client: an update for each edit. */
export interface Trace {
  readonly client: number;
  /** The client's clock when all is written. */
  readonly clock: number;
  readonly updates: readonly Uint8Array[];
}

/** The size of the automerge-paper trace: 259,778 edits that leave 104,852 characters. */
export const PAPER_EDITS = 259_778;
const CLIENT = 1_500_000_001;
const SEED = 259_778;
/** People take back several characters in a row, and move their caret after a sentence or two. */
const DELETIONS_IN_A_ROW = 12;
/** Chance that a typed character is followed by such a row: leaves 40 characters of 100 edits. */
const ROW_BEGINS = 0.0354;
const JUMP = 1 / 150;
const WORDS = 'the heads of civil service of the member states resolve to strengthen cooperation in ';

/**
 * A seeded session of the size and the kind of the automerge-paper trace, in our schema: single characters typed
 * and taken back in one paragraph, with jumps. The last edit is an insertion, so that its arrival shows.
 */
export function makeTrace(edits: number): Trace {
  const random = randomOf(SEED);
  const doc = new Y.Doc();
  doc.clientID = CLIENT;
  const text = new Y.XmlText();
  const updates: Uint8Array[] = [];
  doc.on('update', (update: Uint8Array) => updates.push(update));
  doc.transact(() => {
    const paragraph = new Y.XmlElement('paragraph');
    doc.getXmlFragment('default').push([paragraph]);
    paragraph.push([text]);
    text.insert(0, 'w');
  });
  let caret = 1;
  let deletions = 0;
  for (let edit = 1; edit < edits; edit += 1) {
    if (deletions > 0 && caret > 0 && edit < edits - 1) {
      deletions -= 1;
      caret -= 1;
      text.delete(caret, 1);
      continue;
    }
    if (random() < JUMP) caret = Math.floor(random() * (text.length + 1));
    text.insert(caret, WORDS[edit % WORDS.length] ?? ' ');
    caret += 1;
    deletions = random() < ROW_BEGINS ? DELETIONS_IN_A_ROW : 0;
  }
  const trace = { client: CLIENT, clock: Y.getState(doc.store, CLIENT), updates };
  doc.destroy();
  return trace;
}

/** Mulberry32: small, quick, the same everywhere. */
function randomOf(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
