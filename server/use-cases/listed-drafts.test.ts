import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { driverOf } from '../../db/prepared';
import { openDraftsOf } from '../../db/proposals';
import { proposals } from '../../db/schema/negotiation';
import { draftStatement } from '../tests/adopted';
import { added, broughtForProposals } from '../tests/brought-for-proposals';
import { accepted, ruleOf } from '../tests/outcome';
import { createWorld, type World } from '../tests/world';
import { beginProposal } from './begin-proposal';
import { MOST_OPEN_DRAFTS } from './listed-drafts';

const AGREE = 'AGREE to move the civil service forward;';
const REQUEST = 'REQUEST the Secretariat to report.';

/** What was worked out, and whether others had to wait for it. */
const work: string[] = [];
let isInTransaction = () => false;
function note(what: string): void {
  work.push(isInTransaction() ? `${what} in the transaction` : what);
}
vi.mock('./prepared-text', async (original) => {
  const { preparedText } = await original<typeof import('./prepared-text')>();
  const noted: typeof preparedText = (words) => {
    note('words');
    return preparedText(words);
  };
  return { preparedText: noted };
});
vi.mock('../text/text-work', async (original) => {
  const whole = await original<typeof import('../text/text-work')>();
  const editTo: typeof whole.editTo = (...job) => {
    note('edit');
    return whole.editTo(...job);
  };
  return { ...whole, editTo };
});

let world: World;
let documentId: string;
let brought: ReturnType<typeof broughtForProposals>;
beforeEach(async () => {
  isInTransaction = () => false;
  world = createWorld();
  documentId = await draftStatement(world);
  world.raw(`update documents set state = 'negotiation' where id = '${documentId}'`);
  brought = broughtForProposals(world, documentId);
});
afterEach(() => world.close());

const rows = () => world.db.select().from(proposals).all();
const begin = (clauseId: string) =>
  beginProposal(world.runtime, world.actor('indonesia'), {
    documentId,
    kind: 'replace',
    clauseId,
    otherClauseId: null,
  });
const both = () => brought.file(added(AGREE, ' on'), added(REQUEST, ' Soon.'));

describe('IM32 what is made is what was listed', () => {
  test('IM32 where a colleague gives a draft up between list and button nothing more is made than was listed', async () => {
    const { proposalId } = accepted(await begin('c_4'));
    const { id } = accepted(await brought.bring(await both()));
    const { fingerprint } = await brought.list();
    expect(await brought.listed()).toEqual([
      ['replace', 'c_3', null],
      ['replace', 'c_4', 'reworded'],
    ]);
    world.raw(`update proposals set closedAt = '2019-04-22T02:00:00.000Z' where id = '${proposalId}'`);
    expect(ruleOf(await brought.press(id, fingerprint))).toBe('IM32');
    expect(rows()).toHaveLength(1);
    // The file waits on: whoever looks again has made what they see now.
    const now = await brought.list();
    expect(accepted(await brought.press(id, now.fingerprint))).toEqual({ made: 2, skipped: [] });
  });

  test('IM32 nor less, where one begins a draft there: before, and at the instant at which they are made', async () => {
    const { id } = accepted(await brought.bring(await both()));
    const { fingerprint } = await brought.list();
    const { texts } = world.runtime;
    let times = 0;
    const overtaken = {
      ...world.runtime,
      texts: {
        ...texts,
        edit: async (...job: Parameters<typeof texts.edit>) => {
          times += 1;
          if (times === 2) accepted(await begin('c_3'));
          return texts.edit(...job);
        },
      },
    };
    expect(ruleOf(await brought.press(id, fingerprint, 'indonesia', overtaken))).toBe('IM32');
    expect(ruleOf(await brought.press(id, fingerprint))).toBe('IM32');
    expect(rows()).toHaveLength(1);
  });

  test('IM32 a draft that was begun elsewhere meanwhile keeps nobody from what was listed', async () => {
    const { id } = accepted(await brought.bring(await brought.file(added(AGREE, ' on'))));
    const { fingerprint } = await brought.list();
    const { texts } = world.runtime;
    const busy = {
      ...world.runtime,
      texts: {
        ...texts,
        edit: async (...job: Parameters<typeof texts.edit>) => {
          accepted(await begin('c_4'));
          return texts.edit(...job);
        },
      },
    };
    expect(accepted(await brought.press(id, fingerprint, 'indonesia', busy))).toEqual({
      made: 1,
      skipped: [],
    });
    expect(rows()).toHaveLength(2);
  });
});

describe('IM33 drafts of a delegation that are open', () => {
  /** As many drafts as are wanted, like one that was begun. */
  async function open(count: number): Promise<void> {
    accepted(await begin('c_2'));
    const [one] = rows();
    if (one === undefined) throw new Error('one was begun');
    const more = Array.from({ length: count - 1 }, (_, n) => ({ ...one, id: `prp_more${n}` }));
    for (const row of more) world.db.insert(proposals).values(row).run();
    expect(openDraftsOf(world.db, documentId, 'ID')).toHaveLength(count);
  }

  test('IM33 a file that would go beyond the most is refused on its page and when drafts are made; one that does not is not', async () => {
    await open(MOST_OPEN_DRAFTS - 1);
    const { id } = accepted(await brought.bring(await both()));
    const refused = { ok: false, rule: 'IM33', detail: { open: 499, count: 2, most: 500 } };
    expect((await brought.page()).asked).toEqual(refused);
    expect(await brought.press(id, '')).toEqual(refused);
    expect(rows()).toHaveLength(499);
    expect(accepted(await brought.make(await brought.file(added(AGREE, ' on'))))).toMatchObject({ made: 1 });
    // By hand one goes on, and other delegations have theirs.
    accepted(await begin('c_4'));
    expect(accepted(await brought.make(await both(), 'philippines'))).toMatchObject({ made: 2 });
  });
});

describe('ADR 0010 drafts are worked out ahead', () => {
  test('ADR 0010 IM26 while others wait for the transaction no words are prepared and no edit is worked out', async () => {
    const { id } = accepted(await brought.bring(await both()));
    const { fingerprint } = await brought.list();
    isInTransaction = () => driverOf(world.db).inTransaction;
    work.length = 0;
    expect(accepted(await brought.press(id, fingerprint))).toMatchObject({ made: 2 });
    expect(work).toEqual(['words', 'words']);
  });
});
