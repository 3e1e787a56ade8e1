import type { CommentThread } from '../../../domain/text/comment-thread';
import type { LeftOutList } from '../../../domain/text/left-out';
import type { PlacedAnchor } from './anchors';
import { statedInstant, statedName } from './claimed-changes';
import { childrenOf, everyElement, type XmlElement } from './xml';

/** A comment of the file, not yet in its place. */
export interface StatedComment {
  readonly id: string;
  /** Id of the comment that it answers, or null. */
  readonly answers: string | null;
  readonly isResolved: boolean;
  readonly author: string;
  readonly at: string | null;
  readonly text: string;
}

const LONGEST_COMMENT = 10_000;

/** The comments of a file (comments.xml, and commentsExtended.xml for answers and what is resolved). */
export function commentsIn(root: XmlElement | null, extended: XmlElement | null): StatedComment[] {
  const entries = root === null ? [] : childrenOf(root, 'w:comment');
  const more = new Map(
    (extended === null ? [] : childrenOf(extended, 'w15:commentEx')).map(({ attrs }) => [
      attrs['w15:paraId'] ?? '',
      attrs,
    ]),
  );
  const byParagraph = new Map<string, string>();
  const ends = entries.map((entry) => {
    const paragraphs = childrenOf(entry, 'w:p').map(({ attrs }) => attrs['w14:paraId'] ?? '');
    for (const paragraph of paragraphs) byParagraph.set(paragraph, entry.attrs['w:id'] ?? '');
    return more.get(paragraphs.at(-1) ?? '');
  });
  return entries.map((entry, index) => {
    const parent = ends[index]?.['w15:paraIdParent'];
    return {
      id: entry.attrs['w:id'] ?? '',
      answers: parent === undefined ? null : (byParagraph.get(parent) ?? null),
      isResolved: ['1', 'true'].includes(ends[index]?.['w15:done'] ?? ''),
      author: statedName(entry.attrs['w:author']),
      at: statedInstant(entry.attrs['w:date']),
      text: childrenOf(entry, 'w:p').map(paragraphWords).join('\n').trim().slice(0, LONGEST_COMMENT),
    };
  });
}

/** Comments with their answers in the places where they stand; one that stands nowhere is listed as left out. */
export function threadsOf(
  comments: readonly StatedComment[],
  anchors: readonly PlacedAnchor[],
  leftOut: LeftOutList,
): CommentThread[] {
  const starts = new Map<string, PlacedAnchor>();
  const ends = new Map<string, PlacedAnchor>();
  for (const anchor of anchors) (anchor.edge === 'start' ? starts : ends).set(anchor.id, anchor);
  const threads = new Map<string, CommentThread>();
  for (const [id, family] of familiesOf(comments)) {
    const comment = family.find((each) => each.id === id);
    if (comment === undefined) continue;
    const start = starts.get(comment.id) ?? ends.get(comment.id);
    if (start === undefined) {
      leftOut.add('comment', comment.text);
      continue;
    }
    const end = ends.get(comment.id);
    const isOneClause = end !== undefined && end.clause === start.clause && end.offset >= start.offset;
    const to = isOneClause ? end.offset : start.offset;
    threads.set(comment.id, {
      clause: start.clause,
      from: start.offset,
      to,
      resolved: comment.isResolved,
      comments: family.map(({ author, at, text }) => ({ author, at, text })),
    });
  }
  return [...threads.values()].sort((a, b) => a.clause - b.clause || a.from - b.from);
}

/** Comments by the first one of their thread, each looked up once however long its chain of answers is. */
function familiesOf(comments: readonly StatedComment[]): Map<string, StatedComment[]> {
  const byId = new Map<string, StatedComment>();
  for (const comment of comments) if (!byId.has(comment.id)) byId.set(comment.id, comment);
  const roots = new Map<string, string>();
  const families = new Map<string, StatedComment[]>();
  for (const comment of comments) {
    const root = rootOf(comment, byId, roots);
    const family = families.get(root);
    if (family === undefined) families.set(root, [comment]);
    else family.push(comment);
  }
  return families;
}

function rootOf(
  comment: StatedComment,
  byId: ReadonlyMap<string, StatedComment>,
  roots: Map<string, string>,
): string {
  const chain = new Set<string>();
  let here = comment;
  for (;;) {
    const known = roots.get(here.id);
    const parent = here.answers === null || chain.has(here.id) ? undefined : byId.get(here.answers);
    chain.add(here.id);
    if (known === undefined && parent !== undefined) {
      here = parent;
      continue;
    }
    const root = known ?? here.id;
    for (const id of chain) roots.set(id, root);
    return root;
  }
}

function paragraphWords(paragraph: XmlElement): string {
  let words = '';
  for (const { name, text } of everyElement(paragraph)) {
    if (name === 'w:t') words += text;
    else if (name === 'w:br') words += '\n';
    else if (name === 'w:tab') words += '\t';
  }
  return words;
}
