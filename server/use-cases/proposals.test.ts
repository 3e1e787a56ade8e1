import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { wholeAudit } from '../../db/audit-log';
import { findProposal } from '../../db/proposals';
import { appointments } from '../../db/schema/bodies';
import { proposals } from '../../db/schema/negotiation';
import { notices } from '../../db/schema/notices';
import { lastPosition, readLog } from '../../db/update-log';
import type { DocumentJson } from '../../domain/text/document-json';
import { checkInstallation } from '../check';
import { takeDueCheckpoints } from '../jobs/checkpoints';
import { getProposal, proposalsFor, withRedlines } from '../queries/proposals';
import { draftStatement } from '../tests/adopted';
import { accepted, ruleOf } from '../tests/outcome';
import { BODY, createWorld, type Person, textOf, userIdOf, type World } from '../tests/world';
import { readingOf } from '../text/text-work';
import { backProposal, stopBacking } from './back-proposal';
import { type BeginProposalInput, beginProposal } from './begin-proposal';
import { challengeClass, settleChallenge } from './challenge-class';
import { confirmProposal, giveUpProposal, withdrawProposal } from './close-proposal';
import { askForRelease, describeProposal } from './describe-proposal';
import { appendEdit } from './edit-ahead';
import { tableProposal } from './table-proposal';

let world: World;
let documentId: string;
beforeEach(async () => {
  world = createWorld();
  documentId = await draftStatement(world);
  // A second head besides Indonesia's, and a colleague of hers.
  hire('philippinesHead', 'headOfDelegation', 'PH', 'user_administrator');
  hire('indonesianDelegate', 'delegate', 'ID', 'user_stranger');
  move('circulate');
  move('openNegotiation');
});
afterEach(() => world.close());

function hire(id: string, role: 'headOfDelegation' | 'delegate', country: string, userId: string) {
  const span = { from: '2016-01-01T00:00:00.000Z', to: null };
  world.db
    .insert(appointments)
    .values({ id, userId, role, bodyId: BODY, country, ...span })
    .run();
}

function move(step: 'circulate' | 'openNegotiation') {
  const to = step === 'circulate' ? 'circulated' : 'negotiation';
  world.raw(`update documents set state = '${to}' where id = '${documentId}'`);
}

/** `philippinesHead` is also the administrator, `indonesianDelegate` also the stranger. */
type Hand = Person | 'philippinesHead' | 'indonesianDelegate';
const actor = (hand: Hand) =>
  world.actor(
    hand === 'philippinesHead' ? 'administrator' : hand === 'indonesianDelegate' ? 'stranger' : hand,
  );

function begin(hand: Hand, input: Partial<BeginProposalInput> = {}) {
  return beginProposal(world.runtime, actor(hand), {
    documentId,
    kind: 'replace',
    clauseId: 'c_3',
    otherClauseId: null,
    ...input,
  });
}

async function begun(hand: Hand, input: Partial<BeginProposalInput> = {}): Promise<string> {
  return accepted(await begin(hand, input)).proposalId;
}

/** Writes into the room of a draft, as a socket would have. */
function draft(hand: Hand, proposalId: string, text: DocumentJson) {
  const place = { document: { id: proposalId, bodyId: BODY }, actor: actor(hand), at: world.clock.now() };
  appendEdit(world.db, place, JSON.stringify(text));
}

const clause = (words: string): DocumentJson => ({
  type: 'doc',
  content: [{ type: 'operative', attrs: { id: 'c_3', level: 1 }, content: [{ type: 'text', text: words }] }],
});

const table = (hand: Hand, proposalId: string, editorialConfirmed = false) =>
  tableProposal(world.runtime, actor(hand), { proposalId, editorialConfirmed });

async function tabled(hand: Hand, head: Hand, words: string, input: Partial<BeginProposalInput> = {}) {
  const proposalId = await begun(hand, input);
  draft(hand, proposalId, clause(words));
  accepted(await table(head, proposalId));
  return proposalId;
}

const list = async (hand: Hand) =>
  accepted(await proposalsFor(world.runtime, actor(hand), documentId)).map(
    ({ id, state }) => `${id} ${state}`,
  );

const told = () =>
  world.db
    .select()
    .from(notices)
    .all()
    .map(({ kind, userId }) => `${kind} ${userId}`);

const kinds = () =>
  [...wholeAudit(world.db)].map(({ kind }) => kind).filter((kind) => kind.includes('proposal'));

describe('a draft', () => {
  test('NP5 begins with the clause as it stands, and is one for those of a delegation who begin at the same words', async () => {
    const first = accepted(await begin('indonesianDelegate'));
    expect(first.isNew).toBe(true);
    const text = JSON.parse(readingOf(readLog(world.db, first.proposalId).updates).canonical);
    expect(text.content[0].content[0].text).toBe('AGREE to move the civil service forward;');
    expect(accepted(await begin('indonesia'))).toEqual({ proposalId: first.proposalId, isNew: false });
    expect(accepted(await begin('philippines')).proposalId).not.toBe(first.proposalId);
  });

  test('PO2 PO3 NP2 NP6 NP9 only delegates, in these states, about clauses that stand, with a short rationale', async () => {
    for (const hand of ['chair', 'secretariat', 'reviewer', 'observer', 'auditor'] as const)
      expect(ruleOf(await begin(hand))).toBe('PO2');
    expect(ruleOf(await begin('indonesia', { clauseId: 'c_9' }))).toBe('NP2');
    expect(ruleOf(await begin('indonesia', { kind: 'merge', otherClauseId: 'c_2' }))).toBe('NP6');
    expect(ruleOf(await begin('indonesia', { rationale: 'x'.repeat(2001) }))).toBe('NP9');
    world.raw(`update documents set state = 'agreed' where id = '${documentId}'`);
    expect(ruleOf(await begin('indonesia'))).toBe('PO3');
  });

  test('NP17 is seen by its delegation alone, leaves nothing in the trail and no number', async () => {
    const proposalId = await begun('indonesianDelegate');
    accepted(
      await describeProposal(world.runtime, actor('indonesia'), {
        proposalId,
        rationale: 'Because',
        class: 'technical',
      }),
    );
    expect(await list('indonesia')).toEqual([`${proposalId} draft`]);
    for (const hand of ['philippines', 'chair', 'secretariat', 'auditor', 'observer', 'reviewer'] as const) {
      expect(await list(hand)).toEqual([]);
      expect(ruleOf(await getProposal(world.runtime, actor(hand), proposalId))).toBe('PO1');
      const knocks = [
        describeProposal(world.runtime, actor(hand), { proposalId, rationale: 'x' }),
        giveUpProposal(world.runtime, actor(hand), { proposalId }),
        table(hand, proposalId),
        withdrawProposal(world.runtime, actor(hand), { proposalId }),
        backProposal(world.runtime, actor(hand), { proposalId, kind: 'support' }),
        challengeClass(world.runtime, actor(hand), { proposalId, reason: 'because' }),
        askForRelease(world.runtime, actor(hand), { proposalId }),
      ];
      for (const outcome of await Promise.all(knocks)) expect(outcome).toEqual({ ok: false, rule: 'PO1' });
    }
    expect(kinds()).toEqual([]);
    expect(told()).toEqual([]);
  });

  test('NP17 its log is no document: no checkpoint is taken of it, and a check finds nothing wrong', async () => {
    const proposalId = await begun('indonesia');
    world.clock.advance(3600);
    await takeDueCheckpoints(world.runtime);
    expect(world.db.select().from(proposals).all()).toHaveLength(1);
    expect(lastPosition(world.db, proposalId)).toBe(1);
    expect(checkInstallation({ db: world.db, integrityFindings: () => [] }).findings).toEqual([]);
  });

  test('NP17 NP5 one that is given up stays in its ring and is never taken up again', async () => {
    const proposalId = await begun('indonesia');
    accepted(await giveUpProposal(world.runtime, actor('indonesianDelegate'), { proposalId }));
    expect(world.live.told).toContain(`reviewDocument ${proposalId}`);
    const view = accepted(await getProposal(world.runtime, actor('indonesia'), proposalId));
    expect(view).toMatchObject({ isGivenUp: true, isDraft: true, may: { write: false, table: false } });
    for (const hand of ['philippines', 'chair', 'secretariat'] as const) expect(await list(hand)).toEqual([]);
    expect(ruleOf(await table('indonesia', proposalId))).toBe('NP5');
    expect(ruleOf(await describeProposal(world.runtime, actor('indonesia'), { proposalId }))).toBe('NP5');
    expect(accepted(await begin('indonesia')).isNew).toBe(true);
  });

  test('NP17 whoever speaks for the delegation is asked to release it, once for the same words, and nobody else hears', async () => {
    const proposalId = await begun('indonesianDelegate');
    accepted(await askForRelease(world.runtime, actor('indonesianDelegate'), { proposalId }));
    accepted(await askForRelease(world.runtime, actor('indonesianDelegate'), { proposalId }));
    expect(told()).toEqual([`proposalAwaitsRelease ${userIdOf('indonesia')}`]);
  });
});

describe('tabling', () => {
  test('NP42 words that did not get in begin a draft, and never run over one that colleagues write in', async () => {
    const words = clause('Agree to simplify and to digitise procedures;');
    const proposalId = await begun('indonesia', { words });
    expect(readingOf(readLog(world.db, proposalId).updates).canonical).toContain('and to digitise');
    expect(ruleOf(await begin('indonesianDelegate', { words }))).toBe('NP42');
    expect(accepted(await begin('indonesianDelegate')).proposalId).toBe(proposalId);
  });

  test('NP42 who got no answer and asks again is given the draft that was begun, not a second one', async () => {
    const words = clause('Agree to simplify and to digitise procedures;');
    for (const input of [
      { words },
      { kind: 'insert', words: textOf(['operative', 'WELCOME the report;']) },
      {
        kind: 'insert',
        words: { type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text: 'New' }] }] },
      },
      { kind: 'delete', rationale: 'Said above.' },
    ] as const) {
      const first = accepted(await begin('indonesia', input));
      expect(first.isNew).toBe(true);
      expect(accepted(await begin('indonesia', input))).toEqual({
        proposalId: first.proposalId,
        isNew: false,
      });
    }
    const others = [
      { kind: 'insert', words: textOf(['operative', 'WELCOME the other report;']) },
      { kind: 'delete', rationale: 'Another reason.' },
    ] as const;
    for (const input of others) expect(accepted(await begin('indonesia', input)).isNew).toBe(true);
    expect(accepted(await begin('indonesianDelegate', others[0])).isNew).toBe(true);
  });

  test('PO1 whose office ends while the text is read begins nothing', async () => {
    const asked = begin('indonesia');
    world.raw(
      `update appointments set to_at = '2017-01-01T00:00:00.000Z' where id = ?`,
      'appointment_indonesia',
    );
    expect(ruleOf(await asked)).toMatch(/^PO/);
    expect(world.db.select().from(proposals).all()).toEqual([]);
  });

  test('NP42 SY7 words that no text may hold begin nothing', async () => {
    const words = { type: 'doc', content: [{ type: 'script' }] } as unknown as DocumentJson;
    expect(ruleOf(await begin('indonesia', { words }))).toBe('SY7');
    for (const more of [
      {},
      { content: 5 },
      { content: [null] },
      { content: [{ type: 'operative', marks: 5 }] },
    ]) {
      const malformed = { type: 'doc', ...more } as unknown as DocumentJson;
      expect(ruleOf(await begin('indonesia', { words: malformed }))).toBe('SY7');
    }
  });

  test('NP19 NP18 the head releases it: the words of the room, their hash and the next number, for everybody', async () => {
    const proposalId = await begun('indonesianDelegate');
    draft('indonesianDelegate', proposalId, clause('AGREE to move the civil service forward together;'));
    expect(ruleOf(await table('indonesianDelegate', proposalId))).toBe('PO2');
    expect(accepted(await table('indonesia', proposalId))).toEqual({ number: 1 });
    expect(world.live.told).toContain(`reviewDocument ${proposalId}`);
    const seen = accepted(await getProposal(world.runtime, actor('philippines'), proposalId));
    expect(seen).toMatchObject({ number: 1, state: 'tabled', country: 'ID', isDraft: false });
    const [compared] = await withRedlines(world.runtime, [seen], 'declaration');
    expect(compared?.redline?.summary).toMatchObject({ wordsInserted: 1, wordsDeleted: 0 });
    expect(findProposal(world.db, proposalId)?.hash).toMatch(/^[0-9a-f]{64}$/);
    expect(kinds()).toEqual(['proposal.tabled']);
    expect(JSON.stringify([...wholeAudit(world.db)].at(-1))).not.toContain('together');
    expect(told()).toContain(`proposalTabled ${userIdOf('philippines')}`);
    expect(() => draft('indonesia', proposalId, clause('late'))).toThrow(/NP5/);
    expect(ruleOf(await table('indonesia', proposalId))).toBe('NP5');
    await tabled('philippines', 'philippinesHead', 'AGREE to move.');
    expect(await list('auditor')).toHaveLength(2);
  });

  test('NP7 NP8 NP9 not without words, without a change, or a comment without a word', async () => {
    const proposalId = await begun('indonesia');
    expect(ruleOf(await table('indonesia', proposalId))).toBe('NP8');
    draft('indonesia', proposalId, clause(' '));
    expect(ruleOf(await table('indonesia', proposalId))).toBe('NP7');
    const comment = await begun('indonesia', { kind: 'comment' });
    expect(ruleOf(await table('indonesia', comment))).toBe('NP9');
    accepted(
      await describeProposal(world.runtime, actor('indonesia'), {
        proposalId: comment,
        rationale: 'Too long.',
      }),
    );
    accepted(await table('indonesia', comment));
  });

  test('NP2 not where its clause is gone', async () => {
    const proposalId = await begun('indonesia');
    draft('indonesia', proposalId, clause('AGREE;'));
    const place = {
      document: { id: documentId, bodyId: BODY },
      actor: actor('chair'),
      at: world.clock.now(),
    };
    appendEdit(world.db, place, JSON.stringify(textOf(['title', 'Statement'], ['preambular', 'RECALLING,'])));
    expect(ruleOf(await table('indonesia', proposalId))).toBe('NP2');
  });

  test('NP1 a replacement by several clauses splits; none of their ids is another clause’s', async () => {
    const proposalId = await begun('indonesia');
    const [first] = clause('AGREE to move;').content ?? [];
    const second = {
      type: 'operative',
      attrs: { id: 'c_4', level: 1 },
      content: [{ type: 'text', text: 'ALSO AGREE.' }],
    };
    draft('indonesia', proposalId, { type: 'doc', content: first === undefined ? [] : [first, second] });
    accepted(await table('indonesia', proposalId));
    const { words } = accepted(await getProposal(world.runtime, actor('chair'), proposalId));
    const ids = (words?.content ?? []).map((node) => node.attrs?.id);
    expect(ids[0]).toBe('c_3');
    expect(ids[1]).not.toBe('c_4');
  });

  test('NP1 insertions, deletions, moves and mergers are tabled too', async () => {
    const merge = await begun('indonesia', { kind: 'merge', clauseId: 'c_3', otherClauseId: 'c_4' });
    accepted(await table('indonesia', merge));
    const { words } = accepted(await getProposal(world.runtime, actor('chair'), merge));
    expect(JSON.stringify(words)).toContain('forward; REQUEST');
    accepted(await table('indonesia', await begun('indonesia', { kind: 'delete' })));
    accepted(await table('indonesia', await begun('indonesia', { kind: 'move', otherClauseId: 'c_4' })));
    const insert = await begun('indonesia', { kind: 'insert', clauseId: null });
    draft('indonesia', insert, textOf(['paragraph', 'To begin with.']));
    accepted(await table('indonesia', insert));
    expect(await list('chair')).toHaveLength(4);
  });

  test('NP13 as editorial it changes no words of meaning, unless that was seen', async () => {
    const proposalId = await begun('indonesia', { class: 'editorial' });
    draft('indonesia', proposalId, clause('AGREE to move 3 civil services forward;'));
    const refused = await table('indonesia', proposalId);
    expect(refused).toEqual({ ok: false, rule: 'NP13', detail: { found: '3' } });
    accepted(await table('indonesia', proposalId, true));
  });
});

describe('what is on the table', () => {
  test('NP10 NP11 it is withdrawn, or replaced by another of the same delegation', async () => {
    const first = await tabled('indonesia', 'indonesia', 'AGREE;');
    expect(ruleOf(await begin('philippines', { replacesId: first }))).toBe('NP11');
    expect(ruleOf(await begin('secretariat', { replacesId: first, onBehalfOf: 'ID' }))).toBe('NP11');
    const second = await begun('indonesianDelegate', { replacesId: first });
    expect(accepted(await getProposal(world.runtime, actor('indonesia'), second)).words).toEqual(
      accepted(await getProposal(world.runtime, actor('indonesia'), first)).words,
    );
    expect(accepted(await getProposal(world.runtime, actor('chair'), first)).replacedBy).toBeNull();
    draft('indonesia', second, clause('AGREE at last;'));
    accepted(await table('indonesia', second));
    expect(accepted(await getProposal(world.runtime, actor('chair'), first))).toMatchObject({
      state: 'superseded',
      replacedBy: { id: second, number: 2 },
    });
    expect(
      ruleOf(await withdrawProposal(world.runtime, actor('philippinesHead'), { proposalId: second })),
    ).toBe('PO2');
    accepted(await withdrawProposal(world.runtime, actor('indonesia'), { proposalId: second }));
    expect(ruleOf(await withdrawProposal(world.runtime, actor('indonesia'), { proposalId: second }))).toBe(
      'NP10',
    );
    expect(kinds()).toEqual(['proposal.tabled', 'proposal.tabled', 'proposal.withdrawn']);
    expect(() => world.raw(`update proposals set text = 'x' where id = '${second}'`)).toThrow(/NP5/);
    expect(() => world.raw(`delete from proposals`)).toThrow(/NP5/);
  });

  test('NP12 others stand behind it once, not its owner, and may leave it', async () => {
    const proposalId = await tabled('indonesia', 'indonesia', 'AGREE;');
    const back = (hand: Hand) => backProposal(world.runtime, actor(hand), { proposalId, kind: 'cosponsor' });
    expect(ruleOf(await back('indonesia'))).toBe('NP12');
    expect(ruleOf(await back('philippines'))).toBe('PO2');
    accepted(await back('philippinesHead'));
    expect(ruleOf(await back('philippinesHead'))).toBe('NP12');
    const seen = () => getProposal(world.runtime, actor('observer'), proposalId);
    expect(accepted(await seen()).backings).toMatchObject([{ country: 'PH', kind: 'cosponsor' }]);
    accepted(await stopBacking(world.runtime, actor('philippinesHead'), { proposalId }));
    expect(accepted(await seen()).backings).toEqual([]);
    expect(ruleOf(await stopBacking(world.runtime, actor('philippinesHead'), { proposalId }))).toBe('NP12');
  });

  test('NP14 NP15 another delegation challenges its class; the chair settles it once', async () => {
    const proposalId = await tabled('indonesia', 'indonesia', 'AGREE;', { class: 'editorial' });
    const challenge = (hand: Hand, reason: string) =>
      challengeClass(world.runtime, actor(hand), { proposalId, reason });
    expect(ruleOf(await challenge('indonesianDelegate', 'because'))).toBe('NP14');
    expect(ruleOf(await challenge('philippines', 'x'))).toBe('NP14');
    accepted(await challenge('philippines', 'It drops a commitment.'));
    expect(ruleOf(await challenge('philippinesHead', 'Again.'))).toBe('NP14');
    const settle = (hand: Hand) =>
      settleChallenge(world.runtime, actor(hand), { proposalId, class: 'substantive' });
    expect(ruleOf(await settle('indonesia'))).toBe('PO2');
    accepted(await settle('chair'));
    expect(ruleOf(await settle('chair'))).toBe('NP15');
    const seen = accepted(await getProposal(world.runtime, actor('indonesia'), proposalId));
    expect(seen).toMatchObject({
      class: 'substantive',
      challenges: [{ country: 'PH', settled: { class: 'substantive' } }],
    });
    expect(told()).toContain(`classChallenged ${userIdOf('chair')}`);
  });

  test('NP16 the secretariat enters it for a delegation, which confirms or disowns it; taking it back oneself is no disowning', async () => {
    expect(ruleOf(await begin('secretariat', { onBehalfOf: 'TL' }))).toBe('NP16');
    const enter = async (words: string) => {
      const proposalId = await begun('secretariat', { onBehalfOf: 'ID' });
      expect(await list('indonesia')).not.toContain(`${proposalId} draft`);
      draft('secretariat', proposalId, clause(words));
      expect(ruleOf(await table('indonesia', proposalId))).toBe('PO1');
      accepted(await table('secretariat', proposalId));
      return proposalId;
    };
    const first = await enter('AGREE;');
    expect(told()).toContain(`proposalAwaitsConfirmation ${userIdOf('indonesia')}`);
    expect(
      ruleOf(await confirmProposal(world.runtime, actor('philippinesHead'), { proposalId: first })),
    ).toBe('PO2');
    accepted(await confirmProposal(world.runtime, actor('indonesia'), { proposalId: first }));
    expect(ruleOf(await confirmProposal(world.runtime, actor('indonesia'), { proposalId: first }))).toBe(
      'NP16',
    );
    expect(ruleOf(await withdrawProposal(world.runtime, actor('secretariat'), { proposalId: first }))).toBe(
      'PO2',
    );
    const second = await enter('AGREE to disagree;');
    accepted(await withdrawProposal(world.runtime, actor('indonesia'), { proposalId: second }));
    const third = await enter('AGREE to agree;');
    world.raw(`update documents set state = 'silence' where id = '${documentId}'`);
    expect(ruleOf(await withdrawProposal(world.runtime, actor('secretariat'), { proposalId: third }))).toBe(
      'PO3',
    );
    world.raw(`update documents set state = 'negotiation' where id = '${documentId}'`);
    accepted(await withdrawProposal(world.runtime, actor('secretariat'), { proposalId: third }));
    expect(kinds()).toEqual([
      'proposal.tabled',
      'proposal.confirmed',
      'proposal.tabled',
      'proposal.disowned',
      'proposal.tabled',
      'proposal.withdrawn',
    ]);
  });
});
