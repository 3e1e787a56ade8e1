import { CLOSE } from '../../domain/wire/protocol';
import type { Clock } from '../ports';
import type { Brake } from './brake';
import type { Connection } from './connection';
import { decodeUpdate } from './gate/decode';
import { isNothing, newsOf } from './known';
import type { People } from './people';
import type { Room } from './room';
import type { Turns } from './turns';
import { type ClientMessage, decodeFrame, encodeSyncStep1 } from './wire';

export interface HearParts {
  readonly turns: Turns;
  readonly brake: Brake;
  readonly people: People;
  readonly clock: Clock;
}

/**
 * Takes in one frame of a connection. Questions are answered at once from what is committed; updates and carets
 * wait for the end of the turn.
 */
export function hear(parts: HearParts, room: Room, connection: Connection, frame: Uint8Array): void {
  const { turns, brake, people } = parts;
  const message = decodeFrame(frame);
  if (!message.ok) {
    connection.close(CLOSE.badMessage, message.rule);
    return;
  }
  if (!isAllowed(people, connection, message.value)) {
    connection.close(CLOSE.badMessage, 'SY28');
    return;
  }
  switch (message.value.kind) {
    case 'syncStep1':
      answerStep1(room, connection, message.value.stateVector);
      return;
    case 'update':
      if (message.value.isAnswer) {
        hearAnswer(turns, room, connection, message.value.bytes);
        return;
      }
      room.pending.push({ connection, bytes: message.value.bytes });
      turns.wake(room);
      return;
    case 'queryAwareness':
      tellPresence(room, connection);
      connection.drain();
      return;
    case 'awareness':
      hearPresence(turns, room, connection, message.value.payload, nowOf(parts));
      return;
    case 'confirm':
      hearConfirmation(brake, room, connection, message.value.token, nowOf(parts));
      return;
    default:
      message.value satisfies never;
  }
}

/**
 * The answer to our step 1 carries all that the client has. What it said ahead of its first one follows it (SY5); a later
 * one takes its turn, whether it was asked for or not.
 */
function hearAnswer(turns: Turns, room: Room, connection: Connection, answer: Uint8Array): void {
  if (!connection.awaitsAnswer) {
    room.pending.push({ connection, bytes: answer, isAnswer: true });
    turns.wake(room);
    return;
  }
  const ahead = [...connection.answered(), ...takePending(room, connection)];
  if (ahead.length === 0 && bringsNothing(room, answer)) {
    connection.dealWith();
    connection.acknowledge(room.position);
    connection.drain();
    return;
  }
  room.pending.push({ connection, bytes: answer, isAnswer: true });
  for (const bytes of ahead) room.pending.push({ connection, bytes });
  turns.wake(room);
}

function takePending(room: Room, connection: Connection): Uint8Array[] {
  const own = room.pending.filter((pending) => pending.connection === connection);
  if (own.length > 0) room.pending = room.pending.filter((pending) => pending.connection !== connection);
  return own.map(({ bytes }) => bytes);
}

/** A question costs the asker three bytes and the server a whole text; an update costs everybody its bytes for ever (SY28). */
function isAllowed(people: People, connection: Connection, message: ClientMessage): boolean {
  switch (message.kind) {
    case 'syncStep1':
    case 'queryAwareness':
    case 'confirm':
      return connection.questions.take() && people.mayAsk(connection.identity.userId);
    case 'update':
      return people.mayWrite(connection.identity.userId, message.bytes.byteLength);
    default:
      return true;
  }
}

/** Tells a connection of everybody else in the room. */
export function tellPresence(room: Room, connection: Connection): void {
  const frame = room.presence.everybody(connection);
  if (frame !== null) connection.queue(frame);
}

function answerStep1(room: Room, connection: Connection, stateVector: Uint8Array): void {
  const answer = room.answer(stateVector);
  if (answer === null) {
    connection.close(CLOSE.badMessage, 'SY2');
    return;
  }
  connection.queuePacket(answer);
  connection.isFollowing = true;
  connection.drain();
}

/** The usual answer to our step 1: the client has nothing that the log lacks. No need to trouble the gate. */
function bringsNothing(room: Room, bytes: Uint8Array): boolean {
  const decoded = decodeUpdate(bytes);
  return decoded.ok && (isNothing(decoded.value) || isNothing(newsOf(decoded.value, room.text)));
}

/** Whether the word came in time or not, the client is asked for what it holds: a late one is held back anew (SY21). */
function hearConfirmation(
  brake: Brake,
  room: Room,
  connection: Connection,
  token: string,
  nowMs: number,
): void {
  const { userId } = connection.identity;
  const isTaken = brake.permits.confirm({ documentId: room.documentId, userId, nowMs }, token);
  if (!isTaken && connection.strike(1, nowMs)) {
    connection.close(CLOSE.badMessage, 'SY17');
    return;
  }
  connection.queue(encodeSyncStep1(room.stateVector()));
  connection.drain();
}

function hearPresence(
  turns: Turns,
  room: Room,
  connection: Connection,
  payload: Uint8Array,
  nowMs: number,
): void {
  const { userId } = connection.identity;
  const wasHeard = room.presence.hear(connection, payload, (client) => room.owners.keep(client, userId));
  if (!wasHeard && connection.strike(1, nowMs)) connection.close(CLOSE.badMessage, 'SY17');
  if (room.presence.hasNews) turns.wake(room);
}

function nowOf({ clock }: HearParts): number {
  return Date.parse(clock.now());
}
