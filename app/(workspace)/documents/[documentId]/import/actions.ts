'use server';

import { revalidatePath } from 'next/cache';
import { redirect } from 'next/navigation';
import { refusalText } from '@/app/_lib/refusal';
import { requireViewer } from '@/app/_lib/viewer';
import { compareHref } from '@/components/compare/choice';
import type { ReviewState } from '@/components/import/acts';
import { type ReviewForm, readReviewForm, reviewHref } from '@/components/import/review-form';
import type { Actor } from '@/domain/policy/can';
import type { Outcome } from '@/domain/refusal';
import { getRuntime } from '@/server/runtime';
import { decideImport, dropImport, type ImportKey } from '@/server/use-cases/decide-import';
import { type ImportedText, importText } from '@/server/use-cases/import-text';

/** What went wrong, in words; null where it went well. */
export type ImportProblem = string | null;

/** Keeps the choices on one page of a review, and does nothing else. */
export async function keepChoices(form: FormData): Promise<ImportProblem> {
  const { actor, locale } = await requireViewer();
  const asked = readReviewForm(form);
  const kept = decideImport(getRuntime(), actor, { ...asked.file, ...asked.decisions, sweep: null });
  if (!kept.ok) return refusalText(kept, locale);
  forgetReview(asked.file.documentId);
  return null;
}

/** Keeps the choices on one page of a review; then turns to another, takes or leaves a whole set, or imports. */
export async function reviewFile(_: ReviewState, form: FormData): Promise<ReviewState> {
  const { actor, locale } = await requireViewer();
  const asked = readReviewForm(form);
  const { file, step, comments } = asked;
  const done = await carryOut(actor, asked);
  if (!done.ok) return { problem: refusalText(done, locale), comments };
  if (done.value !== null) goToComparison(file.documentId, done.value);
  forgetReview(file.documentId);
  if (step.do === 'back') redirect(`/documents/${encodeURIComponent(file.documentId)}/import`);
  if (step.do === 'turn') redirect(`${reviewHref(file.documentId, step.to, comments)}#changes`);
  return { problem: null, comments };
}

async function carryOut(
  actor: Actor,
  { file, decisions, step, comments }: ReviewForm,
): Promise<Outcome<ImportedText | null>> {
  const runtime = getRuntime();
  const sweep = step.do === 'sweep' ? step.sweep : null;
  const kept = decideImport(runtime, actor, { ...file, ...decisions, sweep });
  if (!kept.ok) return kept;
  if (step.do !== 'import') return { ok: true, value: null };
  return importText(runtime, actor, { ...file, take: 'reviewed', comments });
}

/** Imports with all tracked changes or none; on success the person is taken to the comparison. */
export async function importFile(
  key: ImportKey,
  take: 'all' | 'none',
  comments: boolean,
): Promise<ImportProblem> {
  const { actor, locale } = await requireViewer();
  const input = { ...keyOf(key), take: take === 'none' ? take : 'all', comments: comments === true } as const;
  const outcome = await importText(getRuntime(), actor, input);
  if (!outcome.ok) return refusalText(outcome, locale);
  goToComparison(input.documentId, outcome.value);
}

export async function dropFile(key: ImportKey): Promise<ImportProblem> {
  const { actor, locale } = await requireViewer();
  const dropped = dropImport(getRuntime(), actor, keyOf(key));
  if (!dropped.ok) return refusalText(dropped, locale);
  revalidatePath(`/documents/${keyOf(key).documentId}/import`);
  return null;
}

function goToComparison(documentId: string, versions: ImportedText): never {
  revalidatePath(`/documents/${documentId}`, 'layout');
  redirect(compareHref(documentId, { ...versions, view: 'inline', fromDocument: null }));
}

/** Browsers keep pages they have left: one that they go back to shall show the choices as they are. */
function forgetReview(documentId: string): void {
  revalidatePath(`/documents/${documentId}/import/review`);
}

/** What a browser sends as arguments may be anything. */
function keyOf(key: ImportKey): ImportKey {
  return { documentId: String(key?.documentId), id: String(key?.id) };
}
