import { mergeAttributes, Node } from '@tiptap/core';

/** The nodes that every text has: the document, its running text, headings, line breaks and lists. */

export const Document = Node.create({ name: 'doc', topNode: true, content: 'block+' });

export const Text = Node.create({ name: 'text', group: 'inline' });

export const Paragraph = Node.create({
  name: 'paragraph',
  priority: 1000,
  group: 'block',
  content: 'inline*',
  parseHTML: () => [{ tag: 'p' }],
  renderHTML: ({ HTMLAttributes }) => ['p', mergeAttributes(HTMLAttributes), 0],
});

export const HEADING_LEVELS = [1, 2, 3] as const;

export const Heading = Node.create({
  name: 'heading',
  group: 'block',
  content: 'inline*',
  defining: true,
  addAttributes: () => ({ level: { default: 1, rendered: false } }),
  parseHTML: () => HEADING_LEVELS.map((level) => ({ tag: `h${level}`, attrs: { level } })),
  renderHTML: ({ node, HTMLAttributes }) => {
    const level = HEADING_LEVELS.find((known) => known === node.attrs.level) ?? 1;
    return [`h${level}`, mergeAttributes(HTMLAttributes), 0];
  },
});

export const HardBreak = Node.create({
  name: 'hardBreak',
  group: 'inline',
  inline: true,
  selectable: false,
  linebreakReplacement: true,
  parseHTML: () => [{ tag: 'br' }],
  renderHTML: ({ HTMLAttributes }) => ['br', mergeAttributes(HTMLAttributes)],
  renderText: () => '\n',
});

export const BulletList = Node.create({
  name: 'bulletList',
  group: 'block list',
  content: 'listItem+',
  parseHTML: () => [{ tag: 'ul' }],
  renderHTML: ({ HTMLAttributes }) => ['ul', mergeAttributes(HTMLAttributes), 0],
});

const LIST_SIGNS = ['1', 'a', 'A', 'i', 'I'] as const;
const LARGEST_START = 9999;

export const OrderedList = Node.create({
  name: 'orderedList',
  group: 'block list',
  content: 'listItem+',
  addAttributes: () => ({
    start: {
      default: 1,
      parseHTML: (element: HTMLElement) => startOf(Number(element.getAttribute('start') ?? 1)),
      renderHTML: (attributes: { start?: unknown }) =>
        attributes.start === 1 ? {} : { start: startOf(Number(attributes.start)) },
    },
    type: {
      default: null,
      parseHTML: (element: HTMLElement) => signOf(element.getAttribute('type')),
      renderHTML: (attributes: { type?: unknown }) => {
        const sign = signOf(attributes.type);
        return sign === null || sign === '1' ? {} : { type: sign };
      },
    },
  }),
  parseHTML: () => [{ tag: 'ol' }],
  renderHTML: ({ HTMLAttributes }) => ['ol', mergeAttributes(HTMLAttributes), 0],
});

export const ListItem = Node.create({
  name: 'listItem',
  content: 'paragraph block*',
  defining: true,
  parseHTML: () => [{ tag: 'li' }],
  renderHTML: ({ HTMLAttributes }) => ['li', mergeAttributes(HTMLAttributes), 0],
});

function startOf(value: number): number {
  return Number.isInteger(value) && value >= 0 && value <= LARGEST_START ? value : 1;
}

function signOf(value: unknown): string | null {
  return LIST_SIGNS.find((sign) => sign === value) ?? null;
}
