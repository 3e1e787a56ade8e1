import type { Decisions, Sweep } from '@/domain/text/review-choices';
import type { FileKey } from './acts';

/** Names of what a review form sends. */
export const FIELDS = {
  documentId: 'documentId',
  file: 'file',
  page: 'page',
  /** One value for each box that is ticked. */
  take: 'take',
  /** Numbers of the changes that had a box, once for each box, and of those whose boxes were not ticked. */
  shown: 'shown',
  left: 'left',
  /** Numbers of the changes that somebody decided on since. A page without its script does not know. */
  touched: 'touched',
  comments: 'comments',
  /** The author that somebody has chosen from the list. */
  author: 'author',
  step: 'step',
  /** The page that somebody wants to go to. */
  to: 'to',
} as const;

/** What is done once choices are kept. */
export type Step =
  | { readonly do: 'stay' | 'back' | 'import' }
  | { readonly do: 'turn'; readonly to: number }
  | { readonly do: 'sweep'; readonly sweep: Sweep };

export interface ReviewForm {
  readonly file: FileKey;
  readonly decisions: Decisions;
  readonly comments: boolean;
  readonly step: Step;
}

/** More numbers than a page can hold are nobody's page. */
const MOST_NUMBERS = 2000;

/** The value of the button that does it. */
export function stepValue(step: Step): string {
  if (step.do === 'turn') return `turn ${step.to}`;
  if (step.do !== 'sweep') return step.do;
  const { author, take } = step.sweep;
  return `${take ? 'take' : 'leave'} ${author ?? 'all'}`;
}

/** The button that goes to the page whose number somebody has typed. */
export const GO = 'go';
/** In a sweep: of the author that somebody has chosen. */
export const CHOSEN = 'chosen';

/** Reads what a browser sent, which may be anything. */
export function readReviewForm(form: FormData): ReviewForm {
  return {
    file: { documentId: textOf(form, FIELDS.documentId), id: textOf(form, FIELDS.file) },
    decisions: decisionsOf(form),
    comments: form.has(FIELDS.comments),
    step: stepOf(form),
  };
}

/**
 * Only what was decided on this page: a page that shows old choices, in another tab or after Back, changes none of them
 * by being sent (IM25).
 */
function decisionsOf(form: FormData): Decisions {
  const boxes = tally(numbersOf(form, FIELDS.shown));
  const ticked = tally(
    form
      .getAll(FIELDS.take)
      .slice(0, MOST_NUMBERS)
      .map((value) => numberOf(String(value))),
  );
  const left = new Set(numbersOf(form, FIELDS.left));
  const touched = new Set(numbersOf(form, FIELDS.touched));
  const take: number[] = [];
  const leave: number[] = [];
  for (const [number, all] of boxes) {
    const now = ticked.get(number) ?? 0;
    const before = left.has(number) ? 0 : all;
    // A change that stands in several passages has several boxes: any one of them is enough to decide.
    if (now !== before) (before === 0 ? take : leave).push(number);
    else if (touched.has(number)) (now === 0 ? leave : take).push(number);
  }
  return { take, leave };
}

function stepOf(form: FormData): Step {
  const [act = '', on = ''] = textOf(form, FIELDS.step).split(' ');
  if (act === 'back' || act === 'import') return { do: act };
  if (act === GO) return turn(numberOf(textOf(form, FIELDS.to)), form);
  if (act === 'turn') return turn(numberOf(on), form);
  if (act !== 'take' && act !== 'leave') return { do: 'stay' };
  const author = on === 'all' ? null : numberOf(on === CHOSEN ? textOf(form, FIELDS.author) : on);
  return author === -1 ? { do: 'stay' } : { do: 'sweep', sweep: { author, take: act === 'take' } };
}

function turn(to: number, form: FormData): Step {
  return { do: 'turn', to: to > 0 ? to : Math.max(1, numberOf(textOf(form, FIELDS.page))) };
}

function textOf(form: FormData, name: string): string {
  const value = form.get(name);
  return typeof value === 'string' ? value : '';
}

function numbersOf(form: FormData, name: string): number[] {
  return textOf(form, name)
    .split(' ', MOST_NUMBERS)
    .map(numberOf)
    .filter((number) => number >= 0);
}

/** -1 where it is none. */
function numberOf(text: string): number {
  return /^\d{1,6}$/.test(text) ? Number(text) : -1;
}

function tally(numbers: readonly number[]): Map<number, number> {
  const counts = new Map<number, number>();
  for (const number of numbers) counts.set(number, (counts.get(number) ?? 0) + 1);
  return counts;
}

/** The address of one page of a review. */
export function reviewHref(documentId: string, page: number, comments: boolean): string {
  const query = new URLSearchParams();
  if (page > 1) query.set('page', String(page));
  if (comments) query.set('comments', '1');
  const asked = query.size === 0 ? '' : `?${query}`;
  return `/documents/${encodeURIComponent(documentId)}/import/review${asked}`;
}
