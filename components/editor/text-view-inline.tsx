import type { CSSProperties, ReactNode } from 'react';
import { COMMENTED } from '@/domain/comments/marked-text';
import { saysBracket } from '@/domain/text/brackets/inline';
import { type LineItem, treeOf } from '@/domain/text/brackets/tree';
import type { DocumentJson, MarkJson, NodeJson } from '@/domain/text/document-json';
import { isPassageLanguage, isSafeLink } from '@/domain/text/marks';
import { lookOf, ownerWords } from './bracket-look';

/** The footnotes of a text in reading order; a footnote's number is its place in this list plus one. */
export function footnotesOf(document: DocumentJson): NodeJson[] {
  const found: NodeJson[] = [];
  collect(document, found);
  return found;
}

function collect(node: NodeJson, found: NodeJson[]): void {
  if (node.type === 'footnote') found.push(node);
  for (const child of node.content ?? []) collect(child, found);
}

interface InlineProps {
  readonly nodes: readonly NodeJson[];
  readonly footnotes: ReadonlyMap<NodeJson, number>;
  readonly prefix: string;
}

/** Running text with its marks, line breaks, footnote signs, and brackets around what is not agreed. */
export function InlineView(props: InlineProps) {
  if (!props.nodes.some(saysBracket)) return <Runs {...props} />;
  return <Items items={treeOf(props.nodes)} footnotes={props.footnotes} prefix={props.prefix} />;
}

function Items({ items, ...rest }: { items: readonly LineItem[] } & Omit<InlineProps, 'nodes'>): ReactNode {
  return items.map((item, index) => {
    if (item.what === 'node') {
      // biome-ignore lint/suspicious/noArrayIndexKey: runs have no identity, and a stored text does not change
      return <Run key={index} node={item.node} {...rest} />;
    }
    return item.bracket.alternatives.map((alternative) => (
      <span
        key={`${item.bracket.id} ${alternative.alternative}`}
        className="bracket"
        style={
          lookOf(alternative) === null
            ? undefined
            : ({ '--bracket-of': lookOf(alternative) } as CSSProperties)
        }
      >
        <span className="bracket-sign">
          [
          {alternative.owners.length === 0 ? null : (
            <span className="bracket-owners">{ownerWords(alternative.owners)} </span>
          )}
        </span>
        <span className="bracket-words" data-kind={alternative.kind}>
          <Items items={alternative.items} {...rest} />
        </span>
        <span className="bracket-sign">]</span>
        {item.bracket.alternatives.at(-1) === alternative ? null : ' '}
      </span>
    ));
  });
}

function Runs(props: InlineProps) {
  return props.nodes.map((node, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: runs have no identity, and a stored text does not change
    <Run key={index} node={node} footnotes={props.footnotes} prefix={props.prefix} />
  ));
}

function Run({ node, footnotes, prefix }: { node: NodeJson } & Omit<InlineProps, 'nodes'>): ReactNode {
  if (node.type === 'hardBreak') return <br />;
  if (node.type === 'footnote') {
    const number = footnotes.get(node) ?? 0;
    return (
      <sup className="footnote-sign">
        <a id={`${prefix}fnref-${number}`} href={`#${prefix}fn-${number}`}>
          {number}
        </a>
      </sup>
    );
  }
  if (node.type !== 'text') {
    return <InlineView nodes={node.content ?? []} footnotes={footnotes} prefix={prefix} />;
  }
  return (node.marks ?? []).reduceRight<ReactNode>((inside, mark) => wrap(mark, inside), node.text ?? '');
}

function wrap(mark: MarkJson, inside: ReactNode): ReactNode {
  switch (mark.type) {
    case 'bold':
      return <strong>{inside}</strong>;
    case 'italic':
      return <em>{inside}</em>;
    case 'underline':
      return <u>{inside}</u>;
    case 'language':
      return isPassageLanguage(mark.attrs?.lang) ? <span lang={mark.attrs.lang}>{inside}</span> : inside;
    case COMMENTED:
      return <Commented ends={mark.attrs?.ends}>{inside}</Commented>;
    case 'link':
      return isSafeLink(mark.attrs?.href) ? (
        <a href={mark.attrs.href} rel="noopener noreferrer nofollow">
          {inside}
        </a>
      ) : (
        inside
      );
    default:
      return inside;
  }
}

/** Words that a conversation is about, and after the last of them the way to it (domain/comments/marked-text). */
function Commented(props: { ends: unknown; children: ReactNode }): ReactNode {
  const ends = JSON.parse(String(props.ends)) as readonly { number: number; label: string }[];
  return (
    <mark className="commented">
      {props.children}
      {ends.map(({ number, label }) => (
        <sup key={number} className="comment-sign no-print">
          <a id={`words-${number}`} href={`#thread-${number}`} aria-label={label}>
            {number}
          </a>
        </sup>
      ))}
    </mark>
  );
}
