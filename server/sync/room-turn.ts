import type { Db } from '../../db/client';
import { isStorageError } from '../../db/storage-error';
import { appendUpdate, bindClient } from '../../db/update-log';
import { type Refusal, refuse } from '../../domain/refusal';
import { CLOSE } from '../../domain/wire/protocol';
import type { Hand, Weighed } from './brake';
import type { CommitParts, RoomOutcome } from './commit';
import type { Connection } from './connection';
import { admit, clientsOf, tryTogether } from './gate';
import { Ahead } from './gate/ahead';
import { type DecodedUpdate, decodeUpdate } from './gate/decode';
import { FREE_STEPS } from './gate/effort';
import { judgeStructs, LACKS_PAST } from './gate/structs';
import type { Standing, Verdict } from './judge';
import { isAllNews, isNothing, type News, newsOf } from './known';
import { type Pending, UnreadableText } from './room';

/** An update that has been judged by itself, and under which rights its author stood then. */
interface Judged {
  readonly connection: Connection;
  readonly standing: Standing;
  readonly update: DecodedUpdate;
  /** Client ids its news is written under. */
  readonly clients: ReadonlySet<number>;
  /** The words of others it deletes, where they are few; they are counted already. */
  readonly weighed: Weighed | null;
}

/**
 * After an update that a trial has spoilt the text is built anew. So many one person may cause in one turn, which
 * everybody else waits for.
 */
const MOST_SPOILT = 3;

/** More delete ranges than this are no tidying of marks. */
const MOST_TIDIED = 200;

/**
 * One room's part of a turn. Updates that are all news are gathered and tried together, as honest work can be;
 * when something is wrong with one of them, each is tried alone, so that only its author is refused.
 */
export class RoomTurn {
  private readonly nowMs: number;
  private readonly verdicts = new Map<Connection, Verdict>();
  private readonly spoilt = new Map<string, number>();
  private gathered: Judged[] = [];
  private ahead: Ahead | null = null;
  /** Bytes of the updates that lacked their past in this turn. */
  private heldBack: Map<Connection, number> | null = null;

  constructor(
    private readonly parts: CommitParts,
    private readonly tx: Db,
    private readonly outcome: RoomOutcome,
    private readonly at: string,
  ) {
    this.nowMs = Date.parse(at);
    // Nothing was written since the room last looked, by whatever hand: there is nothing to catch up with.
    const { judge } = parts;
    const { room } = outcome;
    if (room.followedAt === judge.epoch) return;
    outcome.rows.push(...room.catchUp());
    room.followedAt = judge.epoch;
  }

  /** Takes one waiting message on; its fate is known when the turn has ended. */
  take(message: Pending): void {
    const { connection, bytes } = message;
    const { early, dealtWith, refusals } = this.outcome;
    // Cut off for what they sent; whoever left by themselves is heard to the end.
    if (connection.closedWith === CLOSE.badMessage) return;
    if (this.hasSpoilt(connection)) {
      this.outcome.late.push(message);
      return;
    }
    const heldBack = this.heldBack?.get(connection) ?? 0;
    const withThis = heldBack + bytes.byteLength;
    const mustWait = (heldBack > 0 || connection.isHolding) && connection.mayHold(withThis);
    const refusal = mustWait ? null : this.guarded(() => this.judge(connection, bytes));
    if (mustWait || (refusal !== null && LACKS_PAST.has(refusal.rule) && connection.mayHold(withThis))) {
      early.push(message);
      this.heldBack ??= new Map();
      this.heldBack.set(connection, withThis);
      return;
    }
    dealtWith.push(connection);
    if (message.isAnswer === true) this.outcome.answered.push(connection);
    if (refusal !== null) refusals.push({ connection, bytes, refusal });
  }

  private hasSpoilt({ identity }: Connection): boolean {
    return (this.spoilt.get(identity.userId) ?? 0) >= MOST_SPOILT;
  }

  /** What was gathered of somebody who turns out to spoil texts is not dealt with yet. */
  private postpone({ connection, update }: Judged): void {
    const { dealtWith, late } = this.outcome;
    dealtWith.splice(dealtWith.lastIndexOf(connection), 1);
    late.push({ connection, bytes: update.bytes });
  }

  /** Tries and appends what is still gathered. */
  end(): void {
    const gathered = this.gathered;
    this.gathered = [];
    this.ahead = null;
    const [only, ...more] = gathered;
    if (only === undefined) return;
    if (more.length === 0) {
      this.answer(pendingOf(only), () => this.tryJudged(only));
      return;
    }
    if (this.tryGathered(gathered)) return;
    for (const judged of gathered) {
      if (judged.weighed !== null) this.uncount(judged.weighed);
      if (this.hasSpoilt(judged.connection)) this.postpone(judged);
      else this.answer(pendingOf(judged), () => this.tryAlone(judged));
    }
  }

  /** A fault of ours in one update is no reason to lose the turn of everybody else; a fault of the storage is. */
  private answer(message: Pending, work: () => Refusal | null): void {
    const refusal = this.guarded(work);
    if (refusal !== null) this.outcome.refusals.push({ ...message, refusal });
  }

  private guarded(work: () => Refusal | null): Refusal | null {
    try {
      return work();
    } catch (error) {
      if (isStorageError(error)) throw error;
      const { room } = this.outcome;
      this.parts.logger.error({ err: error, documentId: room.documentId }, 'an update could not be judged');
      if (error instanceof UnreadableText) this.outcome.isUnreadable = true;
      else room.dropCandidate();
      return refuse('SY9');
    }
  }

  /** Judges one update by itself and gathers it; the refusal, or null when it waits, is in, or held nothing new. */
  private judge(connection: Connection, bytes: Uint8Array): Refusal | null {
    const { room } = this.outcome;
    const decoded = decodeUpdate(bytes);
    if (!decoded.ok) return decoded;
    const update = decoded.value;
    if (isNothing(update)) return null;
    const verdict = this.verdictOn(connection);
    if (!verdict.ok) return refuse(verdict.rule);
    const { standing } = verdict;
    if (standing.refusal !== null) return this.judgeReader(connection, update, standing.refusal);
    this.ahead ??= new Ahead(room.openCandidate(), room.owners);
    const { ahead } = this;
    const news = newsOf(update, ahead);
    if (isNothing(news)) return null;
    if (news.structs.length > 0 && room.openCandidate().isFull) return refuse('SY29');
    const userId = standing.user.id;
    const judgement = judgeStructs(news, ahead, (client) => ahead.allows(client, userId));
    if (!judgement.ok) return judgement;
    const judged = { connection, standing, update, clients: clientsOf(news), weighed: null };
    const { brake } = this.parts;
    const hand = this.handOf(judged);
    const deletion = brake.look(room.openCandidate(), room.owners, hand, news);
    const weighed = deletion === null ? null : brake.weighLightly(hand, deletion);
    if (!isAllNews(update, news, ahead) || (deletion !== null && weighed === null)) {
      this.end();
      return this.tryAlone(judged);
    }
    ahead.add(news, userId);
    if (weighed !== null) this.count(weighed);
    this.gathered.push({ ...judged, weighed });
    return null;
  }

  /** What a person may send who may not edit: what is known already, and what Yjs does of itself. No Y.Doc for it. */
  private judgeReader(connection: Connection, update: DecodedUpdate, refusal: Refusal): Refusal | null {
    const news = newsOf(update, this.outcome.room.text);
    return isNothing(news) || this.isTidying(connection, news) ? null : refusal;
  }

  /** Whoever sends much in one turn is judged once in it: the turn is one transaction. */
  private verdictOn(connection: Connection): Verdict {
    const known = this.verdicts.get(connection);
    if (known !== undefined) return known;
    const { documentId } = this.outcome.room;
    const verdict = this.parts.judge.judge(connection.identity, documentId, this.at);
    this.verdicts.set(connection, verdict);
    return verdict;
  }

  /**
   * Yjs clients, readers among them, delete superfluous marks by themselves and say so: no attempt to write. The
   * bytes of the log do not tell of words that went with their paragraph, so their no is not the last word; but
   * whoever makes the server build a Y.Doc for a no answers for it.
   */
  private isTidying(connection: Connection, news: News): boolean {
    if (news.structs.length > 0 || news.deletes.length > MOST_TIDIED) return false;
    const { room } = this.outcome;
    if (room.text.areMarks(news.deletes)) return true;
    if (room.isEdited) return false;
    if (connection.strike(1, this.nowMs)) connection.close(CLOSE.badMessage, 'SY17');
    return room.openCandidate().areMarks(news.deletes);
  }

  /** Tries all that is gathered at once; false when something is wrong with one of them, and nothing has happened. */
  private tryGathered(gathered: readonly Judged[]): boolean {
    const { room } = this.outcome;
    const updates = gathered.map(({ update }) => update);
    const clients = gathered.flatMap((judged) => [...judged.clients]);
    let byServer: readonly Uint8Array[] = [];
    const fault = this.guarded(() => {
      const tried = tryTogether(room.openCandidate(), updates, clients, {
        keepsBrackets: gathered.some(keepsBrackets),
      });
      if (!tried.ok) return tried;
      byServer = tried.value.byServer;
      return gathered.every((judged) => this.bindAll(judged)) ? null : refuse('SY3');
    });
    if (fault !== null) {
      room.dropCandidate();
      return false;
    }
    for (const judged of gathered) this.append(judged, judged.update.bytes, judged.connection);
    const last = gathered.at(-1);
    if (last !== undefined) for (const more of byServer) this.append(last, more, null);
    return true;
  }

  /** A single update that has been judged by itself, such as a keystroke in a quiet room: only the trial is left. */
  private tryJudged(judged: Judged): Refusal | null {
    const refusal = this.guarded(() => {
      const { connection, update, clients } = judged;
      const tried = tryTogether(this.outcome.room.openCandidate(), [update], clients, {
        freeSteps: FREE_STEPS,
        keepsBrackets: keepsBrackets(judged),
      });
      if (!tried.ok) return tried;
      if (!connection.mayCost(tried.value.steps)) return refuse('SY27');
      if (!this.bindAll(judged)) return refuse('SY3');
      this.append(judged, update.bytes, connection);
      for (const more of tried.value.byServer) this.append(judged, more, null);
      return null;
    });
    if (refusal === null) return null;
    this.outcome.room.dropCandidate();
    if (judged.weighed !== null) this.uncount(judged.weighed);
    return refusal;
  }

  private tryAlone(judged: Judged): Refusal | null {
    const { room } = this.outcome;
    const candidate = room.openCandidate();
    const news = newsOf(judged.update, candidate);
    if (isNothing(news)) return null;
    const { brake, keepCheckpoint } = this.parts;
    const hand = this.handOf(judged);
    const deletion = brake.look(candidate, room.owners, hand, news);
    const held = deletion === null ? null : brake.holdAtOnce(candidate, room.owners, hand, deletion);
    if (held !== null) return held;
    const admitted = admit(candidate, room.owners, hand.userId, judged.update, news, keepsBrackets(judged));
    if (!admitted.ok) {
      if (candidate.isSpoilt) {
        room.dropCandidate();
        this.spoilt.set(hand.userId, (this.spoilt.get(hand.userId) ?? 0) + 1);
      }
      return admitted;
    }
    if (!judged.connection.mayCost(admitted.value.steps)) {
      room.dropCandidate();
      return refuse('SY27');
    }
    const weighed = deletion === null ? null : brake.weigh(candidate, room.owners, hand, deletion);
    if (weighed?.ok === false) {
      room.dropCandidate();
      return weighed;
    }
    if (!this.bindAll(judged)) {
      room.dropCandidate();
      return refuse('SY3');
    }
    if (weighed !== null) {
      if (weighed.value.permit !== null) keepCheckpoint(this.tx, room.documentId, hand.userId, this.at);
      this.count(weighed.value);
    }
    const { own, byServer } = admitted.value;
    if (own !== null) this.append(judged, own, judged.connection);
    for (const more of byServer) this.append(judged, more, null);
    return null;
  }

  private handOf({ standing }: Judged): Hand {
    const { documentId } = this.outcome.room;
    return { documentId, userId: standing.user.id, nowMs: this.nowMs };
  }

  private count(weighed: Weighed): void {
    this.parts.brake.spend(weighed);
    this.outcome.deletions.push(weighed);
  }

  private uncount(weighed: Weighed): void {
    this.parts.brake.refund(weighed);
    this.outcome.deletions.splice(this.outcome.deletions.indexOf(weighed), 1);
  }

  private bindAll({ standing, clients }: Judged): boolean {
    const { room, bound } = this.outcome;
    const { id: userId, country } = standing.user;
    for (const clientId of clients) {
      if (room.owners.isBound(clientId)) continue;
      const binding = { documentId: room.documentId, clientId, userId, country, at: this.at };
      if (!bindClient(this.tx, binding)) return false;
      room.owners.bind(clientId, userId);
      bound.push(clientId);
    }
    return true;
  }

  /** A row by the server's own hand (`author` null) stands under the person whose update called for it, with no client id. */
  private append(
    { connection, standing, clients }: Judged,
    bytes: Uint8Array,
    author: Connection | null,
  ): void {
    const { room, rows } = this.outcome;
    const [clientId = room.presence.clientOf(connection)] = clients;
    const row = {
      documentId: room.documentId,
      userId: standing.user.id,
      country: standing.user.country,
      sessionId: connection.identity.sessionId,
      clientId: author === null ? null : clientId,
      at: this.at,
      bytes,
    };
    const position = appendUpdate(this.tx, row, rows.at(-1)?.position ?? room.position);
    rows.push({ position, bytes, author });
  }
}

function pendingOf({ connection, update }: Judged): Pending {
  return { connection, bytes: update.bytes };
}

/** While a text is negotiated its brackets are acts of the table and no matter of typing (BR15); drafts are their ring's. */
function keepsBrackets({ standing }: Judged): boolean {
  return !standing.isPrivate && standing.subject.state === 'negotiation';
}
