'use server';

import { revalidatePath } from 'next/cache';
import { refusalText } from '@/app/_lib/refusal';
import { requireViewer } from '@/app/_lib/viewer';
import type { BegunAnswer, TabledAnswer, WantedDraft } from '@/components/proposals/types';
import { PROPOSAL_CLASSES, PROPOSAL_KINDS, type ProposalClass } from '@/domain/negotiation/types';
import type { Outcome } from '@/domain/refusal';
import { getProposal } from '@/server/queries/proposals';
import { getRuntime } from '@/server/runtime';
import { beginProposal } from '@/server/use-cases/begin-proposal';
import { giveUpProposal } from '@/server/use-cases/close-proposal';
import { askForRelease, describeProposal } from '@/server/use-cases/describe-proposal';
import { tableProposal } from '@/server/use-cases/table-proposal';
import { draftFacts } from '../proposals/_lib/draft-facts';

export async function beginDraft(wanted: WantedDraft): Promise<BegunAnswer> {
  const { actor, locale } = await requireViewer();
  const runtime = getRuntime();
  const begun = await beginProposal(runtime, actor, {
    documentId: String(wanted.documentId),
    kind: PROPOSAL_KINDS.find((known) => known === wanted.kind) ?? 'comment',
    clauseId: idOf(wanted.clauseId),
    otherClauseId: idOf(wanted.otherClauseId),
    ...(wanted.words === undefined ? {} : { words: wanted.words }),
  });
  if (!begun.ok) return { ok: false, message: refusalText(begun, locale) };
  const found = await getProposal(runtime, actor, begun.value.proposalId);
  return found.ok
    ? { ok: true, draft: draftFacts(found.value) }
    : { ok: false, message: refusalText(found, locale) };
}

export async function describeDraft(
  proposalId: string,
  change: { readonly class?: ProposalClass; readonly rationale?: string },
): Promise<string | null> {
  const { actor } = await requireViewer();
  const claimed = PROPOSAL_CLASSES.find((known) => known === change.class);
  return problemOf(
    await describeProposal(getRuntime(), actor, {
      proposalId: String(proposalId),
      ...(typeof change.rationale === 'string' ? { rationale: change.rationale } : {}),
      ...(claimed === undefined ? {} : { class: claimed }),
    }),
  );
}

export async function askDraftRelease(proposalId: string): Promise<string | null> {
  const { actor } = await requireViewer();
  return problemOf(await askForRelease(getRuntime(), actor, { proposalId: String(proposalId) }));
}

export async function tableDraft(proposalId: string, editorialConfirmed: boolean): Promise<TabledAnswer> {
  const { actor, locale } = await requireViewer();
  const tabled = await tableProposal(getRuntime(), actor, {
    proposalId: String(proposalId),
    editorialConfirmed: editorialConfirmed === true,
  });
  if (!tabled.ok) return { ok: false, message: refusalText(tabled, locale), asks: tabled.rule === 'NP13' };
  revalidatePath('/documents', 'layout');
  return { ok: true, number: tabled.value.number };
}

export async function giveUpDraft(proposalId: string): Promise<string | null> {
  const { actor } = await requireViewer();
  return problemOf(await giveUpProposal(getRuntime(), actor, { proposalId: String(proposalId) }));
}

async function problemOf(outcome: Outcome<unknown>): Promise<string | null> {
  const { locale } = await requireViewer();
  return outcome.ok ? null : refusalText(outcome, locale);
}

function idOf(value: unknown): string | null {
  return typeof value === 'string' ? value : null;
}
