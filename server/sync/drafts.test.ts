import { pino } from 'pino';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { encodeStateAsUpdate } from 'yjs';
import { appointments } from '../../db/schema/bodies';
import { lastPosition } from '../../db/update-log';
import { accepted } from '../tests/outcome';
import { BODY, type Person, textOf } from '../tests/world';
import { beginProposal } from '../use-cases/begin-proposal';
import { giveUpProposal } from '../use-cases/close-proposal';
import { appendEdit } from '../use-cases/edit-ahead';
import { tableProposal } from '../use-cases/table-proposal';
import { RawClient, type StockClient, stockClient, until, wordsOf, write } from './tests/clients';
import { createSyncWorld, DOCUMENT, ORIGIN, type SyncWorld } from './tests/sync-world';

describe('the room of a draft', () => {
  let at: SyncWorld;
  let draft: string;
  const clients: StockClient[] = [];
  const logged: string[] = [];

  beforeEach(async () => {
    logged.length = 0;
    const logger = pino({ level: 'debug' }, { write: (line: string) => void logged.push(line) });
    at = await createSyncWorld({ logger });
    const span = { from: '2016-01-01T00:00:00.000Z', to: null };
    const colleague = { id: 'colleague', userId: 'user_stranger', role: 'delegate', country: 'ID' } as const;
    at.world.db
      .insert(appointments)
      .values({ ...colleague, bodyId: BODY, ...span })
      .run();
    const place = {
      document: { id: DOCUMENT, bodyId: BODY },
      actor: at.world.actor('chair'),
      at: at.world.clock.now(),
    };
    appendEdit(at.world.db, place, JSON.stringify(textOf(['title', 'Statement'], ['operative', 'AGREE.'])));
    at.setState('negotiation');
    const runtime = { ...at.world.runtime, live: at.sync.live };
    Object.assign(at.world, { runtime });
    const input = { documentId: DOCUMENT, kind: 'replace', clauseId: 'c_2', otherClauseId: null } as const;
    draft = accepted(await beginProposal(runtime, at.world.actor('indonesia'), input)).proposalId;
  });

  afterEach(async () => {
    for (const client of clients.splice(0)) client.destroy();
    await at.close();
  });

  async function join(person: Person): Promise<StockClient> {
    const client = stockClient(at, person, { documentId: draft });
    clients.push(client);
    await until(() => client.provider.synced, `${person} synced`);
    return client;
  }

  async function knock(headers: Record<string, string>, target = draft): Promise<RawClient> {
    const client = new RawClient(at, headers, target);
    await until(() => client.close !== null, 'the door answered');
    return client;
  }

  const table = () =>
    tableProposal(at.world.runtime, at.world.actor('indonesia'), { proposalId: draft }).then(accepted);

  it('NP5 people of one delegation write in it together', async () => {
    const head = await join('indonesia');
    const colleague = await join('stranger');
    expect(wordsOf(colleague.doc)).toEqual(['AGREE.']);
    expect(head.heard.states[0]).toMatchObject({ mayEdit: true, why: null, state: 'negotiation' });
    write(colleague.doc, 'ALSO AGREE.', 'operative');
    await until(() => wordsOf(head.doc).length === 2, 'the words of the colleague');
    head.provider.awareness.setLocalStateField('cursor', null);
    await until(() => colleague.provider.awareness.getStates().size > 1, 'the colleague is seen');
  });

  it('NP17 PO1 to everybody else it does not exist, exactly', async () => {
    const nothing = await knock({ authorization: 'Bearer chair' }, 'prp_nowhere');
    const heads = [
      'philippines',
      'chair',
      'thaiDelegate',
      'secretariat',
      'auditor',
      'administrator',
      'observer',
    ];
    for (const person of heads) {
      for (const headers of [
        { authorization: `Bearer ${person}` },
        { cookie: `person=${person}`, origin: ORIGIN },
      ]) {
        const client = await knock(headers);
        expect(client.close).toEqual(nothing.close);
        expect(client.frames).toEqual([]);
      }
    }
  });

  it('NP17 nobody is seen in it from outside, and the logbook names neither it nor its people', async () => {
    const head = await join('indonesia');
    write(head.doc, 'MORE.', 'operative');
    await until(() => lastPosition(at.world.db, draft) > 1, 'the words are in the log');
    expect((await at.sync.live.peopleIn([DOCUMENT])).get(DOCUMENT)).toEqual([]);
    head.destroy();
    await until(() => logged.some((line) => line.includes('"left"')), 'the leaving was logged');
    for (const line of logged) {
      expect(line).not.toContain(draft);
      expect(line).not.toContain('user_indonesia');
    }
  });

  it('NP5 NP19 SY14 once it is tabled its room is told, closed as frozen, and takes nothing more', async () => {
    const head = await join('indonesia');
    const colleague = await join('stranger');
    write(colleague.doc, 'ALSO AGREE.', 'operative');
    await until(() => lastPosition(at.world.db, draft) > 1, 'the words are in the log');
    const before = lastPosition(at.world.db, draft);
    await table();
    await until(() => head.closed.length > 0 && colleague.closed.length > 0, 'both are closed');
    expect(head.closed[0]).toMatchObject({ code: 4423, reason: 'NP5' });
    expect(head.heard.states.at(-1)).toMatchObject({ mayEdit: false, why: 'NP5' });
    expect(head.provider.shouldConnect).toBe(false);
    expect(lastPosition(at.world.db, draft)).toBe(before);
  });

  it('NP5 an edit that was under way comes back to its author', async () => {
    const head = await RawClient.open(at, 'indonesia', draft);
    await until(() => wordsOf(head.doc).length === 1, 'the text');
    const before = lastPosition(at.world.db, draft);
    const doc = head.doc;
    write(doc, 'ALSO AGREE.', 'operative');
    // By another process, of which the room has not heard yet.
    at.world.raw(
      `update proposals set state = 'tabled', number = 1, tabledAt = '2019-04-22T02:00:00.000Z' where id = '${draft}'`,
    );
    head.update(encodeStateAsUpdate(doc));
    await until(() => head.refused.length > 0, 'the refusal');
    expect(head.refused[0]?.rule).toBe('NP5');
    await until(() => head.close !== null, 'the room is closed');
    expect(head.close?.code).toBe(4423);
    expect(lastPosition(at.world.db, draft)).toBe(before);
  });

  it('NP17 after tabling the room is still its ring’s alone, to read; and so is a draft that was given up', async () => {
    const head = await join('indonesia');
    write(head.doc, 'ALSO AGREE.', 'operative');
    await until(() => lastPosition(at.world.db, draft) > 1, 'the words are in the log');
    await table();
    expect((await knock({ authorization: 'Bearer philippines' })).close?.code).toBe(4404);
    const reader = await join('stranger');
    expect(reader.heard.states[0]).toMatchObject({ mayEdit: false, why: 'NP5' });
    const input = { documentId: DOCUMENT, kind: 'insert', clauseId: 'c_2', otherClauseId: null } as const;
    draft = accepted(await beginProposal(at.world.runtime, at.world.actor('indonesia'), input)).proposalId;
    const writer = await join('stranger');
    accepted(await giveUpProposal(at.world.runtime, at.world.actor('indonesia'), { proposalId: draft }));
    await until(() => writer.closed.length > 0, 'the room is closed');
    expect(writer.closed[0]?.code).toBe(4423);
    expect((await knock({ authorization: 'Bearer chair' })).close?.code).toBe(4404);
  });

  it('PO3 when the text leaves the negotiation its drafts can be read and not written', async () => {
    const head = await join('indonesia');
    at.setState('agreed');
    at.sync.live.reviewDocument(DOCUMENT);
    await until(() => head.heard.states.at(-1)?.mayEdit === false, 'the room was told');
    expect(head.heard.states.at(-1)).toMatchObject({ why: 'PO3', state: 'agreed' });
    expect(head.closed).toEqual([]);
  });
});
