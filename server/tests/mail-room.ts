import type { SMTPServerOptions } from 'smtp-server';
import { afterEach, beforeEach } from 'vitest';
import { atomic } from '../../db/atomic';
import { mailInState, type OutboxRow } from '../../db/outbox';
import type { NoticeEvent } from '../../domain/notices/kinds';
import { prepareOutbox } from '../jobs/outbox';
import { createSmtpMail } from '../mail/smtp';
import { type SmtpSink, smtpSink } from '../mail/testing/smtp-sink';
import { type MailConfig, readMailConfig } from '../mail-config';
import type { MailService } from '../ports';
import type { Runtime } from '../runtime';
import { tell } from '../use-cases/tell';
import { BODY, createWorld, userIdOf, type World } from './world';

export let world: World;
export let runtime: Runtime;
export let sink: SmtpSink;

export function mailConfig(port: number, query = ''): MailConfig {
  const { config, problems } = readMailConfig(
    `smtp://127.0.0.1:${port}${query}`,
    'Mufakat <mufakat@example.org>',
  );
  if (config === null) throw new Error(problems.join());
  return config;
}

export async function begin(options: SMTPServerOptions = {}): Promise<MailService> {
  sink = await smtpSink(options);
  const config = mailConfig(sink.port);
  runtime = { ...world.runtime, config: { ...world.runtime.config, mail: config } };
  prepareOutbox(runtime);
  return createSmtpMail(config);
}

/** A world and a mail server for each test of the file that calls this at its top. */
export function inMailRoom(): void {
  beforeEach(() => {
    world = createWorld();
  });
  afterEach(async () => {
    await sink?.close();
    world.close();
  });
}

export const PH = userIdOf('philippines');

export function say(event: Partial<NoticeEvent> = {}): void {
  const whole: NoticeEvent = {
    kind: 'documentAdopted',
    bodyId: BODY,
    documentId: null,
    data: { verb: 'adopted' },
    key: 'event',
    to: { roles: [], userIds: [PH] },
    ...event,
  };
  atomic(world.db, (tx) => tell(tx, world.clock.now(), whole));
}

export function only(state: OutboxRow['state']): OutboxRow {
  const [row, ...others] = mailInState(world.db, state);
  if (row === undefined || others.length > 0) throw new Error(`not one mail in state ${state}`);
  return row;
}

export function header(raw: string, name: string): string {
  const unfolded = raw.replace(/\r\n[ \t]+/g, ' ');
  return new RegExp(`^${name}: (.*)$`, 'im').exec(unfolded)?.[1]?.trim() ?? '';
}

/** The words of a letter, whichever way they were encoded. */
export function plain(raw: string): string {
  const decoded = raw.replace(
    /Content-Transfer-Encoding: base64\r\n(?:[\w-]+: .*\r\n)*\r\n([A-Za-z0-9+/=\r\n]+)/g,
    (_, body: string) => `\r\n${Buffer.from(body, 'base64').toString('utf8')}`,
  );
  const quoted = decoded.replace(/=\r\n/g, '');
  return Buffer.from(
    quoted.replace(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))),
    'latin1',
  ).toString('utf8');
}
