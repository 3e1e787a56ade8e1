import type { Passage } from './passage';

/** The stretches that are not taken yet. */
export function gapsIn(taken: Uint8Array | undefined): { readonly at: number; readonly length: number }[] {
  const gaps: { at: number; length: number }[] = [];
  taken?.forEach((value, at) => {
    if (value !== 0) return;
    const last = gaps.at(-1);
    if (last !== undefined && last.at + last.length === at) last.length += 1;
    else gaps.push({ at, length: 1 });
  });
  return gaps;
}

/** All characters that are not taken yet. */
export function leftOf(
  passages: readonly Passage[],
  taken: readonly Uint8Array[],
  wanted: (index: number) => boolean,
): string {
  return passages
    .map(({ text }, index) =>
      wanted(index)
        ? gapsIn(taken[index])
            .map(({ at, length }) => text.slice(at, at + length))
            .join('')
        : '',
    )
    .join('');
}
