'use server';

import { revalidatePath } from 'next/cache';
import { z } from 'zod';
import { refusalText } from '@/app/_lib/refusal';
import { requireViewer } from '@/app/_lib/viewer';
import type { ActAnswer } from '@/components/versions/act-answer';
import { COMMENT_LENGTH, NAME_LENGTH } from '@/components/versions/lengths';
import { versionTitle } from '@/components/versions/version-line';
import type { Refusal } from '@/domain/refusal';
import type { Locale } from '@/messages/locale';
import { translator } from '@/messages/translate';
import { getRuntime } from '@/server/runtime';
import { clearVersion, withdrawClearance } from '@/server/use-cases/clear-version';
import { issueRevision } from '@/server/use-cases/issue-revision';
import { restoreVersion } from '@/server/use-cases/restore-version';
import { takeVersion } from '@/server/use-cases/take-version';

const documentId = z.string().min(1).max(64);
const comment = z.string().max(COMMENT_LENGTH, 'commentLong').default('');
const TAKE = z.object({
  documentId,
  name: z.string().trim().min(1, 'nameMissing').max(NAME_LENGTH, 'nameLong'),
  comment,
});
const ISSUE = z.object({ documentId, comment });
const RESTORE = z.object({ documentId, number: z.coerce.number().int().min(1) });
const CLEAR = RESTORE.extend({ clearedOn: z.string().max(10), note: z.string().default('') });

export async function takeNamedVersion(_: ActAnswer, form: FormData): Promise<ActAnswer> {
  const { actor, locale } = await requireViewer();
  const input = TAKE.safeParse(Object.fromEntries(form));
  if (!input.success) return fieldErrors(input.error, locale);
  const taken = await takeVersion(getRuntime(), actor, { ...input.data, kind: 'named' });
  if (!taken.ok) return { state: 'refused', message: refusalText(taken, locale) };
  refresh(input.data.documentId);
  return {
    state: 'done',
    message: translator(locale, 'versions')('take.done', { number: taken.value.number }),
  };
}

export async function issueNextRevision(_: ActAnswer, form: FormData): Promise<ActAnswer> {
  const { actor, locale } = await requireViewer();
  const input = ISSUE.safeParse(Object.fromEntries(form));
  if (!input.success) return fieldErrors(input.error, locale);
  const issued = await issueRevision(getRuntime(), actor, input.data);
  if (!issued.ok) return { state: 'refused', message: refusalText(issued, locale) };
  refresh(input.data.documentId);
  const { number, revision } = issued.value;
  return {
    state: 'done',
    message: translator(locale, 'versions')('issue.done', { revision: revision ?? 0, number }),
  };
}

export async function bringBackVersion(_: ActAnswer, form: FormData): Promise<ActAnswer> {
  const { actor, locale } = await requireViewer();
  const input = RESTORE.safeParse(Object.fromEntries(form));
  if (!input.success) return fieldErrors(input.error, locale);
  const restored = await restoreVersion(getRuntime(), actor, input.data);
  if (!restored.ok) return { state: 'refused', message: refusalText(restored, locale) };
  refresh(input.data.documentId);
  const t = translator(locale, 'versions');
  return {
    state: 'done',
    message: t('restore.done', { version: versionTitle(restored.value, t), number: restored.value.number }),
  };
}

export async function recordClearance(_: ActAnswer, form: FormData): Promise<ActAnswer> {
  const { actor, locale } = await requireViewer();
  const t = translator(locale, 'comparisons');
  const input = CLEAR.safeParse(Object.fromEntries(form));
  if (!input.success) return { state: 'refused', message: t('clearance.badForm') };
  const cleared = await clearVersion(getRuntime(), actor, input.data);
  if (!cleared.ok) return refusedField(cleared, locale);
  refresh(input.data.documentId);
  return { state: 'done', message: t('clearance.done', { number: input.data.number }) };
}

export async function takeBackClearance(_: ActAnswer, form: FormData): Promise<ActAnswer> {
  const { actor, locale } = await requireViewer();
  const t = translator(locale, 'comparisons');
  const input = RESTORE.safeParse(Object.fromEntries(form));
  if (!input.success) return { state: 'refused', message: t('clearance.badForm') };
  const withdrawn = await withdrawClearance(getRuntime(), actor, input.data);
  if (!withdrawn.ok) return { state: 'refused', message: refusalText(withdrawn, locale) };
  refresh(input.data.documentId);
  return { state: 'done', message: t('clearance.withdrawn', { number: input.data.number }) };
}

/** A refusal at its field, where it is about one. */
function refusedField(refusal: Refusal, locale: Locale): ActAnswer {
  const message = refusalText(refusal, locale);
  const field = refusal.detail?.field;
  return typeof field === 'string'
    ? { state: 'refused', fields: { [field]: message } }
    : { state: 'refused', message };
}

function refresh(id: string): void {
  revalidatePath(`/documents/${id}`, 'layout');
}

const FIELD_ERRORS = ['nameMissing', 'nameLong', 'commentLong'] as const;

/** What is wrong with each field, in words; a form that nobody could have filled in by hand gets one sentence. */
function fieldErrors(error: z.ZodError, locale: Locale): ActAnswer {
  const t = translator(locale, 'versions');
  const fields: Record<string, string> = {};
  for (const issue of error.issues) {
    const known = FIELD_ERRORS.find((name) => name === issue.message);
    const max = issue.path[0] === 'name' ? NAME_LENGTH : COMMENT_LENGTH;
    if (known !== undefined) fields[String(issue.path[0])] = t(`errors.${known}`, { max });
  }
  return Object.keys(fields).length === 0
    ? { state: 'refused', message: t('errors.form') }
    : { state: 'refused', fields };
}
