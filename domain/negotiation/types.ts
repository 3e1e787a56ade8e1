import type { DocumentJson } from '../text/document-json';

/** What a proposal does to the text. `comment` changes no word. A replacement by several clauses splits. */
export const PROPOSAL_KINDS = ['replace', 'insert', 'delete', 'move', 'merge', 'comment'] as const;
export type ProposalKind = (typeof PROPOSAL_KINDS)[number];

export const PROPOSAL_CLASSES = ['editorial', 'substantive', 'technical', 'translation'] as const;
export type ProposalClass = (typeof PROPOSAL_CLASSES)[number];

/** The life of a proposal (reference §7.3). Nothing leads back to `draft`. */
export const PROPOSAL_STATES = [
  'draft',
  'tabled',
  'accepted',
  'acceptedModified',
  'merged',
  'bracketed',
  'notRetained',
  'referred',
  'carriedOver',
  'withdrawn',
  'superseded',
] as const;
export type ProposalState = (typeof PROPOSAL_STATES)[number];

/** What the chair may make of a tabled proposal. */
export const DISPOSITION_KINDS = [
  'accepted',
  'acceptedModified',
  'merged',
  'bracketed',
  'notRetained',
  'referred',
  'carriedOver',
] as const;
export type DispositionKind = (typeof DISPOSITION_KINDS)[number];

/** Where a delegation stands on a clause or a text (reference §7.4). Silence in the room is none of them. */
export const STANCES = [
  'none',
  'canAccept',
  'canAcceptAdRef',
  'proposes',
  'reserves',
  'objects',
  'notParticipating',
] as const;
export type Stance = (typeof STANCES)[number];

/** Who sees what is not everybody's: the person, the delegation, also chair and secretariat, everybody who may read. */
export const RINGS = ['mine', 'delegation', 'chair', 'tabled'] as const;
export type Ring = (typeof RINGS)[number];

/**
 * A change to a text as data. `words` is a text of its own whose clauses take the place of, or come after, the clause
 * it is about; `after` null is the beginning of the text.
 */
export type TextChange =
  | { readonly kind: 'replace'; readonly clauseId: string; readonly words: DocumentJson }
  | { readonly kind: 'insert'; readonly after: string | null; readonly words: DocumentJson }
  | { readonly kind: 'delete'; readonly clauseId: string }
  | { readonly kind: 'move'; readonly clauseId: string; readonly after: string | null }
  | {
      readonly kind: 'merge';
      readonly clauseId: string;
      readonly other: string;
      readonly words: DocumentJson;
    };
