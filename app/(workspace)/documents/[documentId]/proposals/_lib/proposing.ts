import type { DraftActions, ProposingFacts } from '@/components/proposals/types';
import type { Actor } from '@/domain/policy/can';
import type { DocumentView } from '@/server/queries/documents';
import { proposalsFor } from '@/server/queries/proposals';
import { getRuntime } from '@/server/runtime';
import { askDraftRelease, beginDraft, describeDraft, giveUpDraft, tableDraft } from '../../_actions/drafts';
import { draftFacts } from './draft-facts';

export const DRAFT_ACTIONS: DraftActions = {
  begin: beginDraft,
  describe: describeDraft,
  askForRelease: askDraftRelease,
  table: tableDraft,
  giveUp: giveUpDraft,
};

/** What somebody brings to a text who may propose and not write: the drafts of the own delegation. Null for others. */
export async function proposingFacts(actor: Actor, document: DocumentView): Promise<ProposingFacts | null> {
  if (!document.may.propose || document.may.edit) return null;
  const seen = await proposalsFor(getRuntime(), actor, document.id, { drafts: true });
  if (!seen.ok) return null;
  const drafts = seen.value.filter(({ isDraft, isGivenUp, onBehalf }) => isDraft && !isGivenUp && !onBehalf);
  return { drafts: drafts.map(draftFacts), actions: DRAFT_ACTIONS };
}
