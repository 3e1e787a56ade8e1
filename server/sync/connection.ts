import { CLOSE, type RefusalNotice, type RoomState } from '../../domain/wire/protocol';
import { Allowance } from './allowance';
import type { SocketIdentity } from './identity';
import type { Standing } from './judge';
import { Offences } from './offences';
import { Packet } from './packet';
import type { Reader } from './unread';
import { encodeAcknowledge, encodeRefused, encodeRoomState, QUIET_FRAME } from './wire';

/** All that a room needs of a socket; tests put two ends of a string in its place. */
export interface RoomSocket {
  /** Sends the packets in this order, in one write. */
  send(packets: readonly Packet[]): void;
  close(code: number, reason: string): void;
  /** Bytes that wait to leave. */
  backlog(): number;
}

/** A reader that has this much unsent is cut off and may come back: its memory would be ours (SY12). */
export const LARGEST_BACKLOG = 4 * 1024 * 1024;

/** So much of what a client says ahead of its answer to our step 1 is held for it. */
const MOST_HELD = 1024 * 1024;

const MOST_QUESTIONS = 30;
const QUESTIONS_A_SECOND = 2;

/**
 * One open socket of one person in one document. Frames gather in its outbox and leave together when the turn
 * is over.
 */
export class Connection implements Reader {
  readonly identity: SocketIdentity;
  readonly documentId: string;
  standing: Standing;
  /** Has asked for the text and been given it: from then on it is told of every change. */
  isFollowing = false;
  isClosed = false;
  /** The code this server closed it with; null while it is open and where the other side hung up. */
  closedWith: number | null = null;
  /** A client asks for the text and for presence when it joins, and hardly again. */
  readonly questions = new Allowance(MOST_QUESTIONS, QUESTIONS_A_SECOND);
  /** Edits of this connection were refused for want of storage, and the client still holds them (SY9). */
  isOwed = false;
  /** After a refusal its later edits lack their past; that is no second offence. */
  wasRefused = false;
  /** What the socket held back when it was last asked. */
  unread = 0;
  private hasAnswered = false;
  private held: Uint8Array[] = [];
  private heldBytes = 0;
  private readonly socket: RoomSocket;
  private outbox: Packet[] = [];
  /** Frames for this connection alone, after the last packet of the outbox. */
  private own: Uint8Array[] = [];
  private dealtWith = 0;
  private readonly offences: Offences;
  private told = '';
  private hasSpoken = false;

  /** `offences` are the person's, over all their sockets. */
  constructor(
    identity: SocketIdentity,
    documentId: string,
    standing: Standing,
    socket: RoomSocket,
    offences: Offences = new Offences(),
  ) {
    this.identity = identity;
    this.documentId = documentId;
    this.standing = standing;
    this.socket = socket;
    this.offences = offences;
    offences.unread.enter(this);
  }

  /** Where and who, for the logbook; of a delegation's draft neither (NP17). */
  get logged(): { readonly documentId?: string; readonly userId?: string } {
    if (this.standing.isPrivate) return {};
    return { documentId: this.documentId, userId: this.identity.userId };
  }

  queue(...frames: readonly Uint8Array[]): void {
    if (!this.isClosed) this.own.push(...frames);
  }

  /** What others are told as well. */
  queuePacket(packet: Packet): void {
    if (this.isClosed || packet.frames.length === 0) return;
    this.packOwn();
    this.outbox.push(packet);
  }

  /** Lets the outbox go, or the connection where too much already waits. */
  drain(): void {
    if (this.isClosed || (this.outbox.length === 0 && this.own.length === 0)) return;
    if (this.isTooSlow() || !this.offences.unread.hasRoom()) this.dropSlow();
    // Whoever was slowest of this person's sockets may have been this one.
    if (this.isClosed) return;
    this.hasSpoken = true;
    this.send(this.takeOutbox());
  }

  /** Asks the socket how much it holds back, and says so. */
  weigh(): void {
    const before = this.unread;
    this.unread = this.socket.backlog();
    this.offences.unread.change(this.unread - before);
  }

  /** What waits to be said would only lengthen the queue, and is not said any more. */
  dropSlow(): void {
    this.takeOutbox();
    this.close(CLOSE.tooSlow, 'reading too slowly');
  }

  /** Says something that says nothing, unless something was said since it was last called. */
  keepAlive(): void {
    if (!this.hasSpoken) this.queue(QUIET_FRAME);
    this.drain();
    this.hasSpoken = false;
  }

  /** Has said something ahead of its answer to our step 1; what follows must wait as well, to keep its order. */
  get isHolding(): boolean {
    return this.held.length > 0;
  }

  /** Whether so many bytes that lack their past may wait: the answer to our step 1, which will bring it, is still to come. */
  mayHold(bytes: number): boolean {
    return !this.hasAnswered && this.heldBytes + bytes <= MOST_HELD;
  }

  hold(bytes: Uint8Array): void {
    // A copy: what came over a socket lies in a block of memory that may be many times its size.
    this.held.push(bytes.slice());
    this.heldBytes += bytes.byteLength;
  }

  /** Our first step 1 is still to be answered. */
  get awaitsAnswer(): boolean {
    return !this.hasAnswered;
  }

  /** Our step 1 has been answered; hands out what waited for it, in order. */
  answered(): Uint8Array[] {
    this.hasAnswered = true;
    const { held } = this;
    this.held = [];
    this.heldBytes = 0;
    return held;
  }

  /** One more update message of this connection has been dealt with; `acknowledge` tells how many by now. */
  dealWith(): void {
    this.dealtWith += 1;
  }

  acknowledge(position: number): void {
    this.queue(encodeAcknowledge(position, this.dealtWith));
  }

  refuse(notice: RefusalNotice): void {
    this.wasRefused = true;
    this.queue(encodeRefused(notice));
  }

  /** Tells what may be done here, if that differs from what was told last. */
  tellState(state: RoomState): void {
    const { position: _position, ...rest } = state;
    const told = JSON.stringify(rest);
    if (told === this.told) return;
    this.told = told;
    this.queue(encodeRoomState(state));
  }

  /** Whether an update of this person may cost so many steps now (SY27). */
  mayCost(steps: number): boolean {
    return this.offences.mayCost(steps);
  }

  /** Counts an offence; true when it was one too many. */
  strike(weight: number, nowMs: number): boolean {
    return this.offences.add(weight, nowMs);
  }

  close(code: number, reason: string): void {
    if (this.isClosed) return;
    const last = this.takeOutbox();
    if (last.length > 0 && !this.isTooSlow()) this.send(last);
    this.isClosed = true;
    this.closedWith = code;
    this.socket.close(code, reason);
  }

  /** The other side is gone; nothing can be said any more. */
  markClosed(): void {
    this.isClosed = true;
    this.takeOutbox();
    this.offences.unread.leave(this);
  }

  private send(packets: readonly Packet[]): void {
    this.socket.send(packets);
    this.weigh();
  }

  /** Only what we send makes the backlog grow: one that was short after the last time is not asked for again. */
  private isTooSlow(): boolean {
    if (this.unread <= LARGEST_BACKLOG) return false;
    this.weigh();
    return this.unread > LARGEST_BACKLOG;
  }

  private packOwn(): void {
    if (this.own.length === 0) return;
    this.outbox.push(new Packet(this.own));
    this.own = [];
  }

  private takeOutbox(): Packet[] {
    this.packOwn();
    const { outbox } = this;
    this.outbox = [];
    return outbox;
  }
}
