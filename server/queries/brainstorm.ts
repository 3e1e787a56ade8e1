import { listBodies } from '../../db/bodies';
import {
  type ClusterRow,
  clustersOf,
  type DotsRow,
  dotsOf,
  findRound,
  type InputRow,
  inputsOf,
  type NoteRow,
  notesOf,
  type OutcomeRow,
  outcomesOf,
  type RoundRow,
  roundsOf,
} from '../../db/brainstorm';
import { findMeeting, listMeetings } from '../../db/meetings';
import { dotsOn, dotsStamp } from '../../domain/brainstorm/dots';
import { type LikePair, likePairs } from '../../domain/brainstorm/likeness';
import { checkOpen, isCovered, type RoundTag, visibleInputs } from '../../domain/brainstorm/rounds';
import { type Actor, canInBody } from '../../domain/policy/can';
import { delegationLedBy, innerRingOf } from '../../domain/policy/rings';
import { accept, type Outcome, refuse } from '../../domain/refusal';
import { digestText } from '../../domain/text/digest';
import type { Runtime } from '../runtime';
import { mayRemark } from '../use-cases/brainstorm-inputs';
import { roundEyes, tagsOf } from '../use-cases/brainstorm-round';
import { tracedClusters } from '../use-cases/source-facts';
import { type LinkedClause, linkedClauses } from './linked-clauses';

/** A round as a list shows it. Of a hidden one that is open, a delegation counts its own inputs. */
export interface RoundLine {
  readonly round: Pick<
    RoundRow,
    'id' | 'title' | 'question' | 'isHidden' | 'opensAt' | 'closesAt' | 'closedAt'
  >;
  readonly body: { readonly id: string; readonly acronym: string };
  readonly meeting: MeetingName | null;
  readonly inputs: number;
  /** The count is of one's own delegation alone. */
  readonly isOwnCount: boolean;
  readonly clusters: number;
}

interface MeetingName {
  readonly id: string;
  readonly title: string;
  readonly titleThai: string;
}

export interface InputView
  extends Pick<InputRow, 'id' | 'country' | 'kind' | 'words' | 'evidence' | 'language' | 'at'> {
  readonly tags: readonly string[];
  readonly isWithdrawn: boolean;
  readonly notes: readonly Pick<NoteRow, 'id' | 'words' | 'country' | 'at'>[];
  readonly clusterIds: readonly string[];
  readonly outcome: OutcomeRow['outcome'] | null;
  readonly reason: string;
  /** Clauses that come from it, in texts that the reader may read. */
  readonly clauses: readonly LinkedClause[];
  readonly mayWithdraw: boolean;
}

export interface ClusterView extends Pick<ClusterRow, 'id' | 'title' | 'synthesis' | 'tag' | 'rev'> {
  readonly inputIds: readonly string[];
  /** Delegations whose inputs it gathers. */
  readonly countries: readonly string[];
  readonly dots: ReturnType<typeof dotsOn>;
  /** What the reader's delegation gave. */
  readonly own: number;
  readonly mergedFrom: readonly string[];
  readonly splitFrom: string | null;
  readonly clauses: readonly LinkedClause[];
}

export interface RoundView extends Omit<RoundLine, 'round' | 'clusters' | 'inputs'> {
  readonly round: Omit<RoundRow, 'tags'>;
  readonly tags: readonly RoundTag[];
  /** Delegations do not see each other's inputs yet. */
  readonly isCovered: boolean;
  readonly inputs: readonly InputView[];
  readonly clusters: readonly ClusterView[];
  /** Inputs that may say the same, for whoever gathers. */
  readonly alike: readonly LikePair[];
  /** `dotsStamp` of what the reader's delegation gave. */
  readonly dotsSeen: string;
  readonly delegation: string | null;
  readonly may: {
    readonly run: boolean;
    readonly enter: boolean;
    readonly gather: boolean;
    readonly giveDots: boolean;
    readonly link: boolean;
    readonly remark: boolean;
  };
}

/** The rounds of the bodies the actor belongs to, the newest first. */
export function listRounds(runtime: Runtime, actor: Actor): readonly RoundLine[] {
  const bodies = listBodies(runtime.db).filter((body) => canInBody(actor, 'enter', body.id).ok);
  const rounds = roundsOf(
    runtime.db,
    bodies.map(({ id }) => id),
  );
  return rounds.map((round) => {
    const eyes = roundEyes(actor, round.bodyId);
    const standing = inputsOf(runtime.db, [round.id]).filter(({ withdrawnAt }) => withdrawnAt === null);
    return {
      round,
      body: { id: round.bodyId, acronym: bodies.find(({ id }) => id === round.bodyId)?.acronym ?? '' },
      meeting: meetingOf(runtime, round),
      inputs: visibleInputs(round, standing, eyes).length,
      isOwnCount: isCovered(round) && !eyes.isHeadTable,
      clusters: clustersOf(runtime.db, [round.id]).filter(({ closedAt }) => closedAt === null).length,
    };
  });
}

/** Bodies in which the actor may open a round, with the meetings that it may belong to. */
export function roundsToOpen({ db }: Runtime, actor: Actor) {
  return listBodies(db)
    .filter((body) => canInBody(actor, 'runBrainstorm', body.id).ok)
    .map((body) => ({ body, meetings: listMeetings(db, [body.id]) }));
}

/** A round as its reader sees it: what a hidden one keeps from them is not in it in any form (BS6). */
export async function getRound(runtime: Runtime, actor: Actor, roundId: string): Promise<Outcome<RoundView>> {
  const { db } = runtime;
  const round = findRound(db, roundId);
  if (round === null) return refuse('PO1');
  const { bodyId } = round;
  const allowed = canInBody(actor, 'enter', bodyId);
  if (!allowed.ok) return allowed;
  const eyes = roundEyes(actor, bodyId);
  const may = (operation: Parameters<typeof canInBody>[1]) => canInBody(actor, operation, bodyId).ok;
  const covered = isCovered(round);
  const open = checkOpen(round, runtime.clock.now()).ok;
  const rows = visibleInputs(round, inputsOf(db, [roundId]), eyes).filter(
    ({ withdrawnAt, country }) => withdrawnAt === null || eyes.isHeadTable || country === eyes.delegation,
  );
  const ids = rows.map(({ id }) => id);
  const clusters = tracedClusters(db, [roundId]);
  const all = clustersOf(db, [roundId]);
  const standing = all.filter(({ closedAt }) => closedAt === null);
  const dots = dotsOf(
    db,
    standing.map(({ id }) => id),
  );
  const led = delegationLedBy(actor, bodyId);
  const linked = await linkedClauses(runtime, actor, { clusters, inputs: rows });
  const notes = notesOf(db, ids);
  const outcomes = new Map(outcomesOf(db, ids).map((row) => [row.inputId, row]));
  const own = ownDots(dots, eyes.delegation);
  return accept({
    round,
    tags: tagsOf(round),
    body: { id: bodyId, acronym: listBodies(db).find(({ id }) => id === bodyId)?.acronym ?? '' },
    meeting: meetingOf(runtime, round),
    isCovered: covered,
    isOwnCount: covered && !eyes.isHeadTable,
    inputs: rows.map((row) => ({
      ...inputFacts(row),
      tags: JSON.parse(row.tags) as string[],
      isWithdrawn: row.withdrawnAt !== null,
      notes: notes
        .filter(({ inputId }) => inputId === row.id)
        .map(({ id, words, country, at }) => ({ id, words, country, at })),
      clusterIds: clusters
        .filter(({ closedAt, inputIds }) => closedAt === null && inputIds.includes(row.id))
        .map(({ id }) => id),
      outcome: outcomes.get(row.id)?.outcome ?? null,
      reason: outcomes.get(row.id)?.reason ?? '',
      clauses: linked.ofInput(row.id),
      mayWithdraw:
        open && row.withdrawnAt === null && may('enterInput') && innerRingOf(actor, bodyId) === row.country,
    })),
    clusters: standing.map((row) => {
      const inputIds = clusters.find(({ id }) => id === row.id)?.inputIds ?? [];
      const gathered = rows.filter(({ id }) => inputIds.includes(id));
      return {
        id: row.id,
        title: row.title,
        synthesis: row.synthesis,
        tag: row.tag,
        rev: row.rev,
        inputIds,
        countries: [...new Set(gathered.map(({ country }) => country))].sort(),
        dots: dotsOn(dots, row.id),
        own: own.get(row.id) ?? 0,
        mergedFrom: all.filter(({ mergedIntoId }) => mergedIntoId === row.id).map(({ title }) => title),
        splitFrom: all.find(({ id }) => id === row.splitFromId)?.title ?? null,
        clauses: linked.ofCluster(row.id),
      };
    }),
    alike: may('gatherInputs') && !covered ? apart(alikeIn(roundId, standingOnly(rows)), clusters) : [],
    dotsSeen: dotsStamp(own),
    delegation: eyes.delegation,
    may: {
      run: may('runBrainstorm'),
      enter: may('enterInput') && open,
      gather: may('gatherInputs') && !covered,
      giveDots: may('giveDots') && !covered && round.dots > 0 && led !== null,
      link: may('linkSources') && !covered,
      remark: mayRemark(actor, bodyId),
    },
  });
}

/** What changes when the page of a round would show its reader something else, and only then. */
export async function roundStamp(runtime: Runtime, actor: Actor, roundId: string): Promise<Outcome<string>> {
  const found = await getRound(runtime, actor, roundId);
  return found.ok ? accept(stampOf(found.value)) : found;
}

export function stampOf(view: RoundView): string {
  return digestText(JSON.stringify(view)).slice(0, 16);
}

function meetingOf({ db }: Runtime, { meetingId }: RoundRow): MeetingName | null {
  const meeting = meetingId === null ? undefined : findMeeting(db, meetingId);
  return meeting === undefined
    ? null
    : { id: meeting.id, title: meeting.title, titleThai: meeting.titleThai };
}

function inputFacts({ id, country, kind, words, evidence, language, at }: InputRow) {
  return { id, country, kind, words, evidence, language, at };
}

function standingOnly(rows: readonly InputRow[]): readonly InputRow[] {
  return rows.filter(({ withdrawnAt }) => withdrawnAt === null);
}

function ownDots(dots: readonly DotsRow[], country: string | null): Map<string, number> {
  return new Map(dots.filter((row) => row.country === country).map((row) => [row.clusterId, row.dots]));
}

/** What was worked out for each round last: words never change, so it holds while the same inputs stand. */
const ALIKE = new Map<string, { readonly ids: string; readonly pairs: readonly LikePair[] }>();

function alikeIn(roundId: string, rows: readonly InputRow[]): readonly LikePair[] {
  const ids = rows.map(({ id }) => id).join(' ');
  const known = ALIKE.get(roundId);
  if (known?.ids === ids) return known.pairs;
  const pairs = likePairs(rows);
  ALIKE.set(roundId, { ids, pairs });
  return pairs;
}

/** Pairs that no cluster holds together yet. */
function apart(
  pairs: readonly LikePair[],
  clusters: readonly { readonly closedAt: string | null; readonly inputIds: readonly string[] }[],
): readonly LikePair[] {
  const standing = clusters.filter(({ closedAt }) => closedAt === null);
  return pairs.filter(
    ({ a, b }) => !standing.some(({ inputIds }) => inputIds.includes(a) && inputIds.includes(b)),
  );
}
