import fc from 'fast-check';
import type { DocumentJson, MarkJson, NodeJson } from '../../text/document-json';
import { doc } from './texts';

/** Words of many kinds: Latin, digits, Thai, Khmer, characters nobody sees, signs; few enough that they repeat. */
const WORDS = [
  'the',
  'members',
  'shall',
  'not',
  'co-operate',
  '1,500',
  '2021–2025',
  'ที่ประชุมพิจารณา',
  'ร่างแผนงาน',
  'ทําให้',
  'ทำให้',
  'ສະມາຊິກ',
  'ផែនការសកម្មភាព',
  'é',
  'e\u0301',
  'a\u200Bb',
  'ab',
  '👩‍👩‍👧',
  '👩‍👩‍👦',
  '"quoted\\"',
  'قديم',
  '(a)',
  ';',
  '[agreed]',
  '\uFFFC',
  '\u0301',
  '\uD800',
];
const GLUE = [' ', ' ', ' ', '', '\u00A0', '  ', ', ', '. '];
const MARKS: readonly MarkJson[][] = [
  [],
  [],
  [{ type: 'bold' }],
  [{ type: 'bold' }, { type: 'italic' }],
  [{ type: 'link', attrs: { href: 'https://asean.org', target: null } }],
  [{ type: 'language', attrs: { lang: 'th' } }],
];

const words = fc
  .array(fc.tuple(fc.constantFrom(...WORDS), fc.constantFrom(...GLUE)), { minLength: 1, maxLength: 8 })
  .map((pairs) => pairs.map(([word, glue]) => word + glue).join(''));

const text: fc.Arbitrary<NodeJson> = fc
  .tuple(words, fc.constantFrom(...MARKS))
  .map(([content, marks]) => ({ type: 'text', text: content, ...(marks.length === 0 ? {} : { marks }) }));

const inline: fc.Arbitrary<NodeJson> = fc.oneof(
  { weight: 8, arbitrary: text },
  { weight: 1, arbitrary: fc.constant<NodeJson>({ type: 'hardBreak' }) },
  {
    weight: 1,
    arbitrary: fc
      .oneof(words, fc.constant(''))
      .map((note): NodeJson => ({ type: 'footnote', attrs: { text: note } })),
  },
);

const id = fc.option(
  fc.integer({ min: 0, max: 12 }).map((number) => `c_${number}`),
  { nil: null },
);

function textBlock(type: string, attrs: fc.Arbitrary<Record<string, unknown>>): fc.Arbitrary<NodeJson> {
  return fc
    .tuple(attrs, id, fc.array(inline, { maxLength: 4 }))
    .map(([own, clauseId, content]) => ({ type, attrs: { ...own, id: clauseId }, content }));
}

const level = fc.integer({ min: 1, max: 3 }).map((value) => ({ level: value }));
const none = fc.constant({});
export const paragraph = textBlock('paragraph', none);

const listItem: fc.Arbitrary<NodeJson> = fc
  .tuple(id, fc.array(paragraph, { minLength: 1, maxLength: 2 }))
  .map(([itemId, content]) => ({ type: 'listItem', attrs: { id: itemId }, content }));

export const list: fc.Arbitrary<NodeJson> = fc
  .tuple(
    fc.constantFrom('bulletList', 'orderedList'),
    fc.integer({ min: 1, max: 3 }),
    fc.array(listItem, { minLength: 1, maxLength: 3 }),
    fc.boolean(),
  )
  .map(([type, start, items, isNested]) => {
    const content = isNested
      ? [
          ...items.slice(0, -1),
          {
            type: 'listItem',
            content: [
              { type: 'paragraph', content: [{ type: 'text', text: 'above' }] },
              { type: 'bulletList', content: items },
            ],
          },
        ]
      : items;
    return { type, ...(type === 'orderedList' ? { attrs: { start } } : {}), content };
  });

const cell: fc.Arbitrary<NodeJson> = fc
  .tuple(
    fc.constantFrom('tableCell', 'tableHeader'),
    fc.constantFrom(1, 1, 1, 2),
    fc.constantFrom(1, 1, 1, 2),
    fc.array(paragraph, { minLength: 1, maxLength: 2 }),
  )
  .map(([type, colspan, rowspan, content]) => ({
    type,
    attrs: { colspan, rowspan, colwidth: null },
    content,
  }));

const table: fc.Arbitrary<NodeJson> = fc
  .array(fc.tuple(id, fc.array(cell, { minLength: 1, maxLength: 4 })), { minLength: 1, maxLength: 4 })
  .map((rows) => ({
    type: 'table',
    content: rows.map(([rowId, content]) => ({ type: 'tableRow', attrs: { id: rowId }, content })),
  }));

export const blockNode: fc.Arbitrary<NodeJson> = fc.oneof(
  { weight: 5, arbitrary: paragraph },
  { weight: 2, arbitrary: textBlock('operative', level) },
  { weight: 1, arbitrary: textBlock('heading', level) },
  { weight: 1, arbitrary: textBlock('preambular', none) },
  { weight: 1, arbitrary: list },
  { weight: 1, arbitrary: table },
);

export const documents: fc.Arbitrary<DocumentJson> = fc
  .array(blockNode, { maxLength: 7 })
  .map((content) => doc(...content));

type Edit =
  | { readonly what: 'keep' | 'drop' | 'double' | 'swap' }
  | { readonly what: 'add'; readonly node: NodeJson }
  | { readonly what: 'rewrite'; readonly word: string };

const edit: fc.Arbitrary<Edit> = fc.oneof(
  { weight: 5, arbitrary: fc.constant<Edit>({ what: 'keep' }) },
  { weight: 1, arbitrary: fc.constantFrom<Edit>({ what: 'drop' }, { what: 'double' }, { what: 'swap' }) },
  { weight: 1, arbitrary: blockNode.map((node): Edit => ({ what: 'add', node })) },
  { weight: 2, arbitrary: fc.constantFrom(...WORDS).map((word): Edit => ({ what: 'rewrite', word })) },
);

/** A text and what a few edits made of it. */
export const revisions: fc.Arbitrary<readonly [DocumentJson, DocumentJson]> = fc
  .tuple(documents, fc.array(edit, { minLength: 7, maxLength: 7 }))
  .map(([document, edits]) => [document, doc(...revise(document.content ?? [], edits))] as const);

function revise(blocks: readonly NodeJson[], edits: readonly Edit[]): NodeJson[] {
  const result: NodeJson[] = [];
  blocks.forEach((node, index) => {
    const step = edits[index] ?? { what: 'keep' };
    switch (step.what) {
      case 'keep':
        result.push(node);
        break;
      case 'drop':
        break;
      case 'double':
        result.push(node, node);
        break;
      case 'swap':
        result.splice(Math.max(0, result.length - 2), 0, node);
        break;
      case 'add':
        result.push(node, step.node);
        break;
      case 'rewrite':
        result.push(withWord(node, step.word));
        break;
    }
  });
  return result;
}

/** The node with a word put into the middle of its first text. */
function withWord(node: NodeJson, word: string): NodeJson {
  if (node.text !== undefined) {
    const middle = node.text.length >> 1;
    return { ...node, text: `${node.text.slice(0, middle)} ${word} ${node.text.slice(middle + 2)}` };
  }
  const [first, ...rest] = node.content ?? [];
  return first === undefined ? node : { ...node, content: [withWord(first, word), ...rest] };
}

/** A text and what two people, each for themselves, made of it. */
export const twoRevisions: fc.Arbitrary<readonly [DocumentJson, DocumentJson, DocumentJson]> = fc
  .tuple(
    documents,
    fc.array(edit, { minLength: 7, maxLength: 7 }),
    fc.array(edit, { minLength: 7, maxLength: 7 }),
  )
  .map(([document, first, second]) => {
    const blocks = document.content ?? [];
    return [document, doc(...revise(blocks, first)), doc(...revise(blocks, second))] as const;
  });
