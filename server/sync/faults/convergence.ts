import { isDeepStrictEqual } from 'node:util';
import * as decoding from 'lib0/decoding';
import * as Y from 'yjs';
import type { NodeJson } from '../../../domain/text/document-json';
import { documentSchema } from '../../../domain/text/schema';
import { MESSAGE, type RefusalNotice } from '../../../domain/wire/protocol';
import { checkText, textOfDoc, textOfState } from '../../text/ydoc';
import type { Connection } from '../connection';
import { later } from '../tests/clients';
import { below, oneOf, type Random, randomOf } from '../tests/random';
import { createSyncWorld, type SyncWorld } from '../tests/sync-world';
import { decodeFrame, encodeConfirm, encodeSyncStep1, encodeSyncStep2, encodeUpdate } from '../wire';
import { actInEditor } from './editor-acts';
import { HeadlessEditor } from './headless-editor';
import { InProcessServer, type Wire } from './in-process';
import type { FaultReport } from './report';
import { WRITERS } from './typists';
import { wholeLog } from './whole-log';

export interface Convergence {
  readonly seeds: readonly number[];
  readonly editors: number;
  /** What happens in one run: an act, a line that breaks or comes back, or something delivered. */
  readonly steps: number;
}

/**
 * Real editors on one text, with lines that break and frames that arrive whenever they like. In the end every editor
 * must show the text that the log replays to, valid in the schema, and no honest act may have been refused.
 */
export async function converge({ seeds, editors, steps }: Convergence): Promise<FaultReport> {
  const world = await createSyncWorld();
  const findings: string[] = [];
  const totals = { acts: 0, partitions: 0, rows: 0, confirmed: 0, 'taken anew': 0, blocks: 0 };
  try {
    for (const seed of seeds) {
      // Timers that the editors left behind must run, or they keep the editors.
      await later(0);
      const documentId = `doc_seed_${seed}`;
      world.addDocument(documentId);
      const run = new Run(world, documentId, editors, randomOf(seed));
      try {
        for (let step = 0; step < steps; step += 1) run.step();
        run.deliverAll();
        findings.push(...run.findings(world).map((finding) => `seed ${seed}: ${finding}`));
        totals.acts += run.acts;
        totals.partitions += run.partitions;
        totals.confirmed += run.confirmed;
        totals['taken anew'] += run.takenAnew;
        totals.rows += wholeLog(world.world.db, documentId).rows.length;
        totals.blocks += run.blocks;
      } catch (error) {
        findings.push(`seed ${seed}: ${error instanceof Error ? error.stack : String(error)}`);
      } finally {
        run.destroy();
      }
    }
    return { figures: { seeds: seeds.length, editors, ...totals }, findings };
  } finally {
    await world.close();
  }
}

/**
 * What an editor shows, its tables without empty cells and spans. Where two people changed one table at once, rows
 * may be of unequal length: every editor fills them up on its screen, and nowhere else until somebody writes.
 */
function asShown(node: NodeJson): unknown {
  const { colspan, rowspan, ...attrs } = node.attrs ?? {};
  const content = node.content?.filter((child) => !isBlank(child)).map(asShown) ?? [];
  return { ...node, attrs, content };
}

/** A table or a cell without a word: editors add such cells, and drop such tables, by themselves. */
function isBlank({ type, content }: NodeJson): boolean {
  return TABULAR.has(type) && !JSON.stringify(content ?? []).includes('"text"');
}

const TABULAR: ReadonlySet<string> = new Set(['table', 'tableCell', 'tableHeader']);

/** Yjs's undo makes such an item once in a great while; refusing it is right. */
const CROSSED = 'neighbours the wrong way round';

/** After so many exchanges between all editors everything has long arrived. */
const MOST_ROUNDS = 200;

/** A desk: an editor, and its line to the server while it has one. */
interface Desk {
  editor: HeadlessEditor;
  readonly person: (typeof WRITERS)[number];
  line: { readonly connection: Connection; readonly wire: Wire } | null;
  outgoing: Uint8Array[];
  incoming: Uint8Array[];
}

class Run {
  acts = 0;
  partitions = 0;
  confirmed = 0;
  takenAnew = 0;
  private readonly refusals: string[] = [];
  private readonly server: InProcessServer;
  private readonly desks: readonly Desk[];
  private readonly documentId: string;
  private readonly random: Random;

  constructor(world: SyncWorld, documentId: string, editors: number, random: Random) {
    this.server = new InProcessServer(world);
    this.documentId = documentId;
    this.random = random;
    this.desks = Array.from({ length: editors }, (_, index) => this.deskOf(index));
    for (const desk of this.desks) this.connect(desk);
    this.deliverAll();
  }

  get blocks(): number {
    return this.desks[0]?.editor.state.doc.childCount ?? 0;
  }

  step(): void {
    const { random } = this;
    const desk = oneOf(random, this.desks);
    const choice = random();
    if (choice < 0.55) {
      this.acts += 1;
      actInEditor(desk.editor, random);
    } else if (choice < 0.6) {
      this.partitions += 1;
      if (desk.line === null) this.connect(desk);
      else this.disconnect(desk);
    } else if (choice < 0.75) this.send(desk, 1 + below(random, 4));
    else if (choice < 0.85) this.server.endTurn();
    else this.receive(desk, 1 + below(random, 4));
  }

  /** Everybody is connected, and all that is on its way arrives. */
  deliverAll(): void {
    for (const desk of this.desks) if (desk.line === null) this.connect(desk);
    for (let quiet = 0, rounds = 0; quiet < 3; quiet += 1, rounds += 1) {
      if (rounds > MOST_ROUNDS) throw new Error('the editors answer each other without end');
      for (const desk of this.desks) {
        if (desk.outgoing.length > 0) quiet = 0;
        this.send(desk, Number.POSITIVE_INFINITY);
      }
      this.server.endTurn();
      for (const desk of this.desks) this.receive(desk, Number.POSITIVE_INFINITY);
    }
  }

  findings({ world }: SyncWorld): string[] {
    const updates = wholeLog(world.db, this.documentId).rows.map((row) => row.bytes);
    const text = textOfState(updates);
    const shown = asShown(documentSchema().nodeFromJSON(text).toJSON() as NodeJson);
    const fault = checkText(text);
    const found = [...this.refusals];
    if (fault !== null) found.push(`the log replays to a text that is not of the schema: ${fault}`);
    for (const [index, { editor }] of this.desks.entries()) {
      if (!isDeepStrictEqual(textOfDoc(editor.doc), text)) found.push(`editor ${index} has another text`);
      else if (!isDeepStrictEqual(asShown(editor.state.doc.toJSON() as NodeJson), shown))
        found.push(`editor ${index} shows another text`);
    }
    return found;
  }

  destroy(): void {
    for (const { editor } of this.desks) editor.destroy();
    this.server.stop();
  }

  private deskOf(index: number): Desk {
    const person = WRITERS[index % WRITERS.length] ?? 'chair';
    const editor = new HeadlessEditor(this.random);
    const desk: Desk = { editor, person, line: null, outgoing: [], incoming: [] };
    this.listenTo(desk);
    return desk;
  }

  private listenTo(desk: Desk): void {
    desk.editor.doc.on('update', (update: Uint8Array, origin: unknown) => {
      if (origin !== desk && desk.line !== null) desk.outgoing.push(encodeUpdate(update));
    });
  }

  /** What a person does whose browser says that an edit was refused: loads the page again. */
  private takeAnew(desk: Desk): void {
    this.takenAnew += 1;
    this.disconnect(desk);
    desk.editor.destroy();
    desk.editor = new HeadlessEditor(this.random);
    this.listenTo(desk);
    this.connect(desk);
  }

  private connect(desk: Desk): void {
    desk.line = this.server.join(desk.person, this.documentId);
    desk.outgoing = [encodeSyncStep1(Y.encodeStateVector(desk.editor.doc))];
    desk.incoming = [];
  }

  private disconnect(desk: Desk): void {
    if (desk.line !== null) this.server.leave(desk.line.connection);
    desk.line = null;
    desk.outgoing = [];
    desk.incoming = [];
  }

  private send(desk: Desk, most: number): void {
    const { line } = desk;
    if (line === null) return;
    for (const frame of desk.outgoing.splice(0, most)) this.server.hear(line.connection, frame);
  }

  private receive(desk: Desk, most: number): void {
    const { line } = desk;
    if (line === null) return;
    desk.incoming.push(...line.wire.take());
    for (const frame of desk.incoming.splice(0, most)) if (desk.line === line) this.hear(desk, frame);
    if (line.wire.closedWith !== null) throw new Error(`closed with ${line.wire.closedWith}`);
  }

  private hear(desk: Desk, frame: Uint8Array): void {
    const message = decodeFrame(frame);
    if (message.ok && message.value.kind === 'update')
      Y.applyUpdate(desk.editor.doc, message.value.bytes, desk);
    else if (message.ok && message.value.kind === 'syncStep1') {
      desk.outgoing.push(encodeSyncStep2(Y.encodeStateAsUpdate(desk.editor.doc, message.value.stateVector)));
    } else this.hearRefusal(desk, frame);
  }

  private hearRefusal(desk: Desk, frame: Uint8Array): void {
    const decoder = decoding.createDecoder(frame);
    if (decoding.readVarUint(decoder) !== MESSAGE.refused) return;
    const { rule, detail } = JSON.parse(decoding.readVarString(decoder)) as RefusalNotice;
    if (rule === 'SY21' && typeof detail?.token === 'string') {
      this.confirmed += 1;
      desk.outgoing.push(encodeConfirm(detail.token));
    } else if (detail?.fault === CROSSED) this.takeAnew(desk);
    else this.refusals.push(`an honest act was refused by ${rule} ${JSON.stringify(detail ?? {})}`);
  }
}
