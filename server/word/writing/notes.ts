import { FOOTNOTE_REFERENCE_STYLE, FOOTNOTE_TEXT_STYLE } from '../styles';
import type { Piece } from './draft';
import { piecesXml, type RunContext } from './runs';
import { element } from './xml';

/** The footnotes of one file, in the order in which they are referred to. */
export class Notes {
  private readonly notes: string[] = [];

  /** Adds a footnote; answers its id (`w:id` of `w:footnote`, from 1). */
  add(pieces: readonly Piece[], context: RunContext): number {
    const id = this.notes.length + 1;
    this.notes.push('');
    const number = element(
      'w:r',
      {},
      element('w:rPr', {}, element('w:rStyle', { 'w:val': FOOTNOTE_REFERENCE_STYLE.id })),
      '<w:footnoteRef/>',
    );
    this.notes[id - 1] = element(
      'w:footnote',
      { 'w:id': id },
      element(
        'w:p',
        {},
        element('w:pPr', {}, element('w:pStyle', { 'w:val': FOOTNOTE_TEXT_STYLE.id })),
        number,
        '<w:r><w:t xml:space="preserve"> </w:t></w:r>',
        piecesXml(pieces, context),
      ),
    );
    return id;
  }

  xml(): string {
    return this.notes.join('');
  }
}
