/** How many of the first letters of `words` stand together in one of these texts. */
export function knownPrefix(words: string, texts: readonly string[]): number {
  const isKnown = (length: number) => {
    const prefix = words.slice(0, length);
    return texts.some((text) => text.includes(prefix));
  };
  // Whatever holds a prefix holds every shorter one.
  let [known, unknown] = [0, words.length + 1];
  while (unknown - known > 1) {
    const length = (known + unknown) >> 1;
    if (isKnown(length)) known = length;
    else unknown = length;
  }
  return known;
}
