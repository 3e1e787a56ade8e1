import { mkdirSync } from 'node:fs';
import { accountByEmail } from '../../db/accounts';
import { loadActor } from '../../db/actors';
import { atomic } from '../../db/atomic';
import { insertComment, insertThread } from '../../db/comments';
import { findDocumentBySymbol } from '../../db/documents';
import { insertPosition } from '../../db/positions';
import { lastPosition } from '../../db/update-log';
import type { Role } from '../../domain/body/grants';
import { clauseIndex } from '../../domain/negotiation/clause-index';
import type { Actor } from '../../domain/policy/can';
import type { Outcome } from '../../domain/refusal';
import { clausesOf, clauseText } from '../../domain/text/clauses';
import type { DocumentJson } from '../../domain/text/document-json';
import { makeDemoDatabase } from '../../scripts/support/demo-database';
import { PEOPLE, type PersonKey, SYMBOLS } from '../../seeds';
import { type Config, readConfig } from '../../server/config';
import { newId } from '../../server/ids';
import { offlineRuntime } from '../../server/offline-runtime';
import { openDatabase } from '../../server/open-database';
import type { Runtime } from '../../server/runtime';
import { createDocument } from '../../server/use-cases/create-document';
import { issueRevision } from '../../server/use-cases/issue-revision';
import { moveState } from '../../server/use-cases/move-state';
import { readAhead } from '../../server/use-cases/standing-text';
import { writeText } from '../../server/use-cases/write-text';
import { tableProposals } from './proposals';
import { DELEGATIONS, type Size } from './size';
import { communique } from './text';

const STANCES = ['canAccept', 'canAccept', 'canAcceptAdRef', 'reserves', 'objects', 'proposes'] as const;

/** Who sits for a delegation; Timor-Leste of the demo has no head yet. */
const SITTING: readonly Role[] = ['headOfDelegation', 'focalPoint', 'delegate'];

/** Makes the demo in `directory` with one more text, under negotiation, of this size. Answers the id of the text. */
export async function layTable(
  directory: string,
  size: Size,
): Promise<{ config: Config; documentId: string }> {
  mkdirSync(directory, { recursive: true });
  const read = readConfig(
    { NODE_ENV: 'test', MUFAKAT_DATA_DIR: directory, MUFAKAT_ALLOW_DEMO: '1' },
    'production',
  );
  if (!read.ok) throw new Error(`layTable: ${read.problems.join('; ')}`);
  await makeDemoDatabase(read.config, () => undefined);
  const opened = openDatabase(read.config);
  try {
    const runtime = offlineRuntime(opened, read.config);
    const documentId = await writeRevisions(runtime, size);
    // On a server the ledger comes on with every revision, while nobody waits.
    await runtime.ledger.authorship(documentId, { from: null, to: lastPosition(runtime.db, documentId) });
    await saySomething(runtime, documentId, size);
    return { config: read.config, documentId };
  } finally {
    opened.close();
  }
}

export function personOf(runtime: Runtime, person: PersonKey): Actor {
  const account = accountByEmail(runtime.db, PEOPLE[person].email);
  const actor = account == null ? null : loadActor(runtime.db, account.id, null, runtime.clock.now());
  if (actor === null) throw new Error(`personOf: the demo has no ${person}`);
  return actor;
}

/** The text and its revisions, through the use-cases. */
async function writeRevisions(runtime: Runtime, size: Size): Promise<string> {
  const secretariat = personOf(runtime, 'secretariat');
  const statement = findDocumentBySymbol(runtime.db, SYMBOLS.statement);
  if (statement === null) throw new Error('layTable: the demo has no statement');
  const { bodyId, meetingId, agendaItemId } = statement;
  const { documentId } = accepted(
    await createDocument(runtime, secretariat, {
      ...{ bodyId, meetingId, agendaItemId },
      kind: 'statement',
      title: 'Joint Communiqué',
      text: communique(size, 0),
    }),
  );
  accepted(await moveState(runtime, secretariat, { documentId, step: 'openNegotiation' }));
  for (let edition = 1; edition <= size.revisions; edition += 1) {
    accepted(await writeText(runtime, secretariat, { documentId, text: communique(size, edition) }));
    accepted(await issueRevision(runtime, secretariat, { documentId, comment: `Edition ${edition}` }));
  }
  return documentId;
}

/** What delegations say about it, through the repositories, in one transaction of each kind (see `tableProposals`). */
async function saySomething(runtime: Runtime, documentId: string, size: Size): Promise<void> {
  const { canonical, position } = await readAhead(runtime, documentId);
  const text = JSON.parse(canonical) as DocumentJson;
  const at = runtime.clock.now();
  const heads = new Map(DELEGATIONS.map((code) => [code as string, sitterOf(runtime, code).userId]));
  tableProposals(runtime.db, size, { documentId, text, position, at, heads });
  atomic(runtime.db, (tx) => {
    clauseIndex(text, 'declaration').forEach(({ id, hash }, clause) => {
      DELEGATIONS.forEach((country, seat) => {
        const stance = STANCES[(clause * 5 + seat * 3) % STANCES.length] ?? 'canAccept';
        const word = { stance, ring: 'tabled', note: '', by: heads.get(country) ?? '', at } as const;
        insertPosition(tx, { id: newId('pos'), documentId, clauseId: id, country, hash, ...word });
      });
    });
  });
  const clauses = clausesOf(text);
  atomic(runtime.db, (tx) => {
    for (let index = 0; index < size.threads; index += 1) {
      const clause = clauses[(index * 7) % clauses.length];
      const country = DELEGATIONS[index % DELEGATIONS.length] ?? 'TH';
      const by = heads.get(country) ?? '';
      if (clause === undefined) continue;
      const words = clauseText(clause);
      const [fromOffset, toOffset] = [10, 45];
      const id = newId('thr');
      insertThread(tx, {
        ...{ id, documentId, clauseId: clause.id ?? '', fromOffset, toOffset, clauseText: words },
        quote: words.slice(fromOffset, toOffset),
        ...{ ring: 'tabled', country: null, openedBy: by, at, resolvedAt: null, resolvedBy: null },
      });
      for (const said of ['Could this be made clearer?', 'We would rather keep it as it is.']) {
        insertComment(
          tx,
          { id: newId('cmt'), threadId: id, words: said, by, country, at, takenBackAt: null },
          [],
        );
      }
    }
  });
}

function sitterOf(runtime: Runtime, code: string): Actor {
  const person = (Object.keys(PEOPLE) as PersonKey[]).find((key) =>
    PEOPLE[key].appointments.some(({ role, country }) => country === code && SITTING.includes(role)),
  );
  if (person === undefined) throw new Error(`layTable: nobody sits for ${code}`);
  return personOf(runtime, person);
}

export function accepted<T>(outcome: Outcome<T>): T {
  if (!outcome.ok) throw new Error(`refused by ${outcome.rule}: ${JSON.stringify(outcome.detail ?? {})}`);
  return outcome.value;
}
