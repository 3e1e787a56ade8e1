/** Largest file that is taken in (XL10). */
export const SHEET_MEGABYTES = 10;
