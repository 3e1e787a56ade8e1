import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { auditAt, wholeAudit } from '../../db/audit-log';
import { setChairTermEnd, setMembershipEnd } from '../../db/bodies';
import { evidenceFileOf, findDecision } from '../../db/decisions';
import { findDocument } from '../../db/documents';
import { replaceAttendance, updateMeeting } from '../../db/meetings';
import { listVersionHeads, versionText } from '../../db/versions';
import { chainHash, firstBreak } from '../../domain/audit/chain';
import type { RosterLine } from '../../domain/body/grants';
import { textHash } from '../../domain/text/canonical';
import type { DocumentJson } from '../../domain/text/document-json';
import { verifyEvidence } from '../evidence-check';
import { getRecord } from '../queries/records';
import { adoptedStatement, adoptInTheRoom, draftStatement, readyToAdopt, STATEMENT } from '../tests/adopted';
import { agreeAll, negotiatedStatement, shownNow, wholeNow } from '../tests/negotiation';
import { accepted, ruleOf } from '../tests/outcome';
import { createWorld, MEETING, PEOPLE, type Person, textOf, type World } from '../tests/world';
import { adoptDocument } from './adopt-document';
import { describeDocument } from './describe-document';
import { appendEdit } from './edit-ahead';
import { type FindAdoptionInput, findAdoption } from './find-adoption';
import { issueRevision } from './issue-revision';
import { moveState } from './move-state';
import { restoreVersion } from './restore-version';
import { setPens } from './set-pens';
import { type ShownWords, takePosition } from './take-position';
import { takeVersion } from './take-version';
import { writeText } from './write-text';

let world: World;
beforeEach(() => {
  world = createWorld();
});
afterEach(() => world.close());

function adopt(command: FindAdoptionInput) {
  return adoptInTheRoom(world, command);
}

function find(command: FindAdoptionInput, person: Person = 'chair') {
  return findAdoption(world.runtime, world.actor(person), command);
}

function confirm(documentId: string, person: Person = 'secretariat', findingId?: string) {
  const input = { documentId, ...(findingId === undefined ? {} : { findingId }) };
  return adoptDocument(world.runtime, world.actor(person), input);
}

describe('adopting', () => {
  test('PR6 writes version, decision, evidence, event and state together, and tells the rooms', async () => {
    const documentId = await draftStatement(world);
    accepted(await issueRevision(world.runtime, world.actor('secretariat'), { documentId }));
    const command = await readyToAdopt(world, documentId);
    world.live.told.length = 0;
    world.clock.advance(60);
    const done = accepted(await adopt(command));
    expect(world.live.told).toEqual([`reviewDocument ${documentId}`]);
    const document = findDocument(world.db, documentId);
    expect([document?.state, document?.pensDownAt]).toEqual(['adopted', null]);
    const [version] = listVersionHeads(world.db, documentId);
    expect([version?.kind, version?.revision, version?.hash, version?.number]).toEqual([
      'adopted',
      1,
      command.hash,
      done.version.number,
    ]);
    const decision = findDecision(world.db, documentId);
    expect([decision?.decision.textHash, decision?.decision.versionId, decision?.decision.at]).toEqual([
      command.hash,
      version?.id,
      world.clock.now(),
    ]);
    const events = [...wholeAudit(world.db)];
    expect(firstBreak(events)).toBeNull();
    expect(events.at(-1)).toMatchObject({
      kind: 'document.adopted',
      actorName: 'Lim Mei Ling',
      subjectId: documentId,
      data: { verb: 'adopted', textHash: command.hash, revision: 1, foundBy: 'Suda Chairat' },
    });
  });

  test('PR29 the evidence verifies, proves the stored text, and quotes its place in the trail', async () => {
    const documentId = await adoptedStatement(world);
    const file = evidenceFileOf(world.db, documentId) ?? '';
    const { evidence } = accepted(verifyEvidence(file));
    const [version] = listVersionHeads(world.db, documentId);
    const stored = JSON.parse(versionText(world.db, version?.id ?? '') ?? 'null') as DocumentJson;
    expect(textHash(stored)).toBe(evidence.textHash);
    expect(evidence.publicKey).toBe(world.runtime.signer.publicKey);
    const event = [...wholeAudit(world.db)].find((entry) => entry.seq === evidence.audit.seq);
    expect([event?.kind, event?.hash]).toEqual(['document.adopted', evidence.audit.hash]);
    expect(ruleOf(verifyEvidence(file.replace('move the civil', 'move the cavil')))).toBe('PR28');
    expect(ruleOf(verifyEvidence(file.replace('The SOM adopted', 'The SOM rejected')))).toBe('PR29');
  });

  test('DE2 DE3 it carries the event of its decision, whose hash anybody computes again', async () => {
    const documentId = await adoptedStatement(world);
    const { evidence } = accepted(verifyEvidence(evidenceFileOf(world.db, documentId) ?? ''));
    if (!('positions' in evidence)) throw new Error('evidence of the first format');
    const { seq, hash, previousHash, event } = evidence.audit;
    expect(chainHash(previousHash, { seq, ...event })).toBe(hash);
    expect(auditAt(world.db, seq)).toEqual({ seq, hash, previousHash, ...event });
    expect(evidence.decision.how).toMatchObject({ kind: 'inTheRoom' });
    expect([evidence.decision.makesFinal, evidence.decision.absent]).toEqual([true, null]);
  });

  test('DE4 of positions it has the tabled ones, each delegation’s newest, and nothing of an inner ring', async () => {
    const documentId = await negotiatedStatement(world);
    accepted(await agreeAll(world, documentId));
    const take = (
      id: string,
      country: string,
      stance: string,
      ring: string,
      clauseId: string | null = null,
    ) =>
      world.raw(
        'INSERT INTO positions (id, documentId, clauseId, country, stance, note, hash, ring, "by", at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)',
        ...[id, documentId, clauseId, country, stance, 'secret words', 'a'.repeat(64), ring],
        ...['user_indonesia', `2019-04-21T00:00:0${id.length}.000Z`],
      );
    take('p', 'ID', 'reserves', 'tabled');
    take('pp', 'ID', 'canAccept', 'tabled');
    take('ppp', 'ID', 'canAcceptAdRef', 'delegation');
    take('pppp', 'PH', 'notParticipating', 'chair');
    take('ppppp', 'SG', 'canAccept', 'tabled', 'c_3');
    take('pppppp', 'SG', 'canAccept', 'tabled', 'c_gone');
    replaceAttendance(world.db, MEETING, ['ID', 'SG', 'TH']);
    accepted(await adopt(await readyToAdopt(world, documentId)));
    const file = evidenceFileOf(world.db, documentId) ?? '';
    const { evidence } = accepted(verifyEvidence(file));
    if (!('positions' in evidence)) throw new Error('evidence of the first format');
    expect(evidence.positions.map((p) => [p.on, p.clauseId, p.country, p.stance])).toEqual([
      ['document', null, 'ID', 'canAccept'],
      ['clause', 'c_3', 'SG', 'canAccept'],
    ]);
    expect(evidence.decision.absent?.map(({ country }) => country)).toEqual(['MY', 'PH']);
    for (const hidden of ['secret words', 'canAcceptAdRef', 'notParticipating'])
      expect(file).not.toContain(hidden);
  });

  test('BO1 the roster is that of the instant and never changes after', async () => {
    const documentId = await draftStatement(world);
    const command = await readyToAdopt(world, documentId);
    setMembershipEnd(world.db, 'membership_MY', world.clock.now());
    world.clock.advance(1);
    accepted(await adopt(command));
    setMembershipEnd(world.db, 'membership_SG', world.clock.now());
    world.clock.advance(1);
    const record = accepted(await getRecord(world.runtime, world.actor('chair'), documentId));
    const roster: readonly RosterLine[] = record.decision.roster;
    expect(roster.map((line) => [line.country, line.standing, line.inTheChair])).toEqual([
      ['ID', 'member', false],
      ['PH', 'member', false],
      ['SG', 'member', false],
      ['TH', 'member', true],
      ['TL', 'observer', false],
    ]);
  });

  test('PR4 of several adoptions at once exactly one wins, and one decision stands', async () => {
    const documentId = await draftStatement(world);
    const command = await readyToAdopt(world, documentId);
    const outcomes = await Promise.all([
      adopt(command),
      adopt({ ...command, verb: 'endorsed' }),
      adopt(command),
    ]);
    expect(outcomes.map(ruleOf).sort()).toEqual(['PR32', 'PR32', 'accepted']);
    expect(
      listVersionHeads(world.db, documentId).filter((version) => version.kind === 'adopted').length,
    ).toBe(1);
    const adoptions = [...wholeAudit(world.db)].filter((event) => event.kind === 'document.adopted');
    expect(adoptions.length).toBe(1);
  });

  test('PR4 a page that is older than the last procedural act does not adopt', async () => {
    const documentId = await draftStatement(world);
    const command = await readyToAdopt(world, documentId);
    const seq = findDocument(world.db, documentId)?.stateSeq ?? 0;
    expect(ruleOf(await adopt({ ...command, stateSeq: seq - 1 }))).toBe('PR4');
    expect(ruleOf(await adopt({ ...command, stateSeq: seq }))).toBe('accepted');
  });

  test('PR14 without pens down nothing is adopted', async () => {
    const documentId = await draftStatement(world);
    const command = await readyToAdopt(world, documentId);
    accepted(await setPens(world.runtime, world.actor('chair'), { documentId, down: false }));
    expect(ruleOf(await adopt(command))).toBe('PR14');
    expect(findDocument(world.db, documentId)?.state).toBe('draft');
  });

  test('PR15 a row written after the text that was shown stops it; nothing of the attempt stays', async () => {
    const documentId = await draftStatement(world);
    const command = await readyToAdopt(world, documentId);
    const before = [...wholeAudit(world.db)].length;
    // No way of the product writes under pens down; this is what the guard is for.
    appendEdit(
      world.db,
      {
        document: { id: documentId, bodyId: 'body_accsm' },
        actor: world.actor('indonesia'),
        at: world.clock.now(),
      },
      JSON.stringify(textOf(['title', 'Statement'])),
    );
    expect(ruleOf(await adopt(command))).toBe('PR15');
    expect([...wholeAudit(world.db)].length).toBe(before);
    expect(findDecision(world.db, documentId)).toBeNull();
  });

  test('PR16 the hash of another text is refused', async () => {
    const documentId = await draftStatement(world);
    const command = await readyToAdopt(world, documentId);
    expect(ruleOf(await adopt({ ...command, hash: textHash(textOf(['title', 'Another'])) }))).toBe('PR16');
  });

  test.each<[string, Partial<FindAdoptionInput>]>([
    ['PR11', { meetingId: 'nowhere' }],
    ['PR11', { meetingId: 'meeting_other', agendaItemId: 'item_other' }],
    ['PR13', { meetingId: 'meeting_planned', agendaItemId: 'item_planned' }],
    ['PR12', { agendaItemId: 'item_planned' }],
    ['PR12', { agendaItemId: 'nothing' }],
    ['PR17', { verb: 'liked' }],
    ['PR25', { wording: ' ' }],
  ])('%s refuses %j', async (rule, change) => {
    const documentId = await draftStatement(world);
    const command = await readyToAdopt(world, documentId);
    expect(ruleOf(await adopt({ ...command, ...change }))).toBe(rule);
    expect(findDocument(world.db, documentId)?.state).toBe('draft');
  });

  test('PR13 a meeting that closes between the page and the click ends it', async () => {
    const documentId = await draftStatement(world);
    const command = await readyToAdopt(world, documentId);
    updateMeeting(world.db, MEETING, { status: 'closed' });
    expect(ruleOf(await adopt(command))).toBe('PR13');
  });

  test('PO2 nobody but the chair adopts', async () => {
    const documentId = await draftStatement(world);
    const command = await readyToAdopt(world, documentId);
    for (const person of Object.keys(PEOPLE) as Person[]) {
      if (person === 'chair') continue;
      const hidden = ['observer', 'administrator', 'stranger'].includes(person);
      expect([person, ruleOf(await find(command, person))]).toEqual([person, hidden ? 'PO1' : 'PO2']);
    }
  });

  test('BO4 who held the chair when the page was opened and not any more adopts nothing', async () => {
    const documentId = await draftStatement(world);
    const command = await readyToAdopt(world, documentId);
    const chairAsLoaded = world.actor('chair');
    setChairTermEnd(world.db, 'term_20', world.clock.now());
    expect(ruleOf(await findAdoption(world.runtime, chairAsLoaded, command))).toBe('PO2');
    expect(findDocument(world.db, documentId)?.state).toBe('draft');
  });

  test('PR8 an empty text is not even offered for adoption', async () => {
    const documentId = await draftStatement(world, textOf(['title', '']));
    const pens = await setPens(world.runtime, world.actor('chair'), { documentId, down: true });
    expect(ruleOf(pens)).toBe('PR8');
  });

  test('PR24 a text adopted as it was issued keeps the number in everybody’s hands', async () => {
    const documentId = await draftStatement(world);
    const secretariat = world.actor('secretariat');
    accepted(await issueRevision(world.runtime, secretariat, { documentId }));
    accepted(
      await writeText(world.runtime, secretariat, {
        documentId,
        text: { ...STATEMENT, content: STATEMENT.content?.slice(0, 3) ?? [] },
      }),
    );
    accepted(await issueRevision(world.runtime, secretariat, { documentId }));
    const done = accepted(await adopt(await readyToAdopt(world, documentId)));
    expect(done.version.revision).toBe(2);
  });
});

describe('two people', () => {
  test('PR31 PR41 the chair finds and nothing is adopted until another of the secretariat confirms', async () => {
    const documentId = await draftStatement(world);
    expect(ruleOf(await confirm(documentId))).toBe('PR31');
    const command = await readyToAdopt(world, documentId);
    const { findingId } = accepted(await find(command));
    expect(findDocument(world.db, documentId)?.state).toBe('draft');
    for (const person of ['chair', 'indonesia', 'reviewer', 'auditor'] as const)
      expect([person, ruleOf(await confirm(documentId, person))]).toEqual([person, 'PO2']);
    // Whoever holds both offices is one person all the same.
    world.raw(
      `insert into appointments (id, userId, role, bodyId, country, from_at) select 'both', 'user_chair', role, bodyId, country, from_at from appointments where userId = 'user_secretariat' limit 1`,
    );
    expect(ruleOf(await confirm(documentId, 'chair'))).toBe('PR41');
    accepted(await confirm(documentId, 'secretariat', findingId));
    const [decided] = [...wholeAudit(world.db)].filter(({ kind }) => kind === 'document.adopted');
    expect(decided).toMatchObject({ actorName: 'Lim Mei Ling', data: { foundBy: 'Suda Chairat' } });
    expect(findDecision(world.db, documentId)?.decision.decidedBy).toBe('user_chair');
  });

  test('PR32 a finding dies with the text, the state and the pens, and a newer one takes its place', async () => {
    const documentId = await draftStatement(world);
    const command = await readyToAdopt(world, documentId);
    const first = accepted(await find(command));
    const second = accepted(await find({ ...command, verb: 'endorsed' }));
    expect(ruleOf(await confirm(documentId, 'secretariat', first.findingId))).toBe('PR32');
    const pens = (down: boolean) => setPens(world.runtime, world.actor('chair'), { documentId, down });
    accepted(await pens(false));
    accepted(await pens(true));
    expect(ruleOf(await confirm(documentId, 'secretariat', second.findingId))).toBe('PR32');
    const third = accepted(await find(command));
    const place = { document: { id: documentId, bodyId: 'body_accsm' }, actor: world.actor('indonesia') };
    appendEdit(world.db, { ...place, at: world.clock.now() }, JSON.stringify(textOf(['title', 'Statement'])));
    expect(ruleOf(await confirm(documentId, 'secretariat', third.findingId))).toBe('PR32');
    expect(findDecision(world.db, documentId)).toBeNull();
  });

  test('PR10 PR13 everything is asked again when it is confirmed, with the chair of that instant', async () => {
    const documentId = await draftStatement(world);
    accepted(await find(await readyToAdopt(world, documentId)));
    updateMeeting(world.db, MEETING, { status: 'closed' });
    expect(ruleOf(await confirm(documentId))).toBe('PR13');
    updateMeeting(world.db, MEETING, { status: 'open' });
    setChairTermEnd(world.db, 'term_20', world.clock.now());
    expect(ruleOf(await confirm(documentId))).toBe('PR10');
  });
});

describe('a text that was negotiated', () => {
  async function say(
    documentId: string,
    stance: string,
    on: readonly ShownWords[],
    person: Person = 'indonesia',
    ring = 'tabled',
  ) {
    world.clock.advance(1);
    const input = { documentId, on, stance, ring };
    accepted(await takePosition(world.runtime, world.actor(person), input));
  }

  test('PR34 PR35 PR36 PR37 is refused with what is missing, by name, until nothing is', async () => {
    const documentId = await negotiatedStatement(world);
    const clause = await shownNow(world, documentId, 'c_3');
    const command = await readyToAdopt(world, documentId);
    expect(await adopt(command)).toMatchObject({ rule: 'PR36', detail: { clauseState: 'open' } });
    accepted(await agreeAll(world, documentId));
    await say(documentId, 'objects', clause);
    expect(await adopt(command)).toMatchObject({
      rule: 'PR34',
      detail: { clause: 'OP 1', delegations: 'ID' },
    });
    await say(documentId, 'reserves', clause);
    expect(await adopt(command)).toMatchObject({ rule: 'PR35', detail: { delegations: 'ID' } });
    await say(documentId, 'canAcceptAdRef', clause);
    expect(await adopt(command)).toMatchObject({ rule: 'PR37', detail: { clause: 'OP 1' } });
    await say(documentId, 'canAccept', clause);
    await say(documentId, 'reserves', await wholeNow(world, documentId), 'philippines', 'chair');
    expect(await adopt(command)).toMatchObject({ rule: 'PR35', detail: { clause: 'wholeText' } });
    await say(documentId, 'canAccept', await wholeNow(world, documentId), 'philippines', 'chair');
    await say(documentId, 'objects', clause, 'philippines', 'delegation');
    expect(ruleOf(await adopt(command))).toBe('accepted');
  });

  test('PR34 an objection between finding and confirming stops it', async () => {
    const documentId = await negotiatedStatement(world);
    accepted(await agreeAll(world, documentId));
    accepted(await find(await readyToAdopt(world, documentId)));
    await say(documentId, 'objects', await shownNow(world, documentId, 'c_2'), 'philippines');
    expect(ruleOf(await confirm(documentId))).toBe('PR34');
    await say(documentId, 'canAccept', await shownNow(world, documentId, 'c_2'), 'philippines');
    expect(ruleOf(await confirm(documentId))).toBe('accepted');
  });
});

describe('after adoption', () => {
  test('PR6 every act that changes is refused to everybody', async () => {
    const documentId = await adoptedStatement(world);
    const { runtime } = world;
    for (const person of Object.keys(PEOPLE) as Person[]) {
      const actor = world.actor(person);
      const outcomes = await Promise.all([
        writeText(runtime, actor, { documentId, text: textOf(['title', 'Changed']) }),
        takeVersion(runtime, actor, { documentId, name: 'After' }),
        issueRevision(runtime, actor, { documentId }),
        restoreVersion(runtime, actor, { documentId, number: 1 }),
        moveState(runtime, actor, { documentId, step: 'withdraw', reason: 'because' }),
        setPens(runtime, actor, { documentId, down: false }),
        setPens(runtime, actor, { documentId, down: true }),
        describeDocument(runtime, actor, { documentId, title: 'Another title' }),
      ]);
      const rule = person === 'stranger' ? 'PO1' : 'PO3';
      expect([person, outcomes.map(ruleOf)]).toEqual([person, outcomes.map(() => rule)]);
    }
  });

  test('PR5 pens cannot be taken up again', async () => {
    const documentId = await adoptedStatement(world);
    const up = await setPens(world.runtime, world.actor('chair'), { documentId, down: false });
    expect(ruleOf(up)).toBe('PO3');
  });
});
