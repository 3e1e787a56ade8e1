/** The matrix of a plan on paper: everything in words, as it is to be read. */
export interface MatrixPaper {
  readonly title: string;
  /** Under the title: the body, the state, the day. */
  readonly lead: string;
  /** BCP 47. */
  readonly language: string;
  /** When the matrix was so: an ISO instant. */
  readonly at: string;
  /** Columns with their shares of the width; the shares add up to 100. */
  readonly columns: readonly { readonly head: string; readonly share: number }[];
  readonly groups: readonly {
    readonly title: string;
    /** A cell is one or more lines. */
    readonly rows: readonly (readonly (readonly string[])[])[];
  }[];
  /** "Page {page} of {pages}". */
  readonly pages: string;
}
