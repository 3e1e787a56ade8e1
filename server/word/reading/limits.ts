/** What a Word file may be at most. Beyond it, it is an attack or a mistake, and is refused before it costs anything. */
export interface WordLimits {
  /** Bytes of the file as it comes. */
  readonly fileBytes: number;
  readonly entries: number;
  /** Bytes of all entries together, unpacked. */
  readonly unpackedBytes: number;
  /** Unpacked bytes for one packed byte. */
  readonly ratio: number;
  /** XML elements of all parts that are read. */
  readonly elements: number;
  readonly depth: number;
  /** Attributes of one element. */
  readonly attributes: number;
}

export const WORD_LIMITS: WordLimits = {
  fileBytes: 25 * 1024 * 1024,
  entries: 2000,
  unpackedBytes: 60 * 1024 * 1024,
  ratio: 200,
  elements: 500_000,
  depth: 100,
  attributes: 100,
};

/** Paragraphs and rows of tables in one text, empty ones included: half a million words have some 17,000. */
export const MOST_PARAGRAPHS = 30_000;

/** Tracked changes of one file, and who claims them: each is drawn, and decided on, by itself. */
export const MOST_CHANGES = 20_000;
export const MOST_AUTHORS = 500;
