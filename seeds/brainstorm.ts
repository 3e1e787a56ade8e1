import { dotsStamp } from '../domain/brainstorm/dots';
import { clauseIndex } from '../domain/negotiation/clause-index';
import type { DocumentJson } from '../domain/text/document-json';
import { closeBrainstorm } from '../server/use-cases/brainstorm-closing';
import { saveCluster } from '../server/use-cases/brainstorm-clusters';
import { enterInput } from '../server/use-cases/brainstorm-inputs';
import { openBrainstorm } from '../server/use-cases/brainstorm-round';
import { decideOutcome } from '../server/use-cases/decide-outcome';
import { giveDots } from '../server/use-cases/give-dots';
import { linkSource } from '../server/use-cases/link-source';
import { readAhead } from '../server/use-cases/standing-text';
import { accepted, actorAt, known, runtimeAt, type SeedState } from './actors';
import {
  AREAS,
  CLUSTERS,
  CONCEPT_NOTE_SOURCE,
  DECIDED,
  INPUTS,
  type SeedCluster,
  type SeedInput,
} from './brainstorm-inputs';
import { instant } from './history';
import type { PersonKey } from './people';
import type { TimedAct } from './timeline';

const OPENED = '2019-02-04 09:00';
const CLOSED = '2019-02-22 17:00';
const GATHERED = '2019-02-26 10:00';
const WEIGHED = '2019-02-28 15:00';
const LINKED = '2019-03-05 11:00';

/** The round whose inputs fed the draft Work Plan 2021–2025, and one that is open and hidden, to be tried out. */
export function brainstormActs(): TimedAct[] {
  const made = { roundId: '', inputs: new Map<string, string>(), clusters: new Map<string, string>() };
  const act = (at: string, run: (state: SeedState, at: string) => Promise<void>): TimedAct => ({
    at: instant(at),
    run: (state) => run(state, instant(at)),
  });
  return [
    act(OPENED, async (state, at) => {
      made.roundId = await open(state, 'secretariat', at, {
        title: 'Challenges and proposals for the Work Plan 2021–2025',
        question:
          'What stands in the way of your civil service in the years to 2025, and what should the ACCSM do about it together?',
        tags: AREAS,
        dots: 5,
        closesAt: '2019-02-22T18:00',
      });
    }),
    ...INPUTS.map((input) =>
      act(input.at, async (state, at) => {
        made.inputs.set(input.key, await enter(state, at, made.roundId, input));
      }),
    ),
    act(CLOSED, async (state, at) => {
      const closed = closeBrainstorm(runtimeAt(state, at), actorAt(state, 'chair', at), {
        roundId: made.roundId,
      });
      accepted(await closed, 'closing the round');
    }),
    ...CLUSTERS.map((cluster) =>
      act(GATHERED, async (state, at) => {
        const { title, synthesis, tag, inputs } = cluster;
        const saved = await saveCluster(runtimeAt(state, at), actorAt(state, 'secretariat', at), {
          roundId: made.roundId,
          title,
          synthesis,
          tag,
          inputIds: inputs.map((key) => known(made.inputs, key, 'input')),
        });
        made.clusters.set(title, accepted(saved, title).clusterId);
      }),
    ),
    ...[...new Set(CLUSTERS.flatMap(({ dots }) => Object.keys(dots) as PersonKey[]))].map((person) =>
      act(WEIGHED, async (state, at) => {
        const dots = CLUSTERS.flatMap(({ title, dots: given }): [string, number][] => {
          const own = given[person];
          return own === undefined ? [] : [[known(made.clusters, title, 'cluster'), own]];
        });
        const given = giveDots(runtimeAt(state, at), actorAt(state, person, at), {
          roundId: made.roundId,
          dots: Object.fromEntries(dots),
          seen: dotsStamp(new Map()),
        });
        accepted(await given, `dots of ${person}`);
      }),
    ),
    ...CLUSTERS.map((cluster) =>
      act(LINKED, (state, at) =>
        link(state, at, 'workPlan', known(made.clusters, cluster.title, 'cluster'), cluster.became),
      ),
    ),
    act('2019-03-20 10:00', (state, at) => {
      const { cluster, became } = CONCEPT_NOTE_SOURCE;
      return link(state, at, 'conceptNote', known(made.clusters, cluster, 'cluster'), became);
    }),
    ...DECIDED.map(({ key, outcome, reason }) =>
      act('2019-03-06 09:00', async (state, at) => {
        const decided = decideOutcome(runtimeAt(state, at), actorAt(state, 'secretariat', at), {
          inputIds: [known(made.inputs, key, 'input')],
          documentId: known(state.documents, 'workPlan', 'document'),
          outcome,
          reason,
        });
        accepted(await decided, `outcome of ${key}`);
      }),
    ),
    ...openRound(act),
  ];
}

/** The clause that comes from a cluster, found by its words. */
async function link(
  state: SeedState,
  at: string,
  document: string,
  clusterId: string,
  { words, relation, reason }: SeedCluster['became'],
): Promise<void> {
  const documentId = known(state.documents, document, 'document');
  const text = JSON.parse((await readAhead(state.runtime, documentId)).canonical) as DocumentJson;
  const clause = clauseIndex(text, 'sections').find(({ opening }) => opening.startsWith(words));
  if (clause === undefined) throw new Error(`seed: no clause says “${words}”`);
  const linked = linkSource(runtimeAt(state, at), actorAt(state, 'secretariat', at), {
    documentId,
    clauseId: clause.id,
    clusterId,
    relation,
    reason,
  });
  accepted(await linked, `the source of “${words}”`);
}

/** A round of the meeting in session that delegations still answer without seeing each other. */
function openRound(
  act: (at: string, run: (state: SeedState, at: string) => Promise<void>) => TimedAct,
): TimedAct[] {
  let roundId = '';
  const said = (key: string, by: PersonKey, at: string, words: string): SeedInput => ({
    key,
    by,
    at,
    kind: 'proposal',
    words,
    tags: [],
  });
  const inputs = [
    said('open1', 'phHead', '2019-04-24 11:20', 'One page on what each activity of 2019 achieved.'),
    said(
      'open2',
      'idHead',
      '2019-04-24 11:40',
      'An exchange between Resource Centres before the Heads meet.',
    ),
  ];
  return [
    act('2019-04-24 11:00', async (state, at) => {
      roundId = await open(state, 'chair', at, {
        title: 'What the Heads of Civil Service should look at first',
        question: 'One thing that your delegation would put before the Heads in August.',
        tags: [],
        dots: 3,
      });
    }),
    ...inputs.map((input) =>
      act(input.at, async (state, at) => {
        await enter(state, at, roundId, input);
      }),
    ),
  ];
}

async function open(
  state: SeedState,
  by: PersonKey,
  at: string,
  asked: { title: string; question: string; tags: typeof AREAS; dots: number; closesAt?: string },
): Promise<string> {
  const opened = openBrainstorm(runtimeAt(state, at), actorAt(state, by, at), {
    bodyId: known(state.bodies, 'ACCSM', 'body'),
    meetingId: known(state.meetings, 'som', 'meeting'),
    isHidden: true,
    ...asked,
  });
  return accepted(await opened, asked.title).roundId;
}

async function enter(state: SeedState, at: string, roundId: string, input: SeedInput): Promise<string> {
  const { by, kind, words, evidence, language, tags } = input;
  const entered = enterInput(runtimeAt(state, at), actorAt(state, by, at), {
    roundId,
    kind,
    words,
    evidence: evidence ?? '',
    language: language ?? 'en',
    tags,
  });
  return accepted(await entered, `input ${input.key}`).inputId;
}
