import type { MatrixPaper } from '../../../domain/plan/paper';
import type { CommentThread } from '../../../domain/text/comment-thread';
import type { DocumentJson } from '../../../domain/text/document-json';
import type {
  PaperDecision,
  PaperDocument,
  PaperLanguage,
  PaperVersion,
  RedlineFileOptions,
  RedlinePaper,
  TextPaper,
} from '../../../domain/text/paper';
import { annexMarks } from '../../../messages/annex-facts';
import { sayInstant } from '../../../messages/dates';
import { type PaperRecord, recordOf } from '../../../messages/paper-record';
import { translator } from '../../../messages/translate';
import { attributedRedline } from '../../text/attributed-redline';
import { WORD_LANGUAGES } from '../styles';
import { type FileFacts, writeRedline, writeText } from '.';
import { matrixFile } from './matrix';
import { plainRedline } from './plain-redline';

/** What the worker that writes Word files is asked. */
export type WordJob =
  | { readonly do: 'text'; readonly paper: TextPaper; readonly comments: readonly CommentThread[] }
  | {
      readonly do: 'redline';
      readonly paper: RedlinePaper;
      readonly options: RedlineFileOptions;
      readonly comments: readonly CommentThread[];
    }
  | { readonly do: 'matrix'; readonly paper: MatrixPaper };

export function wordFile(job: WordJob): Promise<Uint8Array> {
  if (job.do === 'matrix') return matrixFile(job.paper);
  return job.do === 'text'
    ? textFile(job.paper, job.comments)
    : redlineFile(job.paper, job.options, job.comments);
}

function textFile(paper: TextPaper, comments: readonly CommentThread[]): Promise<Uint8Array> {
  const { locale, document, version, decision } = paper;
  return writeText({
    text: JSON.parse(paper.text) as DocumentJson,
    houseStyle: document.houseStyle,
    lineNumbers: paper.lineNumbers,
    comments,
    record: decision === null ? null : recordPage(paper, decision),
    facts: factsOf(document, version, shortName(version, locale), locale, paper),
  });
}

/** What the PDF says at its end, and the symbol first: a page of Word may go its way alone. */
function recordPage({ locale, document, version }: TextPaper, decision: PaperDecision): PaperRecord {
  const { title, lead, facts } = recordOf(document, version, decision, locale);
  const symbol = translator(locale, 'bundle')('index.symbol');
  return { title, lead, facts: [[symbol, document.symbol], ...facts] };
}

async function redlineFile(
  paper: RedlinePaper,
  options: RedlineFileOptions,
  comments: readonly CommentThread[],
): Promise<Uint8Array> {
  const { locale, document, from, to, fromSymbol, job } = paper;
  const t = translator(locale, 'word');
  const symbols = fromSymbol === null ? null : { from: `${fromSymbol} `, to: `${document.symbol} ` };
  const names = {
    from: `${symbols?.from ?? ''}${shortName(from, locale)}`,
    to: `${symbols?.to ?? ''}${shortName(to, locale)}`,
  };
  if (options.format !== 'docx') return plainRedline(paper, names, { ...options, format: options.format });
  const redline = attributedRedline(job);
  const delegations: Readonly<Record<string, string>> | null =
    options.authors === 'neutral' ? null : { ...paper.delegations, '': t('secretariat') };
  // Where one delegation alone wrote, what bears no author is its own: moves, splits, changes of form.
  const sole = redline.sole === undefined ? undefined : delegations?.[redline.sole];
  return writeRedline({
    oldText: JSON.parse(job.oldJson) as DocumentJson,
    newText: JSON.parse(job.newJson) as DocumentJson,
    redline,
    houseStyle: job.options.houseStyle,
    ...(job.options.oldHouseStyle === undefined ? {} : { oldHouseStyle: job.options.oldHouseStyle }),
    lineNumbers: paper.lineNumbers,
    comments,
    facts: factsOf(document, to, `${names.from} → ${names.to}`, locale, paper),
    moves: options.moves,
    authors: {
      names: delegations,
      neutral: sole ?? t('author', names),
    },
  });
}

function factsOf(
  { symbol, title, language }: PaperDocument,
  { state, at }: PaperVersion,
  revision: string,
  locale: PaperLanguage,
  { trail, decision }: Pick<TextPaper, 'trail'> & Partial<Pick<TextPaper, 'decision'>>,
): FileFacts {
  const t = translator(locale, 'paper');
  return {
    symbol,
    title,
    revision,
    state: [
      t('stateNow', { state: translator(locale, 'common')(`state.${state}`) }),
      ...annexMarks(decision?.annexes, locale),
    ].join(' · '),
    trail:
      trail === null || trail === undefined
        ? ''
        : t('foot.trail', { seq: trail.seq, hash: trail.hash, at: sayInstant(locale, trail.at) }),
    pages: t('page', { page: '{page}', pages: '{pages}' }),
    language: WORD_LANGUAGES[language]?.tag ?? 'en-GB',
    at,
  };
}

/** "Rev.2", "Version 7", "Text as it stands": short enough for a margin and an author's name. */
function shortName({ number, revision }: PaperVersion, locale: PaperLanguage): string {
  if (revision !== null) return `Rev.${revision}`;
  const t = translator(locale, 'paper');
  return number === 0 ? t('version.now') : t('version.number', { number });
}
