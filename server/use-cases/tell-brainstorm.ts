import type { RoundRow } from '../../db/brainstorm';
import type { Db } from '../../db/client';
import { PARTIES, type Role } from '../../domain/body/grants';
import { DELEGATION_ROLES } from '../../domain/policy/rings';
import { tell } from './tell';

/** Who answers a round, and who leads it. */
const AT_WORK: readonly Role[] = [...DELEGATION_ROLES, 'chair', 'secretariat'];

/**
 * Tells of a round: of its opening and its close whoever works in it, and that it was closed everybody of the table,
 * who reads it from then on. The same words to all: of what was entered, or by whom, no notice says anything (BS24).
 */
export function tellBrainstorm(
  tx: Db,
  at: string,
  round: Pick<RoundRow, 'id' | 'bodyId' | 'title' | 'closesAt'>,
  act: {
    readonly kind: 'brainstormOpened' | 'brainstormMoved' | 'brainstormClosing' | 'brainstormClosed';
    /** Names the act among those of the round. */
    readonly key: string;
    readonly by?: string;
  },
): void {
  const isOpen = act.kind !== 'brainstormClosed' && round.closesAt !== null;
  tell(tx, at, {
    kind: act.kind,
    bodyId: round.bodyId,
    documentId: null,
    data: {
      brainstormId: round.id,
      round: round.title,
      ...(isOpen ? { until: round.closesAt ?? '' } : {}),
    },
    key: `brainstorm:${round.id}:${act.key}`,
    to: {
      roles: act.kind === 'brainstormClosed' ? PARTIES : AT_WORK,
      ...(act.by === undefined ? {} : { except: act.by }),
    },
  });
}
