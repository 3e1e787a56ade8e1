/** Words as a CSS string: what CSS escapes, JSON escapes alike. */
export function cssString(words: string): string {
  return JSON.stringify(words);
}
