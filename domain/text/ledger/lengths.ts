/** A run that went as a whole and came as a whole is the same from this many letters on, also in a later edit. */
export const SHORTEST_WHOLE = 3;

/** Equal runs of two words and more, from this many letters on, are the same words wherever they turn up. */
export const SHORTEST_RUN = 8;
