import type { CommentRing } from '@/domain/comments/rings';
import type { ThreadView } from '@/domain/comments/view';

/** Which conversations one looks at. */
export interface ThreadFilter {
  readonly state: 'open' | 'resolved' | 'all';
  readonly ring: CommentRing | 'all';
}

export const OPEN_ONES: ThreadFilter = { state: 'open', ring: 'all' };

export function isShown(thread: ThreadView, filter: ThreadFilter): boolean {
  const isResolved = thread.resolved !== null;
  if (filter.state !== 'all' && isResolved !== (filter.state === 'resolved')) return false;
  return filter.ring === 'all' || thread.ring === filter.ring;
}
