import type { MarkJson } from '../../../domain/text/document-json';
import type { PaperRecord } from '../../../messages/paper-record';
import { RECORD_STYLE, RECORD_TITLE_STYLE } from '../styles';
import { type Block, KEPT, type Piece } from './draft';

/** How a text was adopted: what a file says after its last word, on a page of its own (WO10). */
export function draftRecord({ title, lead, facts }: PaperRecord): Block[] {
  return [
    lineOf(RECORD_TITLE_STYLE.id, [words(title)]),
    lineOf(RECORD_STYLE.id, [words(lead)]),
    ...facts.map(([term, value]) =>
      lineOf(RECORD_STYLE.id, [words(`${term}: `, [{ type: 'bold' }]), words(value)]),
    ),
  ];
}

function lineOf(style: string, pieces: readonly Piece[]): Block {
  const look = { style, numbering: null, align: null };
  return { type: 'paragraph', look, oldLook: null, mark: KEPT, pieces, clause: null, bookmarks: [] };
}

function words(text: string, marks: readonly MarkJson[] = []): Piece {
  return { type: 'text', text, marks, ...KEPT };
}
