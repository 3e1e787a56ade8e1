import { mergeAttributes, Node } from '@tiptap/core';

/** Clause kinds a person can choose for a block of running text (glossary: chapeau, PP, OP). */
export const CLAUSE_BLOCKS = [
  'title',
  'chapeau',
  'preambular',
  'operative',
  'closing',
  'annex',
  'heading',
  'paragraph',
] as const;
export type ClauseBlock = (typeof CLAUSE_BLOCKS)[number];

/** Node types that carry a stable clause id in the attribute `id`. */
export const IDENTIFIED_NODES = [...CLAUSE_BLOCKS, 'listItem', 'table', 'tableRow'] as const;

/** Deepest level of an operative paragraph: 1 = "3.", 2 = "(b)", 3 = "(ii)". */
export const DEEPEST_OPERATIVE_LEVEL = 3;

function clauseNode(name: string, tag: string, priority?: number) {
  return Node.create({
    name,
    group: 'block',
    content: 'inline*',
    defining: true,
    ...(priority === undefined ? {} : { priority }),
    parseHTML: () => [{ tag: `${tag}[data-clause="${name}"]`, priority: 60 }],
    renderHTML: ({ HTMLAttributes }) => [tag, mergeAttributes(HTMLAttributes, { 'data-clause': name }), 0],
  });
}

/** The document's own title; styled as such and never numbered. */
export const Title = clauseNode('title', 'h1');
/** The opening words of a declaration: "WE, the Heads of Civil Service …". */
export const Chapeau = clauseNode('chapeau', 'p');
/** A preambular paragraph (PP): opens with a participle, ends with a comma or semicolon. */
export const Preambular = clauseNode('preambular', 'p');
/** The closing formula: "ADOPTED in Chiang Rai, Thailand, on …". */
export const Closing = clauseNode('closing', 'p');
/** The title of an annex. Numbering of operative paragraphs starts again below it. */
export const Annex = clauseNode('annex', 'h2');

/** An operative paragraph (OP) or, at levels 2 and 3, one of its sub-paragraphs. Flat, so that concurrent moves stay simple. */
export const Operative = clauseNode('operative', 'p').extend({
  addAttributes() {
    return {
      level: {
        default: 1,
        parseHTML: (element: HTMLElement) => clampLevel(Number(element.getAttribute('data-level') ?? 1)),
        renderHTML: (attributes: { level?: unknown }) => ({
          'data-level': clampLevel(Number(attributes.level)),
        }),
      },
    };
  },
});

function clampLevel(level: number): number {
  return Number.isInteger(level) && level >= 1 && level <= DEEPEST_OPERATIVE_LEVEL ? level : 1;
}

/**
 * A footnote is an inline atom whose words live in the attribute `text`: its number follows from its place,
 * and two people who edit one footnote at once get the later of the two wordings.
 */
export const Footnote = Node.create({
  name: 'footnote',
  group: 'inline',
  inline: true,
  atom: true,
  selectable: true,
  addAttributes() {
    return {
      text: {
        default: '',
        parseHTML: (element: HTMLElement) => element.getAttribute('data-text') ?? '',
        renderHTML: (attributes: { text?: unknown }) => ({ 'data-text': String(attributes.text ?? '') }),
      },
    };
  },
  parseHTML: () => [{ tag: 'sup[data-footnote]' }],
  renderHTML: ({ HTMLAttributes }) => ['sup', mergeAttributes(HTMLAttributes, { 'data-footnote': '' })],
});
