/** Largest file that is taken in. */
export const IMPORT_MEGABYTES = 25;
