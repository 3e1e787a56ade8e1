import * as Y from 'yjs';
import { Random } from '../../domain/redline/testing/random';
import type { NodeJson } from '../../domain/text/document-json';
import { Ledger, type LedgerRow } from '../../server/text/ledger/ledger';
import { readingOf } from '../../server/text/ledger/reading';
import { decodeLedger, encodeLedger, encodeReading } from '../../server/text/ledger/snapshot';
import { minimalEdit } from '../../server/text/minimal-edit';
import { docOfState, FRAGMENT } from '../../server/text/ydoc';

/**
 * `npx tsx bench/ledger/run.ts [rows] [words]`: what the ledger costs on a long text with a long log. Five people
 * type letter by letter; one edit in twenty deletes words, one in fifty cuts a clause in two or puts one elsewhere.
 */
const [rowCount, words] = [Number(process.argv[2] ?? 10_000), Number(process.argv[3] ?? 60_000)];
const log = writtenLog(rowCount, words);

const ledger = new Ledger();
const whole = time(() => {
  for (const row of log) ledger.enter(row);
});
const bare = time(() => {
  const doc = new Y.Doc();
  for (const row of log) Y.applyUpdate(doc, row.bytes);
});
let bytes: Uint8Array = new Uint8Array();
const encode = time(() => {
  bytes = encodeLedger(ledger);
});
const decode = time(() => {
  decodeLedger(bytes);
});
let reading = readingOf(ledger);
const read = time(() => {
  reading = readingOf(ledger);
});
console.log(
  [
    `${rowCount} rows, ${words} words`,
    `whole log entered: ${whole.toFixed(0)} ms (Yjs alone: ${bare.toFixed(0)} ms)`,
    `kept ledger: ${(bytes.length / 1024).toFixed(0)} KiB, written in ${encode.toFixed(0)} ms, taken up again in ${decode.toFixed(0)} ms`,
    `a reading: ${read.toFixed(0)} ms, ${reading.runs.length} runs, ${(encodeReading(reading).length / 1024).toFixed(0)} KiB`,
    `memory: ${(process.memoryUsage().rss / 1024 / 1024).toFixed(0)} MiB`,
  ].join('\n'),
);

function time(work: () => void): number {
  const start = performance.now();
  work();
  return performance.now() - start;
}

function writtenLog(count: number, length: number): LedgerRow[] {
  const random = new Random(20190424);
  const rows: LedgerRow[] = [];
  const write = (userId: string, update: Uint8Array) => {
    const at = new Date(Date.UTC(2019, 3, 22) + rows.length * 400).toISOString();
    rows.push({ position: rows.length + 1, userId, delegation: userId, at, bytes: update });
  };
  const clauses = Array.from(
    { length: length / 40 },
    (_, index): NodeJson => ({
      type: 'operative',
      attrs: { id: `c_${index}`, level: 1 },
      content: [{ type: 'text', text: Array.from({ length: 40 }, () => `w${random.below(5000)}`).join(' ') }],
    }),
  );
  const base = minimalEdit([], { type: 'doc', content: clauses }, 1);
  if (base === null) throw new Error('bench: an empty text');
  write('user_0', base);
  const docs = [2, 3, 4, 5, 6].map((clientId) => {
    const doc = docOfState([base]);
    doc.clientID = clientId;
    doc.on('update', (update: Uint8Array, origin: unknown) => {
      if (origin === 'network') return;
      write(`user_${clientId}`, update);
      for (const other of docs) if (other !== doc) Y.applyUpdate(other, update, 'network');
    });
    return doc;
  });
  const carets = docs.map(() => ({ clause: 0, at: 0 }));
  while (rows.length < count) {
    const who = random.below(docs.length);
    const doc = docs[who];
    const caret = carets[who];
    if (doc === undefined || caret === undefined) continue;
    const fragment = doc.getXmlFragment(FRAGMENT);
    if (random.below(40) === 0) Object.assign(caret, { clause: random.below(fragment.length), at: 0 });
    const element = fragment.get(Math.min(caret.clause, fragment.length - 1)) as Y.XmlElement;
    const text = element.get(0) as Y.XmlText;
    caret.at = Math.min(caret.at, text.length);
    const act = random.below(100);
    if (act < 93) {
      text.insert(caret.at, 'abcdefghij '[random.below(11)] ?? ' ');
      caret.at += 1;
    } else if (act < 98) {
      text.delete(Math.max(0, caret.at - 10), Math.min(10, text.length - Math.max(0, caret.at - 10)));
    } else {
      doc.transact(() => putElsewhere(fragment, element, text, act === 98 ? caret.at : 0, random));
    }
  }
  return rows;
}

/** The words from `from` on become a clause of their own, somewhere. */
function putElsewhere(
  fragment: Y.XmlFragment,
  element: Y.XmlElement,
  text: Y.XmlText,
  from: number,
  random: Random,
): void {
  const moved = text.toString().slice(from);
  const clause = new Y.XmlElement('operative');
  clause.setAttribute('id', from === 0 ? (element.getAttribute('id') ?? 'c_x') : `c_new${random.below(1e9)}`);
  clause.insert(0, [new Y.XmlText(moved)]);
  if (from === 0) fragment.delete(fragment.toArray().indexOf(element), 1);
  else text.delete(from, text.length - from);
  fragment.insert(random.below(fragment.length), [clause]);
}
