import type { Logger } from 'pino';
import { CLOSE, type PresenceUser } from '../../domain/wire/protocol';
import type { Clock, LiveDocuments } from '../ports';
import type { Connection } from './connection';
import { guarded } from './guarded';
import type { Judge } from './judge';
import { reviewConnection } from './review';
import type { Room } from './room';
import type { Rooms } from './rooms';
import type { Turns } from './turns';

export interface LiveParts {
  readonly clock: Clock;
  readonly logger: Logger;
  readonly judge: Judge;
  readonly rooms: Rooms;
  readonly turns: Turns;
  readonly stop: () => Promise<void>;
}

type Chosen = (entry: { readonly room: Room; readonly connection: Connection }) => boolean;

/** The rooms as the rest of the server sees them: every act that changes rights reaches the open sockets here. */
export function liveDocuments({ clock, logger, judge, rooms, turns, stop }: LiveParts): LiveDocuments {
  /** What waits is committed or refused first, under the new rights; then everybody chosen is judged. */
  function review(isChosen: Chosen): void {
    turns.run();
    const at = clock.now();
    judge.begin();
    const touched = new Set<Room>();
    for (const entry of rooms.connections()) {
      if (!isChosen(entry) || entry.connection.isClosed) continue;
      reviewConnection(judge, entry.room, entry.connection, at);
      touched.add(entry.room);
    }
    for (const room of touched) turns.wake(room);
    turns.run();
  }

  function end(isChosen: Chosen): void {
    for (const entry of rooms.connections()) {
      if (isChosen(entry)) entry.connection.close(CLOSE.sessionEnded, 'SY14');
    }
  }

  return {
    reviewDocument(documentId) {
      guarded(logger, 'review', () =>
        review(
          ({ room, connection }) =>
            room.documentId === documentId || connection.standing.about === documentId,
        ),
      );
    },
    reviewUser(userId) {
      guarded(logger, 'review', () => review(({ connection }) => connection.identity.userId === userId));
    },
    endSession: (sessionId) => end(({ connection }) => connection.identity.sessionId === sessionId),
    endToken: (tokenId) => end(({ connection }) => connection.identity.tokenId === tokenId),
    followLog(documentId) {
      const room = rooms.find(documentId);
      if (room !== undefined) turns.follow(room);
    },
    async peopleIn(documentIds) {
      const people = new Map<string, readonly PresenceUser[]>();
      for (const documentId of documentIds) {
        const present = new Map<string, PresenceUser>();
        for (const connection of rooms.find(documentId)?.connections ?? []) {
          if (!connection.isClosed) present.set(connection.identity.userId, connection.standing.user);
        }
        people.set(documentId, [...present.values()]);
      }
      return people;
    },
    stop,
  };
}
