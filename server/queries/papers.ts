import type { Actor } from '../../domain/policy/can';
import { writeBrackets } from '../../domain/text/brackets';
import type {
  LineNumbers,
  PaperAnnexes,
  PaperDecision,
  PaperDocument,
  PaperLanguage,
  PaperRoster,
  PaperVersion,
  TextPaper,
} from '../../domain/text/paper';
import type { Runtime } from '../runtime';
import { countriesFor } from './countries';
import type { DocumentView } from './documents';
import { getRecord, type RecordView } from './records';
import type { VersionLine } from './version-line';
import type { VersionText } from './versions';

/** What papers and Word files say about a document, in the language of whoever takes them away. */
export function paperDocument(document: DocumentView, locale: PaperLanguage): PaperDocument {
  const { symbol, title, language, houseStyle, body } = document;
  const name = locale === 'th' && body.nameThai !== '' ? body.nameThai : body.name;
  return { symbol, title, language, houseStyle, body: name };
}

export function paperVersion({ number, revision, kind, name, state, at, hash }: VersionLine): PaperVersion {
  return { number, revision, kind, name, state, at, hash };
}

/** Names of all delegations by ISO code. */
export function delegationNames(runtime: Runtime, locale: PaperLanguage): Record<string, string> {
  return Object.fromEntries(
    countriesFor(runtime).map(({ code, shortName, thaiName }) => [
      code,
      locale === 'th' && thaiName !== '' ? thaiName : shortName,
    ]),
  );
}

/** A version in a file's name: "Rev.2", "v7", "now". */
export function fileVersion({ number, revision }: VersionLine): string {
  if (revision !== null) return `Rev.${revision}`;
  return number === 0 ? 'now' : `v${number}`;
}

export function paperOf(
  { document, version, text }: VersionText,
  locale: PaperLanguage,
  lineNumbers: LineNumbers,
): TextPaper {
  return {
    locale,
    document: paperDocument(document, locale),
    version: paperVersion(version),
    text: JSON.stringify(writeBrackets(text, { attribution: 'delegations' })),
    lineNumbers,
    decision: null,
  };
}

/** Of an adopted text, also asked for as it stands: its version and how it was decided; of others nothing. */
export async function adoptedFacts(
  runtime: Runtime,
  actor: Actor,
  { document, version }: VersionText,
  locale: PaperLanguage,
): Promise<Partial<Pick<TextPaper, 'version' | 'decision'>>> {
  if (document.state !== 'adopted') return {};
  const record = await getRecord(runtime, actor, document.id);
  if (!record.ok || record.value.textHash !== version.hash) return {};
  return {
    version: paperVersion(record.value.version),
    decision: decisionFacts(runtime, record.value, locale),
  };
}

function decisionFacts(runtime: Runtime, record: RecordView, locale: PaperLanguage): PaperDecision {
  const { decision, evidence } = record;
  const { decidedBy, meeting, agendaItem } = decision;
  const named = (name: string, nameThai: string) => (locale === 'th' && nameThai !== '' ? nameThai : name);
  const delegation = delegationNames(runtime, locale)[decidedBy.country ?? ''];
  return {
    verb: decision.verb,
    wording: decision.wording,
    meeting: named(meeting.title, meeting.titleThai),
    place: meeting.place,
    at: decision.at,
    agendaItem: `${agendaItem.number} ${named(agendaItem.title, agendaItem.titleThai)}`,
    decidedBy: [decidedBy.name, ...(delegation === undefined ? [] : [delegation])].join(', '),
    roster: rosterFor(runtime, record, locale),
    keyFingerprint: evidence.fingerprint,
    auditSeq: evidence.auditSeq,
    auditHash: evidence.auditHash,
    annexes: annexesFor(runtime, record, locale),
  };
}

/** The roster as the decision froze it, by the names of the record, or in Thai. */
function rosterFor(runtime: Runtime, { decision }: RecordView, locale: PaperLanguage): PaperRoster {
  const thai = locale === 'th' ? delegationNames(runtime, locale) : {};
  const { roster, absent } = decision;
  const named = (isWanted: (line: (typeof roster)[number]) => boolean) =>
    roster.filter(isWanted).map(({ country, name }) => thai[country] ?? name);
  const isMember = ({ standing }: { readonly standing: string }) => standing === 'member';
  return {
    members: named(isMember),
    observers: named(({ standing }) => standing === 'observer'),
    partners: named(({ standing }) => standing === 'partner'),
    chair: named(({ inTheChair }) => inTheChair),
    present: absent === null ? null : named((line) => isMember(line) && !absent.includes(line.country)),
    absent: absent === null ? null : named((line) => isMember(line) && absent.includes(line.country)),
  };
}

/** What came to the record besides and since the decision. */
function annexesFor(runtime: Runtime, { annexes, lineage }: RecordView, locale: PaperLanguage): PaperAnnexes {
  const names = delegationNames(runtime, locale);
  return {
    annulled: annexes.annulment,
    tiers: lineage
      .filter(({ makesFinal }) => !makesFinal)
      .map(({ verb, meeting, wording, at }) => ({
        verb,
        meeting: locale === 'th' && meeting.titleThai !== '' ? meeting.titleThai : meeting.title,
        wording,
        at,
      })),
    corrigenda: annexes.corrigenda
      .filter(({ state }) => state === 'issued')
      .map(({ number, citation, before, after, issuedAt, at }) => ({
        ...{ number, citation, before, after },
        issuedAt: issuedAt ?? at,
      })),
    statements: annexes.statements
      .filter(({ withdrawnAt }) => withdrawnAt === null)
      .map(({ country, kind, text, at }) => ({ delegation: names[country] ?? country, kind, text, at })),
  };
}

/** A paper, or null where it could not be made (too long, too much memory), which is logged. */
export async function orNull(
  runtime: Runtime,
  symbol: string,
  paper: Promise<Uint8Array>,
): Promise<Uint8Array | null> {
  try {
    return await paper;
  } catch (error) {
    runtime.logger.error({ err: error, symbol }, 'a paper could not be made');
    return null;
  }
}

/** Two versions in a file's name; an adopted text has the revision's number that it was adopted as. */
export function filePair(from: VersionLine, to: VersionLine): string {
  const names = [fileVersion(from), fileVersion(to)];
  return names[0] === names[1] ? `v${from.number}-v${to.number}` : names.join('-');
}
