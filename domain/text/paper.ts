import type { AuditHead } from '../audit/trail-line';
import type { StatementKind } from '../procedure/statement';
import type { DecisionVerb, DocumentState } from '../procedure/states';
import type { RedlineJob } from '../redline/job';
import type { HouseStyle } from './numbering';

/** Language of a paper's own words. */
export type PaperLanguage = 'en' | 'th';

/** What a paper says about the document it is printed from. */
export interface PaperDocument {
  readonly symbol: string;
  readonly title: string;
  /** Name of the body, in the language of the paper. */
  readonly body: string;
  /** Language of the text (BCP 47). */
  readonly language: string;
  readonly houseStyle: HouseStyle;
}

/** Which state of the text it is. */
export interface PaperVersion {
  /** 0 is the text as it stands. */
  readonly number: number;
  readonly revision: number | null;
  readonly kind: 'checkpoint' | 'named' | 'revision' | 'restored' | 'imported' | 'adopted';
  readonly name: string;
  readonly state: DocumentState;
  /** ISO instant. */
  readonly at: string;
  /** SHA-256 of the canonical form, hexadecimal. */
  readonly hash: string;
}

/** The decision by which a text became final, with its place in the audit trail. */
export interface PaperDecision {
  readonly verb: DecisionVerb;
  /** As it was put to the meeting and recorded, in English. */
  readonly wording: string;
  readonly meeting: string;
  readonly place: string;
  readonly at: string;
  readonly agendaItem: string;
  readonly decidedBy: string;
  readonly roster: PaperRoster;
  readonly keyFingerprint: string;
  readonly auditSeq: number;
  readonly auditHash: string;
  /** What came to the record besides and since. */
  readonly annexes?: PaperAnnexes;
}

/** The body as it stood when the decision was taken: names of delegations in the paper's language, never of people. */
export interface PaperRoster {
  readonly members: readonly string[];
  readonly observers: readonly string[];
  readonly partners: readonly string[];
  readonly chair: readonly string[];
  /** Members that were there and that were not; null where nobody recorded it, or nobody met. */
  readonly present: readonly string[] | null;
  readonly absent: readonly string[] | null;
}

/** Names in the paper's language, words as they were recorded. */
export interface PaperAnnexes {
  readonly annulled: { readonly at: string; readonly reason: string } | null;
  /** Decisions of other tiers, oldest first. */
  readonly tiers: readonly {
    readonly verb: DecisionVerb;
    readonly meeting: string;
    readonly wording: string;
    readonly at: string;
  }[];
  readonly corrigenda: readonly {
    readonly number: number;
    readonly citation: string;
    readonly before: string;
    readonly after: string;
    readonly issuedAt: string;
  }[];
  readonly statements: readonly {
    readonly delegation: string;
    readonly kind: StatementKind;
    readonly text: string;
    readonly at: string;
  }[];
}

/** No numbers beside the lines, numbers that begin again on every page, or numbers through the whole text. */
export const LINE_NUMBERS = ['none', 'page', 'continuous'] as const;
export type LineNumbers = (typeof LINE_NUMBERS)[number];

export interface TextPaper {
  readonly locale: PaperLanguage;
  readonly document: PaperDocument;
  readonly version: PaperVersion;
  /** The text as JSON. */
  readonly text: string;
  readonly lineNumbers: LineNumbers;
  /** Only of an adopted text. */
  readonly decision: PaperDecision | null;
  /** Head of the audit trail when the paper was made; an adopted text names the place of its decision instead (PD8). */
  readonly trail?: AuditHead | null;
}

export interface RedlinePaper {
  readonly locale: PaperLanguage;
  readonly document: PaperDocument;
  /** Symbol of the document that the older text belongs to, where it is another one. */
  readonly fromSymbol: string | null;
  readonly from: PaperVersion;
  readonly to: PaperVersion;
  /** Both texts, and whose words they hold. */
  readonly job: RedlineJob;
  readonly lineNumbers: LineNumbers;
  /** Head of the audit trail when the file was made. */
  readonly trail?: AuditHead | null;
  /** Names of the delegations by ISO code, for who wrote what. */
  readonly delegations: Readonly<Record<string, string>>;
}

/** A redline as a file to work with: Word, one web page, plain text, or the list of changes. */
export const REDLINE_FILES = ['docx', 'html', 'txt', 'json'] as const;
export type RedlineFileFormat = (typeof REDLINE_FILES)[number];

/** How a redline is written to such a file. */
export interface RedlineFileOptions {
  readonly format: RedlineFileFormat;
  /** Moved clauses as Word's moves, or deleted where they stood and inserted where they stand. */
  readonly moves: RedlineMoves;
  /** Each change in the name of the delegation that made it, or all in one name that is nobody's. */
  readonly authors: RedlineAuthors;
}

export const REDLINE_MOVES = ['moves', 'delete-insert'] as const;
export type RedlineMoves = (typeof REDLINE_MOVES)[number];
export const REDLINE_AUTHORS = ['delegations', 'neutral'] as const;
export type RedlineAuthors = (typeof REDLINE_AUTHORS)[number];
