import type { OpenText } from '../text/brackets';
import type { CompiledProposal } from './compilation';

/** A proposal as it is stored: its words as JSON. */
export type StoredProposal = Omit<CompiledProposal, 'words'> & { readonly words: string | null };

/** A text with every proposal in its place (BR16), as JSON. */
export interface CompiledText {
  readonly text: string;
  readonly open: OpenText;
  readonly beside: readonly string[];
}

/** A text and what a delegation would have of it, with brackets as signs, ready to be compared (BR17). */
export interface WantedText {
  readonly oldJson: string;
  readonly newJson: string;
  readonly isSame: boolean;
  readonly beside: readonly string[];
}
