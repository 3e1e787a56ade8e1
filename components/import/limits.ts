/** Largest file that is taken in. */
export const IMPORT_MEGABYTES = 25;

/** So many authors are listed at first sight, those with the most changes; the others open. */
export const FOLDED_FROM = 20;
