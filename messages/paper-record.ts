import type { PaperDecision, PaperDocument, PaperRoster, PaperVersion } from '../domain/text/paper';
import { annexFacts } from './annex-facts';
import { sayInstant } from './dates';
import type { Locale } from './locale';
import { translator } from './translate';

export type PaperWords = ReturnType<typeof translator<'paper'>>;

/** What stands after the last word of an adopted text, on paper and in Word. */
export interface PaperRecord {
  readonly title: string;
  readonly lead: string;
  readonly facts: readonly (readonly [term: string, value: string])[];
}

/** "Rev.2, version 7", "Text as it stood on 26 Nov 2026, 10:00". */
export function versionName(version: PaperVersion, t: PaperWords): string {
  if (version.number === 0) return t('version.now');
  const { revision, number } = version;
  return revision === null ? t('version.number', { number }) : t('version.revision', { revision, number });
}

/** How the text became final, for the end of the paper. */
export function recordOf(
  document: PaperDocument,
  version: PaperVersion,
  decision: PaperDecision,
  locale: Locale,
): PaperRecord {
  const t = translator(locale, 'record');
  const paper = translator(locale, 'paper');
  return {
    title: paper('record', { verb: translator(locale, 'common')(`verb.${decision.verb}`) }),
    lead: decision.wording,
    facts: [
      [paper('body'), document.body],
      [t('meeting'), decision.meeting],
      [t('item'), decision.agendaItem],
      [t('at'), `${sayInstant(locale, decision.at)}, ${decision.place}`],
      [t('by'), decision.decidedBy],
      ...rosterFacts(decision.roster, locale),
      [t('version'), versionName(version, paper)],
      [t('proof.hash'), version.hash],
      [t('proof.audit'), paper('auditPlace', { seq: decision.auditSeq, hash: decision.auditHash })],
      [t('proof.key'), decision.keyFingerprint],
      ...annexFacts(decision.annexes, locale),
    ],
  };
}

/** Who the body was at that instant, and who of it was there. Standings that nobody had are left out. */
function rosterFacts(roster: PaperRoster, locale: Locale): [term: string, value: string][] {
  const t = translator(locale, 'paper');
  const { present, absent } = roster;
  const standings = (['chair', 'members', 'observers', 'partners'] as const).filter(
    (line) => roster[line].length > 0,
  );
  const attendance = present === null || absent === null ? [] : (['present', 'absent'] as const);
  return [...standings, ...attendance].map((line) => {
    const names = roster[line] ?? [];
    const said = names.length === 0 ? t('roster.none') : names.join(locale === 'th' ? ' · ' : ', ');
    return [t(`roster.${line}`), said];
  });
}
