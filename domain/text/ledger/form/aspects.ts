/**
 * What can be done to a clause besides writing in it: it comes or goes (`there`), stands elsewhere among the others
 * (`place`), is of another kind, level or list; has other settings or blocks, other cells, other marks; gives words to
 * another clause or takes some (`words`).
 */
export const ASPECTS = [
  'there',
  'place',
  'kind',
  'level',
  'list',
  'setting',
  'cells',
  'marks',
  'words',
] as const;
export type Aspect = (typeof ASPECTS)[number];

/** Rows of one delegation that touched one aspect of a clause, with nobody else between the first and the last. */
export interface Touch {
  readonly first: number;
  readonly last: number;
  /** The delegation; "" for the secretariat. */
  readonly by: string;
  /** Of a place: the last of these rows that surely moved this clause and not those it passed; else 0. */
  readonly sure: number;
  /** Of words: the other clause. */
  readonly other: string;
}

/** What is remembered of one aspect of a clause; of rows through `forgotten` no longer all. */
export interface Trace {
  readonly touches: Touch[];
  forgotten: number;
}
