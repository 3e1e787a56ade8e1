/**
 * What the head table has yet to say of where clauses come from, and inputs went: `undecided` inputs of a closed round
 * of which nobody said what becomes of them · `unsourced` clauses of substance without a source, in a text that a round
 * feeds · `lost` inputs that are said to be in a text and have no clause left to show.
 */
export type SourceTask =
  | {
      readonly kind: 'undecided';
      readonly count: number;
      readonly round: { readonly id: string; readonly title: string };
    }
  | {
      readonly kind: 'unsourced' | 'lost';
      readonly count: number;
      readonly document: {
        readonly id: string;
        readonly symbol: string;
        readonly title: string;
        readonly language: string;
      };
    };
