import type { Redline } from '../../domain/redline/types';
import type { DocumentJson } from '../../domain/text/document-json';
import type { RedlinePaper, TextPaper } from '../../domain/text/paper';
import { annexMarks } from '../../messages/annex-facts';
import { recordOf, versionName } from '../../messages/paper-record';
import { translator } from '../../messages/translate';
import { attributedRedline } from '../text/attributed-redline';
import { footerOf, frameOf, fromName, trailFoot } from './front';
import { redlineBlocks } from './redline-blocks';
import { redlineKey } from './redline-key';
import { RedlineNotes } from './redline-notes';
import type { Sheet } from './sheet';
import { textBlocks } from './text-blocks';
import type { Typesetter } from './typesetter';

export { createTypesetter, type Typesetter } from './typesetter';

/** A version as a paper: the text, and of an adopted one how it was decided. The same input gives the same bytes. */
export function textPdf(typesetter: Typesetter, paper: TextPaper): Uint8Array {
  return typesetter.typeset(textSheet(paper));
}

/** Two versions as one paper: what came underlined, what went struck, what moved said beside it. */
export function redlinePdf(typesetter: Typesetter, paper: RedlinePaper): Uint8Array {
  return typesetter.typeset(redlineSheet(paper, attributedRedline(paper.job)));
}

export function textSheet(paper: TextPaper): Sheet {
  const { locale, document, version, decision } = paper;
  const text = JSON.parse(paper.text) as DocumentJson;
  return {
    ...frameOf(document, version, locale, annexMarks(decision?.annexes, locale)),
    justify: document.language !== 'th',
    lineNumbers: paper.lineNumbers,
    hasMarginNotes: false,
    footer: footerOf(version, decision, locale, paper.trail),
    key: null,
    blocks: textBlocks(text, document.houseStyle),
    record: decision === null ? null : recordOf(document, version, decision, locale),
  };
}

export function redlineSheet(paper: RedlinePaper, redline: Redline): Sheet {
  const { locale, document, to } = paper;
  const texts = {
    old: JSON.parse(paper.job.oldJson) as DocumentJson,
    new: JSON.parse(paper.job.newJson) as DocumentJson,
  };
  const notes = new RedlineNotes(locale, paper.delegations);
  const t = translator(locale, 'paper');
  const frame = frameOf(document, to, locale);
  const between = t('redline.header', { from: fromName(paper, t), to: versionName(to, t) });
  return {
    ...frame,
    title: `${document.symbol}: ${between}`,
    header: { left: document.symbol, right: between },
    justify: false,
    lineNumbers: paper.lineNumbers,
    hasMarginNotes: redline.rows.some((row) => notes.writers(row) !== ''),
    footer: [
      `${fromName(paper, t)}: ${t('foot.hash', { hash: paper.from.hash })}`,
      `${versionName(to, t)}: ${t('foot.hash', { hash: to.hash })}`,
      redline.algorithm,
      ...trailFoot(paper.trail, locale),
    ],
    key: redlineKey(paper, redline, notes),
    blocks: redlineBlocks(redline, texts, notes, locale),
    record: null,
  };
}
