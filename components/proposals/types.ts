import type { ProposalClass, ProposalKind } from '@/domain/negotiation/types';
import type { DocumentJson } from '@/domain/text/document-json';

/** A draft as its delegation works on it. */
export interface DraftFacts {
  readonly id: string;
  readonly documentId: string;
  readonly country: string;
  readonly kind: ProposalKind;
  readonly clauseId: string | null;
  readonly otherClauseId: string | null;
  readonly class: ProposalClass;
  readonly rationale: string;
  /** The words of the text that it is about. */
  readonly base: DocumentJson;
  /** Whether it brings words, written in a room. */
  readonly hasWords: boolean;
  readonly mayWrite: boolean;
  readonly mayTable: boolean;
  readonly onBehalf: boolean;
  /** n of the proposal that it will replace. */
  readonly replacesNumber: number | null;
}

export interface WantedDraft {
  readonly documentId: string;
  readonly kind: ProposalKind;
  readonly clauseId: string | null;
  readonly otherClauseId: string | null;
  /** What its room shall begin with, in place of the words that stand. */
  readonly words?: DocumentJson;
}

export type BegunAnswer =
  | { readonly ok: true; readonly draft: DraftFacts }
  | { readonly ok: false; readonly message: string };

export type TabledAnswer =
  | { readonly ok: true; readonly number: number }
  /** `asks`: the words of meaning that were found may be confirmed (NP13). */
  | { readonly ok: false; readonly message: string; readonly asks: boolean };

/** What is said of a draft besides its words. */
export interface DescribedDraft {
  readonly class: ProposalClass;
  readonly rationale: string;
}

/** What the server does for a draft; null where it went well, else why not. */
export interface DraftActions {
  readonly begin: (wanted: WantedDraft) => Promise<BegunAnswer>;
  readonly describe: (
    proposalId: string,
    /** Only what this person changed: a colleague may have written the rest meanwhile. */
    change: Partial<DescribedDraft>,
  ) => Promise<string | null>;
  readonly askForRelease: (proposalId: string) => Promise<string | null>;
  readonly table: (proposalId: string, editorialConfirmed: boolean) => Promise<TabledAnswer>;
  readonly giveUp: (proposalId: string) => Promise<string | null>;
}

/** What a person who may propose brings to a text. */
export interface ProposingFacts {
  readonly drafts: readonly DraftFacts[];
  readonly actions: DraftActions;
}

/** What joining the room of a draft takes. */
export interface DraftDoor {
  readonly userId: string;
  readonly syncPath: string;
  readonly schemaHash: string;
  readonly keepsCopies: boolean;
}
