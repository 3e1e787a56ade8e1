import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { proposals } from '../../db/schema/negotiation';
import type { ProposalPlace } from '../../domain/negotiation/proposal-place';
import { draftStatement } from '../tests/adopted';
import { added, broughtForProposals, followed } from '../tests/brought-for-proposals';
import { accepted } from '../tests/outcome';
import { BODY, createWorld, type World } from '../tests/world';
import { beginProposal } from './begin-proposal';
import { appendEdit } from './edit-ahead';

const AGREE = 'AGREE to move the civil service forward;';
const REQUEST = 'REQUEST the Secretariat to report.';
const INSERTION = followed(AGREE, 'ENCOURAGE all to learn;');

let world: World;
let documentId: string;
let brought: ReturnType<typeof broughtForProposals>;
beforeEach(async () => {
  world = createWorld();
  documentId = await draftStatement(world);
  world.raw(`update documents set state = 'negotiation' where id = '${documentId}'`);
  brought = broughtForProposals(world, documentId);
});
afterEach(() => world.close());

const rows = () => world.db.select().from(proposals).all();
function write(proposalId: string, words: string): void {
  const room = { id: proposalId, bodyId: BODY };
  const place = { document: room, actor: world.actor('indonesia'), at: world.clock.now() };
  const level = { type: 'operative', attrs: { id: null, level: 1 } };
  const text = { type: 'doc', content: [{ ...level, content: [{ type: 'text', text: words }] }] };
  appendEdit(world.db, place, JSON.stringify(text));
}
const begin = (place: ProposalPlace, more: object = {}) =>
  beginProposal(world.runtime, world.actor('indonesia'), { documentId, ...place, ...more });

describe('IM30 what a delegation drafts already', () => {
  test('IM30 new words come once: the page says so of them, and none is made, whoever of the delegation brings them again', async () => {
    const bytes = await brought.file(INSERTION);
    expect(accepted(await brought.make(bytes))).toEqual({ made: 1, skipped: [] });
    const again = accepted(await brought.bring(bytes));
    expect(await brought.listed()).toEqual([['insert', 'c_3', 'inserted']]);
    const { fingerprint } = await brought.list();
    const place = { kind: 'insert', clauseId: 'c_3', otherClauseId: null };
    expect(accepted(await brought.press(again.id, fingerprint))).toEqual({ made: 0, skipped: [place] });
    world.raw(`update proposals set enteredBy = 'user_thaiDelegate'`);
    accepted(await brought.bring(bytes));
    expect(await brought.listed()).toEqual([['insert', 'c_3', 'inserted']]);
    expect(accepted(await brought.make(bytes))).toMatchObject({ made: 0 });
    expect(rows()).toHaveLength(1);
  });

  test('IM30 other new words at the place, and the same of another delegation, are drafts of their own', async () => {
    accepted(await brought.make(await brought.file(INSERTION)));
    const other = await brought.file(followed(AGREE, 'INVITE partners to help;'));
    expect(accepted(await brought.make(other))).toMatchObject({ made: 1 });
    expect(accepted(await brought.make(await brought.file(INSERTION), 'philippines'))).toMatchObject({
      made: 1,
    });
    expect(rows()).toHaveLength(3);
  });

  test('IM30 new words that stand in a draft are known, and those that it began with before it was edited', async () => {
    const place = { kind: 'insert', clauseId: 'c_3', otherClauseId: null } as const;
    const { proposalId } = accepted(await begin(place));
    const bytes = await brought.file(INSERTION);
    accepted(await brought.bring(bytes));
    expect(await brought.listed()).toEqual([['insert', 'c_3', null]]);
    write(proposalId, 'ENCOURAGE all to learn;');
    expect(await brought.listed()).toEqual([['insert', 'c_3', 'inserted']]);
    write(proposalId, 'ENCOURAGE all to rest;');
    expect(await brought.listed()).toEqual([['insert', 'c_3', null]]);
    const { id } = accepted(await brought.bring(bytes));
    accepted(await brought.press(id, (await brought.list()).fingerprint));
    const begun = rows().find((row) => row.id !== proposalId)?.id ?? '';
    write(begun, 'ENCOURAGE all to learn and to teach;');
    accepted(await brought.bring(bytes));
    expect(await brought.listed()).toEqual([['insert', 'c_3', 'inserted']]);
  });

  test('IM30 a merger rewords both its clauses', async () => {
    accepted(await begin({ kind: 'merge', clauseId: 'c_3', otherClauseId: 'c_4' }));
    accepted(await brought.bring(await brought.file(added(AGREE, ' together'), added(REQUEST, ' Soon.'))));
    expect(await brought.listed()).toEqual([
      ['replace', 'c_3', 'reworded'],
      ['replace', 'c_4', 'reworded'],
    ]);
  });
});
