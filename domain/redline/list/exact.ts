/**
 * The exact difference of two canonical texts (RFC 8785 JSON). `kept` are stretches of the old text, [place,
 * length], in the order in which the new one has them; `inserted` stands before, between and after them in the
 * new text, `deleted` before, between and after them in the old. Offsets and lengths are UTF-16.
 */
export interface ExactDifference {
  readonly kept: readonly (readonly [from: number, length: number])[];
  readonly inserted: readonly string[];
  readonly deleted: readonly string[];
}

/** The new text; null where the difference does not fit the old one. Never longer than the text and the difference together. */
export function applyExact(text: string, { kept, inserted }: ExactDifference): string | null {
  if (inserted.length !== kept.length + 1) return null;
  const parts: string[] = [inserted[0] ?? ''];
  let total = 0;
  for (const [index, [from, length]] of kept.entries()) {
    total += length;
    if (from + length > text.length || total > text.length) return null;
    parts.push(text.slice(from, from + length), inserted[index + 1] ?? '');
  }
  return parts.join('');
}

/** The difference the other way round. */
export function turnExact({ kept, inserted, deleted }: ExactDifference): ExactDifference {
  let place = 0;
  const stretches = kept.map(([old, length], index) => {
    const fresh = place + (inserted[index]?.length ?? 0);
    place = fresh + length;
    return { old, fresh, length };
  });
  stretches.sort((a, b) => a.old - b.old);
  return {
    kept: stretches.map(({ fresh, length }): [number, number] => [fresh, length]),
    inserted: deleted,
    deleted: inserted,
  };
}
