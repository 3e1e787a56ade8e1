import type { DelegationName } from '@/components/compare/context';
import type { FormAction } from '@/components/ui/form-state';
import type { DispositionKind, ProposalClass, ProposalKind, ProposalState } from '@/domain/negotiation/types';
import type { Redline } from '@/domain/redline/types';
import type { Locale } from '@/messages/locale';
import type { NamedCountry } from '@/messages/names';

/** What every part of the desk needs to know. */
export interface DeskProps {
  readonly names: readonly DelegationName[];
  readonly countries: readonly NamedCountry[];
  /** Language of the document. */
  readonly language: string;
  readonly locale: Locale;
}

/** A proposal as the queries hand it out. */
export interface DeskProposal {
  readonly id: string;
  readonly documentId: string;
  readonly number: number | null;
  readonly country: string;
  readonly kind: ProposalKind;
  readonly clauseId: string | null;
  readonly class: ProposalClass;
  readonly state: ProposalState;
  readonly rationale: string;
  readonly onBehalf: boolean;
  readonly confirmedAt: string | null;
  readonly backings: readonly { readonly country: string; readonly kind: 'cosponsor' | 'support' }[];
  readonly challenges: readonly {
    readonly country: string;
    readonly reason: string;
    readonly at: string;
    readonly settled: { readonly class: ProposalClass } | null;
  }[];
  readonly redline: Redline | null;
  readonly stuck: {
    readonly why: 'gone' | 'whole' | 'words' | 'form';
    readonly words: readonly string[];
  } | null;
  readonly meets: readonly {
    readonly number: number;
    readonly country: string;
    readonly kind: 'words' | 'place' | 'whole' | 'same';
    readonly words: readonly string[];
  }[];
}

export interface DeskAct {
  readonly actId: string;
  readonly kind: DispositionKind;
  readonly reason: string;
  readonly at: string;
  readonly proposals: readonly { readonly number: number; readonly country: string }[];
  readonly redline: Redline | null;
  readonly answers: readonly {
    readonly country: string;
    readonly answer: 'agree' | 'cannotAgree';
    readonly note: string;
    readonly at: string;
  }[];
  readonly missing: readonly string[];
}

export interface DeskClause {
  readonly citation: string;
  readonly redline: Redline;
  readonly hash: string;
}

export interface DeskActions {
  readonly dispose: FormAction;
  readonly answer: FormAction;
  readonly carryOut: FormAction;
}
