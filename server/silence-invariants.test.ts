import { afterAll, afterEach, expect, test } from 'vitest';
import { findDecision } from '../db/decisions';
import { findDocument } from '../db/documents';
import { findSilenceRun, silenceEventsOf } from '../db/silence';
import { lookAfterSilences } from './jobs/silence';
import { below, oneOf, randomOf } from './sync/tests/random';
import { ELEVEN, elevenDelegations, headOf } from './tests/eleven';
import { ruleOf } from './tests/outcome';
import { END, servedUntil, silentStatement } from './tests/silence';
import { createWorld, type World } from './tests/world';
import { breakSilence } from './use-cases/break-silence';

/*
 * §10: clock skew of a client can neither break nor save silence. Heads of delegation send objections around the end,
 * each with whatever hour their machine claims, in an order that a seed chooses, while the job makes its rounds.
 */
const SEEDS = Array.from({ length: 40 }, (_, index) => index + 1);
const DAY = 86_400_000;

const ends = new Set<string>();
let world: World;
afterEach(() => world.close());
afterAll(() => expect([...ends].toSorted()).toEqual(['adopted', 'broken']));

test.each(SEEDS)(
  '§10 SP9 SP10 SP14 only the server’s clock breaks or keeps a silence (seed %i)',
  async (seed) => {
    const random = randomOf(seed);
    world = createWorld();
    elevenDelegations(world);
    const { documentId, runId } = await silentStatement(world);
    // Instants of the server, close around the end; its clock never goes back between two acts.
    const instants = Array.from({ length: 12 }, () => below(random, 9) - 4).toSorted((a, b) => a - b);
    let expected: 'running' | 'broken' | 'adopted' = 'running';
    for (const [index, ms] of instants.entries()) {
      servedUntil(world, new Date(Date.parse(END) + ms).toISOString());
      if (random() < 0.5) {
        await lookAfterSilences(world.runtime);
        if (expected === 'running' && ms >= 0) expected = 'adopted';
      } else {
        // A machine that is up to a year behind or ahead, and says so in every way a request could.
        const claimed = new Date(Date.parse(END) + below(random, 730 * DAY) - 365 * DAY);
        const skewed = {
          at: claimed.toISOString(),
          now: claimed.getTime(),
          clientTime: claimed,
          sentAt: claimed,
        };
        const outcome = await breakSilence(world.runtime, headOf(world, oneOf(random, ELEVEN)), {
          runId,
          kind: 'objection',
          text: 'We cannot join.',
          receipt: `receipt-of-seed-${seed}-form-${index}`,
          ...skewed,
        });
        const breaks = expected === 'running' && ms < 0;
        expect(outcome.ok, `seed ${seed}, ${ms} ms: ${ruleOf(outcome)}`).toBe(breaks);
        if (breaks) {
          expected = 'broken';
          const said = silenceEventsOf(world.db, [runId]).at(-1);
          expect(said?.at).toBe(world.clock.now());
        }
      }
      expect(findSilenceRun(world.db, runId)?.state, `seed ${seed}, ${ms} ms`).toBe(expected);
    }
    // Whoever came last: what is written is the instant of the end, and only one of both happened.
    if (expected === 'running') {
      servedUntil(world, new Date(Date.parse(END) + 5000).toISOString());
      await lookAfterSilences(world.runtime);
      expected = 'adopted';
    }
    ends.add(expected);
    expect(findDocument(world.db, documentId)?.state).toBe(
      expected === 'adopted' ? 'adopted' : 'negotiation',
    );
    expect(findDecision(world.db, documentId)?.decision.at ?? null).toBe(expected === 'adopted' ? END : null);
  },
);
