import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { accountByEmail } from '../../db/accounts';
import { loadActor } from '../../db/actors';
import { findDocumentBySymbol } from '../../db/documents';
import type { Actor } from '../../domain/policy/can';
import type { Outcome } from '../../domain/refusal';
import type { DocumentJson } from '../../domain/text/document-json';
import { makeDemoDatabase } from '../../scripts/support/demo-database';
import { PEOPLE, SYMBOLS } from '../../seeds';
import { readConfig } from '../../server/config';
import { createImportService } from '../../server/import-service';
import { createLedgerService } from '../../server/ledger-service';
import { offlineRuntime } from '../../server/offline-runtime';
import { openDatabase } from '../../server/open-database';
import { createPaperService } from '../../server/paper-service';
import { createRedlineService } from '../../server/redline-service';
import type { Runtime } from '../../server/runtime';
import { createTextService } from '../../server/text-service';
import { createDocument } from '../../server/use-cases/create-document';
import { createWordService } from '../../server/word-service';
import { benchCases } from '../redline/cases';

/** The demo with one more document, of 60,000 words, and somebody who may do everything to it. */
export interface LongDocument {
  readonly runtime: Runtime;
  readonly secretariat: Actor;
  readonly chair: Actor;
  readonly documentId: string;
  /** Two wordings of it, some 300 edits apart. */
  readonly texts: readonly [DocumentJson, DocumentJson];
  close(): Promise<void>;
}

/** Builds it on a database of its own, deleted by `close`, with the worker threads that a server has. */
export async function makeLongDocument(): Promise<LongDocument> {
  const directory = mkdtempSync(path.join(tmpdir(), 'mufakat-isolation-'));
  const read = readConfig(
    { NODE_ENV: 'test', MUFAKAT_DATA_DIR: directory, MUFAKAT_ALLOW_DEMO: '1' },
    'production',
  );
  if (!read.ok) throw new Error(`makeLongDocument: ${read.problems.join('; ')}`);
  await makeDemoDatabase(read.config, () => undefined);
  const opened = openDatabase(read.config);
  const redline = createRedlineService();
  const texts = createTextService();
  const ledger = createLedgerService(opened.db);
  const imports = createImportService();
  const papers = createPaperService();
  const word = createWordService();
  const workers = { redline, texts, ledger, imports, papers, word };
  const runtime: Runtime = { ...offlineRuntime(opened, read.config), ...workers };
  const actorOf = (email: string): Actor => {
    const account = accountByEmail(opened.db, email);
    const actor = account == null ? null : loadActor(opened.db, account.id, null, runtime.clock.now());
    if (actor === null) throw new Error(`makeLongDocument: nobody has the address ${email}`);
    return actor;
  };
  const secretariat = actorOf(PEOPLE.secretariat.email);
  const statement = findDocumentBySymbol(opened.db, SYMBOLS.statement);
  const bench = benchCases(null)
    .find(({ name }) => name === 'ordinary-ids')
    ?.make();
  if (statement === null || bench === undefined)
    throw new Error('makeLongDocument: the demo has no statement');
  const { bodyId, meetingId, agendaItemId } = statement;
  const made = accepted(
    await createDocument(runtime, secretariat, {
      bodyId,
      meetingId,
      agendaItemId,
      kind: 'statement',
      title: 'A text of 60,000 words',
      text: bench.old,
    }),
  );
  return {
    runtime,
    secretariat,
    chair: actorOf(PEOPLE.chair.email),
    documentId: made.documentId,
    texts: [bench.old, bench.new],
    close: async () => {
      await Promise.all(Object.values(workers).map((service) => service.stop()));
      opened.close();
      rmSync(directory, { recursive: true, force: true });
    },
  };
}

export function accepted<T>(outcome: Outcome<T>): T {
  if (!outcome.ok) throw new Error(`refused by ${outcome.rule}: ${JSON.stringify(outcome.detail ?? {})}`);
  return outcome.value;
}
