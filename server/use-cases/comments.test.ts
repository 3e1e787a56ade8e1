import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { wholeAudit } from '../../db/audit-log';
import { notices } from '../../db/schema/notices';
import type { CommentRing } from '../../domain/comments/rings';
import { clausesOf, clauseText } from '../../domain/text/clauses';
import {
  clauseComments,
  commentsFor,
  commentsInText,
  etagOf,
  mentionableIn,
  openThreadsIn,
} from '../queries/comments';
import { exportText } from '../queries/export-text';
import { readVersion } from '../queries/versions';
import { adoptInTheRoom, draftStatement, readyToAdopt, STATEMENT } from '../tests/adopted';
import { accepted, ruleOf } from '../tests/outcome';
import { createWorld, PEOPLE, type Person, textOf, userIdOf, type World } from '../tests/world';
import { answerThread } from './answer-thread';
import { moveState } from './move-state';
import { openThread } from './open-thread';
import { settleThread } from './settle-thread';
import { takeBackComment } from './take-back-comment';
import { takeVersion } from './take-version';
import { widenThread } from './widen-thread';
import { writeText } from './write-text';

let world: World;
let documentId: string;
beforeEach(async () => {
  world = createWorld();
  documentId = await draftStatement(world);
});
afterEach(() => world.close());

const CLAUSE = 'AGREE to move the civil service forward;';

function anchorOn(quote: string, words = CLAUSE, clauseId = 'c_3') {
  const from = words.indexOf(quote);
  return { clauseId, from, to: from + quote.length, clauseText: words, quote };
}

function open(
  person: Person,
  ring: CommentRing,
  words = 'Please clarify.',
  more: { quote?: string; mentions?: Person[] } = {},
) {
  return openThread(world.runtime, world.actor(person), {
    documentId,
    anchor: anchorOn(more.quote ?? 'the civil service'),
    ring,
    words,
    mentions: (more.mentions ?? []).map(userIdOf),
  });
}

async function opened(person: Person, ring: CommentRing, words?: string) {
  return accepted(await open(person, ring, words)).threadId;
}

function answer(person: Person, threadId: string, words = 'Agreed.', mentions: Person[] = []) {
  world.clock.advance(1);
  return answerThread(world.runtime, world.actor(person), {
    documentId,
    threadId,
    words,
    mentions: mentions.map(userIdOf),
  });
}

function viewOf(person: Person) {
  return accepted(commentsFor(world.runtime, world.actor(person), documentId));
}

function threadsSeenBy(person: Person) {
  return viewOf(person).threads.map(({ id }) => id);
}

function trailOf() {
  return [...wholeAudit(world.db)];
}

function noticesOf(person: Person) {
  return world.db
    .select()
    .from(notices)
    .all()
    .filter(({ userId }) => userId === userIdOf(person))
    .map(({ kind }) => kind);
}

describe('opening a conversation', () => {
  test('CO2 a reviewer, who cannot write, comments on words; all who read the text see it', async () => {
    const id = await opened('reviewer', 'tabled', ' What is “forward”? ');
    const [thread] = viewOf('indonesia').threads;
    expect(thread).toMatchObject({
      id,
      anchor: { clauseId: 'c_3', from: 14, to: 31, clauseText: CLAUSE, quote: 'the civil service' },
      ring: 'tabled',
      country: 'SG',
      resolved: null,
      comments: [{ by: 'Tan Wei', country: 'SG', words: 'What is “forward”?', isMine: false }],
      mayAnswer: true,
      maySettle: false,
      widerRings: [],
    });
  });

  test('CO4 on words of the text alone; a screen some words behind is understood', async () => {
    expect(ruleOf(await open('chair', 'tabled', 'x', { quote: '' }))).toBe('CO4');
    const behind = await openThread(world.runtime, world.actor('chair'), {
      documentId,
      anchor: anchorOn('forward', 'AGREE to move it forward;'),
      ring: 'tabled',
      words: 'Where to?',
    });
    accepted(behind);
    expect(viewOf('chair').threads[0]?.anchor).toMatchObject({ clauseText: CLAUSE, quote: 'forward' });
    const foreign = await openThread(world.runtime, world.actor('chair'), {
      documentId,
      anchor: anchorOn('nobody wrote', 'words nobody wrote here', 'c_77'),
      ring: 'tabled',
      words: 'x',
    });
    expect(ruleOf(foreign)).toBe('CO4');
    expect(threadsSeenBy('chair')).toHaveLength(1);
  });

  test('CO5 PO1 PO2 PO3 no endless words, no stranger, no auditor, nothing in a final text', async () => {
    expect(ruleOf(await open('chair', 'tabled', ' '))).toBe('CO5');
    expect(ruleOf(await open('chair', 'tabled', 'x'.repeat(4001)))).toBe('CO5');
    expect(ruleOf(await open('stranger', 'tabled'))).toBe('PO1');
    expect(ruleOf(await open('auditor', 'tabled'))).toBe('PO2');
    expect(ruleOf(await open('observer', 'tabled'))).toBe('PO1');
    const id = await opened('chair', 'tabled');
    accepted(await adoptInTheRoom(world, await readyToAdopt(world, documentId)));
    expect(ruleOf(await open('chair', 'tabled'))).toBe('PO3');
    expect(ruleOf(await answer('chair', id))).toBe('PO3');
    expect(viewOf('indonesia').threads[0]).toMatchObject({ id, mayAnswer: false, maySettle: false });
  });

  test('CO7 observers comment once the text is circulated, for themselves and for all', async () => {
    accepted(
      await moveState(world.runtime, world.actor('secretariat'), {
        documentId,
        step: 'circulate',
        reason: '',
        stateSeq: 0,
      }),
    );
    accepted(await open('observer', 'tabled'));
    expect(viewOf('observer').rings).toEqual(['mine', 'tabled']);
    expect(ruleOf(await open('observer', 'delegation'))).toBe('CO7');
    expect(ruleOf(await open('secretariat', 'delegation'))).toBe('CO7');
  });

  test('CO14 not without end: sixty in an hour, twenty people in one', async () => {
    const id = await opened('chair', 'tabled');
    for (let count = 1; count < 60; count += 1) accepted(await answer('chair', id));
    expect(ruleOf(await answer('chair', id))).toBe('CO14');
    expect(ruleOf(await open('chair', 'mine'))).toBe('CO14');
    expect(viewOf('chair').threads).toHaveLength(1);
    world.clock.advance(3600);
    accepted(await answer('chair', id));
  });
});

describe('the rings', () => {
  const EVERYBODY = Object.keys(PEOPLE) as Person[];

  test('CO6 nothing of an inner ring reaches anybody else: list, answer, act, count, etag, notice, trail, file', async () => {
    const before = new Map(
      EVERYBODY.filter(
        (person) => person !== 'stranger' && person !== 'observer' && person !== 'administrator',
      ).map((person) => [person, etagOf(userIdOf(person), viewOf(person))]),
    );
    const trail = trailOf().length;
    const delegation = accepted(
      await open('thaiDelegate', 'delegation', 'Our line.', { mentions: ['chair'] }),
    ).threadId;
    const mine = await opened('thaiDelegate', 'mine', 'Ask the capital.');
    accepted(await answer('chair', delegation));
    expect(threadsSeenBy('thaiDelegate').toSorted()).toEqual([delegation, mine].toSorted());
    expect(threadsSeenBy('chair')).toEqual([delegation]);
    for (const [person, etag] of before) {
      if (person === 'thaiDelegate' || person === 'chair') continue;
      expect([person, etagOf(userIdOf(person), viewOf(person))]).toEqual([person, etag]);
      expect(noticesOf(person)).toEqual([]);
      for (const threadId of [delegation, mine, 'thr_unknown']) {
        expect(ruleOf(await answer(person, threadId))).toBe('CO6');
        const named = { documentId, threadId };
        const actor = world.actor(person);
        expect(ruleOf(await settleThread(world.runtime, actor, { ...named, resolved: true }))).toBe('CO6');
        expect(ruleOf(await widenThread(world.runtime, actor, { ...named, to: 'tabled' }))).toBe('CO6');
        expect(
          ruleOf(await takeBackComment(world.runtime, actor, { ...named, commentId: 'cmt_unknown' })),
        ).toBe('CO6');
      }
    }
    expect(noticesOf('chair')).toEqual(['mentioned']);
    expect(noticesOf('thaiDelegate')).toEqual(['commentAnswered']);
    expect(trailOf()).toHaveLength(trail);
    expect(await openThreadsIn(world.runtime, documentId, STATEMENT)).toEqual([]);
  });

  test('CO13 (Outline #13330: guests enumerate users by mention) mentioned are people who see the thread; of others not even names are told', async () => {
    const offered = (person: Person, ring: CommentRing) =>
      accepted(mentionableIn(world.runtime, world.actor(person), { documentId, ring })).map(
        ({ name }) => name,
      );
    expect(offered('thaiDelegate', 'mine')).toEqual([]);
    expect(offered('thaiDelegate', 'delegation')).toEqual(['Suda Chairat']);
    expect(offered('thaiDelegate', 'tabled')).toEqual([
      'Dewi Lestari',
      'Jose Reyes',
      'Lim Mei Ling',
      'Suda Chairat',
    ]);
    expect(ruleOf(await open('thaiDelegate', 'delegation', 'x', { mentions: ['indonesia'] }))).toBe('CO13');
    expect(ruleOf(await open('thaiDelegate', 'tabled', 'x', { mentions: ['reviewer'] }))).toBe('CO13');
    expect(ruleOf(await open('thaiDelegate', 'tabled', 'x', { mentions: ['stranger'] }))).toBe('CO13');
    expect(viewOf('thaiDelegate').threads).toEqual([]);
    accepted(await open('thaiDelegate', 'tabled', 'x', { mentions: ['indonesia', 'indonesia'] }));
    expect(noticesOf('indonesia')).toEqual(['mentioned']);
  });

  test('CO8 a thread is widened by whoever opened it, and never narrowed', async () => {
    const threadId = await opened('thaiDelegate', 'mine');
    const widen = (person: Person, to: CommentRing) =>
      widenThread(world.runtime, world.actor(person), { documentId, threadId, to });
    accepted(await widen('thaiDelegate', 'delegation'));
    expect(threadsSeenBy('chair')).toEqual([threadId]);
    expect(ruleOf(await widen('chair', 'tabled'))).toBe('CO8');
    expect(ruleOf(await widen('thaiDelegate', 'mine'))).toBe('CO8');
    accepted(await widen('thaiDelegate', 'tabled'));
    expect(threadsSeenBy('philippines')).toEqual([threadId]);
    expect(ruleOf(await widen('thaiDelegate', 'delegation'))).toBe('CO8');
    expect(trailOf().at(-1)).toMatchObject({ kind: 'comment.tabled' });
  });

  test('CO9 what a colleague answered within the delegation is not the opener’s to show', async () => {
    const threadId = await opened('thaiDelegate', 'delegation');
    accepted(await answer('chair', threadId));
    const to = { documentId, threadId, to: 'tabled' as const };
    expect(ruleOf(await widenThread(world.runtime, world.actor('thaiDelegate'), to))).toBe('CO9');
    expect(viewOf('thaiDelegate').threads[0]?.widerRings).toEqual([]);
    const ours = await opened('indonesia', 'delegation');
    expect(viewOf('indonesia').threads[0]?.widerRings).toEqual(['tabled']);
    accepted(await widenThread(world.runtime, world.actor('indonesia'), { ...to, threadId: ours }));
  });
});

describe('a conversation', () => {
  test('CO10 CO11 is resolved, takes no answers, and is reopened', async () => {
    const threadId = await opened('reviewer', 'tabled');
    const settle = (person: Person, resolved: boolean) =>
      settleThread(world.runtime, world.actor(person), { documentId, threadId, resolved });
    expect(ruleOf(await settle('indonesia', true))).toBe('CO11');
    accepted(await settle('reviewer', true));
    accepted(await settle('reviewer', true));
    expect(viewOf('chair').threads[0]).toMatchObject({ resolved: {}, mayAnswer: false, maySettle: true });
    expect(ruleOf(await answer('indonesia', threadId))).toBe('CO10');
    accepted(await settle('chair', false));
    accepted(await answer('indonesia', threadId));
    const kinds = trailOf()
      .map(({ kind }) => kind)
      .filter((kind) => kind.startsWith('comment.'));
    expect(kinds).toEqual(['comment.opened', 'comment.resolved', 'comment.reopened', 'comment.answered']);
  });

  test('CO12 own words are taken back for good, others’ never', async () => {
    const threadId = await opened('chair', 'tabled', 'A slip of the tongue');
    const { commentId } = accepted(await answer('indonesia', threadId));
    const back = (person: Person) =>
      takeBackComment(world.runtime, world.actor(person), { documentId, threadId, commentId });
    expect(ruleOf(await back('chair'))).toBe('CO12');
    accepted(await back('indonesia'));
    expect(ruleOf(await back('indonesia'))).toBe('CO12');
    expect(viewOf('chair').threads[0]?.comments.map(({ words }) => words)).toEqual([
      'A slip of the tongue',
      null,
    ]);
  });

  test('CO15 the trail says that something was said in the open, and not what', async () => {
    await opened('chair', 'tabled', 'Secret wording');
    const [last] = trailOf().slice(-1);
    expect(last).toMatchObject({ kind: 'comment.opened', actorName: 'Suda Chairat', country: 'TH' });
    expect(JSON.stringify(last)).not.toMatch(/Secret|civil service forward|the civil service/);
  });

  test('CO13 an answer tells those who wrote before, and nobody twice', async () => {
    const threadId = await opened('reviewer', 'tabled');
    accepted(await answer('indonesia', threadId, 'Yes', ['chair']));
    accepted(await answer('chair', threadId));
    expect(noticesOf('reviewer')).toEqual(['commentAnswered', 'commentAnswered']);
    expect(noticesOf('indonesia')).toEqual(['commentAnswered']);
    expect(noticesOf('chair')).toEqual(['mentioned']);
  });
});

describe('one clause alone', () => {
  test('CO3 CO6 has the conversations that stand in it now, of those that the person sees', async () => {
    const threadId = await opened('reviewer', 'tabled');
    await opened('thaiDelegate', 'delegation');
    const of = (clauseId: string) =>
      clauseComments(world.runtime, world.actor('indonesia'), { documentId, clauseId });
    expect(accepted(await of('c_3'))).toEqual({ clause: { id: 'c_3', words: CLAUSE }, here: [threadId] });
    expect(accepted(await of('c_4'))?.here).toEqual([]);
    expect(accepted(await of('c_none'))).toBeNull();
    const joined = textOf(
      ['title', 'Statement on Civil Service Reform'],
      ['preambular', `RECALLING the meeting in Chiang Rai, ${CLAUSE}`],
    );
    accepted(await writeText(world.runtime, world.actor('thaiDelegate'), { documentId, text: joined }));
    expect(accepted(await of('c_2'))?.here).toEqual([threadId]);
  });
});

describe('a stored version', () => {
  test('CO17 CO6 shows at their words the conversations that its reader sees, and names those that are not in it', async () => {
    const threadId = await opened('reviewer', 'tabled', 'What is it?');
    const own = await opened('thaiDelegate', 'delegation', 'Our line');
    const first = accepted(
      await takeVersion(world.runtime, world.actor('secretariat'), { documentId, name: 'First' }),
    );
    const text = textOf(
      ['title', 'Statement on Civil Service Reform'],
      ['preambular', 'RECALLING the meeting in Chiang Rai,'],
      ['operative', 'REQUEST the Secretariat to report.'],
    );
    accepted(await writeText(world.runtime, world.actor('thaiDelegate'), { documentId, text }));
    const last = accepted(
      await takeVersion(world.runtime, world.actor('secretariat'), { documentId, name: 'Last' }),
    );
    const shown = async (person: Person, number: number) => {
      const read = accepted(await readVersion(world.runtime, world.actor(person), { documentId, number }));
      const { placed, elsewhere } = accepted(
        await commentsInText(world.runtime, world.actor(person), documentId, read.text),
      );
      const words = clausesOf(read.text).map(clauseText);
      return {
        there: placed.map(({ thread, place }) => [
          thread.id,
          words[place.clause]?.slice(place.from, place.to),
        ]),
        elsewhere: elsewhere.map(({ id }) => id),
      };
    };
    const quote = accepted(commentsFor(world.runtime, world.actor('chair'), documentId)).threads[0]?.anchor
      .quote;
    expect(await shown('philippines', first.number)).toEqual({ there: [[threadId, quote]], elsewhere: [] });
    expect((await shown('thaiDelegate', first.number)).there.map(([id]) => id)).toEqual(
      expect.arrayContaining([threadId, own]),
    );
    expect(await shown('philippines', last.number)).toEqual({ there: [], elsewhere: [threadId] });
  });
});

describe('the file of a text', () => {
  test('CO16 carries the conversations in the open at their words, wherever these have gone', async () => {
    const threadId = await opened('reviewer', 'tabled', 'What is it?');
    accepted(await answer('chair', threadId, 'Everything public.'));
    await opened('thaiDelegate', 'delegation', 'Our line is not for the file');
    const text = textOf(
      ['title', 'Statement on Civil Service Reform'],
      ['preambular', 'RECALLING the meeting in Chiang Rai,'],
      ['operative', 'We, the members, AGREE to move the civil service boldly forward;'],
    );
    accepted(await writeText(world.runtime, world.actor('thaiDelegate'), { documentId, text }));
    const read = accepted(
      await readVersion(world.runtime, world.actor('chair'), { documentId, number: 'now' }),
    );
    expect(await openThreadsIn(world.runtime, documentId, read.text)).toEqual([
      {
        clause: 2,
        from: 31,
        to: 48,
        resolved: false,
        comments: [
          { author: 'Tan Wei', at: expect.any(String), text: 'What is it?' },
          { author: 'Suda Chairat', at: expect.any(String), text: 'Everything public.' },
        ],
      },
    ]);
    const file = accepted(
      await exportText(world.runtime, world.actor('philippines'), {
        documentId,
        number: 'now',
        format: 'docx',
      }),
    );
    expect(file.content).toBeInstanceOf(Uint8Array);
  });
});
