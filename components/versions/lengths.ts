/** Longest name and comment of a version, in characters (VE3, VE4). */
export const NAME_LENGTH = 120;
export const COMMENT_LENGTH = 2000;
