import type { ReactNode } from 'react';
import type { DocumentJson, MarkJson, NodeJson } from '@/domain/text/document-json';
import { isPassageLanguage, isSafeLink } from '@/domain/text/marks';

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

/** Running text with its marks, line breaks and footnote signs. */
export function InlineView(props: InlineProps) {
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
