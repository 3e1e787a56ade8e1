import type { Entry } from '../monitoring/entries';
import type { Indicator } from '../monitoring/indicators';
import type { Activity, Result } from '../plan/matrix';
import type { NamedCountry, SheetLanguage } from './facts';

/** Files that only tell: nothing of them is read back. */

interface Common {
  readonly locale: SheetLanguage;
  readonly at: string;
  readonly title: string;
}

/** A clause of an adopted text, as one cites it. */
export interface CitedClause {
  readonly clauseId: string;
  readonly versionId: string;
  readonly symbol: string;
  readonly title: string;
  readonly citation: string;
  readonly words: string;
}

/** Tool 1: how far the plan is, and to what it is aligned. Tool 2: what follows each clause up. */
export interface ToolFacts extends Common {
  readonly report: 'tool1' | 'tool2';
  readonly countries: readonly NamedCountry[];
  readonly results: readonly Result[];
  /** In the order of the matrix. */
  readonly activities: readonly Activity[];
  /** Clauses of the adopted texts that the reader may read. */
  readonly clauses: readonly CitedClause[];
}

export interface ReportedIndicator extends Indicator {
  readonly code: string;
  readonly title: string;
  readonly definition: string;
  readonly unit: string;
  readonly baselineYear: number | null;
  readonly meansOfVerification: string;
  readonly source: string;
  readonly responsible: string;
  readonly frequency: 'quarterly' | 'halfYearly' | 'yearly' | 'once';
  readonly disaggregation: string;
}

export interface IndicatorLine {
  readonly indicator: ReportedIndicator;
  /** Code of what it measures. */
  readonly measures: string;
  readonly targets: readonly {
    readonly period: string;
    readonly country: string | null;
    readonly value: number;
  }[];
}

export interface IndicatorsFacts extends Common {
  readonly report: 'indicators';
  readonly lines: readonly IndicatorLine[];
}

export interface ReportedAnswer {
  readonly country: string;
  readonly indicator: Pick<ReportedIndicator, 'type' | 'scale' | 'unit' | 'code' | 'title'>;
  readonly target: number | null;
  readonly answer: Entry & { readonly note: string; readonly evidence: string };
}

export interface ReturnsFacts extends Common {
  readonly report: 'returns';
  readonly countries: readonly NamedCountry[];
  readonly answers: readonly ReportedAnswer[];
}

export type ReportFacts = ToolFacts | IndicatorsFacts | ReturnsFacts;
