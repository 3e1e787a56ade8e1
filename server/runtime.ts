import type { Logger } from 'pino';
import type { Db } from '../db/client';
import type { Config } from './config';
import type {
  BundleService,
  Clock,
  EvidenceDesk,
  HistoryService,
  ImportService,
  LedgerService,
  LiveDocuments,
  MailService,
  PaperService,
  RedlineService,
  SheetService,
  Signer,
  StageService,
  TextService,
  WordService,
} from './ports';

/**
 * Everything with a life of its own, built once by server/main.ts. Next bundles its own copies of our modules,
 * so pages reach these objects through the global registry below and never by import (docs/architecture.md).
 */
export interface Runtime {
  readonly config: Config;
  readonly db: Db;
  readonly clock: Clock;
  readonly logger: Logger;
  readonly live: LiveDocuments;
  readonly redline: RedlineService;
  readonly texts: TextService;
  readonly ledger: LedgerService;
  readonly history: HistoryService;
  readonly papers: PaperService;
  readonly word: WordService;
  readonly imports: ImportService;
  readonly sheets: SheetService;
  readonly bundles: BundleService;
  readonly stages: StageService;
  readonly evidenceDesk: EvidenceDesk;
  readonly signer: Signer;
  /** Null where this installation sends no mail. */
  readonly mail: MailService | null;
}

const KEY = Symbol.for('mufakat.runtime');
type Registry = { [KEY]?: Runtime };

export function installRuntime(runtime: Runtime): void {
  (globalThis as Registry)[KEY] = runtime;
}

export function getRuntime(): Runtime {
  const runtime = (globalThis as Registry)[KEY];
  if (runtime === undefined) {
    throw new Error(
      'getRuntime: pages are served by server/main.ts (npm run demo, npm run dev or npm start), not by next alone',
    );
  }
  return runtime;
}
