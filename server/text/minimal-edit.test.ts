import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { Random } from '../../domain/redline/testing/random';
import { textHash } from '../../domain/text/canonical';
import type { DocumentJson, NodeJson } from '../../domain/text/document-json';
import { documentSchema } from '../../domain/text/schema';
import { minimalEdit } from './minimal-edit';
import { textOfState } from './ydoc';

function paragraph(id: string | null, ...content: NodeJson[]): NodeJson {
  return { type: 'paragraph', attrs: { id }, content };
}
function words(text: string, ...marks: string[]): NodeJson {
  return marks.length === 0
    ? { type: 'text', text }
    : { type: 'text', text, marks: marks.map((type) => ({ type })) };
}
function doc(...content: NodeJson[]): DocumentJson {
  return { type: 'doc', content };
}
/** Applies edits one after another, each under a client id of its own. */
function written(...texts: DocumentJson[]): Uint8Array[] {
  const updates: Uint8Array[] = [];
  texts.forEach((text, index) => {
    const update = minimalEdit(updates, text, 1000 + index);
    if (update !== null) updates.push(update);
  });
  return updates;
}

const mark = fc.subarray(['bold', 'italic', 'underline']);
const run = fc
  .record({ text: fc.stringMatching(/^[a-d ก-ค😀]{1,12}$/u), marks: mark })
  .map(({ text, marks }) => words(text, ...marks));
const inline = fc.oneof(
  { weight: 6, arbitrary: run },
  { weight: 1, arbitrary: fc.constant<NodeJson>({ type: 'hardBreak' }) },
  {
    weight: 1,
    arbitrary: fc
      .stringMatching(/^[a-c]{1,5}$/)
      .map<NodeJson>((text) => ({ type: 'footnote', attrs: { text } })),
  },
);
const clause = fc
  .record({
    type: fc.constantFrom('paragraph', 'operative', 'preambular'),
    id: fc.constantFrom(null, 'c_1', 'c_2', 'c_3', 'c_4', 'c_5', 'c_6'),
    content: fc.array(inline, { maxLength: 5 }),
  })
  .map<NodeJson>(({ type, id, content }) => ({ type, attrs: { id }, content }));
const list = fc.array(clause, { minLength: 1, maxLength: 3 }).map<NodeJson>((clauses) => ({
  type: 'bulletList',
  content: clauses.map(({ content = [] }) => ({
    type: 'listItem',
    content: [{ type: 'paragraph', content }],
  })),
}));
const row = fc
  .array(fc.array(run, { maxLength: 2 }), { minLength: 2, maxLength: 2 })
  .map<NodeJson>((cells) => ({
    type: 'tableRow',
    content: cells.map((content) => ({ type: 'tableCell', content: [{ type: 'paragraph', content }] })),
  }));
const table = fc
  .array(row, { minLength: 1, maxLength: 3 })
  .map<NodeJson>((content) => ({ type: 'table', content }));
const text = fc
  .array(
    fc.oneof(
      { weight: 6, arbitrary: clause },
      { weight: 1, arbitrary: list },
      { weight: 1, arbitrary: table },
    ),
    { minLength: 1, maxLength: 8 },
  )
  .map((content) => doc(...content));

describe('minimalEdit', () => {
  test('RL21 whatever stood before, the text afterwards is the target', () => {
    fc.assert(
      fc.property(text, text, text, (first, second, third) => {
        const updates = written(first, second, third);
        const target = documentSchema().nodeFromJSON(third).toJSON() as DocumentJson;
        expect(textHash(textOfState(updates))).toBe(textHash(target));
      }),
      { seed: 20190424, numRuns: 200 },
    );
  });

  test('RL21 the same text again is no edit', () => {
    fc.assert(
      fc.property(text, (only) => {
        const updates = written(only);
        expect(minimalEdit(updates, only, 7)).toBeNull();
        expect(minimalEdit(updates, textOfState(updates), 7)).toBeNull();
      }),
      { seed: 20190424, numRuns: 100 },
    );
  });

  test('RL21 one changed word in ten thousand is a small edit that leaves the rest to its authors', () => {
    const long = Array.from({ length: 200 }, (_, index) =>
      paragraph(`c_${index}`, words(`Clause ${index} ${'lorem ipsum dolor sit amet '.repeat(10)}`)),
    );
    const changed = long.map((clause, index) =>
      index === 120
        ? paragraph(
            'c_120',
            words(`Clause ${index} ${'lorem ipsum dolor sit amet '.repeat(10)}`.replace('dolor', 'gravitas')),
          )
        : clause,
    );
    const updates = written(doc(...long));
    const edit = minimalEdit(updates, doc(...changed), 77);
    expect(edit?.length).toBeLessThan(200);
    expect(Y.decodeUpdate(edit ?? new Uint8Array()).structs.every((struct) => struct.id.client === 77)).toBe(
      true,
    );
  });

  test('RL21 a clause whose mark changes keeps its words', () => {
    const updates = written(doc(paragraph('c_1', words('We agree on this.'))));
    const edit = minimalEdit(
      updates,
      doc(paragraph('c_1', words('We '), words('agree', 'bold'), words(' on this.'))),
      77,
    );
    const written77 = Y.decodeUpdate(edit ?? new Uint8Array());
    expect(
      written77.structs.some(
        (struct) => struct instanceof Y.Item && struct.content instanceof Y.ContentString,
      ),
    ).toBe(false);
  });

  test('RL21 a text of 10,000 words with a long past is restored by few bytes', () => {
    const random = new Random(7);
    const vocabulary =
      'members shall agree report annual meeting secretariat of the and to public service'.split(' ');
    const clauses = Array.from({ length: 250 }, () =>
      Array.from({ length: 42 }, () => random.pick(vocabulary)).join(' '),
    );
    const text = (all: readonly string[]) =>
      doc(...all.map((clause, index) => paragraph(`c_${index}`, words(clause))));
    const past = Array.from({ length: 30 }, (_, version) =>
      text(
        clauses.map((clause, index) =>
          index % 30 === version ? clause.replace('agree', `agreed ${version}`) : clause,
        ),
      ),
    );
    const updates = written(...past);
    const edit = minimalEdit(updates, text(clauses), 77);
    expect(edit).not.toBeNull();
    expect(edit?.length).toBeLessThan(500);
    expect(textHash(textOfState([...updates, edit ?? new Uint8Array()]))).toBe(
      textHash(textOfState(written(text(clauses)))),
    );
  });

  test('RL21 letters that are only composed otherwise stay with their authors', () => {
    const updates = written(doc(paragraph('c_1', words('Việt Nam agrees'))));
    const state = new Y.Doc();
    for (const update of updates) Y.applyUpdate(state, update);
    const clause = state.getXmlFragment('default').get(0);
    const held = clause instanceof Y.XmlElement ? clause.get(0) : null;
    if (!(held instanceof Y.XmlText)) throw new Error('no text');
    held.delete(0, 4);
    held.insert(0, 'Vie\u0323\u0302t');
    const decomposed = [Y.encodeStateAsUpdate(state)];
    expect(minimalEdit(decomposed, doc(paragraph('c_1', words('Việt Nam agrees'))), 77)).toBeNull();
    const edit = minimalEdit(
      decomposed,
      doc(paragraph('c_1', words('Việt Nam '), words('objects', 'bold'))),
      77,
    );
    const after = textOfState([...decomposed, edit ?? new Uint8Array()]);
    expect(after.content?.[0]?.content?.map((run) => run.text)).toEqual(['Vie\u0323\u0302t Nam ', 'objects']);
    expect(insertedBy77(edit)).toBe('objects');
  });

  test('RL21 a Thai word is exchanged as a word', () => {
    const updates = written(doc(paragraph('c_1', words('ที่ประชุมพิจารณาร่างแผนงาน'))));
    const edit = minimalEdit(updates, doc(paragraph('c_1', words('ที่ประชุมรับรองร่างแผนงาน'))), 77);
    expect(insertedBy77(edit)).toBe('รับรอง');
  });

  test('RL21 a clause put between others without ids leaves those to their authors', () => {
    const before = doc(
      paragraph(null, words('First point of all')),
      paragraph(null, words('Last point of all here')),
    );
    const after = doc(
      paragraph(null, words('First point of them all')),
      paragraph(null, words('Wholly new words')),
      paragraph(null, words('Last point of all there')),
    );
    expect(insertedBy77(minimalEdit(written(before), after, 77))).toBe('them Wholly new wordsthere');
  });
});

/** The words an edit inserts, in the order in which they stand in it. */
function insertedBy77(edit: Uint8Array | null): string {
  const structs = Y.decodeUpdate(edit ?? new Uint8Array([0, 0])).structs;
  expect(structs.every((struct) => struct.id.client === 77)).toBe(true);
  return structs
    .flatMap((struct) =>
      struct instanceof Y.Item && struct.content instanceof Y.ContentString ? [struct.content.str] : [],
    )
    .reverse()
    .join('');
}
