import { redlineHtml } from '../../domain/redline/files/as-html';
import { redlinePlain } from '../../domain/redline/files/as-plain';
import type { RedlineFile } from '../../domain/redline/files/file';
import { listSigns } from '../../domain/redline/files/list-signs';
import { movesApart } from '../../domain/redline/files/moves-apart';
import { changeListFile, changeListOf } from '../../domain/redline/list';
import type { Redline } from '../../domain/redline/types';
import type { Locale } from '../../messages/locale';
import { redlineWords } from '../../messages/redline-words';
import { translator } from '../../messages/translate';
import type { ComparedFile } from './redline-files';

export const REDLINE_FORMATS = ['docx', 'html', 'txt', 'json'] as const;
export type RedlineFormat = (typeof REDLINE_FORMATS)[number];

/** No file says reliably in which language it is written; passages in others have marks of their own. */
const LANGUAGE = 'en';

export interface Comparison {
  readonly old: ComparedFile;
  readonly fresh: ComparedFile;
  readonly redline: Redline;
  readonly moves: 'as-moves' | 'as-delete-insert';
  readonly locale: Locale;
}

/** The redline as a file. `author`: whose the tracked changes of Word are; null for nobody's. */
export async function redlineContent(
  format: RedlineFormat,
  comparison: Comparison & { readonly author: string | null },
): Promise<string | Uint8Array> {
  switch (format) {
    case 'docx':
      return wordFile(comparison);
    case 'html':
      return redlineHtml(redlineFile(comparison));
    case 'txt':
      return redlinePlain(redlineFile(comparison));
    case 'json':
      return changeListFile(changeListOf(comparison.redline, comparison.old.text, comparison.fresh.text));
  }
}

export function redlineFile({ old, fresh, redline, moves, locale }: Comparison): RedlineFile {
  return {
    redline: moves === 'as-moves' ? redline : movesApart(redline),
    from: old.name,
    to: fresh.name,
    language: LANGUAGE,
    words: redlineWords(locale),
    signs: { old: listSigns(old.text), new: listSigns(fresh.text) },
  };
}

/** Tracked changes in the name of `author`, or of nobody; dated with the day of the newer file. */
async function wordFile({
  old,
  fresh,
  redline,
  moves,
  locale,
  author,
}: Comparison & { readonly author: string | null }): Promise<Uint8Array> {
  const { writeRedline } = await import('../word/writing');
  const t = translator(locale, 'redlineFile');
  const title = t('between', { from: old.name, to: fresh.name });
  return writeRedline({
    facts: {
      symbol: t('title'),
      title,
      revision: '',
      state: '',
      pages: translator(locale, 'paper')('page', { page: '{page}', pages: '{pages}' }),
      language: LANGUAGE,
      at: fresh.changedAt,
    },
    houseStyle: 'declaration',
    lineNumbers: 'none',
    comments: [],
    oldText: old.text,
    newText: fresh.text,
    redline,
    moves: moves === 'as-moves' ? 'moves' : 'delete-insert',
    authors: { names: null, neutral: author ?? title },
  });
}
