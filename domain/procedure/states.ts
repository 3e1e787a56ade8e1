/** The life of a document (house plan §5, reference §7.1). The names are the data; labels are in messages. */
export const DOCUMENT_STATES = [
  'draft',
  'circulated',
  'negotiation',
  'agreed',
  'silence',
  'adopted',
  'withdrawn',
  'notAdopted',
] as const;
export type DocumentState = (typeof DOCUMENT_STATES)[number];

/** States that nothing leaves and in which no word ever changes again. */
export const FINAL_STATES: readonly DocumentState[] = ['adopted', 'withdrawn', 'notAdopted'];

export function isFinal(state: DocumentState): boolean {
  return FINAL_STATES.includes(state);
}

/** Verbs of ASEAN decisions, weakest first. A verb belongs to a decision, not to the text. */
export const DECISION_VERBS = ['noted', 'welcomed', 'agreed', 'endorsed', 'approved', 'adopted'] as const;
export type DecisionVerb = (typeof DECISION_VERBS)[number];

/** What a document is, in the body's numbering. */
export const DOCUMENT_KINDS = ['statement', 'workPlan', 'conceptNote', 'report', 'paper'] as const;
export type DocumentKind = (typeof DOCUMENT_KINDS)[number];

export const MEETING_TIERS = ['preparatory', 'som', 'heads', 'workingGroup'] as const;
export type MeetingTier = (typeof MEETING_TIERS)[number];

export const MEETING_STATES = ['planned', 'open', 'closed'] as const;
export type MeetingState = (typeof MEETING_STATES)[number];
