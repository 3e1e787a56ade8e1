import { accountsById } from '../../db/accounts';
import { authorsOfRows } from '../../db/ledger';
import { listVersionHeads } from '../../db/versions';
import { type Actor, can, canInBody } from '../../domain/policy/can';
import { accept, type Outcome } from '../../domain/refusal';
import { withSigns } from '../../domain/text/brackets/job';
import { writtenText } from '../../domain/text/brackets/write';
import type { DocumentJson } from '../../domain/text/document-json';
import type { ClauseEvent, ClauseHistory, ClauseStep, NamedClause } from '../../domain/text/ledger/history';
import { layHands } from '../../domain/text/ledger/lay';
import type { Runtime } from '../runtime';
import { type DocumentView, getDocument } from './documents';
import { type VersionLine, versionLine } from './version-line';

/** Whose words a run is: an ISO code, "" for the secretariat; from the predecessor; or nobody known. */
export type RunAuthor =
  | { readonly kind: 'delegation'; readonly code: string }
  | { readonly kind: 'predecessor' | 'unknown' };

/** A run of a clause as it stands. What structure draws has no author: a border (line, block, cell), the signs of a bracket. */
export interface ClauseRunView {
  readonly text: string;
  readonly author: RunAuthor | null;
  /** When the words were written; "" where nobody knows. */
  readonly at: string;
  /** Whose hand put them where they stand, where another did; else null. */
  readonly carriedBy: string | null;
  /** The step of the clause's history in which they were written; null where it was in another clause. */
  readonly step: number | null;
  /** The run stands in a footnote of the clause: in which one, from 0. */
  readonly note?: number;
}

export interface StepView extends Omit<ClauseStep, 'hands' | 'events'> {
  /** Delegations at work, "" for the secretariat. */
  readonly delegations: readonly string[];
  /** Names of the persons, for whoever may read the audit trail of the body (LE13); else empty. */
  readonly persons: readonly string[];
  readonly events: readonly (Exclude<ClauseEvent, { kind: 'restored' }> | RestoredView)[];
  /** The first version that holds this step, or null where none was taken since. */
  readonly version: VersionLine | null;
  /** The words came with the predecessor's text. */
  readonly isInherited: boolean;
}

/** The version that was brought back, by number; 0 where it is not known. */
export interface RestoredView {
  readonly kind: 'restored';
  readonly number: number;
}

export interface ClauseHistoryView {
  readonly document: DocumentView;
  readonly clause: NamedClause;
  readonly text: DocumentJson;
  readonly runs: readonly ClauseRunView[];
  readonly previous: string | null;
  readonly next: string | null;
  /** Newest first. */
  readonly steps: readonly StepView[];
  readonly total: number;
  readonly others: readonly NamedClause[];
}

export interface ClauseHistoryInput {
  readonly documentId: string;
  readonly clauseId: string;
  readonly before: number | null;
}

/**
 * Who wrote a clause, and what became of it since it was first written. Whoever may compare the texts of a document
 * may see it: it names the delegations that a comparison names. `answer` is null where no clause ever had the id, and
 * `failed` where the log could not be worked through: it is logged.
 */
export async function clauseHistory(
  runtime: Runtime,
  actor: Actor,
  input: ClauseHistoryInput,
): Promise<
  Outcome<{ readonly document: DocumentView; readonly answer: ClauseHistoryView | 'failed' | null }>
> {
  const found = await getDocument(runtime, actor, input.documentId);
  if (!found.ok) return found;
  const document = found.value;
  const { body, state, pensDown, houseStyle } = document;
  const allowed = can(actor, 'compare', { bodyId: body.id, state, pensDown });
  if (!allowed.ok) return allowed;
  const question = { ...input, houseStyle, hasPredecessor: document.predecessorId !== null };
  const history = await runtime.history.history(question).catch((error: unknown) => {
    runtime.logger.warn(
      { err: error, documentId: document.id },
      'the history of a clause could not be worked out',
    );
    return 'failed' as const;
  });
  if (history === null || history === 'failed') return accept({ document, answer: history });
  const { written, steps, ...rest } = history;
  const versions = listVersionHeads(runtime.db, document.id).map(versionLine).reverse();
  const namesPersons = canInBody(actor, 'readAudit', body.id).ok;
  return accept({
    document,
    answer: {
      ...rest,
      document,
      runs: runsOf(runtime, document, history.text, written),
      steps: steps.map((step) => stepView(runtime, document, versions, namesPersons, step)),
    },
  });
}

function runsOf(
  runtime: Runtime,
  document: DocumentView,
  text: DocumentJson,
  written: ClauseHistory['written'],
): ClauseRunView[] {
  const rows = authorsOfRows(runtime.db, document.id, [
    ...new Set(written.flatMap((run) => [run.written, run.carried])),
  ]);
  const { document: signed, signs } = writtenText(text, { attribution: 'delegations' });
  const hands = withSigns(
    signed,
    signs,
    written.map((run) => [run.length, run]),
  );
  const [runs] =
    layHands(
      signed,
      hands.map(([length, hand]) => ({ length, hand: hand ?? null })),
    ) ?? [];
  const joined: ClauseRunView[] = [];
  for (const { text: words, hand, note } of runs ?? []) {
    const run = { ...runView(words, hand), ...(note === undefined ? {} : { note }) };
    const last = joined.at(-1);
    if (last !== undefined && isSameHand(last, run))
      joined[joined.length - 1] = { ...last, text: last.text + run.text };
    else joined.push(run);
  }
  return joined;

  function runView(words: string, hand: ClauseHistory['written'][number] | null): ClauseRunView {
    if (hand === null) return { text: words, author: null, at: '', carriedBy: null, step: null };
    const author = rows.get(hand.written);
    const carrier = hand.carried === 0 ? undefined : rows.get(hand.carried);
    const code = author?.country ?? '';
    const isInherited = hand.written === 1 && document.predecessorId !== null;
    const carriedBy = carrier === undefined ? null : (carrier.country ?? '');
    return {
      text: words,
      author: isInherited
        ? { kind: 'predecessor' }
        : author === undefined
          ? { kind: 'unknown' }
          : { kind: 'delegation', code },
      at: author?.at ?? '',
      carriedBy: !isInherited && carriedBy === code ? null : carriedBy,
      step: hand.step,
    };
  }
}

/** Runs that read as one: of one author, written in one step or on one day, put there by one hand. */
function isSameHand(a: ClauseRunView, b: ClauseRunView): boolean {
  return (
    a.author !== null &&
    b.author !== null &&
    a.note === b.note &&
    a.carriedBy === b.carriedBy &&
    a.step === b.step &&
    (a.step !== null || a.at.slice(0, 10) === b.at.slice(0, 10)) &&
    JSON.stringify(a.author) === JSON.stringify(b.author)
  );
}

function stepView(
  runtime: Runtime,
  document: DocumentView,
  versions: readonly VersionLine[],
  namesPersons: boolean,
  step: ClauseStep,
): StepView {
  const { hands, events, ...rest } = step;
  const persons = namesPersons
    ? accountsById(
        runtime.db,
        hands.map(({ userId }) => userId),
      )
    : [];
  return {
    ...rest,
    delegations: [...new Set(hands.map(({ delegation }) => delegation))],
    persons: persons.map(({ name }) => name),
    events: events.map((event) =>
      event.kind === 'restored'
        ? {
            kind: 'restored',
            number: versions.find(({ position }) => position === event.position)?.number ?? 0,
          }
        : event,
    ),
    version: versions.find(({ position }) => position >= step.last) ?? null,
    isInherited: step.first === 1 && document.predecessorId !== null,
  };
}
