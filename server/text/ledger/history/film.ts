import type { Redline } from '../../../../domain/redline/types';
import { signedJob } from '../../../../domain/text/brackets/job';
import { clausesOf, clauseText } from '../../../../domain/text/clauses';
import type { ClauseHistory, ClauseStep, NamedClause } from '../../../../domain/text/ledger/history';
import { type HouseStyle, numberClauses } from '../../../../domain/text/numbering';
import { attributedRedline } from '../../attributed-redline';
import type { Author } from '../../redline-authors';
import { textOfDoc } from '../../ydoc';
import { type Reading, readingOfClause } from '../reading';
import { removalsOf } from '../removals';
import { writtenRuns } from '../work';
import type { Chronicle } from './chronicle';
import type { Step } from './steps';

/** Which part of a clause's history is asked for. */
export interface FilmRequest {
  readonly clauseId: string;
  /** Steps with a lower number only; null for the newest. */
  readonly before: number | null;
  readonly houseStyle: HouseStyle;
  /** The first row holds the text of a predecessor: its words are nobody's here (LE8). */
  readonly hasPredecessor: boolean;
}

/** So many steps are shown at once, and no more words compared for them than so many characters. */
export const MOST_STEPS = 50;
const MOST_CHARACTERS = 400_000;

/** The text of a clause that is not there. */
const EMPTY = JSON.stringify({ type: 'doc' });

/** The history of one clause as a page of redlines; null where no clause ever had this id. */
export function filmOf(chronicle: Chronicle, request: FilmRequest): ClauseHistory | null {
  const all = chronicle.steps.get(request.clauseId);
  // What was written and taken back within one stretch left nothing to show.
  const steps = all?.filter(({ before, after, events }) => events.length > 0 || before?.json !== after?.json);
  const shown = steps?.findLast(({ after }) => after !== null)?.after ?? null;
  if (steps === undefined || shown === null) return null;
  const element = chronicle.nodeOf(request.clauseId);
  const reading = element === null ? shown.reading : readingOfClause(element, chronicle.ledger);
  const stepOfRow = new Map(steps.flatMap(({ rows }, index) => rows.map((row) => [row, index + 1])));
  const page = pageOf(steps, request.before);
  const names = new Names(chronicle, request.houseStyle);
  const order = chronicle.order;
  const place = order.indexOf(request.clauseId);
  const others = new Set(
    page.flatMap(({ step }) => step.events.flatMap((event) => ('clause' in event ? [event.clause] : []))),
  );
  return {
    text: shown.text,
    written: writtenRuns(reading).map((run) => ({ ...run, step: stepOfRow.get(run.written) ?? null })),
    clause: names.of(request.clauseId),
    previous: place > 0 ? (order[place - 1] ?? null) : null,
    next: place >= 0 ? (order[place + 1] ?? null) : null,
    steps: page.map(({ step, number }) => told(chronicle, request, step, number)).reverse(),
    total: steps.length,
    others: [...others].map((id) => names.of(id)),
  };
}

function pageOf(steps: readonly Step[], before: number | null): { step: Step; number: number }[] {
  const page: { step: Step; number: number }[] = [];
  let characters = 0;
  for (let index = Math.min(steps.length, (before ?? Infinity) - 1) - 1; index >= 0; index -= 1) {
    const step = steps[index];
    if (step === undefined) break;
    characters += (step.before?.reading.length ?? 0) + (step.after?.reading.length ?? 0);
    if (page.length === MOST_STEPS || (page.length > 0 && characters > MOST_CHARACTERS)) break;
    page.unshift({ step, number: index + 1 });
  }
  return page;
}

function told(chronicle: Chronicle, request: FilmRequest, step: Step, number: number): ClauseStep {
  const { first, last, from, to, events } = step;
  return {
    number,
    first,
    last,
    from,
    to,
    hands: [...step.hands.values()].map(({ userId, delegation }) => ({ userId, delegation })),
    events,
    redline: redlineOf(chronicle, request, step),
  };
}

/** The clause before and after a step; null where neither words nor form changed. */
function redlineOf(chronicle: Chronicle, request: FilmRequest, step: Step): Redline | null {
  const { before, after } = step;
  if (before?.json === after?.json) return null;
  const authorOf = (row: number): Author =>
    row === 0 || (row === 1 && request.hasPredecessor) ? undefined : chronicle.delegations[row];
  return attributedRedline(
    signedJob({
      oldJson: before?.json ?? EMPTY,
      newJson: after?.json ?? EMPTY,
      options: { houseStyle: request.houseStyle },
      written: (after === null ? [] : writtenRuns(after.reading)).map((run) => [
        run.length,
        authorOf(run.written),
      ]),
      removed: (before === null ? [] : removed(chronicle, step, before.reading)).map((run) => [
        run.length,
        authorOf(run.removed),
      ]),
    }),
  );
}

/** Where one delegation alone was at work, it took away whatever went: no need to follow the words. */
function removed(chronicle: Chronicle, step: Step, reading: Reading) {
  return step.hands.size === 1
    ? [{ length: reading.length, removed: step.last }]
    : removalsOf(reading, chronicle.ledger.fates, step.last);
}

const LONGEST_EXCERPT = 80;

/** Names clauses: those that stand by how they are cited, all by their first words. */
class Names {
  private readonly citations: ReadonlyMap<string, string>;
  private readonly chronicle: Chronicle;

  constructor(chronicle: Chronicle, houseStyle: HouseStyle) {
    this.chronicle = chronicle;
    const text = textOfDoc(chronicle.ledger.doc);
    const numbers = numberClauses(text, houseStyle);
    this.citations = new Map(
      clausesOf(text).flatMap(({ id }, index) => (id === null ? [] : [[id, numbers[index]?.citation ?? '']])),
    );
  }

  of(id: string): NamedClause {
    const state = this.chronicle.steps.get(id)?.findLast(({ after }) => after !== null)?.after;
    const [clause] = state == null ? [] : clausesOf(state.text);
    const words = (clause === undefined ? '' : clauseText(clause)).replaceAll(/\s+/g, ' ').trim();
    return {
      id,
      citation: this.citations.get(id) ?? '',
      excerpt: words.length > LONGEST_EXCERPT ? `${words.slice(0, LONGEST_EXCERPT).trimEnd()}…` : words,
      stands: this.citations.has(id),
    };
  }
}
