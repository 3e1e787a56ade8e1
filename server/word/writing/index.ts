import type { Redline } from '../../../domain/redline/types';
import type { CommentThread } from '../../../domain/text/comment-thread';
import type { DocumentJson } from '../../../domain/text/document-json';
import type { HouseStyle } from '../../../domain/text/numbering';
import type { LineNumbers, RedlineMoves } from '../../../domain/text/paper';
import type { PaperRecord } from '../../../messages/paper-record';
import { anchorComments } from './comments';
import type { Block } from './draft';
import { type FileComment, type FileFacts, packFile } from './file';
import { withNotesBeforeJoints } from './joined-notes';
import { Links } from './links';
import { nameOldLists } from './list-names';
import { TextSide } from './looks';
import { Notes } from './notes';
import { withNotesApart } from './notes-apart';
import { Numberings } from './numbering';
import { draftRecord } from './record';
import { draftRedline } from './redline-draft';
import { blocksXml } from './render';
import { type AuthorNames, Tracker } from './tracking';
import { draftText, FILLER, withFillers } from './tree';

export type { FileFacts } from './file';
export type { AuthorNames } from './tracking';

interface Common {
  readonly facts: FileFacts;
  readonly houseStyle: HouseStyle;
  /** Every fifth line bears its number in the margin. */
  readonly lineNumbers: LineNumbers;
  /** Conversations about the (newer) text. */
  readonly comments: readonly CommentThread[];
}

export interface TextInput extends Common {
  readonly text: DocumentJson;
  /** Of an adopted text: how it was. */
  readonly record?: PaperRecord | null;
}

export interface RedlineInput extends Common {
  readonly oldText: DocumentJson;
  readonly newText: DocumentJson;
  readonly oldHouseStyle?: HouseStyle;
  /** Of these two texts. */
  readonly redline: Redline;
  /** Moved clauses as moves, or deleted where they stood and inserted where they stand. */
  readonly moves: RedlineMoves;
  readonly authors: AuthorNames;
}

/** A text as a Word file (`.docx`). The same input gives the same bytes. */
export function writeText(input: TextInput): Promise<Uint8Array> {
  const numberings = new Numberings();
  const side = new TextSide('new', input.text, input.houseStyle, numberings);
  const blocks = [...draftText(side), ...(input.record == null ? [] : draftRecord(input.record))];
  return pack(blocks, numberings, new Tracker({ names: null, neutral: '' }, input.facts.at), input);
}

/**
 * Two texts as a Word file with tracked changes: accepting them all gives the new text, rejecting them all the old
 * one (domain/RULES.md, WO2). The same input gives the same bytes.
 */
export function writeRedline(input: RedlineInput): Promise<Uint8Array> {
  const numberings = new Numberings();
  const sides = {
    old: new TextSide('old', input.oldText, input.oldHouseStyle ?? input.houseStyle, numberings),
    new: new TextSide('new', input.newText, input.houseStyle, numberings),
  };
  nameOldLists(input.redline, sides);
  const blocks = withNotesApart(withNotesBeforeJoints(draftRedline(input.redline, sides, input.moves)));
  return pack(blocks, numberings, new Tracker(input.authors, input.facts.at), input);
}

function pack(
  drafted: readonly Block[],
  numberings: Numberings,
  tracker: Tracker,
  { facts, comments, lineNumbers }: Common,
): Promise<Uint8Array> {
  const blocks = closeBody(withFillers(anchorComments(drafted, comments)));
  const notes = new Notes();
  const links = new Links();
  const threads = comments.map((thread) => thread.comments.map(() => tracker.nextId()));
  const context = {
    tracker,
    numberings,
    notes,
    links,
    commentsOf: (thread: number) => threads[thread] ?? [],
  };
  const body = blocksXml(blocks, context);
  return packFile({
    facts,
    lineNumbers,
    body,
    notes: notes.xml(),
    numbering: numberings.xml(),
    links: links.list(),
    comments: comments.flatMap((thread, index) => fileComments(thread, threads[index] ?? [])),
  });
}

/** A body ends in a mark that stands: after a last paragraph that came or went, one that the text has not. */
function closeBody(blocks: readonly Block[]): readonly Block[] {
  const last = blocks.at(-1);
  return last?.type === 'paragraph' && last.mark.fate !== 'kept' ? [...blocks, FILLER] : blocks;
}

function fileComments(thread: CommentThread, ids: readonly number[]): FileComment[] {
  return thread.comments.map((comment, index) => ({
    id: ids[index] ?? 0,
    parent: index === 0 ? null : (ids[0] ?? null),
    isResolved: thread.resolved,
    comment,
  }));
}
