import { describe, expect, test } from 'vitest';
import { setProfile } from '../../db/accounts';
import { markRead, noticesOf } from '../../db/notices';
import { mailInState } from '../../db/outbox';
import { createSmtpMail } from '../mail/smtp';
import type { MailService } from '../ports';
import {
  begin,
  header,
  inMailRoom,
  mailConfig,
  only,
  PH,
  plain,
  runtime,
  say,
  sink,
  world,
} from '../tests/mail-room';
import { userIdOf } from '../tests/world';
import { prepareOutbox, sendDueMail } from './outbox';

inMailRoom();

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
