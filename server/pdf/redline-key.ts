import type { Redline } from '../../domain/redline/types';
import type { PaperVersion, RedlinePaper } from '../../domain/text/paper';
import { sayInstant } from '../../messages/dates';
import { versionName } from '../../messages/paper-record';
import { formatter, translator } from '../../messages/translate';
import { fromName } from './front';
import { type RedlineNotes, segmentsOf } from './redline-notes';
import type { RedlineKey, Run } from './sheet';
import { wordRuns } from './words';

/** Which two texts, how much changed, who wrote it, and what the signs mean. */
export function redlineKey(paper: RedlinePaper, redline: Redline, notes: RedlineNotes): RedlineKey {
  const { locale } = paper;
  const t = translator(locale, 'paper');
  const legend = translator(locale, 'compare');
  const number = (value: number) => formatter(locale).number(value);
  const { summary } = redline;
  const writers = notes.names(redline.rows.flatMap(segmentsOf));
  const side = (name: string, version: PaperVersion, words: number): string =>
    [name, sayInstant(locale, version.at), translator(locale, 'common')('words', { count: words })].join(
      ', ',
    );
  return {
    title: t('redline.title'),
    facts: [
      [t('redline.from'), side(fromName(paper, t), paper.from, summary.oldWords)],
      [t('redline.to'), side(versionName(paper.to, t), paper.to, summary.newWords)],
      [
        t('redline.words'),
        t('redline.wordsValue', {
          inserted: number(summary.wordsInserted),
          deleted: number(summary.wordsDeleted),
          moved: number(summary.wordsMoved),
        }),
      ],
      [
        t('redline.clauses'),
        t('redline.clausesValue', {
          inserted: number(summary.clausesInserted),
          deleted: number(summary.clausesDeleted),
          moved: number(summary.clausesMoved),
          edited: number(summary.clausesEdited),
        }),
      ],
      [
        t('redline.form'),
        t('redline.formValue', {
          formatting: summary.formattingChanges,
          structure: summary.structureChanges,
        }),
      ],
      ...(writers === ''
        ? []
        : [[t('redline.writers'), t('redline.writersValue', { names: writers })] as const]),
    ],
    signs: summary.identical
      ? wordRuns(t('redline.identical'), [])
      : [
          ...wordRuns(`${t('redline.signs')}: `, []),
          ...wordRuns(legend('legend.inserted'), [], 'ins'),
          ...SPACE,
          ...wordRuns(legend('legend.deleted'), [], 'del'),
          ...SPACE,
          ...wordRuns(legend('legend.form'), [], 'fmt'),
          ...SPACE,
          ...wordRuns(t('redline.bar'), []),
        ],
  };
}

const SPACE: readonly Run[] = wordRuns('   ', []);
