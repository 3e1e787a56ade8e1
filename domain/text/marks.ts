import { Mark, mergeAttributes } from '@tiptap/core';
import { BRACKET } from './brackets/inline';

/** Languages a passage may be marked with: the working language, the members' languages, and the +3 partners'. */
export const PASSAGE_LANGUAGES = [
  'en',
  'th',
  'lo',
  'km',
  'my',
  'vi',
  'id',
  'ms',
  'fil',
  'pt',
  'tet',
  'ta',
  'zh',
  'ja',
  'ko',
  'fr',
] as const;
export type PassageLanguage = (typeof PASSAGE_LANGUAGES)[number];

/** A passage in another language than the document's: rendered with `lang`, so that readers and line breaking know. */
export const Language = Mark.create({
  name: 'language',
  addAttributes() {
    return {
      lang: {
        default: 'th',
        parseHTML: (element: HTMLElement) => knownLanguage(element.getAttribute('lang')),
        renderHTML: (attributes: { lang?: unknown }) => ({ lang: knownLanguage(attributes.lang) }),
      },
    };
  },
  parseHTML: () => [
    {
      tag: 'span[lang]',
      getAttrs: (element) => (isPassageLanguage(element.getAttribute('lang')) ? null : false),
    },
  ],
  renderHTML: ({ HTMLAttributes }) => ['span', mergeAttributes(HTMLAttributes), 0],
});

export function isPassageLanguage(value: unknown): value is PassageLanguage {
  return typeof value === 'string' && (PASSAGE_LANGUAGES as readonly string[]).includes(value);
}

function knownLanguage(value: unknown): PassageLanguage {
  return isPassageLanguage(value) ? value : 'th';
}

/** Where a link may lead: the web and mail, nothing that a browser would run. */
export function isSafeLink(href: unknown): href is string {
  return typeof href === 'string' && href.length <= 2048 && /^(https?:\/\/|mailto:)[^\s<>"'`]+$/i.test(href);
}

function simpleMark(name: string, tags: readonly [string, ...string[]]) {
  return Mark.create({
    name,
    parseHTML: () => tags.map((tag) => ({ tag })),
    renderHTML: ({ HTMLAttributes }) => [tags[0], mergeAttributes(HTMLAttributes), 0],
  });
}

export const Bold = simpleMark('bold', ['strong', 'b']);
export const Italic = simpleMark('italic', ['em', 'i']);
export const Underline = simpleMark('underline', ['u']);

/** A link, of the attributes that Tiptap's own has; an address that is not safe is no link at all. */
export const Link = Mark.create({
  name: 'link',
  priority: 1000,
  keepOnSplit: false,
  exitable: true,
  inclusive: false,
  addAttributes: () => ({
    href: { default: null },
    target: { default: '_blank' },
    rel: { default: 'noopener noreferrer nofollow' },
    class: { default: null },
    title: { default: null },
  }),
  parseHTML: () => [
    {
      tag: 'a[href]',
      getAttrs: (element) => (isSafeLink(element.getAttribute('href')) ? null : false),
    },
  ],
  renderHTML: ({ HTMLAttributes }) => [
    'a',
    mergeAttributes(HTMLAttributes, isSafeLink(HTMLAttributes.href) ? {} : { href: '' }),
    0,
  ],
});

/**
 * Words in square brackets: text that is not agreed. Its one attribute says in which alternative of which brackets the
 * words stand (`brackets/path.ts`). What is pasted brings no brackets along: they are put in and lifted as acts.
 */
export const Bracket = Mark.create({
  name: BRACKET,
  addAttributes: () => ({
    path: {
      default: null,
      renderHTML: ({ path }: { path?: unknown }) =>
        typeof path === 'string' ? { 'data-bracket': path } : {},
    },
  }),
  renderHTML: ({ HTMLAttributes }) => ['span', mergeAttributes(HTMLAttributes), 0],
});

/** What a footnote or a line break says of the brackets it stands in, where nobody typed it there. */
export const bracketAttribute = {
  default: null,
  rendered: false,
  parseHTML: () => null,
};
