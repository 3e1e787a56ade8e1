import type { MarkJson } from '../../../domain/text/document-json';
import { FOOTNOTE_REFERENCE_STYLE, HYPERLINK_STYLE, WORD_LANGUAGES } from '../styles';
import type { Hand, Piece } from './draft';
import { linkOf } from './lines';
import type { Links } from './links';
import type { Notes } from './notes';
import type { Tracker } from './tracking';
import { element, escapeXml } from './xml';

export interface RunContext {
  readonly tracker: Tracker;
  readonly links: Links;
  readonly notes: Notes;
  /** Ids (`w:id`) of the comments of a thread. */
  readonly commentsOf: (thread: number) => readonly number[];
}

type Words = Exclude<Piece, { readonly type: 'comment' }>;

/** The pieces of one paragraph: links around runs, tracked changes around runs of one fate and author. */
export function piecesXml(pieces: readonly Piece[], context: RunContext): string {
  let xml = '';
  let at = 0;
  while (at < pieces.length) {
    const piece = pieces[at];
    if (piece === undefined) break;
    if (piece.type === 'comment') {
      xml += commentXml(piece, context);
      at += 1;
      continue;
    }
    const link = linkOf(piece.marks);
    const group: Words[] = [];
    for (
      let next: Piece | undefined = piece;
      next !== undefined && next.type !== 'comment';
      next = pieces[at]
    ) {
      if (linkOf(next.marks) !== link) break;
      group.push(next);
      at += 1;
    }
    const inner = changesXml(group, context);
    xml += link === '' ? inner : context.links.around(link, inner);
  }
  return xml;
}

function changesXml(pieces: readonly Words[], context: RunContext): string {
  let xml = '';
  let at = 0;
  while (at < pieces.length) {
    const first = pieces[at];
    if (first === undefined) break;
    const group: Words[] = [];
    for (
      let next: Words | undefined = first;
      next !== undefined && sameHand(first, next);
      next = pieces[at]
    ) {
      group.push(next);
      at += 1;
    }
    const runs = group.map((piece) => runXml(piece, context)).join('');
    xml += wrap(first, runs, context.tracker);
  }
  return xml;
}

function sameHand(a: Words, b: Words): boolean {
  return a.fate === b.fate && a.author === b.author;
}

const CHANGE_ELEMENTS: Readonly<Record<Exclude<Hand['fate'], 'kept'>, string>> = {
  inserted: 'w:ins',
  deleted: 'w:del',
  'moved-here': 'w:moveTo',
  'moved-away': 'w:moveFrom',
};

function wrap(piece: Words, runs: string, tracker: Tracker): string {
  if (piece.fate === 'kept') return runs;
  return element(CHANGE_ELEMENTS[piece.fate], tracker.stamp(piece.author), runs);
}

function runXml(piece: Words, context: RunContext): string {
  if (piece.type === 'note') {
    const id = context.notes.add(piece.pieces, context);
    const properties = runProperties(piece.marks, { ...piece, style: FOOTNOTE_REFERENCE_STYLE.id }, context);
    return element('w:r', {}, properties, element('w:footnoteReference', { 'w:id': id }));
  }
  return element('w:r', {}, runProperties(piece.marks, piece, context), textXml(piece.text, piece.fate));
}

/** Words, with tabs and hard breaks as the elements they are. */
export function textXml(text: string, fate: Hand['fate'] = 'kept'): string {
  const name = fate === 'deleted' ? 'w:delText' : 'w:t';
  return text
    .split(/([\t\n])/)
    .map((part) => {
      if (part === '') return '';
      if (part === '\t') return '<w:tab/>';
      if (part === '\n') return '<w:br/>';
      return `<${name} xml:space="preserve">${escapeXml(part)}</${name}>`;
    })
    .join('');
}

function runProperties(
  marks: readonly MarkJson[],
  run: {
    readonly oldMarks?: readonly MarkJson[] | undefined;
    readonly style?: string;
    readonly author?: string | undefined;
  },
  { tracker }: RunContext,
): string {
  const properties = markProperties(marks, run.style);
  const old = run.oldMarks === undefined ? properties : markProperties(run.oldMarks, run.style);
  const change =
    old === properties
      ? ''
      : element('w:rPrChange', tracker.stamp(run.author), old === '' ? '<w:rPr/>' : `<w:rPr>${old}</w:rPr>`);
  return properties === '' && change === '' ? '' : `<w:rPr>${properties}${change}</w:rPr>`;
}

/** In the order of the standard. Complex scripts have their own bold and italic. */
function markProperties(marks: readonly MarkJson[], style?: string): string {
  const has = (type: string) => marks.some((mark) => mark.type === type);
  const name = style ?? (has('link') ? HYPERLINK_STYLE.id : undefined);
  return [
    name === undefined ? '' : element('w:rStyle', { 'w:val': name }),
    has('bold') ? '<w:b/><w:bCs/>' : '',
    has('italic') ? '<w:i/><w:iCs/>' : '',
    has('underline') ? '<w:u w:val="single"/>' : '',
    languageXml(marks),
  ].join('');
}

function languageXml(marks: readonly MarkJson[]): string {
  const lang = marks.find((mark) => mark.type === 'language')?.attrs?.lang;
  const language = typeof lang === 'string' ? WORD_LANGUAGES[lang] : undefined;
  return language === undefined ? '' : element('w:lang', { [`w:${language.attribute}`]: language.tag });
}

function commentXml(piece: Extract<Piece, { readonly type: 'comment' }>, context: RunContext): string {
  return context
    .commentsOf(piece.thread)
    .map((id) =>
      piece.edge === 'start'
        ? element('w:commentRangeStart', { 'w:id': id })
        : element('w:commentRangeEnd', { 'w:id': id }) +
          element('w:r', {}, element('w:commentReference', { 'w:id': id })),
    )
    .join('');
}
