import { describe, expect, test } from 'vitest';
import { atomic } from '../../db/atomic';
import { changeProcedure } from '../../db/documents';
import { chooseMail } from '../../db/notice-preferences';
import { markRead, noticesOf } from '../../db/notices';
import { mailInState } from '../../db/outbox';
import { insertProposal } from '../../db/proposals';
import { appointments } from '../../db/schema/bodies';
import { silenceRuns } from '../../db/schema/silence';
import { draftStatement } from '../tests/adopted';
import { begin, header, inMailRoom, PH, plain, runtime, say, sink, world } from '../tests/mail-room';
import { ITEM, MEETING, userIdOf } from '../tests/world';
import { unsubscribe, unsubscriberOf } from '../use-cases/unsubscribe';
import { planDelegationDigests } from './delegation-digests';
import { sendDueMail } from './outbox';

inMailRoom();

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
