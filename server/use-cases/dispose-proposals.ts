import { atomic } from '../../db/atomic';
import { listCountries } from '../../db/bodies';
import type { Db } from '../../db/client';
import { answersOn, insertDisposition } from '../../db/dispositions';
import type { DocumentRow } from '../../db/documents';
import { changeProposal } from '../../db/proposals';
import { lastPosition } from '../../db/update-log';
import type { VersionRow } from '../../db/versions';
import { CHANGING, checkDisposition, missingOwners } from '../../domain/negotiation/dispositions';
import type { DispositionKind } from '../../domain/negotiation/types';
import type { Actor } from '../../domain/policy/can';
import { accept, type Outcome, refuse } from '../../domain/refusal';
import type { DocumentJson } from '../../domain/text/document-json';
import { newId } from '../ids';
import type { Runtime } from '../runtime';
import { type AppliedStep, applySteps, planSteps, type StepPlan } from './applied-steps';
import { type DealtProposals, dealtProposals } from './dealt-proposals';
import { recordDisposition, tellOfDispositions } from './disposition-event';
import { editsAhead } from './edit-ahead';
import { openSuggestion } from './open-suggestion';
import { recordOpenedBrackets } from './opened-brackets';
import { permittedDocument } from './permitted-document';
import { recordParted } from './record-parted';
import { readAhead, standingText } from './standing-text';
import { countVersion, hasGrown, storeVersion } from './store-version';
import { tellOfChangedWords } from './tell-of-changed-words';

export interface DisposeInput {
  readonly documentId: string;
  readonly proposalIds: readonly string[];
  readonly kind: DispositionKind;
  readonly reason?: string;
  /** The chair's words, line by line, for `acceptedModified` and `merged`; or as a text of its own. */
  readonly lines?: readonly string[];
  readonly words?: DocumentJson;
  /** Hash of the clause on the page the chair acted on; left out, it is carried out on whatever stands. */
  readonly clauseHash?: string;
  /** The suggestion that this carries out. */
  readonly actId?: string;
}

export interface Disposed {
  readonly actId: string;
  /** The version in which the text is kept with what was accepted; null where no word changed. */
  readonly version: number | null;
}

/**
 * Deals with proposals on one clause, for good: what is accepted enters the text in the same transaction as the record
 * of it, between two versions (NP37, NP38). Each word is its delegation's; the chair's own are the chair's.
 */
export async function disposeProposals(
  runtime: Runtime,
  actor: Actor,
  input: DisposeInput,
): Promise<Outcome<Disposed>> {
  const permitted = permittedDocument(runtime.db, actor, 'dispose', input.documentId);
  if (!permitted.ok) return permitted;
  const ahead = await readAhead(runtime, input.documentId);
  const loaded = dealtProposals(runtime.db, actor, permitted.value, input.proposalIds);
  if (!loaded.ok) return loaded;
  const actId = input.actId ?? newId('act');
  const isChanging = CHANGING.includes(input.kind);
  const planned = isChanging ? planSteps(ahead, loaded.value.worded, input, actId) : accept(null);
  const edits =
    planned.ok && planned.value !== null
      ? await editsAhead(
          runtime,
          input.documentId,
          planned.value.steps.map(({ target }) => target),
        )
      : [];
  const at = runtime.clock.now();
  const done = atomic(
    runtime.db,
    (tx): Outcome<Disposed & { before: VersionRow | null; after: VersionRow | null }> => {
      const found = permittedDocument(tx, actor, 'dispose', input.documentId);
      if (!found.ok) return found;
      const document = found.value;
      const judged = judge(tx, actor, document, input);
      if (!judged.ok) return judged;
      const proposals = judged.value;
      const standing = standingText(tx, document.id, ahead);
      // What was planned ahead is good for the same words and the same sponsors: they become owners of brackets.
      const isAsPlanned = standing === ahead && sponsorsOf(proposals) === sponsorsOf(loaded.value);
      const plan = !isChanging
        ? accept<StepPlan | null>(null)
        : isAsPlanned
          ? planned
          : planSteps(standing, proposals.worded, input, actId);
      if (!plan.ok) return plan;
      const steps = plan.value?.steps ?? [];
      const before =
        steps.length > 0 && hasGrown(tx, document.id)
          ? storeVersion(tx, document, { kind: 'checkpoint', takenBy: actor.userId, at }, standing)
          : null;
      const order = { kind: input.kind, steps, ahead: isAsPlanned ? edits : [] };
      const applied = applySteps(tx, { document, actor, at }, standing, order);
      const last = steps.at(-1);
      if (input.kind === 'bracketed' && last !== undefined)
        recordOpenedBrackets({ tx, document, actor, at }, standing.canonical, last.target);
      const after =
        hasGrown(tx, document.id) && steps.length > 0
          ? storeVersion(tx, document, { kind: 'checkpoint', takenBy: actor.userId, at })
          : null;
      const act = { id: actId, at, version: after?.number ?? null };
      if (after !== null) {
        const texts = { before: standing, after: standingText(tx, document.id) };
        tellOfChangedWords(tx, at, document, texts.after);
        if (input.kind !== 'bracketed')
          recordParted(tx, { document, by: actor.userId, at }, texts, proposals.worded);
      }
      record(tx, actor, document, proposals, input, act, { applied, words: plan.value?.words ?? null });
      return accept({ actId, version: act.version, before, after });
    },
  );
  if (!done.ok) return done;
  const { version, before, after } = done.value;
  if (version !== null) runtime.live.followLog(input.documentId);
  for (const kept of [before, after]) {
    if (kept !== null) await countVersion(runtime, kept, permitted.value.houseStyle);
  }
  return accept({ actId, version });
}

/** Who stands behind each of the proposals, to be held against another reading of them. */
function sponsorsOf({ worded }: DealtProposals): string {
  return JSON.stringify(worded.map(({ id, cosponsors }) => [id, cosponsors]));
}

/** Whether the chair may do this with these proposals now: NP25 to NP31, NP36, NP40, PR5 pens are down. */
function judge(tx: Db, actor: Actor, document: DocumentRow, input: DisposeInput): Outcome<DealtProposals> {
  const suggestion = input.actId === undefined ? accept([]) : openSuggestion(tx, document.id, input.actId);
  if (!suggestion.ok) return suggestion;
  const loaded = dealtProposals(tx, actor, document, input.proposalIds);
  if (!loaded.ok) return loaded;
  const command = {
    kind: input.kind,
    reason: reasonOf(input),
    hasWords: input.words !== undefined || input.lines !== undefined,
  };
  const checked = checkDisposition(loaded.value.dealt, command);
  if (!checked.ok) return checked;
  if (CHANGING.includes(input.kind) && document.pensDownAt !== null) return refuse('PR5');
  if (input.kind === 'merged') {
    const answers = answersOn(tx, document.id).filter(({ actId }) => actId === input.actId);
    const missing = missingOwners(loaded.value.dealt, answers);
    if (missing.length > 0) return refuse('NP30', { countries: namesOf(tx, missing) });
  }
  return loaded;
}

export function reasonOf({ reason }: { readonly reason?: string }): string {
  return (reason ?? '').trim().normalize('NFC');
}

function namesOf(tx: Db, codes: readonly string[]): string {
  const countries = listCountries(tx);
  return codes
    .map((code) => countries.find((country) => country.code === code)?.shortName ?? code)
    .join(', ');
}

/** What makes an edit of its own of each proposal. */
const OWN_EDITS: readonly DispositionKind[] = ['accepted', 'bracketed'];

function record(
  tx: Db,
  actor: Actor,
  document: DocumentRow,
  { rows }: DealtProposals,
  input: DisposeInput,
  act: { readonly id: string; readonly at: string; readonly version: number | null },
  made: { readonly applied: readonly AppliedStep[]; readonly words: DocumentJson | null },
): void {
  const last = lastPosition(tx, document.id);
  for (const row of rows) {
    // Words the chair gave are of all proposals alike; of those accepted as they stand each has its own edit.
    const steps = OWN_EDITS.includes(input.kind)
      ? made.applied.filter(({ proposalId }) => proposalId === row.id)
      : made.applied;
    insertDisposition(tx, {
      id: newId('dsp'),
      documentId: document.id,
      proposalId: row.id,
      kind: input.kind,
      actId: act.id,
      reason: reasonOf(input),
      text: made.words === null ? null : JSON.stringify(made.words),
      isSuggestion: false,
      positionBefore: steps[0]?.before ?? last,
      positionAfter: steps.at(-1)?.after ?? last,
      by: actor.userId,
      at: act.at,
    });
    changeProposal(tx, row.id, { state: input.kind, closedAt: act.at });
  }
  recordDisposition(tx, actor, document, rows, {
    kind: 'proposal.dealtWith',
    disposition: input.kind,
    ...act,
  });
  tellOfDispositions(tx, actor, document, rows, {
    kind: 'proposalDealtWith',
    disposition: input.kind,
    ...act,
  });
}
