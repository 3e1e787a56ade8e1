import { NO_WORDS } from '../domain/negotiation/proposal-place';
import type { ProposalClass } from '../domain/negotiation/types';
import { getProposal, proposalsFor } from '../server/queries/proposals';
import { backProposal } from '../server/use-cases/back-proposal';
import { beginProposal } from '../server/use-cases/begin-proposal';
import { challengeClass } from '../server/use-cases/challenge-class';
import { tableProposal } from '../server/use-cases/table-proposal';
import { writeDraft } from '../server/use-cases/write-draft';
import { accepted, actorAt, runtimeAt, type SeedState } from './actors';
import type { PersonKey } from './people';
import { type Edit, edited } from './texts/edits';

interface Said {
  readonly by: PersonKey;
  /** Chiang Rai time, "2019-04-22 09:30". */
  readonly at: string;
}

/** What delegations do with proposals: a delegate drafts one and the head tables it, others back it or challenge its class. */
export type ProposalStep =
  | (Said & {
      readonly act: 'propose';
      readonly head: PersonKey;
      readonly clauseId: string;
      /** Made to the words of the clause; none proposes to delete it. */
      readonly edits: readonly Edit[];
      readonly class: ProposalClass;
      readonly rationale: string;
    })
  | (Said & { readonly act: 'back'; readonly number: number; readonly kind: 'cosponsor' | 'support' })
  | (Said & { readonly act: 'challenge'; readonly number: number; readonly reason: string });

export async function proposalStep(
  state: SeedState,
  documentId: string,
  step: ProposalStep,
  at: string,
): Promise<void> {
  const runtime = runtimeAt(state, at);
  const actor = actorAt(state, step.by, at);
  if (step.act !== 'propose') {
    const seen = accepted(await proposalsFor(runtime, actor, documentId), step.act);
    const proposalId = seen.find(({ number }) => number === step.number)?.id ?? '';
    const done =
      step.act === 'back'
        ? await backProposal(runtime, actor, { proposalId, kind: step.kind })
        : await challengeClass(runtime, actor, { proposalId, reason: step.reason });
    accepted(done, `${step.act} of proposal ${step.number} by ${step.by}`);
    return;
  }
  const what = `proposal on ${step.clauseId} by ${step.by}`;
  const { proposalId } = accepted(
    await beginProposal(runtime, actor, {
      documentId,
      kind: step.edits.length === 0 ? 'delete' : 'replace',
      clauseId: step.clauseId,
      otherClauseId: null,
      class: step.class,
      rationale: step.rationale,
    }),
    what,
  );
  if (step.edits.length > 0) {
    const draft = accepted(await getProposal(runtime, actor, proposalId), what);
    const text = edited(draft.words ?? NO_WORDS, step.edits);
    accepted(await writeDraft(runtime, actor, { proposalId, text }), what);
  }
  const head = actorAt(state, step.head, at);
  accepted(await tableProposal(runtime, head, { proposalId, editorialConfirmed: true }), `${what}, tabled`);
}
