import type { DocumentJson, NodeJson } from '../text/document-json';
import {
  annex,
  bullets,
  closing,
  heading,
  inEnglish,
  numbered,
  paragraph,
  table,
  title,
  type Words,
} from './report-nodes';
import { REPORT_WORDS, type ReportLanguage, type ReportWords } from './report-words';

interface Named {
  readonly shortName: string;
  readonly thaiName: string;
}

/** Words in English and, where somebody wrote them, in Thai. */
interface Said {
  readonly english: string;
  readonly thai: string;
}

export interface ReportItem {
  readonly id: string;
  readonly number: string;
  readonly title: Said;
  readonly lead: Named | null;
}

export interface ReportDecision {
  readonly id: string;
  readonly agendaItemId: string | null;
  readonly wording: Said;
}

export interface ReportAction {
  readonly id: string;
  readonly wording: Said;
  /** Null stands for the secretariat. */
  readonly who: readonly (Named | null)[];
  readonly dueOn: string | null;
}

/** Everything that the report of a meeting is drafted from. Lists come in their order. */
export interface ReportFacts {
  readonly meeting: {
    readonly title: Said;
    readonly place: string;
    readonly startsOn: string;
    readonly endsOn: string;
  };
  readonly host: Named;
  readonly chair: { readonly country: Named; readonly name: string | null } | null;
  /** In the English alphabetical order of the roster. */
  readonly delegations: readonly {
    readonly code: string;
    readonly country: Named;
    readonly head: string | null;
    readonly standing: 'member' | 'observer' | 'partner';
  }[];
  readonly agenda: readonly ReportItem[];
  /** Those that stand: what a later one put right is left out. */
  readonly decisions: readonly ReportDecision[];
  /** Papers of the agenda; `item` is the number of their item, or "". */
  readonly documents: readonly {
    readonly id: string;
    readonly symbol: string;
    readonly title: string;
    readonly item: string;
  }[];
  readonly adopted: readonly {
    readonly id: string;
    readonly symbol: string;
    readonly title: string;
    /** SHA-256 of the adopted text, in hexadecimal digits. */
    readonly hash: string;
  }[];
  readonly actions: readonly ReportAction[];
}

type AnnexKey = keyof ReportWords['annexes'];

/** What a text of a report is called. */
export function reportTitle({ meeting }: Pick<ReportFacts, 'meeting'>, language: ReportLanguage): string {
  return REPORT_WORDS[language].title(meetingName(meeting.title, language));
}

/**
 * The report of a meeting as a text of the house (style `sections`): what it was, a section for each item with its
 * decisions as numbered paragraphs, what was adopted, who shall do what, and the annexes. Every clause can be
 * negotiated like any other.
 */
export function reportText(facts: ReportFacts, language: ReportLanguage): DocumentJson {
  const words = REPORT_WORDS[language];
  const annexes = annexesOf(facts);
  const numberOf = (key: AnnexKey) => annexes.indexOf(key) + 1;
  return {
    type: 'doc',
    content: [
      title('rp_title', reportTitle(facts, language)),
      ...opening(facts, language, numberOf),
      ...items(facts, language),
      ...adoptedTexts(facts, language, numberOf('texts')),
      ...(facts.actions.length === 0
        ? []
        : [
            heading('rp_h_actions', 1, words.actions),
            numbered('rp_actions', words.actionsIn(numberOf('actions'))),
          ]),
      heading('rp_h_thanks', 1, words.thanks),
      numbered('rp_thanks', words.thanked(words.country(facts.host))),
      closing(
        'rp_closing',
        ...english(facts.meeting.place, language),
        words.closedOn(words.day(facts.meeting.endsOn)),
      ),
      ...annexes.flatMap((key) => annexNodes(key, facts, language)),
    ],
  };
}

function annexesOf(facts: ReportFacts): AnnexKey[] {
  const held: Readonly<Record<AnnexKey, boolean>> = {
    delegations: facts.delegations.length > 0,
    agenda: facts.agenda.length > 0,
    documents: facts.documents.length > 0,
    texts: facts.adopted.length > 0,
    actions: facts.actions.length > 0,
  };
  return (Object.keys(held) as AnnexKey[]).filter((key) => held[key]);
}

function opening(
  facts: ReportFacts,
  language: ReportLanguage,
  numberOf: (key: AnnexKey) => number,
): NodeJson[] {
  const words = REPORT_WORDS[language];
  const { meeting, chair } = facts;
  const named = (standings: readonly string[]) =>
    facts.delegations
      .filter(({ standing }) => standings.includes(standing))
      .map(({ country }) => words.country(country));
  const members = named(['member']);
  const others = named(['observer', 'partner']);
  const nodes = [
    numbered(
      'rp_held',
      words.held(meetingName(meeting.title, language), words.days(meeting.startsOn, meeting.endsOn)),
      ...english(meeting.place, language),
      words.stop,
    ),
  ];
  if (chair !== null)
    nodes.push(numbered('rp_chair', words.chaired(words.country(chair.country), chair.name)));
  if (members.length > 0)
    nodes.push(numbered('rp_present', words.attended(members, numberOf('delegations'))));
  if (others.length > 0) nodes.push(numbered('rp_observers', words.observed(others)));
  if (facts.agenda.length > 0) nodes.push(numbered('rp_agenda', words.agendaIn(numberOf('agenda'))));
  if (facts.documents.length > 0)
    nodes.push(numbered('rp_documents', words.documentsIn(numberOf('documents'))));
  return nodes;
}

/** A section for each item. Its heading says the item's number where the house style would count another. */
function items(facts: ReportFacts, language: ReportLanguage): NodeJson[] {
  const words = REPORT_WORDS[language];
  const counted = [0, 0, 0];
  const nodes = facts.agenda.flatMap((item): NodeJson[] => {
    const level = Math.min(3, item.number.split('.').length);
    for (let above = 0; above < level - 1; above += 1) counted[above] = Math.max(counted[above] ?? 0, 1);
    counted[level - 1] = (counted[level - 1] ?? 0) + 1;
    counted.fill(0, level);
    const isNumberedSo = counted.slice(0, level).join('.') === item.number;
    const decided = facts.decisions.filter(({ agendaItemId }) => agendaItemId === item.id);
    const hasItems = facts.agenda.some(({ number }) => number.startsWith(`${item.number}.`));
    return [
      heading(
        `rp_${item.id}`,
        level,
        isNumberedSo ? '' : words.itemNumber(item.number),
        ...said(item.title, language),
      ),
      ...decided.map((decision) => decisionParagraph(decision, language)),
      ...(decided.length === 0 && !hasItems ? [paragraph(`rp_${item.id}_none`, words.nothingDecided)] : []),
    ];
  });
  const known = new Set(facts.agenda.map(({ id }) => id));
  const others = facts.decisions.filter(
    ({ agendaItemId }) => agendaItemId === null || !known.has(agendaItemId),
  );
  if (others.length > 0) {
    nodes.push(heading('rp_h_others', 1, words.otherDecisions));
    nodes.push(...others.map((decision) => decisionParagraph(decision, language)));
  }
  return nodes;
}

function decisionParagraph({ id, wording }: ReportDecision, language: ReportLanguage): NodeJson {
  return numbered(id, ...said(wording, language));
}

function adoptedTexts(facts: ReportFacts, language: ReportLanguage, annexNumber: number): NodeJson[] {
  if (facts.adopted.length === 0) return [];
  const words = REPORT_WORDS[language];
  return [
    heading('rp_h_texts', 1, words.textsAdopted),
    numbered('rp_texts', words.adoptedHere(annexNumber)),
    bullets(
      facts.adopted.map((text) => ({
        id: `rp_li_${text.id}`,
        words: [...english(text.title, language), ` (${text.symbol})`],
      })),
    ),
  ];
}

function annexNodes(key: AnnexKey, facts: ReportFacts, language: ReportLanguage): NodeJson[] {
  const words = REPORT_WORDS[language];
  const rows = {
    delegations: () =>
      facts.delegations.map(({ code, country, head, standing }) => ({
        id: `rp_row_${code}`,
        cells: [[name(country, language)], [head ?? words.unknown], [words.standing[standing]]],
      })),
    agenda: () =>
      facts.agenda.map(({ id, number, title: heading, lead }) => ({
        id: `rp_row_${id}`,
        cells: [[number], said(heading, language), [lead === null ? '' : name(lead, language)]],
      })),
    documents: () =>
      facts.documents.map(({ id, symbol, title: heading, item }) => ({
        id: `rp_row_${id}`,
        cells: [[symbol], english(heading, language), [item]],
      })),
    texts: () =>
      facts.adopted.map((text) => ({
        id: `rp_row_${text.id}`,
        cells: [[text.symbol], english(text.title, language), [inGroups(text.hash)]],
      })),
    actions: () =>
      facts.actions.map(({ id, wording, who, dueOn }) => ({
        id: `rp_row_${id}`,
        cells: [
          said(wording, language),
          [who.map((one) => (one === null ? words.secretariat : name(one, language))).join(', ')],
          [dueOn === null ? words.noDay : words.day(dueOn)],
        ],
      })),
  };
  return [
    annex(`rp_annex_${key}`, words.annexes[key]),
    table(`rp_table_${key}`, words.columns[key], rows[key]()),
  ];
}

/** In groups of eight, so that a narrow column can break it: "0f3a91bc 77de…". */
function inGroups(hash: string): string {
  return hash.replace(/(.{8})(?=.)/g, '$1 ');
}

function name(country: Named, language: ReportLanguage): string {
  return language === 'th' ? country.thaiName : country.shortName;
}

/** The meeting's name in a sentence of this language. */
function meetingName(meeting: Said, language: ReportLanguage): string {
  return language === 'th' && meeting.thai !== '' ? meeting.thai : meeting.english;
}

/** Words in the report's language; where Thai is missing the English ones, marked as such. */
function said({ english: words, thai }: Said, language: ReportLanguage): Words[] {
  return language === 'th' && thai !== '' ? [thai] : english(words, language);
}

function english(words: string, language: ReportLanguage): Words[] {
  return [language === 'th' ? inEnglish(words) : words];
}
