import type { Redline } from '../../domain/redline/types';

interface Sides {
  readonly from: { readonly json: string; readonly version: { readonly hash: string } };
  readonly to: Sides['from'];
}

/**
 * Pages compare texts as they are read, brackets as signs. Two that read alike and are stored otherwise (a typed sign
 * became a bracket) are not the same text: their own fingerprints are shown (RL4).
 */
export function asStored<One extends Pick<Redline, 'oldHash' | 'newHash' | 'summary'>>(
  redline: One,
  { from, to }: Sides,
): One {
  if (!redline.summary.identical || from.json === to.json) return redline;
  return {
    ...redline,
    oldHash: from.version.hash,
    newHash: to.version.hash,
    summary: { ...redline.summary, identical: false },
  };
}
