import { type AnyExtension, Extension, getSchema } from '@tiptap/core';
import { TableKit } from '@tiptap/extension-table';
import type { Schema } from '@tiptap/pm/model';
import {
  BulletList,
  Document,
  HardBreak,
  Heading,
  ListItem,
  OrderedList,
  Paragraph,
  Text,
} from './basic-nodes';
import { BRACKET } from './brackets/inline';
import { digestText } from './digest';
import { Bold, Bracket, bracketAttribute, Italic, Language, Link, Underline } from './marks';
import { Annex, Chapeau, Closing, Footnote, IDENTIFIED_NODES, Operative, Preambular, Title } from './nodes';

/** Gives every clause its stable `id` (see `clause-ids.ts` for who assigns them). */
const ClauseIdAttribute = Extension.create({
  name: 'clauseId',
  addGlobalAttributes() {
    return [
      {
        types: [...IDENTIFIED_NODES],
        attributes: {
          id: {
            default: null,
            keepOnSplit: false,
            parseHTML: (element: HTMLElement) => element.getAttribute('data-id'),
            renderHTML: (attributes: { id?: unknown }) =>
              typeof attributes.id === 'string' ? { 'data-id': attributes.id } : {},
          },
        },
      },
    ];
  },
});

/** What stands in a line and is no words says by an attribute which brackets it stands in. */
const BracketAttribute = Extension.create({
  name: 'bracketAttribute',
  addGlobalAttributes: () => [
    { types: ['footnote', 'hardBreak'], attributes: { [BRACKET]: bracketAttribute } },
  ],
});

/**
 * The nodes and marks of a negotiated text, the same list in the browser, on the server and in the seeds.
 * Behaviour that needs a screen (shortcuts, popovers, presence) is added by components/editor on top of it.
 * Tiptap's StarterKit is not used: it brings twice as much code as these few nodes need, and behaviour of its own.
 */
export function documentExtensions(): AnyExtension[] {
  return [
    Bold,
    Bracket,
    BracketAttribute,
    BulletList,
    Document,
    HardBreak,
    Heading,
    Italic,
    ListItem,
    Link,
    OrderedList,
    Paragraph,
    Text,
    Underline,
    Title,
    Chapeau,
    Preambular,
    Operative,
    Closing,
    Annex,
    Footnote,
    Language,
    // The editor has a frame of its own for tables (block-views).
    TableKit.configure({ table: { resizable: false, View: null } }),
    ClauseIdAttribute,
  ];
}

let schema: Schema | undefined;

/** The ProseMirror schema of `documentExtensions`, built once. */
export function documentSchema(): Schema {
  schema ??= getSchema(documentExtensions());
  return schema;
}

let hash: string | undefined;

/**
 * A fingerprint of the schema (SHA-256, hex, first 16 digits) over its nodes' and marks' names, content
 * expressions and attributes. Browsers state it when they join a room: an old tab that does not know a node
 * type would delete it for everybody (server/sync/RULES.md, SY4).
 */
export function schemaHash(): string {
  if (hash === undefined) {
    const { nodes, marks } = documentSchema();
    const shape = {
      nodes: Object.values(nodes).map((type) => [
        type.name,
        type.spec.content ?? '',
        type.spec.marks ?? '_',
        type.spec.group ?? '',
        Object.keys(type.spec.attrs ?? {}).sort(),
      ]),
      marks: Object.values(marks).map((type) => [type.name, Object.keys(type.spec.attrs ?? {}).sort()]),
    };
    hash = digestText(JSON.stringify(shape)).slice(0, 16);
  }
  return hash;
}
