import type { Db } from '../../db/client';
import { findReturn, findRound } from '../../db/rounds';
import { decideReturn } from '../../domain/monitoring/returns';
import type { Actor } from '../../domain/policy/can';
import { accept, type Outcome } from '../../domain/refusal';
import { type SheetFacts, type SheetRun, targetOf } from '../../domain/sheets/facts';
import type { Runtime } from '../runtime';
import { importFacts, importHead, type SheetAsk, type SheetHead } from '../use-cases/sheet-facts';
import { waitingFor, waitingSheet } from '../use-cases/waiting-sheet';

/** A file that waits for its person's decision. */
export interface WaitingFile {
  readonly id: string;
  readonly fileName: string;
  readonly at: string;
  readonly expiresAt: string;
  readonly run: SheetRun;
}

export interface SheetPage {
  readonly facts: SheetHead;
  /** The return that the file is of; null for files of plans. */
  readonly place: ReturnPlace | null;
  readonly waiting: WaitingFile | null;
}

export interface ReturnPlace {
  readonly roundId: string;
  readonly country: string;
  /** Whether it can be filled in now. */
  readonly isOpen: boolean;
}

type Ask = Omit<SheetAsk, 'at'>;

/** The import of a file by this person: what it is for, and the file that waits, if any. */
export function getSheetImport(runtime: Runtime, actor: Actor, input: Ask): Outcome<SheetPage> {
  const ask = { ...input, at: runtime.clock.now() };
  const facts = importHead(runtime.db, actor, ask);
  if (!facts.ok) return facts;
  const place = input.target.kind === 'return' ? placeOf(runtime.db, input.target.id, ask.at) : null;
  const found = waitingFor(runtime.db, actor, targetOf(facts.value), ask);
  if (!found.ok) return accept({ facts: facts.value, place, waiting: null });
  const { id, fileName, at, expiresAt } = found.value.pending;
  return accept({
    facts: facts.value,
    place,
    waiting: { id, fileName, at, expiresAt, run: found.value.run },
  });
}

function placeOf(db: Db, returnId: string, now: string): ReturnPlace | null {
  const standing = findReturn(db, returnId);
  const round = standing === null ? null : findRound(db, standing.roundId);
  if (standing === null || round === null) return null;
  const isOpen = now >= round.opensAt && decideReturn(standing.state, 'fill').ok;
  return { roundId: round.id, country: standing.country, isOpen };
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
  if (facts.kind === 'return') return `return-${facts.country}-${facts.period}`;
  return facts.kind === 'indicators' ? 'indicators' : 'matrix';
}
