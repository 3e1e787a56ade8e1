import type { InputKind } from '@/domain/brainstorm/inputs';
import type { InputOutcome } from '@/domain/brainstorm/outcomes';
import type { RoundTag } from '@/domain/brainstorm/rounds';
import type { Locale } from '@/messages/locale';
import type { NamedCountry } from '@/messages/names';

/** What the board shows of a round (server/queries/brainstorm). */
export interface BoardClause {
  readonly documentId: string;
  readonly symbol: string;
  readonly clauseId: string;
  readonly citation: string;
  readonly opening: string;
}

export interface BoardInput {
  readonly id: string;
  readonly country: string;
  readonly kind: InputKind;
  readonly words: string;
  readonly evidence: string;
  readonly language: string;
  readonly at: string;
  readonly tags: readonly string[];
  readonly isWithdrawn: boolean;
  readonly notes: readonly {
    readonly id: string;
    readonly words: string;
    readonly country: string | null;
    readonly at: string;
  }[];
  readonly clusterIds: readonly string[];
  readonly outcome: InputOutcome | null;
  readonly reason: string;
  readonly clauses: readonly BoardClause[];
  readonly mayWithdraw: boolean;
}

export interface BoardCluster {
  readonly id: string;
  readonly title: string;
  readonly synthesis: string;
  readonly tag: string | null;
  readonly rev: number;
  readonly inputIds: readonly string[];
  readonly countries: readonly string[];
  readonly dots: { readonly dots: number; readonly countries: readonly string[] };
  readonly own: number;
  readonly mergedFrom: readonly string[];
  readonly splitFrom: string | null;
  readonly clauses: readonly BoardClause[];
}

export interface BoardMay {
  readonly gather: boolean;
  readonly link: boolean;
  readonly remark: boolean;
}

/** What every part of the board is drawn with. */
export interface BoardLook {
  readonly roundId: string;
  readonly tags: readonly RoundTag[];
  readonly countries: readonly (NamedCountry & { readonly color: string })[];
  readonly locale: Locale;
  readonly may: BoardMay;
}
