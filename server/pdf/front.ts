import type { AuditHead } from '../../domain/audit/trail-line';
import { isFinal } from '../../domain/procedure/states';
import type { PaperDecision, PaperDocument, PaperVersion, RedlinePaper } from '../../domain/text/paper';
import { sayInstant } from '../../messages/dates';
import type { Locale } from '../../messages/locale';
import { type PaperWords, versionName } from '../../messages/paper-record';
import { formatter, translator } from '../../messages/translate';
import type { Line, Sheet } from './sheet';

/** What stands around the text on every paper: masthead, head and foot of the pages. */
export function frameOf(
  document: PaperDocument,
  version: PaperVersion,
  locale: Locale,
  marks: readonly string[] = [],
): Pick<Sheet, 'title' | 'language' | 'isThai' | 'date' | 'masthead' | 'header' | 'pageOf'> {
  const t = translator(locale, 'paper');
  const state = translator(locale, 'common')(`state.${version.state}`);
  const symbol = version.revision === null ? document.symbol : `${document.symbol}/Rev.${version.revision}`;
  const masthead: Line[] = [
    { left: document.body, right: symbol, strong: true },
    {
      left: [isFinal(version.state) ? state : t('stateNow', { state }), ...marks].join(' · '),
      right: formatter(locale).dateTime(new Date(version.at), { dateStyle: 'long' }),
    },
  ];
  return {
    title: `${symbol}: ${document.title}`,
    language: /^[a-z]{2,3}$/.test(document.language) ? document.language : 'en',
    isThai: document.language === 'th',
    date: dayOf(version.at),
    masthead,
    header: { left: symbol, right: [versionName(version, t), state, ...marks].join(' · ') },
    pageOf: pageWords(t),
  };
}

/** The older side of a comparison, with its symbol where it is another document's. */
export function fromName(paper: Pick<RedlinePaper, 'from' | 'fromSymbol'>, t: PaperWords): string {
  const name = versionName(paper.from, t);
  return paper.fromSymbol === null ? name : `${paper.fromSymbol}, ${name}`;
}

/** The lines that tie a page to its text: the fingerprint, and of an adopted text its place in the audit trail. */
export function footerOf(
  version: PaperVersion,
  decision: PaperDecision | null,
  locale: Locale,
  trail: AuditHead | null = null,
): readonly string[] {
  const t = translator(locale, 'paper');
  const fingerprint = t('foot.hash', { hash: version.hash });
  if (decision === null) {
    return [
      t('foot.draft', { version: versionName(version, t), at: sayInstant(locale, version.at) }),
      fingerprint,
      ...trailFoot(trail, locale),
    ];
  }
  return [fingerprint, t('foot.audit', { seq: decision.auditSeq, hash: decision.auditHash })];
}

/** The head of the audit trail when the paper was made, where there is one (DE37). */
export function trailFoot(trail: AuditHead | null | undefined, locale: Locale): string[] {
  if (trail === null || trail === undefined) return [];
  const { seq, hash, at } = trail;
  return [translator(locale, 'paper')('foot.trail', { seq, hash, at: sayInstant(locale, at) })];
}

const MARK = '\u0001';

/** The words around the two numbers, in whatever order the language has around them. */
function pageWords(t: PaperWords): Sheet['pageOf'] {
  const [before = '', between = '', after = ''] = t('page', { page: MARK, pages: MARK }).split(MARK);
  return [before, between, after];
}

function dayOf(instant: string): Sheet['date'] {
  const [year = 1970, month = 1, day = 1] = instant.slice(0, 10).split('-').map(Number);
  return [year, month, day];
}
