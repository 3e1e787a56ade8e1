import { CLOSE } from '../../domain/wire/protocol';
import type { Connection } from './connection';
import type { Judge } from './judge';
import type { Room } from './room';

/**
 * Judges an open connection anew (SY14): closes it where the person may not even read any more, where the session
 * ended, and where the text became final under it; else tells it what it may do now. True when others in the
 * room see the person differently afterwards.
 */
export function reviewConnection(judge: Judge, room: Room, connection: Connection, at: string): boolean {
  const verdict = judge.judge(connection.identity, connection.documentId, at);
  if (!verdict.ok) {
    // Who was in the room knows that the document exists: "gone" would be a lie.
    const isHidden = verdict.code === CLOSE.gone && verdict.rule === 'PO1';
    connection.close(isHidden ? CLOSE.rightRemoved : verdict.code, verdict.rule);
    return false;
  }
  const before = connection.standing;
  const { standing } = verdict;
  connection.standing = standing;
  connection.tellState(room.stateFor(connection));
  if (standing.frozenBy !== null && before.frozenBy === null) {
    connection.close(CLOSE.frozen, standing.frozenBy);
    return false;
  }
  const isSeenDifferently = JSON.stringify(before.user) !== JSON.stringify(standing.user);
  if (isSeenDifferently) room.presence.refresh(connection);
  return isSeenDifferently;
}
