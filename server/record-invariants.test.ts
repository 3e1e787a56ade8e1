import { afterAll, afterEach, expect, test } from 'vitest';
import { corrigendaOf } from '../db/corrigenda';
import { evidenceFileOf, findDecision } from '../db/decisions';
import { insertAgendaItem, insertMeeting } from '../db/meetings';
import { waitingRecordFinding } from '../db/record-findings';
import { lineageOf, tierEvidenceOf } from '../db/tier-decisions';
import { readLog } from '../db/update-log';
import { lastRevisionHead, versionText } from '../db/versions';
import type { Outcome } from '../domain/refusal';
import { canonicalText, textHash } from '../domain/text/canonical';
import { clausesOf, clauseText } from '../domain/text/clauses';
import { digestText } from '../domain/text/digest';
import type { DocumentJson } from '../domain/text/document-json';
import { verifyEvidence } from './evidence-check';
import { issueDueCorrigenda } from './jobs/corrigenda';
import { type ExportFormat, exportText } from './queries/export-text';
import { getRecord } from './queries/records';
import { readFile } from './reading/read-file';
import { ELEVEN } from './tests/eleven';
import { NegotiationWalk } from './tests/negotiation-walk';
import { accepted } from './tests/outcome';
import { BODY, MEETING, textOf } from './tests/world';
import { addMembership } from './use-cases/add-membership';
import { annulDecision } from './use-cases/annul-decision';
import { attachStatement } from './use-cases/attach-statement';
import { beginProposal } from './use-cases/begin-proposal';
import { confirmCorrigendum } from './use-cases/confirm-corrigendum';
import { confirmTierDecision } from './use-cases/confirm-tier-decision';
import { endMembership } from './use-cases/end-membership';
import { findTierDecision } from './use-cases/find-tier-decision';
import { moveMeeting } from './use-cases/move-meeting';
import { moveState } from './use-cases/move-state';
import { proposeCorrigendum } from './use-cases/propose-corrigendum';
import { restoreVersion } from './use-cases/restore-version';
import { setPens } from './use-cases/set-pens';
import { objectToCorrigendum } from './use-cases/settle-corrigendum';
import { startSuccessor } from './use-cases/start-successor';
import { writeText } from './use-cases/write-text';

/*
 * Invariants of the reference (§10) over what may follow an adoption, in an order that a seed chooses: the record and
 * every decision of it stay as they were, to the last byte.
 */
const SEEDS = Array.from({ length: 12 }, (_, index) => index + 1);

const met = new Map<string, number>();
let walk: NegotiationWalk;
afterEach(() => walk.world.close());

async function adopted(seed: number): Promise<void> {
  walk = await NegotiationWalk.begin(seed);
  for (let step = 0; step < 25; step += 1) await walk.act();
  await walk.adopt();
}

test.each(SEEDS)(
  '§10 PR6 PR7 DE1 ME19 BO1 what follows changes no adopted byte and no roster (seed %i)',
  { timeout: 60_000 },
  async (seed) => {
    await adopted(seed);
    meetingOfHeads();
    const successors: string[] = [];
    const was = new Map<string, string>();
    for (let step = 0; step < 30; step += 1) {
      // The first acts fall into the sitting: only there is an adoption annulled (DE21).
      walk.world.clock.advance(walk.pick(step < 10 ? [1, 60] : [60, 3600, 86_400]));
      const [name, act] = walk.pick(acts(successors));
      const outcome = await act();
      const key = outcome.ok ? name : `${name} ${outcome.rule}`;
      met.set(key, (met.get(key) ?? 0) + 1);
      for (const [what, bytes] of await record()) {
        expect(bytes, `seed ${seed}, act ${step} (${name}): ${what}`).toBe(was.get(what) ?? bytes);
        was.set(what, bytes);
      }
    }
  },
);

afterAll(() => {
  const names = acts([]).map(([name]) => name);
  const refused = names.filter((name) => name.startsWith('late'));
  const never = names.filter((name) => (met.get(name) ?? 0) === 0);
  // What comes late is refused, each time; all else happened.
  expect(never.toSorted(), JSON.stringify([...met])).toEqual(refused.toSorted());
});

test.each(SEEDS)(
  '§10 PR28 WO10 every file of the adopted text is the text of the decision (seed %i)',
  { timeout: 60_000 },
  async (seed) => {
    await adopted(seed);
    const hash = findDecision(walk.world.db, walk.documentId)?.decision.textHash;
    const text = await walk.standing();
    expect(textHash(text)).toBe(hash);
    for (const format of ['json', 'docx', 'html'] as const) {
      expect(textHash(await backFrom(format)), format).toBe(hash);
    }
    // The canonical form is the very bytes.
    expect(digestText(String(await exported('json')))).toBe(hash);
    // Plain text has no ids, so no hash: its words are those of the text.
    const words = (json: DocumentJson) => clausesOf(json).map(clauseText).join('\n');
    expect(words(await backFrom('txt'))).toBe(words(text));
  },
);

async function exported(format: ExportFormat): Promise<string | Uint8Array> {
  const input = { documentId: walk.documentId, number: 'now', format } as const;
  return accepted(await exportText(walk.world.runtime, walk.who('reviewer'), input)).content;
}

async function backFrom(format: ExportFormat): Promise<DocumentJson> {
  const content = await exported(format);
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
  return accepted(
    readFile(`text.${format}`, bytes, { changes: 'accept', numbers: 'count', houseStyle: walk.houseStyle() }),
  ).text;
}

/** All that the record of the adopted text consists of, and every decision ever taken on it. */
async function record(): Promise<[what: string, bytes: string][]> {
  const { db, runtime } = walk.world;
  const { documentId } = walk;
  const seen = accepted(await getRecord(runtime, walk.who('auditor'), documentId));
  const file = evidenceFileOf(db, documentId) ?? '';
  accepted(verifyEvidence(file));
  const head = lastRevisionHead(db, documentId);
  const decisions = lineageOf(db, [documentId]).filter(({ documentId: of }) => of === documentId);
  return [
    ['the version', versionText(db, head?.id ?? '') ?? ''],
    ['the text that is read', canonicalText(seen.text)],
    ['the canonical file', String(await exported('json'))],
    [
      'the log',
      digestText(
        readLog(db, documentId)
          .updates.map((update) => Buffer.from(update).toString('hex'))
          .join(),
      ),
    ],
    ['the row of the decision', JSON.stringify(findDecision(db, documentId)?.decision)],
    ['the roster that is read', JSON.stringify(seen.decision.roster)],
    ['the evidence', file],
    ...decisions.map((row): [string, string] => [`the decision ${row.id}`, JSON.stringify(row)]),
    ...decisions.map(({ id }): [string, string] => [
      `the evidence of ${id}`,
      tierEvidenceOf(db, id)?.file ?? '',
    ]),
    ...corrigendaOf(db, [documentId]).map(({ id, text }): [string, string] => [
      `the corrigendum ${id}`,
      text ?? '',
    ]),
  ];
}

type Act = readonly [name: string, act: () => Promise<Outcome<unknown>> | Outcome<unknown>];

/** What may be tried after an adoption. */
function acts(successors: string[]): readonly Act[] {
  return [...lateActs(), ...actsOnTheRecord(successors), ...actsOnTheBody()];
}

const OTHER = textOf(['title', 'Another statement'], ['operative', 'DECIDE otherwise.']);

/** What comes too late for an adopted text. */
function lateActs(): readonly Act[] {
  const { documentId } = walk;
  const { runtime } = walk.world;
  const by = () => walk.who(walk.pick(['chair', 'secretariat', ...ELEVEN] as const));
  return [
    ['late edit', () => writeText(runtime, by(), { documentId, text: OTHER })],
    ['late pens', () => setPens(runtime, walk.who('chair'), { documentId, down: false })],
    ['late state', () => moveState(runtime, by(), { documentId, step: 'withdraw', reason: 'because' })],
    ['late restoring', () => restoreVersion(runtime, by(), { documentId, number: 1 })],
    [
      'late proposal',
      () =>
        beginProposal(runtime, by(), { documentId, kind: 'delete', clauseId: 'c_2', otherClauseId: null }),
    ],
  ];
}

function actsOnTheRecord(successors: string[]): readonly Act[] {
  const { documentId, world } = walk;
  const { runtime, db } = world;
  const chair = () => walk.who('chair');
  const secretariat = () => walk.who('secretariat');
  return [
    ['annul', () => annulDecision(runtime, chair(), { documentId, reason: 'The wrong revision.' })],
    ['tier', () => decideAbove()],
    ['corrigendum', () => correct()],
    [
      'objection',
      () => {
        const open = corrigendaOf(db, [documentId]).at(-1);
        const input = { documentId, corrigendumId: open?.id ?? '', reason: 'It changes the meaning.' };
        return objectToCorrigendum(runtime, walk.who(walk.pick(ELEVEN)), input);
      },
    ],
    [
      'issue corrigenda',
      () => (issueDueCorrigenda(runtime) > 0 ? { ok: true, value: true } : { ok: false, rule: 'DE27' }),
    ],
    [
      'statement',
      () => {
        const said = { kind: 'statement', language: 'en', text: 'Our view.' };
        return attachStatement(runtime, walk.who(walk.pick(ELEVEN)), { documentId, ...said });
      },
    ],
    [
      'successor',
      async () => {
        const started = await startSuccessor(runtime, secretariat(), { documentId });
        if (started.ok) successors.push(started.value.documentId);
        return started;
      },
    ],
    [
      'edit of a successor',
      () => writeText(runtime, secretariat(), { documentId: successors.at(-1) ?? '', text: OTHER }),
    ],
  ];
}

function actsOnTheBody(): readonly Act[] {
  const { runtime, clock } = walk.world;
  const administrator = () => walk.who('administrator');
  return [
    [
      'leave',
      () => {
        const membershipId = walk.pick(['MY', 'PH', 'VN', 'KH'].map((country) => `membership_${country}`));
        return endMembership(runtime, administrator(), { membershipId, to: clock.now() });
      },
    ],
    [
      'join',
      () => {
        const country = walk.pick(['MY', 'PH', 'VN', 'KH'] as const);
        const standing = walk.pick(['member', 'observer'] as const);
        return addMembership(runtime, administrator(), {
          bodyId: BODY,
          country,
          standing,
          from: clock.now(),
        });
      },
    ],
    ['close', () => moveMeeting(runtime, walk.who('secretariat'), { meetingId: MEETING, to: 'closed' })],
    ['open', () => moveMeeting(runtime, walk.who('secretariat'), { meetingId: MEETING, to: 'open' })],
  ];
}

async function decideAbove(): Promise<Outcome<unknown>> {
  const { documentId, world } = walk;
  const entered = await findTierDecision(world.runtime, walk.who('chair'), {
    documentId,
    shownFindingId: waitingRecordFinding(world.db, documentId, 'tierDecision')?.id ?? '',
    hash: lastRevisionHead(world.db, documentId)?.hash ?? '',
    verb: 'noted',
    wording: 'The Heads noted the Statement.',
    meetingId: 'meeting_heads',
    agendaItemId: 'item_heads',
  });
  if (!entered.ok) return entered;
  const { findingId } = entered.value;
  return confirmTierDecision(world.runtime, walk.who('secretariat'), { documentId, findingId });
}

async function correct(): Promise<Outcome<unknown>> {
  const { documentId, world } = walk;
  const clause = walk.pick(clausesOf(await walk.standing()));
  const words = `${clauseText(clause)}x`;
  const input = { documentId, clauseId: clause.id ?? '', words, reason: 'A letter was left out.' };
  const entered = await proposeCorrigendum(world.runtime, walk.who('secretariat'), input);
  if (!entered.ok) return entered;
  const { findingId } = entered.value;
  return confirmCorrigendum(world.runtime, walk.who('chair'), { documentId, findingId });
}

function meetingOfHeads(): void {
  const { db } = walk.world;
  const days = { startsOn: '2019-04-22', endsOn: '2019-04-24', createdAt: '2016-01-01T00:00:00.000Z' };
  const names = { title: 'Heads', titleThai: '', place: 'Bangkok', hostCountry: 'TH', series: '20th ACCSM' };
  insertMeeting(db, { id: 'meeting_heads', bodyId: BODY, tier: 'heads', status: 'open', ...names, ...days });
  const item = { id: 'item_heads', meetingId: 'meeting_heads', number: '1', position: 1, leadCountry: null };
  insertAgendaItem(db, { ...item, title: 'Statement', titleThai: '' });
}
