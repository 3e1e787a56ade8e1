import type { Actor } from '../../domain/policy/can';
import { accept, type Outcome } from '../../domain/refusal';
import type { SheetFacts, SheetRun } from '../../domain/sheets/facts';
import type { Runtime } from '../runtime';
import { importFacts, type SheetAsk } from '../use-cases/sheet-facts';
import { waitingSheet } from '../use-cases/waiting-sheet';

/** A file that waits for its person's decision. */
export interface WaitingFile {
  readonly id: string;
  readonly fileName: string;
  readonly at: string;
  readonly expiresAt: string;
  readonly run: SheetRun;
}

export interface SheetPage {
  readonly facts: SheetFacts;
  readonly waiting: WaitingFile | null;
}

type Ask = Omit<SheetAsk, 'at'>;

/** The import of a file by this person: what it is for, and the file that waits, if any. */
export function getSheetImport(runtime: Runtime, actor: Actor, input: Ask): Outcome<SheetPage> {
  const ask = { ...input, at: runtime.clock.now() };
  const facts = importFacts(runtime.db, actor, ask);
  if (!facts.ok) return facts;
  const found = waitingSheet(runtime.db, actor, ask);
  if (!found.ok) return accept({ facts: facts.value, waiting: null });
  const { id, fileName, at, expiresAt } = found.value.pending;
  return accept({ facts: facts.value, waiting: { id, fileName, at, expiresAt, run: found.value.run } });
}

/** The file that waits, as it came, with what is wrong in it. */
export async function getSheetFindings(
  runtime: Runtime,
  actor: Actor,
  input: Ask,
): Promise<Outcome<{ readonly fileName: string; readonly bytes: Uint8Array }>> {
  const found = waitingSheet(runtime.db, actor, { ...input, at: runtime.clock.now() });
  if (!found.ok) return found;
  const { facts, run, pending } = found.value;
  const { table, findings, letters } = run;
  return accept({
    fileName: pending.fileName.replace(/(\.(xlsx|csv|txt))?$/i, '-findings.xlsx'),
    bytes: await runtime.sheets.findings(facts, { table, findings, letters }),
  });
}

/** The file that goes out to be filled in: rows as they stand. */
export async function getSheetFile(
  runtime: Runtime,
  actor: Actor,
  input: Ask & { readonly format: 'xlsx' | 'csv' },
): Promise<Outcome<{ readonly fileName: string; readonly bytes: Uint8Array }>> {
  const { format, ...ask } = input;
  const facts = importFacts(runtime.db, actor, { ...ask, at: runtime.clock.now() });
  if (!facts.ok) return facts;
  return accept({
    fileName: `${fileStem(facts.value)}.${format}`,
    bytes: await runtime.sheets.template(facts.value, format),
  });
}

function fileStem(facts: SheetFacts): string {
  return facts.kind === 'return' ? `return-${facts.country}-${facts.period}` : 'matrix';
}
