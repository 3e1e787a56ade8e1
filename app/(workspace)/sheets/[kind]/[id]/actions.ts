'use server';

import { revalidatePath } from 'next/cache';
import { redirect } from 'next/navigation';
import { refusalText } from '@/app/_lib/refusal';
import { sheetTarget } from '@/app/_lib/sheet-target';
import { requireViewer } from '@/app/_lib/viewer';
import type { SheetFile } from '@/components/sheets/acts';
import { type Outcome, refuse } from '@/domain/refusal';
import type { Locale } from '@/messages/locale';
import { getRuntime } from '@/server/runtime';
import { dropSheet, importSheet, type SheetAct } from '@/server/use-cases/import-sheet';

/** Imports all of a file; on success the person is told how much that was. */
export async function importSheetAction(file: SheetFile): Promise<string | null> {
  const { actor, locale } = await requireViewer();
  const input = inputOf(file, locale);
  const imported = input.ok ? await importSheet(getRuntime(), actor, input.value) : input;
  if (!imported.ok) return refusalText(imported, locale);
  revalidatePath('/', 'layout');
  redirect(`/sheets/${file.kind}/${file.target}?written=${imported.value.rows}`);
}

export async function dropSheetAction(file: SheetFile): Promise<string | null> {
  const { actor, locale } = await requireViewer();
  const input = inputOf(file, locale);
  const dropped = input.ok ? dropSheet(getRuntime(), actor, input.value) : input;
  return dropped.ok ? null : refusalText(dropped, locale);
}

/** What a browser sends as arguments may be anything. */
function inputOf(file: SheetFile, locale: Locale): Outcome<SheetAct> {
  const target = sheetTarget({ kind: String(file?.kind), id: String(file?.target) });
  return target === null ? refuse('PO1') : { ok: true, value: { target, locale, id: String(file?.id) } };
}
