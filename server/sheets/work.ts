import { accept, type Outcome, refuse } from '../../domain/refusal';
import type { DryRun } from '../../domain/sheets/dry-run';
import { type SheetFacts, type SheetProgress, type SheetRun, targetOf } from '../../domain/sheets/facts';
import type { ReportFacts } from '../../domain/sheets/reports';
import { tableOf } from '../../domain/sheets/table';
import { reportOf } from './exports';
import { kindOf } from './kinds';
import { checkTarget, readWorkbook } from './reading/read-workbook';
import { findingsOf, plainTableOf, templateOf } from './template';
import { findingNames } from './words';
import { csvOf } from './writing/write-csv';
import { writeWorkbook } from './writing/write-workbook';

export type SheetJob =
  | { readonly do: 'check'; readonly bytes: Uint8Array; readonly facts: SheetFacts }
  | { readonly do: 'template'; readonly facts: SheetFacts; readonly format: 'xlsx' | 'csv' }
  | {
      readonly do: 'findings';
      readonly facts: SheetFacts;
      readonly run: Pick<DryRun, 'table' | 'findings' | 'letters'>;
    }
  | { readonly do: 'report'; readonly facts: ReportFacts };

export type SheetAnswer = Outcome<string> | Uint8Array;

/** Does one job; for the worker, and at once where there is no server. */
export async function sheetWork(
  job: SheetJob,
  tell: (progress: SheetProgress) => void = () => {},
): Promise<SheetAnswer> {
  switch (job.do) {
    case 'check':
      return checkFile(job.bytes, job.facts, tell);
    case 'template':
      return job.format === 'csv'
        ? new TextEncoder().encode(csvOf(plainTableOf(job.facts)))
        : writeWorkbook(templateOf(job.facts));
    case 'findings':
      return writeWorkbook(findingsOf(job.facts, job.run));
    case 'report':
      return writeWorkbook(reportOf(job.facts));
    default:
      return job satisfies never;
  }
}

/** Reads a file and tries its rows; nothing is written. As it is kept: thousands of rows cross to the server as one string. */
function checkFile(
  bytes: Uint8Array,
  facts: SheetFacts,
  tell: (progress: SheetProgress) => void,
): Outcome<string> {
  const book = readWorkbook(bytes, (done, total) => tell({ stage: 'sheets', done, total }));
  if (!book.ok) return book;
  const isForThis = checkTarget(book.value, targetOf(facts));
  if (!isForThis.ok) return isForThis;
  const kind = kindOf(facts);
  const findings = { key: 'findings', names: findingNames(facts.locale), isTold: true };
  const table = tableOf(book.value.sheets, [...kind.columns, findings], kind.another);
  if (!table.ok) return table;
  if (table.value.rows.length === 0) return refuse('XL15');
  const run = kind.run(table.value, (done, total) => tell({ stage: 'rows', done, total }));
  return accept(JSON.stringify({ kind: facts.kind, ...run } as SheetRun));
}
