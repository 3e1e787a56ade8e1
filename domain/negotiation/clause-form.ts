import { canonicalText } from '../text/canonical';
import { type Clause, nodeAt } from '../text/clauses';
import {
  type DocumentJson,
  type MarkJson,
  type NodeJson,
  numberAttr,
  stringAttr,
} from '../text/document-json';
import { withoutLists } from './amend';

/**
 * What a clause is by itself: kind, level, words and marks, without what is nested below it and without the list or
 * table around it, which no proposal on the clause changes. Of a link its address alone counts, since no file carries
 * the rest.
 */
export function clauseForm(clause: Clause): string {
  const node = clause.kind === 'listItem' ? withoutLists(clause.node) : clause.node;
  return canonicalText({ type: 'doc', content: [withBareLinks(node)] });
}

function withBareLinks({ marks, content, ...node }: NodeJson): NodeJson {
  return {
    ...node,
    ...(marks === undefined ? {} : { marks: marks.map(bareLink) }),
    ...(content === undefined ? {} : { content: content.map(withBareLinks) }),
  };
}

function bareLink(mark: MarkJson): MarkJson {
  return mark.type === 'link' ? { type: mark.type, attrs: { href: mark.attrs?.href } } : mark;
}

/**
 * In which list or table each of these clauses of a text stands, as a reader sees it: how deep, which signs it counts
 * with, and for the first of the clauses in it that it begins there. Bullets look the same in one list and in two.
 */
export function holderForms(document: DocumentJson, clauses: readonly Clause[]): string[] {
  const begun = new Set<NodeJson>();
  return clauses.map(({ kind, level, path }) => {
    if (kind !== 'listItem' && kind !== 'tableRow') return '';
    const holder = nodeAt(document, path.slice(0, -1));
    if (holder === null) return '';
    const isFirst = !begun.has(holder);
    begun.add(holder);
    if (holder.type === 'bulletList') return `bulletList ${level}`;
    const begins = isFirst ? ` from ${numberAttr(holder, 'start', 1)}` : '';
    return `${holder.type} ${level} ${stringAttr(holder, 'type') ?? '1'}${begins}`;
  });
}

/** Whether a node and all below it hold neither words nor footnotes: a blank line. */
export function isBlank(node: NodeJson): boolean {
  if (node.type === 'footnote') return false;
  return (node.text ?? '').trim() === '' && (node.content ?? []).every(isBlank);
}
