import type { SMTPServerOptions } from 'smtp-server';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { setProfile } from '../../db/accounts';
import { atomic } from '../../db/atomic';
import { changeProcedure } from '../../db/documents';
import { chooseMail } from '../../db/notice-preferences';
import { markRead, noticesOf } from '../../db/notices';
import { mailInState, type OutboxRow } from '../../db/outbox';
import { insertProposal } from '../../db/proposals';
import { appointments } from '../../db/schema/bodies';
import { silenceRuns } from '../../db/schema/silence';
import type { NoticeEvent } from '../../domain/notices/kinds';
import { createSmtpMail } from '../mail/smtp';
import { type SmtpSink, smtpSink } from '../mail/testing/smtp-sink';
import { type MailConfig, readMailConfig } from '../mail-config';
import type { MailService } from '../ports';
import type { Runtime } from '../runtime';
import { draftStatement } from '../tests/adopted';
import { BODY, createWorld, ITEM, MEETING, userIdOf, type World } from '../tests/world';
import { tell } from '../use-cases/tell';
import { unsubscribe, unsubscriberOf } from '../use-cases/unsubscribe';
import { planDelegationDigests } from './delegation-digests';
import { prepareOutbox, sendDueMail } from './outbox';

let world: World;
let runtime: Runtime;
let sink: SmtpSink;

function mailConfig(port: number, query = ''): MailConfig {
  const { config, problems } = readMailConfig(
    `smtp://127.0.0.1:${port}${query}`,
    'Mufakat <mufakat@example.org>',
  );
  if (config === null) throw new Error(problems.join());
  return config;
}

async function begin(options: SMTPServerOptions = {}): Promise<MailService> {
  sink = await smtpSink(options);
  const config = mailConfig(sink.port);
  runtime = { ...world.runtime, config: { ...world.runtime.config, mail: config } };
  prepareOutbox(runtime);
  return createSmtpMail(config);
}

beforeEach(() => {
  world = createWorld();
});
afterEach(async () => {
  await sink?.close();
  world.close();
});

const PH = userIdOf('philippines');

function say(event: Partial<NoticeEvent> = {}): void {
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

function only(state: OutboxRow['state']): OutboxRow {
  const [row, ...others] = mailInState(world.db, state);
  if (row === undefined || others.length > 0) throw new Error(`not one mail in state ${state}`);
  return row;
}

function header(raw: string, name: string): string {
  const unfolded = raw.replace(/\r\n[ \t]+/g, ' ');
  return new RegExp(`^${name}: (.*)$`, 'im').exec(unfolded)?.[1]?.trim() ?? '';
}

/** The words of a letter, whichever way they were encoded. */
function plain(raw: string): string {
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

describe('handing over', () => {
  test('NO9 NO12 a mail goes out once, with a way off its list and nothing that reports back', async () => {
    const mail = await begin();
    say();
    const planned = only('waiting');
    await sendDueMail(runtime, mail);
    await sendDueMail(runtime, mail);
    expect(sink.received).toHaveLength(1);
    const raw = sink.received[0]?.raw ?? '';
    expect(sink.received[0]?.to).toBe('philippines@example.org');
    expect(header(raw, 'Message-ID')).toBe(planned.messageId);
    expect(header(raw, 'List-Unsubscribe-Post')).toBe('List-Unsubscribe=One-Click');
    expect(header(raw, 'List-Unsubscribe')).toMatch(
      /^<http:\/\/localhost:3000\/api\/notices\/unsubscribe\/[\w.-]+>$/,
    );
    expect(header(raw, 'Subject')).toBe('The text was adopted.');
    expect(header(raw, 'From')).toBe('Mufakat <mufakat@example.org>');
    expect(raw).not.toMatch(/<img|<script|url\(/);
    expect(only('sent')).toMatchObject({ attempts: 1, sentAt: world.clock.now() });
  });

  test('NO12 a letter is in its person’s language', async () => {
    const mail = await begin();
    setProfile(world.db, PH, { locale: 'th' });
    say();
    await sendDueMail(runtime, mail);
    expect(plain(sink.received[0]?.raw ?? '')).toContain('เรียน Jose Reyes');
  });

  test('NO9 greylisting: the same mail, with the same Message-ID, is tried again later', async () => {
    let asked = 0;
    const mail = await begin({
      onRcptTo: (_address, _session, done) => {
        asked += 1;
        done(asked === 1 ? Object.assign(new Error('come back later'), { responseCode: 450 }) : null);
      },
    });
    say();
    await sendDueMail(runtime, mail);
    expect(only('waiting')).toMatchObject({ attempts: 1, dueAt: '2019-04-22T02:01:00.000Z' });
    await sendDueMail(runtime, mail);
    expect(asked).toBe(1);
    world.clock.advance(60);
    await sendDueMail(runtime, mail);
    expect(sink.received.map(({ raw }) => header(raw, 'Message-ID'))).toEqual([only('sent').messageId]);
  });

  test('NO9 a temporary refusal after the letter was given is an answer, and it is tried again', async () => {
    let asked = 0;
    const mail = await begin({
      onData: (stream, _session, done) => {
        asked += 1;
        stream.resume();
        stream.on('end', () =>
          done(asked === 1 ? Object.assign(new Error('disk full'), { responseCode: 452 }) : null),
        );
      },
    });
    say();
    await sendDueMail(runtime, mail);
    expect(only('waiting').attempts).toBe(1);
    world.clock.advance(60);
    await sendDueMail(runtime, mail);
    expect(only('sent').attempts).toBe(2);
  });

  test('NO11 an address refused for good is told to the secretariat, and not tried again', async () => {
    const mail = await begin({
      onRcptTo: (_address, _session, done) =>
        done(Object.assign(new Error('no such mailbox'), { responseCode: 550 })),
    });
    say();
    say({ key: 'another' });
    await sendDueMail(runtime, mail);
    expect(mailInState(world.db, 'failed')).toHaveLength(2);
    const all = { unreadOnly: false, documentId: null, before: null, limit: 9 };
    expect(noticesOf(world.db, userIdOf('secretariat'), all).map(({ kind, data }) => [kind, data])).toEqual([
      ['mailFailed', '{"person":"Jose Reyes"}'],
    ]);
    world.clock.advance(7 * 86_400);
    await sendDueMail(runtime, mail);
    expect(mailInState(world.db, 'waiting')).toEqual([]);
  });

  test('NO9 a server that is not there holds up nothing and loses nothing', async () => {
    const mail = await begin();
    await sink.close();
    say();
    say({ key: 'another' });
    await sendDueMail(runtime, mail);
    expect(
      mailInState(world.db, 'waiting')
        .map((row) => row.attempts)
        .sort(),
    ).toEqual([0, 1]);
  });

  test('NO9 what is refused for two days is given up', async () => {
    const mail = await begin();
    await sink.close();
    say();
    for (let tries = 0; tries < 11; tries += 1) {
      await sendDueMail(runtime, mail);
      world.clock.advance(86_400);
    }
    expect(only('failed').attempts).toBe(11);
    // Whose fault it was nobody knows: no address is said to be wrong.
    const all = { unreadOnly: false, documentId: null, before: null, limit: 9 };
    expect(noticesOf(world.db, userIdOf('secretariat'), all)).toEqual([]);
  });

  test('NO9 STARTTLS is used where it is offered, and a certificate nobody vouches for is not believed', async () => {
    const suspicious = await begin({ disabledCommands: [] });
    say();
    await sendDueMail(runtime, suspicious);
    expect(only('waiting').lastError).toMatch(/self.signed|certificate/i);
    expect(sink.received).toEqual([]);
    world.clock.advance(60);
    const trusting = createSmtpMail(mailConfig(sink.port), { rejectUnauthorized: false });
    await sendDueMail(runtime, trusting);
    expect(sink.received.map(({ secure }) => secure)).toEqual([true]);
  });

  test('NO9 where TLS is demanded and not offered, nothing is given away', async () => {
    await begin();
    say();
    await sendDueMail(runtime, createSmtpMail({ ...mailConfig(sink.port), requireTls: true }));
    expect(only('waiting').lastError).toMatch(/STARTTLS/);
    expect(sink.received).toEqual([]);
  });
});

describe('NO9 whatever ends in the middle', () => {
  test('NO9 a connection that drops after the letter was given away: not again, but once more in the morning', async () => {
    let drops = true;
    const kept: string[] = [];
    const mail = await begin({
      onData: (stream, _session, done) => {
        if (drops) {
          stream.once('data', () => {
            stream.on('error', () => undefined);
            sink.drop();
          });
          return;
        }
        const chunks: Buffer[] = [];
        stream.on('data', (chunk: Buffer) => chunks.push(chunk));
        stream.on('end', () => {
          kept.push(Buffer.concat(chunks).toString('utf8'));
          done(null);
        });
      },
    });
    say();
    const { messageId } = only('waiting');
    await sendDueMail(runtime, mail);
    expect(only('unsure').messageId).toBe(messageId);
    drops = false;
    world.clock.advance(3600);
    await sendDueMail(runtime, mail);
    expect(kept).toEqual([]);
    world.clock.set('2019-04-23T00:00:00.000Z');
    await sendDueMail(runtime, mail);
    expect(kept).toHaveLength(1);
    expect(header(kept[0] ?? '', 'Message-ID')).not.toBe(messageId);
    expect(plain(kept[0] ?? '')).toContain('it may have reached you already');
    world.clock.advance(3 * 86_400);
    await sendDueMail(runtime, mail);
    expect(kept).toHaveLength(1);
  });

  test('NO9 what was read in the inbox meanwhile is not told again', async () => {
    await begin();
    say();
    await sendDueMail(runtime, {
      send: async (_letter, onWire) => {
        onWire();
        return { outcome: 'unsure', why: 'no answer' };
      },
    });
    markRead(world.db, PH, null, world.clock.now());
    world.clock.advance(2 * 86_400);
    await sendDueMail(runtime, createSmtpMail(mailConfig(sink.port)));
    expect(sink.received).toEqual([]);
    expect(only('dropped').key).toMatch(/^again:/);
  });

  test('NO9 the process ends before a byte left: tried again once it is left alone no longer', async () => {
    const mail = await begin();
    say();
    void sendDueMail(runtime, { send: () => new Promise(() => undefined) });
    await expect.poll(() => only('waiting').attempts).toBe(1);
    prepareOutbox(runtime);
    await sendDueMail(runtime, mail);
    expect(sink.received).toEqual([]);
    world.clock.advance(300);
    await sendDueMail(runtime, mail);
    expect(sink.received).toHaveLength(1);
    expect(only('sent').attempts).toBe(2);
  });

  test('NO9 the process ends after the server took it and before that was written down: never again', async () => {
    const mail = await begin();
    say();
    const ends: MailService = {
      send: async (letter, onWire) => {
        await mail.send(letter, onWire);
        return new Promise(() => undefined);
      },
    };
    void sendDueMail(runtime, ends);
    await expect.poll(() => sink.received.length).toBe(1);
    expect(only('sending').attempts).toBe(1);
    prepareOutbox(runtime);
    world.clock.advance(3600);
    await sendDueMail(runtime, mail);
    expect(sink.received).toHaveLength(1);
    expect(only('unsure').lastError).toContain('ended');
  });

  test('NO9 a mail that somebody else has taken up is kept back at the last moment', async () => {
    const mail = await begin();
    say();
    const robbed: MailService = {
      send: (letter, onWire) => {
        world.raw(`update outbox set state = 'dropped'`);
        return mail.send(letter, onWire);
      },
    };
    await sendDueMail(runtime, robbed);
    expect(sink.received).toEqual([]);
    expect(only('dropped').attempts).toBe(1);
  });

  test('NO9 two rounds at once hand a mail over once', async () => {
    const mail = await begin();
    say();
    await Promise.all([sendDueMail(runtime, mail), sendDueMail(runtime, mail)]);
    expect(sink.received).toHaveLength(1);
    expect(only('sent').attempts).toBe(1);
  });

  test('NO9 a mail that we stumble over holds up no other, and is tried again later', async () => {
    const mail = await begin();
    say();
    world.clock.advance(1);
    say({ key: 'another' });
    world.raw(`update outbox set data = 'no JSON' where at = '2019-04-22T02:00:00.000Z'`);
    await sendDueMail(runtime, mail);
    expect(sink.received).toHaveLength(1);
    expect(only('waiting')).toMatchObject({ attempts: 1, dueAt: '2019-04-22T02:01:01.000Z' });
  });
});

describe('what goes out', () => {
  test('NO5 NO4 whoever chose otherwise, left or was suspended meanwhile gets nothing', async () => {
    const mail = await begin();
    const documentId = await draftStatement(world);
    say();
    say({ kind: 'proposalAwaitsRelease', documentId, key: 'ring' });
    chooseMail(world.db, PH, 'documentAdopted', 'never', world.clock.now());
    world.db.update(appointments).set({ country: 'MY' }).run();
    await sendDueMail(runtime, mail);
    expect(sink.received).toEqual([]);
    expect(mailInState(world.db, 'dropped')).toHaveLength(2);
  });

  test('NO7 a digest tells what is unread of its day and was not mailed by itself', async () => {
    const mail = await begin();
    const documentId = await draftStatement(world);
    say({ kind: 'revisionIssued', documentId, data: { revision: 1 }, key: 'one' });
    say({ kind: 'revisionIssued', documentId, data: { revision: 2 }, key: 'two' });
    say({ key: 'alone' });
    await sendDueMail(runtime, mail);
    expect(sink.received).toHaveLength(1);
    const [, read] = noticesOf(world.db, PH, { unreadOnly: false, documentId, before: null, limit: 9 });
    markRead(world.db, PH, [read?.id ?? ''], world.clock.now());
    world.clock.set('2019-04-23T00:00:00.000Z');
    await sendDueMail(runtime, mail);
    const words = plain(sink.received[1]?.raw ?? '');
    const told = [...words.matchAll(/^Rev\.(\d) was issued\.\r?$/gm)];
    expect(told).toHaveLength(1);
    expect(words).toContain(`http://localhost:3000/documents/${documentId}/versions`);
    expect(words).not.toContain('The text was adopted');
    expect(header(sink.received[1]?.raw ?? '', 'Subject')).toBe('One notice, 23 April 2019');
  });

  test('NO7 what waits for a delegation goes to its head, of its own ring only, once a day', async () => {
    const mail = await begin();
    const documentId = await draftStatement(world);
    atomic(world.db, (tx) =>
      changeProcedure(tx, documentId, 0, { state: 'negotiation', pensDownAt: null, pensDownBy: null }),
    );
    for (const [id, country] of [
      ['prop_1', 'ID'],
      ['prop_2', 'PH'],
    ] as const) {
      insertProposal(world.db, {
        id,
        documentId,
        country,
        kind: 'comment',
        class: 'editorial',
        state: 'draft',
        basePosition: 1,
        baseText: '{}',
        baseHash: '',
        enteredBy: userIdOf('indonesia'),
        createdAt: world.clock.now(),
      });
    }
    const to = { roles: ['headOfDelegation'], countries: ['ID'] };
    say({ kind: 'proposalAwaitsRelease', documentId, data: { proposalId: 'prop_1' }, key: 'p', to });
    await sendDueMail(runtime, mail);
    expect(sink.received.splice(0)).toHaveLength(1);
    planDelegationDigests(runtime);
    await sendDueMail(runtime, mail);
    expect(sink.received).toEqual([]);
    // Seven in the morning passed while nobody served.
    world.clock.set('2019-04-23T05:00:00.000Z');
    planDelegationDigests(runtime);
    planDelegationDigests(runtime);
    await sendDueMail(runtime, mail);
    expect(sink.received.map(({ to }) => to)).toEqual(['indonesia@example.org']);
    const raw = sink.received[0]?.raw ?? '';
    expect(header(raw, 'Subject')).toBe('What waits for Indonesia, 23 April 2019');
    expect(plain(raw)).toContain('One proposal drafted and waiting to be tabled');
  });

  test('NO13 a mail of a silence procedure carries its end for the calendar, in UTC', async () => {
    const mail = await begin();
    const documentId = await draftStatement(world);
    world.db
      .insert(silenceRuns)
      .values({
        id: 'srun_1',
        documentId,
        versionId: versionOf(documentId),
        hash: 'h',
        state: 'running',
        verb: 'adopted',
        wording: '',
        meetingId: MEETING,
        agendaItemId: ITEM,
        startedBy: userIdOf('chair'),
        startedAt: world.clock.now(),
        expiresAt: '2019-04-25T02:00:00.000Z',
        zone: 'Asia/Bangkok',
      })
      .run();
    say({ kind: 'silenceStarted', documentId, data: { runId: 'srun_1', until: '2019-04-25T02:00:00.000Z' } });
    await sendDueMail(runtime, mail);
    const raw = sink.received[0]?.raw ?? '';
    expect(raw).toMatch(/Content-Type: text\/calendar; charset=utf-8; method=PUBLISH/i);
    expect(plain(raw)).toContain('DTSTART:20190425T020000Z');
    expect(plain(raw)).toContain('UID:srun_1@localhost');
    expect(plain(raw)).toContain('The text is adopted on 25 April 2019 at 09:00 GMT+7 unless');
  });
});

describe('coming off a list', () => {
  test('NO10 the address of a mail takes its reader off that kind, and only that', async () => {
    const mail = await begin();
    say();
    await sendDueMail(runtime, mail);
    const url = header(sink.received[0]?.raw ?? '', 'List-Unsubscribe').slice(1, -1);
    const token = url.slice(url.lastIndexOf('/') + 1);
    expect(unsubscriberOf(runtime, token)).toMatchObject({ ok: true, value: { kind: 'documentAdopted' } });
    say({ key: 'looking changes nothing' });
    expect(mailInState(world.db, 'waiting')).toHaveLength(1);
    expect(await unsubscribe(runtime, token)).toMatchObject({ ok: true });
    expect(await unsubscribe(runtime, token)).toMatchObject({ ok: true });
    say({ key: 'later' });
    say({ key: 'of another kind', kind: 'decisionAnnulled', data: {} });
    await sendDueMail(runtime, mail);
    expect(sink.received.map(({ raw }) => header(raw, 'Subject'))).toEqual([
      'The text was adopted.',
      'The decision on the text was annulled.',
    ]);
  });

  test('NO10 a token that was changed, cut or made elsewhere opens nothing', async () => {
    const mail = await begin();
    say();
    await sendDueMail(runtime, mail);
    const token =
      /unsubscribe\/([\w.-]+)>/.exec(header(sink.received[0]?.raw ?? '', 'List-Unsubscribe'))?.[1] ?? '';
    const [claim = '', signed = ''] = token.split('.');
    const forged = Buffer.from(`${userIdOf('chair')}.documentAdopted`).toString('base64url');
    for (const bad of [
      '',
      claim,
      `${claim}.`,
      `${claim}.${signed.slice(1)}`,
      `${forged}.${signed}`,
      `${token}x`,
    ]) {
      expect([bad, (await unsubscribe(runtime, bad)).ok]).toEqual([bad, false]);
    }
    const elsewhere = { ...runtime, config: { ...runtime.config, secret: 'y'.repeat(40) } };
    expect((await unsubscribe(elsewhere, token)).ok).toBe(false);
  });
});

function versionOf(documentId: string): string {
  const id = 'ver_silence';
  world.raw(
    `insert into versions (id, documentId, number, kind, state, words, text, hash, position, takenBy, at) values (?, ?, 99, 'named', 'draft', 1, '{}', 'h', 1, ?, ?)`,
    id,
    documentId,
    userIdOf('chair'),
    world.clock.now(),
  );
  return id;
}
