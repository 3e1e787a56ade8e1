import type { FormAction } from '@/components/ui/form-state';

/** What the table may do with brackets from within the text; given only to whoever may. */
export interface BracketTools {
  readonly put: FormAction;
  readonly add: FormAction;
  readonly join: FormAction;
  /** Delegations that may hold words, with their names in the reader's language. */
  readonly members: readonly { readonly code: string; readonly name: string }[];
  readonly words: { readonly required: string; readonly check: string };
}
