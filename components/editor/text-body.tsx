import type { ReactNode } from 'react';
import { clausesOf } from '@/domain/text/clauses';
import { type DocumentJson, type NodeJson, numberAttr, stringAttr } from '@/domain/text/document-json';
import { type ClauseNumber, type HouseStyle, numberClauses } from '@/domain/text/numbering';
import type { translator } from '@/messages/translate';
import { headingDepths } from './heading-depths';
import { footnotesOf, InlineView } from './text-view-inline';

export type EditorWords = ReturnType<typeof translator<'editor'>>;

export interface TextBodyProps {
  readonly document: DocumentJson;
  readonly houseStyle: HouseStyle;
  /** Language of the document, where it differs from the page's. */
  readonly language?: string;
  /** Put before every anchor; needed where two texts stand on one page. */
  readonly idPrefix?: string;
  /** Where one reads who wrote a clause, by its id; without it there is no way there. */
  readonly wroteHref?: (clauseId: string) => string;
  /** The few words that are ours, such as the heading of the footnotes, in the reader's language. */
  readonly t: EditorWords;
  /** How a long list of blocks is drawn part by part. */
  readonly inParts: (list: {
    readonly items: readonly NodeJson[];
    readonly draw: (nodes: readonly NodeJson[]) => ReactNode;
  }) => ReactNode;
}

interface Frame {
  readonly depths: ReadonlyMap<NodeJson, number>;
  readonly numbers: ReadonlyMap<NodeJson, ClauseNumber>;
  readonly footnotes: ReadonlyMap<NodeJson, number>;
  readonly prefix: string;
  /** What each table is called: "Table", or where there are several "Table 2". */
  readonly tableLabel: (table: NodeJson) => string;
  readonly wrote: {
    readonly href: (clauseId: string) => string;
    readonly label: (citation: string) => string;
  } | null;
}

/**
 * A stored text on paper, without the editor: numbers in the margin (each a link to its clause that says how to cite it),
 * footnotes at the end, tables, passages with their language. It shares its looks with the editor (styles/editor.css).
 * The title is an h2, since the page has the h1.
 */
export function TextBody({ t, inParts: InParts, ...props }: TextBodyProps) {
  const clauses = clausesOf(props.document);
  const numbering = numberClauses(props.document, props.houseStyle);
  const numbers = new Map<NodeJson, ClauseNumber>();
  clauses.forEach((clause, index) => {
    const number = numbering[index];
    if (number !== undefined) numbers.set(clause.node, number);
  });
  const footnotes = footnotesOf(props.document);
  const frame: Frame = {
    depths: depthsOf(props.document.content ?? []),
    numbers,
    footnotes: new Map(footnotes.map((node, index) => [node, index + 1])),
    prefix: props.idPrefix ?? '',
    tableLabel: tableLabels(props.document.content ?? [], t('table.label')),
    wrote:
      props.wroteHref === undefined
        ? null
        : {
            href: props.wroteHref,
            label: (citation) =>
              citation === '' ? t('clause.whoWrote') : t('clause.whoWroteOf', { citation }),
          },
  };
  return (
    <div className="text-body" lang={props.language}>
      <InParts
        items={props.document.content ?? []}
        draw={(nodes) => <Blocks nodes={nodes} frame={frame} />}
      />
      {footnotes.length === 0 ? null : (
        <section className="text-footnotes" aria-label={t('footnotes.title')}>
          <ol>
            {footnotes.map((node, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a footnote is its place; a stored text does not change
              <li key={index} id={`${frame.prefix}fn-${index + 1}`}>
                {stringAttr(node, 'text') ?? ''}{' '}
                <a
                  href={`#${frame.prefix}fnref-${index + 1}`}
                  aria-label={t('footnotes.back', { number: index + 1 })}
                >
                  ↩
                </a>
              </li>
            ))}
          </ol>
        </section>
      )}
    </div>
  );
}

function Blocks(props: { nodes: readonly NodeJson[]; frame: Frame }) {
  return props.nodes.map((node, index) => (
    <Block key={stringAttr(node, 'id') ?? `at-${index}`} node={node} frame={props.frame} />
  ));
}

function Block({ node, frame }: { node: NodeJson; frame: Frame }): ReactNode {
  const inside = node.content ?? [];
  switch (node.type) {
    case 'bulletList':
      return (
        <ul>
          <Blocks nodes={inside} frame={frame} />
        </ul>
      );
    case 'orderedList': {
      const start = numberAttr(node, 'start', 1);
      return (
        <ol {...(start === 1 ? {} : { start })}>
          <Blocks nodes={inside} frame={frame} />
        </ol>
      );
    }
    case 'listItem':
      return (
        <li {...anchor(node, frame)}>
          <Blocks nodes={inside} frame={frame} />
          <WroteLink node={node} frame={frame} />
        </li>
      );
    case 'table':
      return <TableView node={node} frame={frame} />;
    default:
      return <ClauseView node={node} frame={frame} />;
  }
}

function ClauseView({ node, frame }: { node: NodeJson; frame: Frame }) {
  const number = frame.numbers.get(node);
  const level = numberAttr(node, 'level', 1);
  const depth = frame.depths.get(node);
  const Tag = depth === undefined ? 'p' : (HEADINGS[depth - 2] ?? 'h6');
  const attributes = {
    ...anchor(node, frame),
    'data-clause': node.type,
    ...(node.type === 'operative' || node.type === 'heading' ? { 'data-level': level } : {}),
  };
  return (
    <Tag {...attributes}>
      {number === undefined || number.citation === '' ? null : (
        <NumberView number={number} target={anchor(node, frame).id} />
      )}
      {(node.content ?? []).length === 0 ? (
        <br />
      ) : (
        <InlineView nodes={node.content ?? []} footnotes={frame.footnotes} prefix={frame.prefix} />
      )}
      <WroteLink node={node} frame={frame} />
    </Tag>
  );
}

/** The way to who wrote a clause, beside it. */
function WroteLink({ node, frame }: { node: NodeJson; frame: Frame }) {
  const id = stringAttr(node, 'id');
  if (frame.wrote === null || id === null) return null;
  const label = frame.wrote.label(frame.numbers.get(node)?.citation ?? '');
  // biome-ignore lint/a11y/useAnchorContent: named by its label; words in it would be copied with the text.
  return <a className="clause-wrote no-print" href={frame.wrote.href(id)} aria-label={label} title={label} />;
}

function NumberView({ number, target }: { number: ClauseNumber; target: string | undefined }) {
  const shown = number.label === '' ? number.citation : number.label;
  const className = number.label === '' ? 'clause-number clause-number-unprinted' : 'clause-number';
  return target === undefined ? (
    <span className={className}>{shown} </span>
  ) : (
    <a className={className} href={`#${target}`} aria-label={number.citation} title={number.citation}>
      {shown}{' '}
    </a>
  );
}

/** Regions of a page need names of their own: tables are counted where there are several. */
function tableLabels(content: readonly NodeJson[], label: string): Frame['tableLabel'] {
  const tables = content.filter(({ type }) => type === 'table');
  return (table) => (tables.length < 2 ? label : `${label} ${tables.indexOf(table) + 1}`);
}

function TableView({ node, frame }: { node: NodeJson; frame: Frame }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a wide matrix scrolls sideways, and the keyboard must reach it
    <section className="text-table" {...anchor(node, frame)} aria-label={frame.tableLabel(node)} tabIndex={0}>
      <table>
        <tbody>
          {(node.content ?? []).map((row, index) => (
            <tr key={stringAttr(row, 'id') ?? `row-${index}`} {...anchor(row, frame)}>
              {(row.content ?? []).map((cell, at) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: a cell is its column; a stored text does not change
                <CellView key={at} cell={cell} heads={index === 0 ? 'col' : 'row'} frame={frame} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function CellView({ cell, heads, frame }: { cell: NodeJson; heads: 'col' | 'row'; frame: Frame }) {
  const colSpan = numberAttr(cell, 'colspan', 1);
  const rowSpan = numberAttr(cell, 'rowspan', 1);
  const spans = { ...(colSpan > 1 ? { colSpan } : {}), ...(rowSpan > 1 ? { rowSpan } : {}) };
  const inside = <Blocks nodes={cell.content ?? []} frame={frame} />;
  if (cell.type !== 'tableHeader') return <td {...spans}>{inside}</td>;
  return (
    <th scope={heads} {...spans}>
      {inside}
    </th>
  );
}

function anchor(node: NodeJson, frame: Frame): { id?: string } {
  const id = stringAttr(node, 'id');
  return id === null ? {} : { id: `${frame.prefix}${id}` };
}

const HEADINGS = ['h2', 'h3', 'h4', 'h5', 'h6'] as const;

function depthsOf(blocks: readonly NodeJson[]): Map<NodeJson, number> {
  const depths = headingDepths(
    blocks.map((node) => ({ kind: node.type, level: numberAttr(node, 'level', 1) })),
  );
  return new Map(
    blocks.flatMap((node, index): [NodeJson, number][] => {
      const depth = depths[index] ?? null;
      return depth === null ? [] : [[node, depth]];
    }),
  );
}
