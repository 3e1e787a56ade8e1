import { findDocument } from '../../../db/documents';
import { lastPosition, logAuthors } from '../../../db/update-log';
import { listVersionHeads } from '../../../db/versions';
import { CLOSE } from '../../../domain/wire/protocol';
import type { Runtime } from '../../runtime';
import { adoptInTheRoom, draftStatement, readyToAdopt } from '../../tests/adopted';
import { accepted } from '../../tests/outcome';
import { type Person, textOf, userIdOf, type World } from '../../tests/world';
import { endAppointment } from '../../use-cases/end-appointment';
import { revokeToken } from '../../use-cases/revoke-token';
import { suspendUser } from '../../use-cases/suspend-user';
import { later, until } from '../tests/clients';
import { below, randomOf } from '../tests/random';
import { createSyncWorld } from '../tests/sync-world';
import { type FaultReport, timesOf } from './report';
import { Typists } from './typists';

/** Somebody at the table whose right is taken while they type. */
const LOSER: Person = 'philippines';

export const DECISIONS = ['adopt', 'revoke', 'suspend', 'role'] as const;
export type Decision = (typeof DECISIONS)[number];

export interface LateEdits {
  readonly decision: Decision;
  /** Sockets that type; every fifth is the one whose right is taken. */
  readonly writers: number;
  readonly rounds: number;
  readonly seed: number;
}

/**
 * So long that what ten sockets of one person take away of others' words is no mass deletion (SY21): thirty refusals of
 * that would put somebody out for it (SY17), and not for the decision.
 */
const LONG_TEXT = textOf(
  ...Array.from({ length: 250 }, (_, index): ['operative', string] => [
    'operative',
    `AGREE to consult on matter ${index} of training, exchange and the standards of the civil service, every year;`,
  ]),
);

/** After a decision a socket is told and put out within this time. */
const AT_ONCE_MS = 1000;

/**
 * A decision falls while fifty type. Every edit is either in the text and acknowledged, or refused and absent; nobody
 * who lost the right is heard after the decision; everybody concerned is put out within a second.
 */
export async function decideWhileTyping(options: LateEdits): Promise<FaultReport> {
  const random = randomOf(options.seed);
  const findings: string[] = [];
  const times: number[] = [];
  const totals: Record<string, number> = {};
  for (let round = 1; round <= options.rounds; round += 1) {
    const table = await Table.open(options, random);
    try {
      await later(below(random, 400));
      times.push(await table.decide());
      findings.push(...table.findings().map((finding) => `${options.decision} ${round}: ${finding}`));
      for (const [name, value] of Object.entries(table.figures())) totals[name] = (totals[name] ?? 0) + value;
    } finally {
      await table.close();
    }
  }
  const { median, worst } = timesOf(times);
  return {
    figures: {
      decisions: options.rounds,
      'put out, median ms': median,
      'put out, worst ms': worst,
      ...totals,
    },
    findings,
  };
}

class Table {
  private readonly found: string[] = [];
  private decidedAt = 0;

  private constructor(
    private readonly world: World,
    private readonly documentId: string,
    private readonly typists: Typists,
    private readonly decision: Decision,
    readonly close: () => Promise<void>,
  ) {}

  static async open({ decision, writers }: LateEdits, random: () => number): Promise<Table> {
    const sync = await createSyncWorld();
    const runtime: Runtime = { ...sync.world.runtime, live: sync.sync.live };
    const world: World = { ...sync.world, runtime };
    const documentId = await draftStatement(world, LONG_TEXT);
    const typists = new Typists(sync, [documentId], writers, random);
    const close = async () => {
      typists.destroy();
      await sync.close();
    };
    await typists.synced(20_000);
    typists.start(10, 0.2);
    await until(() => typists.count('acknowledged') > 2 * writers, 'everybody typing', 20_000);
    return new Table(world, documentId, typists, decision, close);
  }

  /** How long until everybody concerned was put out, in milliseconds. */
  async decide(): Promise<number> {
    if (this.decision === 'adopt') return this.adopt();
    const start = performance.now();
    await this.takeRight();
    this.decidedAt = lastPosition(this.world.db, this.documentId);
    const code = this.decision === 'role' ? CLOSE.rightRemoved : CLOSE.sessionEnded;
    await this.untilOut((person) => person === LOSER, code);
    const taken = performance.now() - start;
    await later(200);
    for (const { client, person, name } of this.typists.all) {
      if (person !== LOSER && client.closed.length > 0) this.found.push(`${name} was put out as well`);
    }
    await this.typists.settle(this.world.db);
    const late = logAuthors(this.world.db, this.documentId, this.decidedAt, Number.MAX_SAFE_INTEGER);
    if (late.some(({ userId }) => userId === userIdOf(LOSER)))
      this.found.push('an edit came in after the decision');
    return taken;
  }

  findings(): string[] {
    const histories = this.typists.all.map(({ client, person }) =>
      client.history(this.decision !== 'adopt' && person !== LOSER),
    );
    return [...this.found, ...this.typists.check(this.world.db, histories)];
  }

  figures(): Record<string, number> {
    return this.typists.figures(this.world.db);
  }

  private async takeRight(): Promise<void> {
    const { runtime } = this.world;
    const administrator = this.world.actor('administrator');
    if (this.decision === 'revoke') {
      accepted(await revokeToken(runtime, this.world.actor(LOSER), { tokenId: `token_${LOSER}` }));
    } else if (this.decision === 'suspend') {
      accepted(await suspendUser(runtime, administrator, { userId: userIdOf(LOSER) }));
    } else {
      accepted(await endAppointment(runtime, administrator, { appointmentId: `appointment_${LOSER}` }));
    }
  }

  private async adopt(): Promise<number> {
    const { world, documentId } = this;
    const command = await readyToAdopt(world, documentId);
    await later(20);
    const start = performance.now();
    accepted(await adoptInTheRoom(world, command));
    await this.untilOut(() => true, CLOSE.frozen);
    const taken = performance.now() - start;
    await later(200);
    const { db } = world;
    if (findDocument(db, documentId)?.state !== 'adopted') this.found.push('the text is not adopted');
    const adopted = listVersionHeads(db, documentId).find(({ kind }) => kind === 'adopted');
    if (adopted?.position !== command.position) this.found.push('another text was adopted than was shown');
    if (lastPosition(db, documentId) !== command.position) this.found.push('the log grew after the adoption');
    return taken;
  }

  private async untilOut(isConcerned: (person: Person) => boolean, code: number): Promise<void> {
    const concerned = this.typists.all.filter(({ person }) => isConcerned(person));
    await until(
      () => concerned.every(({ client }) => client.closed.some((closed) => closed.code === code)),
      `${this.decision}: everybody concerned is put out with ${code}`,
      AT_ONCE_MS,
    );
  }
}
