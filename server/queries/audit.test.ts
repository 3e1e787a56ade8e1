import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { appendAudit } from '../../db/audit-log';
import { findDocument } from '../../db/documents';
import type { ChainedFact } from '../../domain/audit/chain';
import { adoptedStatement } from '../tests/adopted';
import { accepted, ruleOf } from '../tests/outcome';
import { createWorld, OTHER_BODY, type Person, userIdOf, type World } from '../tests/world';
import { AUDIT_PAGE, type AuditQuery, exportAudit, readAudit } from './audit';

let world: World;
let documentId: string;
beforeEach(async () => {
  world = createWorld();
  documentId = await adoptedStatement(world);
  record('body.changed', OTHER_BODY);
  record('session.started', null);
});
afterEach(() => world.close());

function record(kind: string, bodyId: string | null, at = world.clock.now()): void {
  appendAudit(world.db, {
    at,
    actorId: userIdOf('administrator'),
    actorName: 'Aisyah Rahman',
    country: null,
    kind,
    bodyId,
    subjectType: 'body',
    subjectId: bodyId ?? 'installation',
    data: {},
  });
}

async function kinds(person: Person, query: AuditQuery = {}) {
  const view = accepted(await readAudit(world.runtime, world.actor(person), query));
  return view.events.map((event) => event.kind);
}

const OF_THE_BODY = ['document.adopted', 'document.adoptionFound', 'document.pensDown', 'document.created'];

describe('reading the audit trail', () => {
  test('AU4 secretariat its own bodies, auditors all, administrators the installation', async () => {
    expect(await kinds('secretariat')).toEqual(OF_THE_BODY);
    expect(await kinds('auditor')).toEqual(['session.started', 'body.changed', ...OF_THE_BODY]);
    expect(await kinds('administrator')).toEqual(['session.started']);
    for (const person of ['chair', 'indonesia', 'reviewer', 'observer', 'stranger'] as const) {
      expect([person, ruleOf(await readAudit(world.runtime, world.actor(person), {}))]).toEqual([
        person,
        'AU4',
      ]);
      expect([person, ruleOf(await exportAudit(world.runtime, world.actor(person), {}))]).toEqual([
        person,
        'AU4',
      ]);
    }
  });

  test('AU4 filters by act, person, document and time; never beyond the scope', async () => {
    expect(await kinds('auditor', { kind: 'document.adopted' })).toEqual(['document.adopted']);
    expect(await kinds('auditor', { actorId: userIdOf('secretariat') })).toEqual([
      'document.adopted',
      'document.created',
    ]);
    expect(await kinds('auditor', { subject: documentId })).toEqual(OF_THE_BODY);
    const symbol = findDocument(world.db, documentId)?.symbol ?? '';
    expect(await kinds('auditor', { subject: symbol })).toEqual(OF_THE_BODY);
    expect(await kinds('secretariat', { kind: 'body.changed' })).toEqual([]);
    expect(await kinds('secretariat', { subject: OTHER_BODY })).toEqual([]);
    record('late.one', null, '2019-05-01T00:00:00.000Z');
    expect(await kinds('auditor', { from: '2019-05-01T00:00:00.000Z' })).toEqual(['late.one']);
    expect(await kinds('auditor', { to: '2019-04-22T02:00:00.000Z' })).toEqual([]);
  });

  test('AU4 the choices of the filter are those of the scope', async () => {
    const view = accepted(await readAudit(world.runtime, world.actor('secretariat'), {}));
    expect(view.kinds).toEqual([...OF_THE_BODY].sort());
    expect(view.people.map((person) => person.name).sort()).toEqual(['Lim Mei Ling', 'Suda Chairat']);
    expect(view.bodies.map((body) => body.acronym)).toEqual(['ACCSM']);
  });

  test('AU4 pages go back without gap or repetition', async () => {
    for (let index = 0; index < AUDIT_PAGE + 7; index += 1) record('many.one', null);
    const first = accepted(await readAudit(world.runtime, world.actor('auditor'), { kind: 'many.one' }));
    expect(first.events.length).toBe(AUDIT_PAGE);
    const second = accepted(
      await readAudit(world.runtime, world.actor('auditor'), {
        kind: 'many.one',
        ...(first.next === null ? {} : { beforeSeq: first.next }),
      }),
    );
    expect([second.events.length, second.next]).toEqual([7, null]);
    const seqs = [...first.events, ...second.events].map((event) => event.seq);
    expect(seqs).toEqual([...seqs].sort((a, b) => b - a));
    expect(new Set(seqs).size).toBe(AUDIT_PAGE + 7);
  });

  test('AU3 says that the chain holds, and where it does not', async () => {
    const holds = accepted(await readAudit(world.runtime, world.actor('secretariat'), {}));
    expect([holds.chain.length, holds.chain.broken]).toEqual([6, null]);
    world.raw('DROP TRIGGER audit_events_no_update');
    world.raw("UPDATE audit_events SET kind = 'document.noted' WHERE seq = 4");
    const broken = accepted(await readAudit(world.runtime, world.actor('secretariat'), {}));
    expect(broken.chain.broken).toEqual({ seq: 4, problem: 'hash' });
  });

  test('AU2 the export has every field of the chain, oldest first', async () => {
    const lines = [...accepted(await exportAudit(world.runtime, world.actor('auditor'), {}))];
    const events = lines.map((line) => JSON.parse(line) as ChainedFact);
    expect(events.map((event) => event.seq)).toEqual([1, 2, 3, 4, 5, 6]);
    expect(events[1]?.previousHash).toBe(events[0]?.hash);
  });
});
