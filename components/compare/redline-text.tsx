import type { CSSProperties, ReactNode } from 'react';
import { type Block, blocksOf, estimatedLines, foldUnchanged, type PlacedRow, rowsIn } from './blocks';
import { ClauseRow, SideRow } from './clause-row';
import type { CompareView, RedlineContext } from './context';
import { cssString } from './css-string';
import { type HeadingTag, headingTags } from './headings';
import { SideTable } from './side-table';
import { TableBlock } from './table-block';

/** How a long text is drawn: in turns of the server's event loop, or in slices between two frames of a browser. */
export type InParts = (props: {
  readonly items: readonly Block[];
  readonly draw: (items: readonly Block[]) => ReactNode;
  readonly context: RedlineContext;
}) => ReactNode;

/**
 * The whole comparison as HTML, on the server where the texts are short, and then without a script. Rows off the
 * screen are skipped by the browser (`content-visibility`), and what a screen reader says before and after a changed
 * run comes from custom properties, so that copying the text copies only the text.
 */
export function RedlineText(props: {
  context: RedlineContext;
  view: CompareView;
  /** Language of the document itself. */
  language: string;
  fullText: string;
  inParts: InParts;
}): ReactNode {
  const { context, view, inParts: Parts } = props;
  const all = blocksOf(context.rows);
  const blocks = view === 'changes' ? foldUnchanged(all) : all;
  const folded = new Set(blocks.flatMap((block) => (block.kind === 'fold' ? rowsIn(block) : [])));
  const headings = new Map([
    ...headingTags(context.rows, (index) => folded.has(index)),
    ...headingTags(context.rows, (index) => !folded.has(index)),
  ]);
  const tables = all.flatMap((block) => (block.kind === 'table' ? [block.rows] : []));
  const drawing: Drawing = { context, view, fullText: props.fullText, headings, tables };
  return (
    <div className="redline" data-view={view} lang={props.language} style={spokenWords(context)}>
      <Parts
        items={blocks}
        draw={(some) => some.map((block) => drawBlock(block, drawing))}
        context={context}
      />
    </div>
  );
}

interface Drawing {
  readonly context: RedlineContext;
  readonly view: CompareView;
  readonly fullText: string;
  readonly headings: ReadonlyMap<number, HeadingTag>;
  /** All tables of the comparison, those folded away included. */
  readonly tables: readonly (readonly PlacedRow[])[];
}

function drawBlock(block: Block, drawing: Drawing): ReactNode {
  const { context, view } = drawing;
  switch (block.kind) {
    case 'clause': {
      const Row = view === 'side' ? SideRow : ClauseRow;
      return (
        <Row
          key={block.placed.index}
          placed={block.placed}
          lines={estimatedLines(block)}
          heading={drawing.headings.get(block.placed.index)}
          context={context}
        />
      );
    }
    case 'table':
      return view === 'side' ? (
        <SideTable
          key={`table ${block.rows[0]?.index}`}
          rows={block.rows}
          lines={estimatedLines(block)}
          context={context}
        />
      ) : (
        <TableBlock
          key={`table ${block.rows[0]?.index}`}
          rows={block.rows}
          folded={view === 'changes'}
          lines={estimatedLines(block)}
          label={tableLabel(block.rows, drawing)}
          fullText={drawing.fullText}
          context={context}
        />
      );
    case 'fold':
      return (
        <details key={`fold ${rowsIn(block)[0]}`} className="r-fold">
          <summary lang={context.locale}>{context.t('fold.clauses', { count: block.clauses })}</summary>
          {block.blocks.map((inner) => drawBlock(inner, { ...drawing, view: 'inline' }))}
        </details>
      );
  }
}

/** Regions of a page need names of their own: tables are counted where there are several. */
function tableLabel(rows: readonly PlacedRow[], { context, tables }: Drawing): string {
  const label = context.t('tableLabel');
  return tables.length < 2 ? label : `${label} ${tables.indexOf(rows) + 1}`;
}

/** Words that styles/redline.css puts, unseen, around changed runs. */
export function spokenWords({ t }: RedlineContext): CSSProperties {
  return {
    '--say-ins': cssString(t('say.insertionStart')),
    '--say-ins-end': cssString(t('say.insertionEnd')),
    '--say-del': cssString(t('say.deletionStart')),
    '--say-del-end': cssString(t('say.deletionEnd')),
    '--say-form': cssString(t('say.formStart')),
    '--say-hidden': cssString(t('say.hiddenStart')),
  } as CSSProperties;
}
