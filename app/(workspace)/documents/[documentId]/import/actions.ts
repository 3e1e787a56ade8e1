'use server';

import { revalidatePath } from 'next/cache';
import { redirect } from 'next/navigation';
import { refusalText } from '@/app/_lib/refusal';
import { requireViewer } from '@/app/_lib/viewer';
import { compareHref } from '@/components/compare/choice';
import type { Outcome } from '@/domain/refusal';
import { getRuntime } from '@/server/runtime';
import { decideImport, dropImport, type ImportKey } from '@/server/use-cases/decide-import';
import { type ImportTextInput, importText } from '@/server/use-cases/import-text';

/** What went wrong, in words; null where it went well. */
export type ImportProblem = string | null;

const TAKES: readonly ImportTextInput['take'][] = ['all', 'none', 'reviewed'];

/** Keeps which tracked changes shall be left. */
export async function keepDecisions(key: ImportKey, left: readonly number[]): Promise<ImportProblem> {
  const { actor, locale } = await requireViewer();
  const kept = decideImport(getRuntime(), actor, { ...keyOf(key), left: numbersOf(left) });
  return kept.ok ? null : refusalText(kept, locale);
}

/** Imports; on success the person is taken to the comparison. */
export async function importFile(
  key: ImportKey,
  take: ImportTextInput['take'],
  left: readonly number[] | null,
  comments: boolean,
): Promise<ImportProblem> {
  const { actor, locale } = await requireViewer();
  const runtime = getRuntime();
  const { documentId, id } = keyOf(key);
  const how = TAKES.find((known) => known === take) ?? 'all';
  const outcome: Outcome<{ from: number; to: number }> = await (async () => {
    const kept =
      left === null ? null : decideImport(runtime, actor, { documentId, id, left: numbersOf(left) });
    const input = { documentId, id, take: how, comments: comments === true };
    return kept?.ok === false ? kept : importText(runtime, actor, input);
  })();
  if (!outcome.ok) return refusalText(outcome, locale);
  revalidatePath(`/documents/${documentId}`, 'layout');
  redirect(compareHref(documentId, { ...outcome.value, view: 'inline', fromDocument: null }));
}

export async function dropFile(key: ImportKey): Promise<ImportProblem> {
  const { actor, locale } = await requireViewer();
  const dropped = dropImport(getRuntime(), actor, keyOf(key));
  if (!dropped.ok) return refusalText(dropped, locale);
  revalidatePath(`/documents/${keyOf(key).documentId}/import`);
  return null;
}

/** What a browser sends as arguments may be anything. */
function keyOf(key: ImportKey): ImportKey {
  return { documentId: String(key?.documentId), id: String(key?.id) };
}

function numbersOf(left: readonly number[]): number[] {
  return Array.isArray(left) ? left.slice(0, 500_000).filter((number) => Number.isSafeInteger(number)) : [];
}
