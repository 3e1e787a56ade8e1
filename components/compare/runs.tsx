import { type CSSProperties, Fragment, type ReactNode } from 'react';
import { footnoteGroups } from '@/domain/redline/footnote-groups';
import type { Segment } from '@/domain/redline/types';
import type { MarkJson } from '@/domain/text/document-json';
import { isSafeLink } from '@/domain/text/marks';
import { delegationColor, delegationName, type RedlineContext } from './context';
import { cssString } from './css-string';
import { hasMark, markValue } from './marks';

/** Which of the two texts a run is drawn for: the redline itself, or one column of the side-by-side view. */
export type RunSide = 'both' | 'old' | 'new';

/**
 * Hands out the anchor of each change once: the first run of a change carries `id="change-12"`, so that a link
 * leads to where the change begins. One per row, because a change never leaves its row. A browser may draw a row
 * twice; who has the anchor keeps it.
 */
export class Anchors {
  private readonly given = new Map<number, { readonly holder: object; readonly side: RunSide }>();

  claim(
    number: number | undefined,
    holder: object,
    side: RunSide = 'both',
  ): { id?: string; tabIndex?: number } {
    if (number === undefined) return {};
    const known = this.given.get(number);
    if (known === undefined) this.given.set(number, { holder, side });
    else if (known.holder !== holder || known.side !== side) return {};
    return { id: `change-${number}`, tabIndex: -1 };
  }
}

/** The runs of one clause or cell as HTML: `<ins>` and `<del>` carry the meaning, colour only helps. */
export function Runs(props: {
  segments: readonly Segment[];
  context: RedlineContext;
  anchors: Anchors;
  side?: RunSide;
}): ReactNode {
  const side = props.side ?? 'both';
  const shown = props.segments.filter(
    (segment) =>
      side === 'both' || segment.op === 'equal' || segment.op === (side === 'old' ? 'delete' : 'insert'),
  );
  return footnoteGroups(shown).map((group, index) => {
    const runs = group.map((segment, order) => (
      // biome-ignore lint/suspicious/noArrayIndexKey: runs have no identity of their own and never move
      <Fragment key={order}>{run(segment, side, props.context, props.anchors)}</Fragment>
    ));
    const key = `${index}`;
    if (group[0]?.footnote !== true) return <Fragment key={key}>{runs}</Fragment>;
    // A footnote's words stand in the line, set apart: a changed note must be seen without opening anything.
    return (
      <span key={key} className="r-note">
        <span className="r-note-label" lang={props.context.locale}>
          {props.context.t('footnote')}
        </span>{' '}
        {runs}
      </span>
    );
  });
}

function run(segment: Segment, side: RunSide, context: RedlineContext, anchors: Anchors): ReactNode {
  const marks = side === 'old' && segment.oldMarks !== undefined ? segment.oldMarks : segment.marks;
  const text = side === 'old' && segment.oldText !== undefined ? segment.oldText : segment.text;
  const number = segment.change === undefined ? undefined : context.numbers.get(segment.change);
  const data = number === undefined ? {} : { 'data-change': number, ...anchors.claim(number, segment, side) };
  switch (segment.op) {
    case 'insert':
    case 'delete': {
      const Tag = segment.op === 'insert' ? 'ins' : 'del';
      const author = authorOf(segment.op, segment.author, context);
      if (author === null) return <Tag {...data}>{marked(text, marks)}</Tag>;
      // The edge stands before the first word, so that it goes to the next line with it.
      const space = /^\s*/.exec(text)?.[0] ?? '';
      return (
        <Tag {...data} data-by={author.code} title={author.title} style={author.spoken}>
          {space}
          <span className="r-by" style={author.edge}>
            {marked(text.slice(space.length), marks)}
          </span>
        </Tag>
      );
    }
    case 'equal': {
      const words = marked(text, marks);
      if (segment.invisible === undefined && segment.oldMarks === undefined) return words;
      return (
        <span className={segment.invisible === undefined ? 'r-form' : 'r-hidden'} {...data}>
          {words}
        </span>
      );
    }
  }
}

/** Who inserted or deleted a run: in the tooltip, as the colour of the edge, and in what a screen reader says before it. */
function authorOf(op: 'insert' | 'delete', code: string | undefined, context: RedlineContext) {
  if (code === undefined) return null;
  const { t } = context;
  const delegation = delegationName(context, code);
  const color = delegationColor(context, code);
  const isInsert = op === 'insert';
  return {
    code,
    title: t(isInsert ? 'insertedBy' : 'deletedBy', { delegation }),
    spoken: {
      [isInsert ? '--say-ins' : '--say-del']: cssString(
        t(isInsert ? 'say.insertionBy' : 'say.deletionBy', { delegation }),
      ),
    } as CSSProperties,
    edge: color === null ? undefined : ({ '--by': color } as CSSProperties),
  };
}

function marked(text: string, marks: readonly MarkJson[]): ReactNode {
  let words: ReactNode = lines(text);
  if (hasMark(marks, 'bold')) words = <strong>{words}</strong>;
  if (hasMark(marks, 'italic')) words = <em>{words}</em>;
  if (hasMark(marks, 'underline')) words = <u>{words}</u>;
  const language = markValue(marks, 'language');
  if (language !== null) words = <span lang={language}>{words}</span>;
  const target = markValue(marks, 'link');
  if (target !== null && isSafeLink(target)) {
    words = (
      <a href={target} rel="noopener noreferrer nofollow">
        {words}
      </a>
    );
  }
  return words;
}

function lines(text: string): ReactNode {
  if (!text.includes('\n')) return text;
  return text.split('\n').map((line, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: lines of one run never move
    <Fragment key={index}>
      {index === 0 ? null : <br />}
      {line}
    </Fragment>
  ));
}
