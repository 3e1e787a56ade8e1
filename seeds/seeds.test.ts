import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { accountByEmail } from '../db/accounts';
import { loadActor } from '../db/actors';
import { wholeAudit } from '../db/audit-log';
import { findBodyByAcronym, listChairTerms, listMemberships } from '../db/bodies';
import { type OpenedDb, openDb } from '../db/client';
import { evidenceFileOf, findDecision } from '../db/decisions';
import { findDocumentBySymbol } from '../db/documents';
import { isDemoDatabase } from '../db/installation';
import { migrateDb } from '../db/migrate';
import { activitiesOf, plansOf, snapshotsOf } from '../db/plans';
import { firstBreak } from '../domain/audit/chain';
import type { RosterLine } from '../domain/body/grants';
import type { Actor } from '../domain/policy/can';
import type { Redline, Segment } from '../domain/redline/types';
import { readConfig } from '../server/config';
import { verifyEvidence } from '../server/evidence-check';
import { offlineRuntime } from '../server/offline-runtime';
import { listDocuments } from '../server/queries/documents';
import { compareVersions, listVersions } from '../server/queries/versions';
import type { Runtime } from '../server/runtime';
import { accepted } from './actors';
import { BODIES } from './body';
import { COUNTRIES } from './countries';
import { PEOPLE, type PersonKey, SYMBOLS } from './index';
import { seedDemo } from './run';

let directory = '';
let opened: OpenedDb;
let runtime: Runtime;

beforeAll(async () => {
  directory = mkdtempSync(path.join(tmpdir(), 'mufakat-seed-'));
  const env = { NODE_ENV: 'test', MUFAKAT_DATA_DIR: directory } as const;
  const result = readConfig(env, 'production');
  if (!result.ok) throw new Error(result.problems.join());
  migrateDb(result.config.databaseFile);
  opened = openDb(result.config.databaseFile);
  runtime = offlineRuntime(opened, result.config);
  await seedDemo(runtime);
}, 120_000);

afterAll(() => {
  opened.close();
  rmSync(directory, { recursive: true, force: true });
});

function actor(person: PersonKey, at = runtime.clock.now()): Actor {
  const id = accountByEmail(opened.db, PEOPLE[person].email)?.id ?? '';
  const found = loadActor(opened.db, id, null, at);
  if (found === null) throw new Error(`no account of ${person}`);
  return found;
}

function lettersOf(runs: readonly Segment[]): number {
  return runs.reduce((sum, { text }) => sum + text.length, 0);
}

function documentId(key: keyof typeof SYMBOLS): string {
  return findDocumentBySymbol(opened.db, SYMBOLS[key])?.id ?? '';
}

async function compared(key: keyof typeof SYMBOLS, from: number, to: number): Promise<Redline> {
  const input = { documentId: documentId(key), from, to };
  return accepted(await compareVersions(runtime, actor('reviewer'), input), 'comparing').redline;
}

/** "kind old → new" of every change, as people would tell them. */
function told(redline: Redline): string[] {
  return redline.changes.map(({ kind, oldText, newText }) =>
    kind === 'wording' || kind === 'structure'
      ? `${kind}: ${oldText.trim()} → ${newText.trim()}`
      : `${kind}: ${(newText === '' ? oldText : newText).slice(0, 30)}`,
  );
}

describe('the seeded installation', () => {
  it('is marked as made by the demo and has people with one click', () => {
    expect(isDemoDatabase(opened.db)).toBe(true);
    for (const { email } of Object.values(PEOPLE))
      expect(accountByEmail(opened.db, email)?.isDemo).toBe(true);
  });

  it('AU2 leaves an unbroken audit trail in the order of its times', () => {
    const events = [...wholeAudit(opened.db)];
    expect(firstBreak(events)).toBeNull();
    expect(events.length).toBeGreaterThan(150);
    const times = events.map((event) => event.at);
    expect(times).toEqual(times.toSorted());
  });

  it('has the documents in the states the demo tells of', async () => {
    const list = accepted(await listDocuments(runtime, actor('secretariat')), 'listing');
    const states = Object.fromEntries(list.map(({ symbol, state }) => [symbol, state]));
    expect(states).toEqual({
      [SYMBOLS.statement]: 'draft',
      [SYMBOLS.workPlan]: 'negotiation',
      [SYMBOLS.conceptNote]: 'adopted',
      [SYMBOLS.report]: 'circulated',
      [SYMBOLS.plusThree]: 'draft',
    });
    expect(list.every((document) => document.isIllustrative)).toBe(true);
  });

  it.each(Object.keys(SYMBOLS) as (keyof typeof SYMBOLS)[])(
    'LE10 names for every changed word a delegation that was at work by then: %s',
    async (key) => {
      const reader = actor(key === 'plusThree' ? 'jpDelegate' : 'reviewer');
      const id = documentId(key);
      const { versions } = accepted(await listVersions(runtime, reader, id), 'listing');
      for (const to of versions.filter(({ number }) => number > 1)) {
        const input = { documentId: id, from: to.number - 1, to: to.number };
        const { redline } = accepted(await compareVersions(runtime, reader, input), 'comparing');
        const changed = redline.rows
          .flatMap((row) => [...row.segments, ...(row.cells ?? []).flatMap((cell) => cell.segments)])
          .filter(
            ({ op, footnote, text }) => op !== 'equal' && footnote !== true && /[\p{L}\p{N}]/u.test(text),
          );
        // Words that an edit only carried elsewhere in the text are inserted there, by whoever wrote them before.
        const before = versions
          .filter(({ number }) => number <= to.number)
          .flatMap(({ delegations }) => delegations);
        const named = changed.filter(({ author }) => author !== undefined);
        const strange = named.filter(
          ({ op, author = '' }) => !(op === 'delete' ? to.delegations : before).includes(author),
        );
        expect(strange.map(({ op, text, author }) => [to.number, op, text, author])).toEqual([]);
        // A few letters that an edit of whole blocks brings cannot be told from those it took away (LE15).
        expect(lettersOf(named)).toBeGreaterThanOrEqual(0.98 * lettersOf(changed));
      }
    },
  );

  it('PO1 keeps the two bodies apart', async () => {
    const seenBy = async (person: PersonKey) =>
      accepted(await listDocuments(runtime, actor(person)), 'listing').map(({ symbol }) => symbol);
    expect(await seenBy('vnDelegate')).not.toContain(SYMBOLS.plusThree);
    expect(await seenBy('jpDelegate')).toEqual([SYMBOLS.plusThree]);
    expect(await seenBy('observer')).not.toContain(SYMBOLS.statement);
  });

  it('gives every person the role of their card today, and Timor-Leste its dates', () => {
    expect(actor('chair').grants).toMatchObject([{ role: 'chair', country: 'TH' }]);
    expect(actor('vnDelegate').grants).toMatchObject([{ role: 'delegate', country: 'VN' }]);
    expect(actor('observer').grants).toMatchObject([{ role: 'observer', country: 'TL' }]);
    const roleAt = (at: string) => actor('tlDelegate', at).grants.map((grant) => grant.role);
    expect(roleAt('2022-01-01T00:00:00.000Z')).toEqual([]);
    expect(roleAt('2024-01-01T00:00:00.000Z')).toEqual(['observer']);
    expect(roleAt('2025-11-01T00:00:00.000Z')).toEqual(['delegate']);
    expect(actor('tlHead').grants).toMatchObject([{ role: 'headOfDelegation', country: 'TL' }]);
  });
});

describe('histories', () => {
  it.each([
    ['statement', 7, [1, 2]],
    ['workPlan', 5, [1, 2]],
    ['conceptNote', 5, [1, 2, 2]],
  ] as const)('%s has %i versions', async (key, count, revisions) => {
    const { versions } = accepted(
      await listVersions(runtime, actor('reviewer'), documentId(key)),
      'listing versions',
    );
    expect(versions).toHaveLength(count);
    expect(versions.flatMap(({ revision }) => revision ?? []).toReversed()).toEqual(revisions);
    expect(versions.every(({ wordsInserted }) => wordsInserted !== null)).toBe(true);
  });

  it('names the delegations that wrote', async () => {
    const { versions } = accepted(
      await listVersions(runtime, actor('reviewer'), documentId('statement')),
      'listing versions',
    );
    expect(versions.toReversed().map(({ delegations }) => delegations)).toEqual([
      ['', 'TH'],
      ['SG', 'VN'],
      ['ID', 'PH'],
      ['MY', 'TH'],
      ['BN', 'KH', 'LA', 'MM'],
      ['', 'TH'],
      ['TH', 'VN'],
    ]);
  });

  it('RL the Statement, second comments to Rev.1: words, a merge, and Thai by words', async () => {
    const redline = await compared('statement', 3, 4);
    expect(told(redline)).toEqual([
      'wording: ; → ',
      'merged: RECOGNISING that the digital e',
      'wording: MINDFUL → , and mindful',
      'wording:  → , where the law provides for it',
      'wording:  → draw lessons from it,',
      'wording:  → ประชาชน',
      'wording: เร่งรัดการ → เร่ง',
      'wording: ระบบราชการ → ข้าราชการพลเรือน',
    ]);
  });

  it('RL the Statement, Rev.2 to the morning of 23 April: exact words and counts', async () => {
    const redline = await compared('statement', 6, 7);
    expect(told(redline)).toEqual([
      'wording:  → (ผู้นำการเปลี่ยนแปลง)',
      'wording:  → privacy,',
      'clause-inserted: ENCOURAGE civil servants to le',
    ]);
    expect(redline.summary).toMatchObject({ wordsInserted: 26, wordsDeleted: 0, clausesInserted: 1 });
  });

  it('RL the Statement, before and after the Preparatory Meeting: deletion, insertion, format, level', async () => {
    const { summary } = await compared('statement', 5, 6);
    expect(summary).toMatchObject({
      clausesDeleted: 1,
      clausesInserted: 1,
      formattingChanges: 1,
      structureChanges: 1,
    });
  });

  it('RL the Statement, before and after the comments of Brunei Darussalam and others: a clause moved', async () => {
    const { summary } = await compared('statement', 4, 5);
    expect(summary).toMatchObject({ clausesMoved: 1, clausesInserted: 1, clausesDeleted: 0 });
  });

  it('RL the Work Plan to its Rev.1: a new column in every row and a new row', async () => {
    const redline = await compared('workPlan', 2, 3);
    expect(redline.summary).toMatchObject({ clausesInserted: 1, clausesDeleted: 0, formattingChanges: 1 });
    const rows = redline.rows.filter(({ cells, status }) => cells !== undefined && status === 'kept');
    expect(rows).toHaveLength(21);
    expect(rows.every(({ cells }) => cells?.[3]?.status === 'inserted')).toBe(true);
  });
});

describe('the adoption of the concept note', () => {
  it('PR7 has the roster of 24 April 2019: ten members, Thailand in the chair', () => {
    const decision = findDecision(opened.db, documentId('conceptNote'));
    expect(decision?.decision.at).toBe('2019-04-24T03:15:00.000Z');
    const roster = JSON.parse(decision?.decision.roster ?? '[]') as RosterLine[];
    expect(roster.map((line) => line.country)).toEqual([
      'BN',
      'KH',
      'ID',
      'LA',
      'MY',
      'MM',
      'PH',
      'SG',
      'TH',
      'VN',
    ]);
    expect(roster.filter((line) => line.inTheChair).map((line) => line.country)).toEqual(['TH']);
  });

  it('PR28 has evidence that verifies', () => {
    const verified = verifyEvidence(evidenceFileOf(opened.db, documentId('conceptNote')) ?? '');
    expect(verified.ok).toBe(true);
  });
});

describe('the data', () => {
  it('lists countries in the English alphabetical order', () => {
    const names = COUNTRIES.map((country) => country.shortName);
    expect(names).toEqual(names.toSorted((a, b) => a.localeCompare(b, 'en')));
  });

  it('gives every delegation a colour that is read on white and told from the others', () => {
    for (const { code, color } of COUNTRIES) expect(contrastWithWhite(color), code).toBeGreaterThan(4.5);
    for (const one of COUNTRIES) {
      for (const other of COUNTRIES) {
        if (one.code < other.code) {
          expect(distance(one.color, other.color), `${one.code} ${other.code}`).toBeGreaterThan(30);
        }
      }
    }
  });

  it('BO7 writes every dated membership and term', () => {
    for (const seed of BODIES) {
      const body = findBodyByAcronym(opened.db, seed.acronym);
      expect(listMemberships(opened.db, body?.id ?? '')).toHaveLength(seed.memberships.length);
      expect(listChairTerms(opened.db, body?.id ?? '')).toHaveLength(seed.chairTerms.length);
    }
  });
});

function channels(color: string): [number, number, number] {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => Number.parseInt(color.slice(at, at + 2), 16));
  return [red, green, blue];
}

function contrastWithWhite(color: string): number {
  const [red, green, blue] = channels(color).map((value) => {
    const share = value / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  return 1.05 / (0.2126 * red + 0.7152 * green + 0.0722 * blue + 0.05);
}

function distance(one: string, other: string): number {
  const [a, b] = [channels(one), channels(other)];
  return Math.hypot(...a.map((value, index) => value - (b[index] ?? 0)));
}

describe('the seeded work plans', () => {
  const plan = (state: 'inForce' | 'drafted') => {
    const bodyId = findBodyByAcronym(opened.db, 'ACCSM')?.id ?? '';
    const found = plansOf(opened.db, [bodyId]).find((row) => row.state === state);
    return { ...found, activities: activitiesOf(opened.db, found?.id ?? '') };
  };

  it('are one in force with 39 projects, reported on by the delegations that lead them', () => {
    const { title, id, activities } = plan('inForce');
    expect(title).toBe('ACCSM Work Plan 2016–2020');
    expect(activities).toHaveLength(39);
    expect(snapshotsOf(opened.db, id ?? '')).toHaveLength(1);
    const late = activities.filter(({ status }) => status === 'delayed');
    expect(late.map(({ code }) => code)).toEqual(['A.3', 'B.1', 'B.8', 'D.3']);
    expect(late.every(({ statusReason }) => statusReason !== '')).toBe(true);
    expect(activities.filter(({ versionId }) => versionId !== null).map(({ code }) => code)).toEqual([
      'E.5',
      'E.7',
    ]);
  });

  it('are one that is drafted while its text is negotiated, and carries activities on', () => {
    const { activities, documentId: textId, predecessorId } = plan('drafted');
    expect(activities).toHaveLength(31);
    expect(textId).toBe(documentId('workPlan'));
    expect(predecessorId).toBe(plan('inForce').id);
    const before = new Set(plan('inForce').activities.map(({ id }) => id));
    const carried = activities.flatMap(({ carriedFromId }) => carriedFromId ?? []);
    expect(carried).toHaveLength(17);
    expect(carried.every((id) => before.has(id))).toBe(true);
  });
});
