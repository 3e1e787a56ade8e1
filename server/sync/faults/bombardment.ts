import { isDeepStrictEqual } from 'node:util';
import * as Y from 'yjs';
import type { NodeJson } from '../../../domain/text/document-json';
import { checkText, textOfDoc, textOfState } from '../../text/ydoc';
import type { Connection } from '../connection';
import { act } from '../tests/acts';
import { later } from '../tests/clients';
import { below, oneOf, type Random, randomOf } from '../tests/random';
import { createSyncWorld, type SyncWorld } from '../tests/sync-world';
import { decodeFrame, encodeSyncStep1, encodeSyncStep2, encodeUpdate } from '../wire';
import { ATTACKS } from './attacks';
import { InProcessServer, type Wire } from './in-process';
import { mutatedFrame, randomFrame } from './mutations';
import { type FaultReport, timesOf } from './report';
import { wholeLog } from './whole-log';

export interface Bombardment {
  readonly kind: 'random' | 'mutated' | 'structured';
  readonly frames: number;
  readonly seed: number;
}

/** Frames of an attacker between two edits of an honest colleague, and so often until everything is compared. */
const FRAMES_A_TURN = 20;
const TURNS_A_ROUND = 25;

/**
 * An attacker who may write sends frames; two honest people work in the same document, one of them reads only.
 * After each round the log's replay, the text on the server and the texts of the honest must be one valid text:
 * whatever was taken in was taken in whole, whatever was refused left nothing. Nothing may be thrown.
 */
export async function bombard({ kind, frames, seed }: Bombardment): Promise<FaultReport> {
  const world = await createSyncWorld();
  const random = randomOf(seed);
  const findings: string[] = [];
  const waits: number[] = [];
  const rounds = Math.ceil(frames / (FRAMES_A_TURN * TURNS_A_ROUND));
  const refusals: Record<string, number> = {};
  let accepted = 0;
  let heapAtFirst = 0;
  let isAfterAttack = false;
  try {
    for (let round = 0; round < rounds; round += 1) {
      const siege = new Siege(world, `doc_siege_${round}`, random, kind);
      try {
        for (let turn = 0; turn < TURNS_A_ROUND; turn += 1) waits.push(siege.turn());
        findings.push(...siege.findings().map((finding) => `round ${round}: ${finding}`));
      } catch (error) {
        findings.push(`round ${round}: thrown: ${error instanceof Error ? error.stack : String(error)}`);
      }
      findings.push(...siege.server.faults.splice(0).map((fault) => `round ${round}: ${fault}`));
      accepted += siege.accepted;
      for (const [rule, count] of Object.entries(siege.server.refusals)) {
        refusals[rule] = (refusals[rule] ?? 0) + count;
      }
      siege.end();
      await later(0);
      if (!isAfterAttack && round >= rounds / 10) {
        heapAtFirst = heapMegabytes();
        isAfterAttack = true;
      }
    }
    const { median, p99, worst } = timesOf(waits);
    return {
      figures: {
        frames: rounds * TURNS_A_ROUND * FRAMES_A_TURN,
        'rows of the attacker': accepted,
        'refused by rule': JSON.stringify(refusals),
        'honest edits': waits.length,
        'honest wait, median ms': median,
        'honest wait, 99 % ms': p99,
        'honest wait, worst ms': worst,
        'heap after a tenth, MB': heapAtFirst,
        'heap at the end, MB': heapMegabytes(),
      },
      findings,
    };
  } finally {
    await world.close();
  }
}

function heapMegabytes(): number {
  globalThis.gc?.();
  return Math.round(process.memoryUsage().heapUsed / 1024 / 1024);
}

interface Seat {
  readonly doc: Y.Doc;
  readonly connection: Connection;
  readonly wire: Wire;
}

class Siege {
  readonly server: InProcessServer;
  private readonly writer: Seat;
  private readonly reader: Seat;
  private attacker: Seat;
  private readonly corpus: Uint8Array[] = [];
  private ownRows = 0;

  constructor(
    private readonly world: SyncWorld,
    private readonly documentId: string,
    private readonly random: Random,
    private readonly kind: Bombardment['kind'],
  ) {
    world.addDocument(documentId);
    this.server = new InProcessServer(world);
    this.writer = this.join('thaiDelegate');
    this.reader = this.join('reviewer');
    this.attacker = this.join('indonesia');
    this.writer.doc.on('update', (update: Uint8Array, origin: unknown) => {
      if (origin === this.writer) return;
      this.ownRows += 1;
      this.server.hear(this.writer.connection, encodeUpdate(update));
    });
    for (let edit = 0; edit < 6; edit += 1) act(this.writer.doc, random);
    this.server.endTurn();
    this.recordCorpus();
  }

  get accepted(): number {
    return wholeLog(this.world.world.db, this.documentId).rows.length - this.ownRows;
  }

  /** The attacker's frames and an honest edit in one turn; how long the honest edit waited for its acknowledgement. */
  turn(): number {
    for (let frame = 0; frame < FRAMES_A_TURN; frame += 1) {
      if (this.attacker.connection.isClosed) this.comeBack();
      this.server.hear(this.attacker.connection, this.nextFrame());
    }
    const before = Y.encodeStateVector(this.writer.doc);
    const start = performance.now();
    act(this.writer.doc, this.random);
    this.server.endTurn();
    const waited = performance.now() - start;
    for (const seat of [this.writer, this.reader, this.attacker]) listen(seat);
    if (this.writer.connection.isClosed) throw new Error('the honest writer was put out');
    if (before.length === 0) throw new Error('no text');
    return waited;
  }

  findings(): string[] {
    const found: string[] = [];
    const log = textOfState(wholeLog(this.world.world.db, this.documentId).rows.map((row) => row.bytes));
    const fault = checkText(log);
    if (fault !== null) found.push(`the log replays to a text that is not of the schema: ${fault}`);
    const live = new Y.Doc();
    const answer = this.server.roomOf(this.documentId).answer(Uint8Array.of(0));
    for (const frame of answer?.frames ?? []) applyFrame(live, frame, null);
    if (!isDeepStrictEqual(joinRuns(textOfDoc(live)), joinRuns(log)))
      found.push('the text on the server is not that of the log');
    if (!isDeepStrictEqual(joinRuns(textOfDoc(this.writer.doc)), joinRuns(log)))
      found.push('the writer has another text');
    if (!isDeepStrictEqual(joinRuns(textOfDoc(this.reader.doc)), joinRuns(log)))
      found.push('the reader has another text');
    if (({} as Record<string, unknown>).user !== undefined) found.push('a prototype was changed');
    return found;
  }

  end(): void {
    for (const { doc, connection } of [this.writer, this.reader, this.attacker]) {
      this.server.leave(connection);
      doc.destroy();
    }
    this.server.stop();
  }

  private nextFrame(): Uint8Array {
    const { random } = this;
    if (this.kind === 'random') return randomFrame(random);
    if (this.kind === 'mutated') return mutatedFrame(random, this.corpus);
    const doc = new Y.Doc();
    Y.applyUpdate(doc, Y.encodeStateAsUpdate(this.attacker.doc));
    doc.clientID = below(random, 2 ** 32);
    const foreign = [...doc.store.clients.keys()];
    const name = oneOf(random, Object.keys(ATTACKS));
    const frame = ATTACKS[name]?.({ doc, foreign, random }) ?? Uint8Array.of();
    doc.destroy();
    return random() < 0.1 ? mutatedFrame(random, [frame]) : frame;
  }

  /** Honest frames that are valid in this text: what the attacker would send if they were none. */
  private recordCorpus(): void {
    const { random } = this;
    listen(this.attacker);
    const doc = new Y.Doc();
    Y.applyUpdate(doc, Y.encodeStateAsUpdate(this.attacker.doc));
    doc.clientID = this.attacker.doc.clientID;
    doc.on('update', (update: Uint8Array) => this.corpus.push(encodeUpdate(update)));
    for (let edit = 0; edit < 12; edit += 1) act(doc, random);
    this.corpus.push(encodeSyncStep1(Y.encodeStateVector(doc)), encodeSyncStep2(Y.encodeStateAsUpdate(doc)));
    const told = this.server.roomOf(this.documentId).answer(Uint8Array.of(0));
    this.corpus.push(...(told?.frames ?? []));
    doc.destroy();
  }

  private comeBack(): void {
    this.server.leave(this.attacker.connection);
    this.attacker.doc.destroy();
    this.server.forgive();
    this.attacker = this.join('indonesia');
    listen(this.attacker);
  }

  private join(person: 'thaiDelegate' | 'reviewer' | 'indonesia'): Seat {
    const seat = { doc: new Y.Doc(), ...this.server.join(person, this.documentId) };
    seat.doc.clientID = below(this.random, 2 ** 32);
    this.server.hear(seat.connection, encodeSyncStep1(Uint8Array.of(0)));
    this.server.hear(seat.connection, encodeSyncStep2(Uint8Array.of(0, 0)));
    return seat;
  }
}

/** Neighbouring runs with the same marks as one: Yjs tidies superfluous marks in a living text, not in a replay. */
function joinRuns(node: NodeJson): NodeJson {
  const content: NodeJson[] = [];
  for (const child of node.content ?? []) {
    const last = content.at(-1);
    const isMore =
      child.type === 'text' && last?.type === 'text' && isDeepStrictEqual(last.marks, child.marks);
    if (isMore) content[content.length - 1] = { ...last, text: `${last.text}${child.text}` };
    else content.push(joinRuns(child));
  }
  return { ...node, content };
}

/** Takes in all that the server has said. */
function listen(seat: Seat): void {
  for (const frame of seat.wire.take()) applyFrame(seat.doc, frame, seat);
}

function applyFrame(doc: Y.Doc, frame: Uint8Array, origin: unknown): void {
  const message = decodeFrame(frame);
  if (message.ok && message.value.kind === 'update') Y.applyUpdate(doc, message.value.bytes, origin);
}
