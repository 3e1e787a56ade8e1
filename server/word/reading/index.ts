import { accept, type Outcome, refuse } from '../../../domain/refusal';
import type { CommentThread } from '../../../domain/text/comment-thread';
import type { DocumentJson } from '../../../domain/text/document-json';
import { type LeftOut, LeftOutList } from '../../../domain/text/left-out';
import type { ClaimedAuthor, ClaimedChange, MarkedParagraph } from '../../../domain/text/tracked-changes';
import { checkText } from '../../text/ydoc';
import { blocksOf, leaveHeaderOrFooter } from './body';
import { ChangeList, claimedAuthors } from './claimed-changes';
import { commentsIn, type StatedComment, threadsOf } from './comments';
import { compose, type Taken, touchedBy } from './compose';
import type { FlowBlock } from './flow';
import { WORD_LIMITS, type WordLimits } from './limits';
import { markedText } from './marked-text';
import { notesOf } from './notes';
import { Numbering } from './numbering';
import { openWordPackage, type WordPackage } from './package';
import { Reading, type ReadingOptions } from './reading';
import { RefusedFile } from './refused-file';
import { Styles } from './styles';
import type { ChangesOfClause } from './touches';
import { childOf } from './xml';

export type { ReadingOptions };

/** A Word file as it was read: it is several texts at once where it tracks changes. */
export interface WordFile {
  /** Every tracked change taken: the text as Word shows it. */
  readonly accepted: DocumentJson;
  /** None taken: the text before them. */
  readonly rejected: DocumentJson;
  /** Comments with their places in `accepted`. */
  readonly comments: readonly CommentThread[];
  readonly leftOut: readonly LeftOut[];
  readonly changes: readonly ClaimedChange[];
  readonly authors: readonly ClaimedAuthor[];
  /** The paragraphs in which changes are tracked, as the file marks them. */
  readonly marked: readonly MarkedParagraph[];
  /** An export of ours, or began as one: its styles say what each clause is. */
  readonly isOwn: boolean;
  /** The text with these changes taken and all others left, with its comments. */
  choose(taken: ReadonlySet<number>): {
    readonly text: DocumentJson;
    readonly comments: readonly CommentThread[];
  };
  /** Which changes touch each clause of one of the two texts. */
  touched(text: 'accepted' | 'rejected'): ChangesOfClause;
}

/**
 * Reads a .docx. Bounded in bytes, elements and depth; never throws for what a file holds, whatever it is. Refusals
 * are the rules IM1 to IM15 and IM23. What a text has no place for is in `leftOut`.
 */
export function readWord(
  bytes: Uint8Array,
  options: ReadingOptions,
  limits: WordLimits = WORD_LIMITS,
): Outcome<WordFile> {
  try {
    return fileOf(openWordPackage(bytes, limits), options);
  } catch (error) {
    if (error instanceof RefusedFile) return error.refusal;
    // Longer than a string can be, deeper than calls can go: too much of something, whatever it was.
    if (error instanceof RangeError) return refuse('IM12');
    throw error;
  }
}

function fileOf(word: WordPackage, options: ReadingOptions): Outcome<WordFile> {
  const styles = new Styles(word.related('styles')?.root ?? null);
  const numbering = new Numbering(word.related('numbering')?.root ?? null, styles);
  const changes = new ChangeList();
  const leftOut = new LeftOutList();
  // LibreOffice says so of every paragraph, also where nobody did.
  const meansLeft = styles.isOwn && !/office/i.test(word.program.replace(/^Microsoft/, ''));
  const notes = notesOf(
    word,
    (relationships, noteOf) =>
      new Reading(options, styles, numbering, relationships, changes, leftOut, noteOf, meansLeft),
  );
  const reading = new Reading(
    options,
    styles,
    numbering,
    word.relationships,
    changes,
    leftOut,
    notes,
    meansLeft,
  );
  const body = childOf(word.part(word.main) ?? undefined, 'w:body');
  if (body === undefined) return refuse('IM5');
  const blocks = blocksOf(body, reading, false);
  leaveMargins(word, reading);
  const comments = commentsIn(
    word.related('comments')?.root ?? null,
    word.related('commentsExtended')?.root ?? null,
  );
  return wordFile({ blocks, comments, changes: changes.changes, isOwn: styles.isOwn }, leftOut);
}

interface FileParts {
  readonly blocks: readonly FlowBlock[];
  readonly comments: readonly StatedComment[];
  readonly changes: readonly ClaimedChange[];
  readonly isOwn: boolean;
}

function wordFile(
  { blocks, comments: stated, changes, isOwn }: FileParts,
  leftOut: LeftOutList,
): Outcome<WordFile> {
  const textWith = (taken: Taken, list: LeftOutList) => {
    const { text, anchors } = compose(blocks, taken);
    return { text, comments: threadsOf(stated, anchors, list) };
  };
  const accepted = textWith(() => true, leftOut);
  const rejected = changes.length === 0 ? accepted : textWith(() => false, new LeftOutList());
  if (checkText(accepted.text) !== null || checkText(rejected.text) !== null) return refuse('IM15');
  return accept({
    accepted: accepted.text,
    rejected: rejected.text,
    comments: accepted.comments,
    leftOut: leftOut.list(),
    changes,
    authors: claimedAuthors(changes),
    marked: markedText(blocks, (change) => changes[change]?.kind ?? 'insertion'),
    isOwn,
    // Composed again for those who ask: nobody else keeps what is behind it in memory.
    touched: (text) => touchedBy(blocks, () => text === 'accepted'),
    choose: (taken) => textWith((change) => taken.has(change), new LeftOutList()),
  });
}

function leaveMargins(word: WordPackage, reading: Reading): void {
  for (const { type, target, isExternal } of word.relationships.values()) {
    if (isExternal || (type !== 'header' && type !== 'footer')) continue;
    const root = word.part(target);
    if (root !== null) leaveHeaderOrFooter(type, root, reading);
  }
}
