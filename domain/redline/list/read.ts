import { z } from 'zod';
import { repeatsAKey } from '../../procedure/json-keys';
import { accept, type Outcome, refuse } from '../../refusal';
import { CHANGE_LIST_FORMAT, type ChangeList } from './types';

const Text = z.string();
const Hash = z.string().regex(/^[0-9a-f]{64}$/);
const Count = z.number().int().nonnegative();

const Range = z
  .strictObject({ from: Count, to: Count, footnote: Count.optional(), author: Text.optional() })
  .refine(({ from, to }) => from <= to);

const Side = z.strictObject({
  clause: z.strictObject({ index: Count, id: Text.nullable(), kind: Text, label: Text, citation: Text }),
  ranges: z.array(Range),
  words: Text,
});

const Change = z.strictObject({
  id: Text,
  kind: z.enum([
    'wording',
    'clause-inserted',
    'clause-deleted',
    'moved',
    'split',
    'merged',
    'formatting',
    'structure',
    'invisible',
  ]),
  old: Side.nullable(),
  new: Side.nullable(),
  wordsInserted: Count,
  wordsDeleted: Count,
  structure: z
    .strictObject({
      what: z.enum(['kind', 'level', 'list', 'numbering', 'header', 'columns', 'attribute']),
      from: Text,
      to: Text,
    })
    .optional(),
  authors: z.array(Text),
});

const Shape = z.strictObject({
  format: z.literal(CHANGE_LIST_FORMAT),
  algorithm: Text,
  oldHash: Hash,
  newHash: Hash,
  summary: z.strictObject({
    oldWords: Count,
    newWords: Count,
    wordsInserted: Count,
    wordsDeleted: Count,
    wordsMoved: Count,
    clausesInserted: Count,
    clausesDeleted: Count,
    clausesMoved: Count,
    clausesEdited: Count,
    formattingChanges: Count,
    structureChanges: Count,
    identical: z.boolean(),
  }),
  changes: z.array(Change),
  exact: z.strictObject({
    kept: z.array(z.tuple([Count, Count])),
    inserted: z.array(Text),
    deleted: z.array(Text),
  }),
});

/**
 * A list of changes read from a file. Refusals: RL24 no list of changes, or a damaged one, RL26 of a kind we do
 * not know. Whether it makes the texts it names is known when it is applied.
 */
export function parseChangeList(fileText: string): Outcome<ChangeList> {
  let value: unknown;
  try {
    value = JSON.parse(fileText.replace(/^\uFEFF/, ''));
  } catch {
    return refuse('RL24');
  }
  if (typeof value !== 'object' || value === null || !('format' in value)) return refuse('RL24');
  if (value.format !== CHANGE_LIST_FORMAT)
    return refuse('RL26', { format: String(value.format).slice(0, 60) });
  const shaped = Shape.safeParse(value);
  // A key that stands twice reads one way to a person and another to a program.
  return shaped.success && !repeatsAKey(fileText) ? accept(shaped.data as ChangeList) : refuse('RL24');
}

/** How a list is written to a file: one change a line, for people and for tools that compare lines. */
export function changeListFile(list: ChangeList): string {
  const { changes, exact, ...head } = list;
  const lines = changes.map((change) => `    ${JSON.stringify(change)}`).join(',\n');
  const start = JSON.stringify(head, null, 2).slice(0, -2);
  const body = changes.length === 0 ? '[]' : `[\n${lines}\n  ]`;
  return `${start},\n  "changes": ${body},\n  "exact": ${JSON.stringify(exact)}\n}\n`;
}
