import { savePendingSheet } from '../../db/sheets';
import type { Actor } from '../../domain/policy/can';
import { accept, type Outcome } from '../../domain/refusal';
import { type SheetLanguage, type SheetProgress, targetOf } from '../../domain/sheets/facts';
import { newId } from '../ids';
import type { Runtime } from '../runtime';
import { shortFileName } from './file-name';
import { importFacts, type SheetTarget } from './sheet-facts';

export interface CheckSheetInput {
  readonly target: SheetTarget;
  readonly locale: SheetLanguage;
  readonly fileName: string;
  readonly bytes: Uint8Array;
}

const WAITS_MS = 24 * 60 * 60 * 1000;

/**
 * Reads a file that somebody brings, tries its rows on what stands, and keeps what was found until they have decided
 * (XL22). Nothing of the plan or the return changes.
 */
export async function checkSheet(
  runtime: Runtime,
  actor: Actor,
  input: CheckSheetInput,
  tell: (progress: SheetProgress) => void = () => {},
): Promise<Outcome<{ readonly id: string }>> {
  const { target, locale } = input;
  const facts = importFacts(runtime.db, actor, { target, locale, at: runtime.clock.now() });
  if (!facts.ok) return facts;
  const run = await runtime.sheets.check(input.bytes, facts.value, tell);
  if (!run.ok) return run;
  const at = runtime.clock.now();
  const id = newId('xls');
  savePendingSheet(runtime.db, {
    id,
    userId: actor.userId,
    target: targetOf(facts.value),
    fileName: shortFileName(input.fileName),
    findings: run.value,
    at,
    expiresAt: new Date(Date.parse(at) + WAITS_MS).toISOString(),
  });
  return accept({ id });
}
