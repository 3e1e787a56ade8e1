import { createHash } from 'node:crypto';
import { statSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { keyFingerprint } from '../../domain/procedure/evidence';
import { createSigner, signingKeyFile } from '../signer';
import { adoptedStatement, draftStatement, readyToAdopt, STATEMENT } from '../tests/adopted';
import { accepted, ruleOf } from '../tests/outcome';
import { createWorld, ITEM, MEETING, PEOPLE, type Person, textOf, type World } from '../tests/world';
import { issueRevision } from '../use-cases/issue-revision';
import { setAttendance } from '../use-cases/set-attendance';
import { setPens } from '../use-cases/set-pens';
import { startSuccessor } from '../use-cases/start-successor';
import { getAdoption } from './adoption';
import { documentFormChoices } from './document-form';
import { exportText } from './export-text';
import { adoptedFacts } from './papers';
import { getEvidence, getRecord } from './records';
import { readVersion } from './versions';

let world: World;
beforeEach(() => {
  world = createWorld();
});
afterEach(() => world.close());

describe('the record of an adopted text', () => {
  test('PR7 text, decision, roster, proof and lineage', async () => {
    const documentId = await adoptedStatement(world);
    const started = accepted(await startSuccessor(world.runtime, world.actor('chair'), { documentId }));
    const record = accepted(await getRecord(world.runtime, world.actor('reviewer'), documentId));
    expect(record.text).toEqual(STATEMENT);
    expect(record.decision).toMatchObject({
      verb: 'adopted',
      wording: 'The SOM adopted the Statement.',
      decidedBy: { name: 'Suda Chairat', country: 'TH' },
    });
    expect(record.evidence.fingerprint).toBe(keyFingerprint(world.runtime.signer.publicKey));
    expect(record.document.decision).toMatchObject({ verb: 'adopted', meeting: { tier: 'som' } });
    expect(record.successors.map((document) => document.id)).toEqual([started.documentId]);
    // The observer does not see a draft, so the record does not speak of it either.
    const observed = accepted(await getRecord(world.runtime, world.actor('observer'), documentId));
    expect(observed.successors).toEqual([]);
  });

  test('PR7 PD8 WO10 page and papers say who was there, as the decision froze it', async () => {
    const secretariat = world.actor('secretariat');
    const note = (countries: string[]) =>
      setAttendance(world.runtime, secretariat, { meetingId: MEETING, delegations: countries });
    accepted(await note(['TH', 'ID', 'PH', 'SG']));
    const documentId = await adoptedStatement(world);
    accepted(await note(['TH', 'ID', 'PH', 'SG', 'MY']));
    const reviewer = world.actor('reviewer');
    const { decision } = accepted(await getRecord(world.runtime, reviewer, documentId));
    expect(decision.absent).toEqual(['MY']);
    const read = accepted(await readVersion(world.runtime, reviewer, { documentId, number: 'now' }));
    const paper = await adoptedFacts(world.runtime, reviewer, read, 'en');
    expect(paper.decision?.roster).toMatchObject({
      present: [
        'the Republic of Indonesia',
        'the Republic of the Philippines',
        'the Republic of Singapore',
        'the Kingdom of Thailand',
      ],
      absent: ['Malaysia'],
      chair: ['the Kingdom of Thailand'],
    });
    // Delegations, and no person of theirs.
    for (const { name } of Object.values(PEOPLE)) {
      expect(JSON.stringify(paper.decision?.roster)).not.toContain(name);
    }
  });

  test('PO1 PO3 nothing to see before adoption, nothing for strangers', async () => {
    const draft = await draftStatement(world);
    expect(ruleOf(await getRecord(world.runtime, world.actor('chair'), draft))).toBe('PO3');
    const adopted = await adoptedStatement(world);
    expect(ruleOf(await getRecord(world.runtime, world.actor('stranger'), adopted))).toBe('PO1');
    expect(ruleOf(await getEvidence(world.runtime, world.actor('stranger'), adopted))).toBe('PO1');
    expect(accepted(await getEvidence(world.runtime, world.actor('observer'), adopted)).symbol).toBe(
      'ACCSM/20/ST.2',
    );
  });
});

describe('the view before an adoption', () => {
  test('PR14 the candidate is what stands, with its number, questions and the meetings in session', async () => {
    const documentId = await draftStatement(
      world,
      textOf(['title', 'Statement'], ['operative', 'AGREE [to meet].'], ['operative', '']),
    );
    const before = accepted(await getAdoption(world.runtime, world.actor('chair'), documentId));
    expect([before.candidate.version, before.lastRevision, before.candidate.revision]).toEqual([
      null,
      null,
      1,
    ]);
    expect(before.questions.map((question) => [question.kind, question.citation])).toEqual([
      ['bracket', 'OP 1'],
      ['empty', 'OP 2'],
    ]);
    expect(before.meetings.map((meeting) => [meeting.id, meeting.agenda.map((item) => item.id)])).toEqual([
      [MEETING, [ITEM, 'item_plan']],
    ]);
    accepted(await issueRevision(world.runtime, world.actor('chair'), { documentId }));
    accepted(await setPens(world.runtime, world.actor('chair'), { documentId, down: true }));
    const after = accepted(await getAdoption(world.runtime, world.actor('chair'), documentId));
    expect([after.candidate.version?.revision, after.candidate.revision, after.changedSinceRevision]).toEqual(
      [1, 1, false],
    );
    expect(after.pensDownSince).toBe(world.clock.now());
  });

  test('PR16 what the page shows is what can be adopted', async () => {
    const documentId = await draftStatement(world);
    const command = await readyToAdopt(world, documentId);
    const view = accepted(await getAdoption(world.runtime, world.actor('chair'), documentId));
    expect([view.candidate.position, view.candidate.hash]).toEqual([command.position, command.hash]);
  });

  test('PO2 only the chair and the secretariat, who confirms, open it', async () => {
    const documentId = await draftStatement(world);
    const rules = async (person: Person) =>
      ruleOf(await getAdoption(world.runtime, world.actor(person), documentId));
    expect([
      await rules('chair'),
      await rules('secretariat'),
      await rules('reviewer'),
      await rules('observer'),
    ]).toEqual(['accepted', 'accepted', 'PO2', 'PO1']);
  });
});

describe('exports', () => {
  test('VE1 the SHA-256 of the JSON file is the hash of the version', async () => {
    const documentId = await adoptedStatement(world);
    const record = accepted(await getRecord(world.runtime, world.actor('reviewer'), documentId));
    const { number } = record.version;
    const read = (format: 'json' | 'txt' | 'html') =>
      exportText(world.runtime, world.actor('reviewer'), { documentId, number, format }).then(accepted);
    const json = await read('json');
    expect(createHash('sha256').update(json.content).digest('hex')).toBe(record.textHash);
    expect(json.fileName).toBe('ACCSM/20/ST.1-Rev.1.json');
    expect((await read('txt')).content).toContain('1. AGREE to move the civil service forward;');
    expect((await read('html')).content).toContain('<!doctype html>');
    expect(
      ruleOf(await exportText(world.runtime, world.actor('stranger'), { documentId, number, format: 'txt' })),
    ).toBe('PO1');
  });
});

describe('choices of the form for documents', () => {
  test('PO4 PR13 of one’s own bodies, without closed meetings', async () => {
    const choices = accepted(await documentFormChoices(world.runtime, world.actor('secretariat')));
    expect(choices.bodies.map((body) => body.acronym)).toEqual(['ACCSM']);
    expect(choices.meetings.map((meeting) => meeting.id).sort()).toEqual(['meeting_planned', MEETING]);
    expect(ruleOf(await documentFormChoices(world.runtime, world.actor('indonesia')))).toBe('PO4');
  });
});

describe('the signing key', () => {
  test('PR29 is made once, for its owner only, and stays', () => {
    const first = world.runtime.signer;
    expect(createSigner(world.directory).publicKey).toBe(first.publicKey);
    expect(statSync(signingKeyFile(world.directory)).mode & 0o777).toBe(0o600);
    expect(first.publicKey).toMatch(/^-----BEGIN PUBLIC KEY-----/);
  });
});
