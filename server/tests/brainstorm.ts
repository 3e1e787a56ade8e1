import { closeBrainstorm } from '../use-cases/brainstorm-closing';
import { enterInput } from '../use-cases/brainstorm-inputs';
import { openBrainstorm } from '../use-cases/brainstorm-round';
import { accepted } from './outcome';
import { BODY, MEETING, type Person, type World } from './world';

export const SKILLS = 'Civil servants in the provinces lack digital skills.';

/** A round of the test body; hidden unless told otherwise, five dots, two areas. */
export async function openRound(
  world: World,
  more: { isHidden?: boolean; dots?: number; closesAt?: string } = {},
): Promise<string> {
  const opened = await openBrainstorm(world.runtime, world.actor('secretariat'), {
    bodyId: BODY,
    meetingId: MEETING,
    title: 'Challenges and proposals',
    question: 'What stands in the way?',
    tags: [{ title: 'Workforce', titleThai: 'กำลังคน' }, { title: 'Leadership' }],
    isHidden: true,
    dots: 5,
    ...more,
  });
  return accepted(opened).roundId;
}

export async function enter(world: World, roundId: string, person: Person, words: string): Promise<string> {
  const entered = await enterInput(world.runtime, world.actor(person), {
    roundId,
    kind: 'challenge',
    words,
    language: 'en',
    tags: ['t1'],
  });
  return accepted(entered).inputId;
}

/** A closed round with three inputs of Indonesia, the Philippines and Thailand. */
export async function closedRound(
  world: World,
): Promise<{ roundId: string; inputIds: [string, string, string] }> {
  const roundId = await openRound(world);
  const inputIds: [string, string, string] = [
    await enter(world, roundId, 'indonesia', SKILLS),
    await enter(world, roundId, 'philippines', 'Results are not monitored.'),
    await enter(world, roundId, 'thaiDelegate', 'Civil servants outside the capital lack digital skills.'),
  ];
  world.clock.advance(86_400);
  accepted(await closeBrainstorm(world.runtime, world.actor('chair'), { roundId }));
  return { roundId, inputIds };
}
