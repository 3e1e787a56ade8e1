import type { RedlineJob } from '../../domain/redline/job';
import { layBeside } from '../../domain/redline/three-way';
import { pageOf } from '../../domain/redline/three-way/page';
import type { ThreeWayPage, ThreeWayView } from '../../domain/redline/three-way/types';
import { attributedRedline } from './attributed-redline';

/** Two comparisons from one base, and which page of them is wanted: strings and numbers, cheap to send to a worker. */
export interface ThreeWayJob {
  readonly only: 'threeWay';
  readonly a: RedlineJob;
  readonly b: RedlineJob;
  readonly wanted: { readonly view: ThreeWayView; readonly page: number; readonly perPage: number };
}

/** What two texts each made of their base, one page of it. */
export function threeWayPage({ a, b, wanted }: Omit<ThreeWayJob, 'only'>): ThreeWayPage {
  const redlines = { a: attributedRedline(a), b: attributedRedline(b) };
  return pageOf(layBeside(redlines.a, redlines.b), redlines, wanted);
}
