import type { Actor } from '../../domain/policy/can';
import type { ThreeWayPage, ThreeWayView } from '../../domain/redline/three-way/types';
import { accept, type Outcome } from '../../domain/refusal';
import { signedJob } from '../../domain/text/brackets/job';
import type { Runtime } from '../runtime';
import type { DocumentView } from './documents';
import type { VersionLine } from './version-line';
import { pairToCompare, type VersionNumber } from './versions';

/** Clauses on one page: little enough to be drawn at a stretch. */
const PER_PAGE = 40;

export interface ThreeWayInput {
  readonly documentId: string;
  readonly base: VersionNumber;
  readonly a: VersionNumber;
  readonly b: VersionNumber;
  readonly view: ThreeWayView;
  /** From 1. */
  readonly page: number;
}

export interface ThreeWayComparison {
  readonly document: DocumentView;
  readonly base: VersionLine;
  readonly a: VersionLine;
  readonly b: VersionLine;
  readonly page: ThreeWayPage;
}

/** What two versions of a document each made of a third, one page of it. */
export async function compareThree(
  runtime: Runtime,
  actor: Actor,
  input: ThreeWayInput,
): Promise<Outcome<ThreeWayComparison>> {
  const { documentId, base } = input;
  const toA = await pairToCompare(runtime, actor, { documentId, from: base, to: input.a });
  if (!toA.ok) return toA;
  const toB = await pairToCompare(runtime, actor, { documentId, from: base, to: input.b });
  if (!toB.ok) return toB;
  // Somebody may have written between the two readings of a text that stands: both begin from the same one.
  const a = signedJob(toA.value.job);
  const b = { ...signedJob(toB.value.job), oldJson: a.oldJson };
  return accept({
    document: toA.value.document,
    base: toA.value.from,
    a: toA.value.to,
    b: toB.value.to,
    page: await runtime.redline.threeWay(a, b, {
      view: input.view,
      page: input.page,
      perPage: PER_PAGE,
    }),
  });
}
