import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { accepted, ruleOf } from '../tests/outcome';
import { AMENDMENT, END, negotiatedStatement, servedUntil, silentStatement } from '../tests/silence';
import { BODY, createWorld, type Person, textOf, type World } from '../tests/world';
import { breakSilence } from '../use-cases/break-silence';
import { receiveSilence } from '../use-cases/receive-silence';
import { setSilenceRules } from '../use-cases/set-silence-rules';
import { proposalsFor } from './proposals';
import { getSilence } from './silence';
import { silenceHead, silenceRun } from './silence-run';

let world: World;
beforeEach(() => {
  world = createWorld();
});
afterEach(() => world.close());

const WORDS = 'Indonesia cannot join in OP 2.';

async function seenBy(person: Person, documentId: string) {
  return accepted(await getSilence(world.runtime, world.actor(person), documentId));
}

async function rule(namesBreaker: boolean): Promise<void> {
  const rules = { bodyId: BODY, minimumHours: 72, outageMinutes: 60, namesBreaker, holidays: [] };
  accepted(await setSilenceRules(world.runtime, world.actor('secretariat'), rules));
}

async function broken(): Promise<{ documentId: string; runId: string }> {
  const run = await silentStatement(world);
  accepted(
    await breakSilence(world.runtime, world.actor('indonesia'), {
      runId: run.runId,
      kind: 'amendment',
      amendment: AMENDMENT,
      text: WORDS,
      receipt: 'receipt-of-one-form',
    }),
  );
  return run;
}

describe('what people see of a silence', () => {
  test('SP20, SP25 where the body names nobody, only the table and the delegation itself see who and what; a later rule changes nothing', async () => {
    await rule(false);
    const { documentId } = await broken();
    await rule(true);
    for (const person of ['philippines', 'thaiDelegate', 'reviewer', 'observer', 'auditor'] as const) {
      const view = JSON.stringify(await seenBy(person, documentId));
      const told = [WORDS, AMENDMENT.words, 'Dewi Lestari', 'amended'].filter((word) => view.includes(word));
      expect([person, told]).toEqual([person, []]);
      const proposals = accepted(await proposalsFor(world.runtime, world.actor(person), documentId));
      expect([person, proposals]).toEqual([person, []]);
      expect((await seenBy(person, documentId)).run?.events.at(-1)).toMatchObject({
        kind: 'objected',
        country: null,
      });
    }
    for (const person of ['chair', 'secretariat', 'indonesia'] as const) {
      expect((await seenBy(person, documentId)).run?.events.at(-1)).toMatchObject({
        kind: 'amended',
        country: 'ID',
        text: WORDS,
        amendment: {
          change: 'replace',
          citation: 'OP 1',
          words: AMENDMENT.words,
          proposal: person === 'indonesia' ? { number: null } : null,
        },
      });
    }
  });

  test('SP20, SP25 where the body names them, everybody sees who and what', async () => {
    const { documentId } = await broken();
    await rule(false);
    expect((await seenBy('observer', documentId)).run?.events.at(-1)).toMatchObject({
      country: 'ID',
      text: WORDS,
      amendment: { words: AMENDMENT.words, proposal: { number: 1 } },
    });
  });

  test('SP19 who has received the notice is for chair and secretariat; others see their own', async () => {
    const { documentId, runId } = await silentStatement(world);
    accepted(await receiveSilence(world.runtime, world.actor('philippines'), { runId }));
    expect(
      (await seenBy('secretariat', documentId)).receipts?.find(({ country }) => country === 'PH')?.people,
    ).toEqual([{ name: 'Jose Reyes', at: world.clock.now() }]);
    const own = await seenBy('philippines', documentId);
    expect([own.receipts, own.receivedAt]).toEqual([null, world.clock.now()]);
    const other = await seenBy('indonesia', documentId);
    expect([other.receipts, other.receivedAt]).toEqual([null, null]);
    expect(JSON.stringify(other)).not.toContain('Jose Reyes');
  });

  test('SP9 at the end nothing is offered any more, whether or not the end was found', async () => {
    const { documentId } = await silentStatement(world);
    expect((await seenBy('indonesia', documentId)).may).toMatchObject({ breakIt: true, receive: true });
    servedUntil(world, END);
    const view = await seenBy('indonesia', documentId);
    expect([view.isOver, view.may]).toEqual([
      true,
      { steer: false, breakIt: false, receive: false, announce: false },
    ]);
  });

  test('SP6 SP7 what stands in the way of a start is shown to the chair, and to nobody else', async () => {
    const text = textOf(['title', 'Statement'], ['operative', 'AGREE to [move];']);
    const documentId = await negotiatedStatement(world, text);
    expect((await seenBy('chair', documentId)).start?.questions.length).toBe(1);
    expect((await seenBy('secretariat', documentId)).start).toBeNull();
    expect((await seenBy('indonesia', documentId)).start).toBeNull();
  });

  test('PO1 a stranger learns of no run', async () => {
    const { documentId } = await silentStatement(world);
    const stranger = world.actor('stranger');
    expect(ruleOf(await getSilence(world.runtime, stranger, documentId))).toBe('PO1');
    expect(ruleOf(silenceRun(world.runtime, stranger, documentId))).toBe('PO1');
    expect(silenceHead(world.runtime, stranger, documentId)).toBeNull();
  });
});
