import { eq } from 'drizzle-orm';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import WebSocket from 'ws';
import * as Y from 'yjs';
import { appointments } from '../../db/schema/bodies';
import { documents } from '../../db/schema/documents';
import { apiTokens, userSessions, users } from '../../db/schema/people';
import { lastPosition } from '../../db/update-log';
import { BODY, MEETING, type Person, userIdOf } from '../tests/world';
import { setDeviceCopies } from '../use-cases/set-device-copies';
import { later, RawClient, type StockClient, stockClient, until, wordsOf, write } from './tests/clients';
import { createSyncWorld, DOCUMENT, ORIGIN, type SyncWorld } from './tests/sync-world';

const AT = '2019-04-22T02:00:00.000Z';

describe('rights at the door and in the room', () => {
  let world: SyncWorld;
  const clients: StockClient[] = [];

  beforeEach(async () => {
    world = await createSyncWorld();
  });

  afterEach(async () => {
    for (const client of clients.splice(0)) client.destroy();
    await world.close();
  });

  async function join(person: Person): Promise<StockClient> {
    const client = stockClient(world, person);
    clients.push(client);
    await until(() => client.provider.synced, `${person} synced`);
    return client;
  }

  async function knock(headers: Record<string, string>, target?: string): Promise<RawClient> {
    const client = new RawClient(world, headers, target);
    await until(
      () => client.status !== null || client.close !== null || client.ws.readyState === WebSocket.OPEN,
    );
    await later(60);
    client.end();
    return client;
  }

  const position = () => lastPosition(world.world.db, DOCUMENT);

  it.each<[string, Record<string, string>, string, number]>([
    ['(y-websocket-server: no auth) nobody', {}, DOCUMENT, 401],
    ['an unknown token', { authorization: 'Bearer nobody' }, DOCUMENT, 401],
    [
      '(y-websocket-server: no Origin check) a cookie from another site',
      { cookie: 'person=chair', origin: 'http://evil.test' },
      DOCUMENT,
      403,
    ],
    ['a cookie without an Origin', { cookie: 'person=chair' }, DOCUMENT, 403],
    ['a token in the address', { authorization: 'Bearer chair' }, `${DOCUMENT}?token=chair`, 400],
    ['a path that is no document', { authorization: 'Bearer chair' }, '../sync/a/b', 404],
    [
      '(Docmost CVE-2025-57231: path traversal) a path out of the folder',
      { authorization: 'Bearer chair' },
      '%2e%2e%2fetc',
      404,
    ],
    ['an endless name', { authorization: 'Bearer chair' }, 'x'.repeat(65), 404],
  ])('SY1 %s gets a plain answer', async (_name, headers, target, status) => {
    const client = await knock(headers, target);
    expect(client.status).toBe(status);
    expect(client.frames).toEqual([]);
  });

  it('SY1 (Next.js CVE-2026-44578: server-side request by an upgrade) an absolute address is refused', async () => {
    const { connect } = await import('node:net');
    const [host = '', port = ''] = world.address.split(':');
    const answer = await new Promise<string>((resolve) => {
      const socket = connect(Number(port), host, () =>
        socket.write(
          `GET http://evil.test/sync/${DOCUMENT} HTTP/1.1\r\nHost: ${world.address}\r\nAuthorization: Bearer chair\r\nConnection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\n\r\n`,
        ),
      );
      socket.on('data', (data) => resolve(data.toString()));
    });
    expect(answer).toMatch(/^HTTP\/1.1 400 /);
  });

  it('SY1 a cookie from a page of ours comes in', async () => {
    const client = await knock({ cookie: 'person=chair', origin: ORIGIN });
    expect(client.status).toBeNull();
    expect(client.states[0]).toMatchObject({ mayEdit: true });
  });

  it.each<[string, Person, string, number]>([
    ['a document that is not there', 'chair', 'doc_nowhere', 4404],
    ['(Etherpad 1.8.17: CHANGESET_REQ reads any pad) a document of another body', 'chair', 'doc_other', 4404],
    ['a stranger', 'stranger', DOCUMENT, 4404],
    ['an observer before circulation', 'observer', DOCUMENT, 4404],
    ['an old schema', 'chair', `${DOCUMENT}?schema=0123456789abcdef`, 4409],
    ['SY31 the page of another person', 'chair', `${DOCUMENT}?user=user_indonesia`, 4401],
  ])('SY1 %s closes with a code that a stock client understands', async (_name, person, target, code) => {
    const client = await knock({ authorization: `Bearer ${person}` }, target);
    expect(client.close?.code).toBe(code);
    expect(client.frames).toEqual([]);
  });

  it('SY4 a stock client with an old schema stops for good and gets nothing', async () => {
    const client = stockClient(world, 'chair', { connect: false });
    clients.push(client);
    client.provider.params = { schema: 'old' };
    client.provider.connect();
    await until(() => client.closed.length === 1);
    expect(client.closed[0]?.code).toBe(4409);
    expect(client.provider.shouldConnect).toBe(false);
    expect(client.provider.synced).toBe(false);
  });

  it('SY14 a session that ends closes its sockets at once and no others', async () => {
    const cookie = new RawClient(world, { cookie: 'person=thaiDelegate', origin: ORIGIN });
    const bearer = await join('thaiDelegate');
    await until(() => cookie.frames.length > 0);
    const start = performance.now();
    world.world.db
      .update(userSessions)
      .set({ revokedAt: AT })
      .where(eq(userSessions.id, 'session_thaiDelegate'))
      .run();
    world.sync.live.endSession('session_thaiDelegate');
    await until(() => cookie.close !== null);
    expect(performance.now() - start).toBeLessThan(1000);
    expect(cookie.close?.code).toBe(4401);
    expect(bearer.provider.wsconnected).toBe(true);
  });

  it('SY10 a session revoked by another process is refused in the commit, before anybody is told', async () => {
    const client = await join('thaiDelegate');
    const other = await join('indonesia');
    world.world.db
      .update(apiTokens)
      .set({ revokedAt: AT })
      .where(eq(apiTokens.id, 'token_thaiDelegate'))
      .run();
    write(client.doc, 'too late');
    await until(() => client.closed.length === 1);
    expect(client.closed[0]?.code).toBe(4401);
    expect(client.heard.refused.map(({ rule }) => rule)).toEqual(['SY14']);
    expect(position()).toBe(0);
    expect(wordsOf(other.doc)).toEqual([]);
  });

  it('SY14 a token that is revoked closes its sockets', async () => {
    const client = await join('thaiDelegate');
    world.sync.live.endToken('token_thaiDelegate');
    await until(() => client.closed.length === 1);
    expect(client.closed[0]).toMatchObject({ code: 4401 });
  });

  it('SY14 (Outline CVE-2025-68663: a suspended user keeps the WebSocket) a person who is suspended is out', async () => {
    const client = await join('thaiDelegate');
    world.world.db
      .update(users)
      .set({ status: 'suspended' })
      .where(eq(users.id, userIdOf('thaiDelegate')))
      .run();
    world.sync.live.reviewUser(userIdOf('thaiDelegate'));
    await until(() => client.closed.length === 1);
    expect(client.closed[0]?.code).toBe(4401);
  });

  it('SY14 a role that is removed closes the sockets; the room sees the caret go', async () => {
    const client = await join('thaiDelegate');
    const other = await join('indonesia');
    await until(() => other.provider.awareness.getStates().has(client.doc.clientID));
    world.world.db
      .update(appointments)
      .set({ to: AT })
      .where(eq(appointments.userId, userIdOf('thaiDelegate')))
      .run();
    world.sync.live.reviewUser(userIdOf('thaiDelegate'));
    await until(() => client.closed.length === 1);
    expect(client.closed[0]?.code).toBe(4403);
    await until(() => !other.provider.awareness.getStates().has(client.doc.clientID));
  });

  it('SY14 a right to edit that is lost leaves a reader, told so', async () => {
    const client = await join('thaiDelegate');
    world.world.db
      .update(appointments)
      .set({ role: 'reviewer', bodyId: BODY })
      .where(eq(appointments.userId, userIdOf('thaiDelegate')))
      .run();
    world.sync.live.reviewUser(userIdOf('thaiDelegate'));
    await until(() => client.heard.states.length === 2);
    expect(client.heard.states[1]).toMatchObject({ mayEdit: false, why: 'PO2' });
    write(client.doc, 'no longer');
    await until(() => client.heard.refused.length === 1);
    expect(client.heard.refused[0]).toMatchObject({ rule: 'PO2' });
    expect(client.provider.wsconnected).toBe(true);
    expect(position()).toBe(0);
  });

  it('SY14 a role that ends by itself is noticed by the sweep', async () => {
    await world.close();
    world = await createSyncWorld({ sweepMs: 30 });
    const client = await join('thaiDelegate');
    world.world.db
      .update(appointments)
      .set({ to: '2019-04-22T03:00:00.000Z' })
      .where(eq(appointments.userId, userIdOf('thaiDelegate')))
      .run();
    await later(80);
    expect(client.provider.wsconnected).toBe(true);
    world.world.clock.set('2019-04-22T03:00:00.000Z');
    await until(() => client.closed.length === 1);
    expect(client.closed[0]?.code).toBe(4403);
  });

  it('PR6 a text adopted under open sockets: what is in flight is refused and told, then all close with 4423', async () => {
    const client = await join('thaiDelegate');
    const reader = await join('reviewer');
    write(client.doc, 'in time');
    await until(() => position() === 1);
    const raw = await RawClient.open(world, 'indonesia');
    await until(() => wordsOf(raw.doc).length === 1);
    const late = new Y.Doc();
    write(late, 'too late');
    raw.update(Y.encodeStateAsUpdate(late));
    raw.ws.once('message', () => undefined);
    world.setState('adopted');
    await until(() => raw.refused.length === 1 || raw.close !== null);
    world.sync.live.reviewDocument(DOCUMENT);
    await until(() => client.closed.length === 1 && reader.closed.length === 1 && raw.close !== null);
    expect([client.closed[0]?.code, reader.closed[0]?.code, raw.close?.code]).toEqual([4423, 4423, 4423]);
    expect(raw.refused).toEqual([expect.objectContaining({ rule: 'PR6', detail: { state: 'adopted' } })]);
    expect(position()).toBe(1);
  });

  it('PR6 an adopted text can be read by a socket and written by none, administrators included', async () => {
    const writer = await join('thaiDelegate');
    write(writer.doc, 'adopted words');
    await until(() => position() === 1);
    world.setState('adopted');
    world.sync.live.reviewDocument(DOCUMENT);
    await until(() => writer.closed.length === 1);
    const client = await RawClient.open(world, 'administrator');
    await until(() => wordsOf(client.doc).length === 1);
    expect(client.states[0]).toMatchObject({ state: 'adopted', mayEdit: false, why: 'PR6' });
    const forged = new Y.Doc();
    write(forged, 'changed');
    client.update(Y.encodeStateAsUpdate(forged));
    await until(() => client.close !== null);
    expect(client.refused).toEqual([expect.objectContaining({ rule: 'PR6', detail: { state: 'adopted' } })]);
    expect(client.close?.code).toBe(4423);
    expect(position()).toBe(1);
  });

  it('PR6 work done offline on a text that was adopted meanwhile comes back to its author', async () => {
    const client = await join('thaiDelegate');
    write(client.doc, 'before');
    await until(() => position() === 1);
    client.provider.disconnect();
    write(client.doc, 'offline');
    world.setState('adopted');
    client.provider.connect();
    await until(() => client.closed.length === 1);
    expect(client.heard.refused).toEqual([
      expect.objectContaining({ rule: 'PR6', detail: { state: 'adopted' } }),
    ]);
    expect(client.closed[0]?.code).toBe(4423);
    expect(position()).toBe(1);
  });

  it('PR5 pens down: writers are told, refused while it lasts, and may go on afterwards', async () => {
    const client = await join('indonesia');
    const other = await join('thaiDelegate');
    world.setPens(true);
    world.sync.live.reviewDocument(DOCUMENT);
    await until(() => client.heard.states.length === 2);
    expect(client.heard.states[1]).toMatchObject({ pensDown: true, mayEdit: false, why: 'PR5' });
    write(client.doc, 'while the pens are down');
    await until(() => client.heard.refused.length === 1);
    expect(client.heard.refused[0]).toMatchObject({ rule: 'PR5' });
    expect(position()).toBe(0);
    world.setPens(false);
    world.sync.live.reviewDocument(DOCUMENT);
    await until(() => other.heard.states.length === 3);
    expect(other.heard.states[2]).toMatchObject({ pensDown: false, mayEdit: true, why: null });
    write(other.doc, 'afterwards');
    await until(() => position() === 1);
    expect(wordsOf(other.doc)).toEqual(['afterwards']);
  });

  it('PO3 in circulation nobody writes and everybody reads on', async () => {
    const client = await join('thaiDelegate');
    world.setState('circulated');
    world.sync.live.reviewDocument(DOCUMENT);
    await until(() => client.heard.states.length === 2);
    expect(client.heard.states[1]).toMatchObject({ state: 'circulated', mayEdit: false, why: 'PO3' });
    const observer = await join('observer');
    expect(observer.heard.states[0]).toMatchObject({ mayEdit: false });
    expect(client.provider.wsconnected).toBe(true);
  });

  it('SY14 a text that goes back behind closed doors puts the observer out', async () => {
    world.setState('circulated');
    const observer = await join('observer');
    world.setState('draft');
    world.sync.live.reviewDocument(DOCUMENT);
    await until(() => observer.closed.length === 1);
    expect(observer.closed[0]?.code).toBe(4403);
  });

  it('BO16 a meeting that forbids copies on devices is heard at once by those who have the text open', async () => {
    const { db, runtime, actor } = world.world;
    db.update(documents).set({ meetingId: MEETING }).where(eq(documents.id, DOCUMENT)).run();
    const writer = await join('thaiDelegate');
    expect(writer.heard.states.at(-1)).toMatchObject({ keepsCopies: true });
    const live = { ...runtime, live: world.sync.live };
    const forbidden = await setDeviceCopies(live, actor('secretariat'), {
      meetingId: MEETING,
      allowed: false,
    });
    expect(forbidden.ok).toBe(true);
    await until(() => writer.heard.states.at(-1)?.keepsCopies === false, 'told', 1000);
    expect(writer.heard.states.at(-1)).toMatchObject({ mayEdit: true });
  });
});
