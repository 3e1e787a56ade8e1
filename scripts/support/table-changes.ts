import { accountByEmail } from '../../db/accounts';
import { loadActor } from '../../db/actors';
import { openDb } from '../../db/client';
import { findDocument } from '../../db/documents';
import { clauseAsText } from '../../domain/negotiation/amend';
import type { Actor } from '../../domain/policy/can';
import type { Outcome } from '../../domain/refusal';
import type { DocumentJson } from '../../domain/text/document-json';
import { PEOPLE, type PersonKey } from '../../seeds';
import { readConfig } from '../../server/config';
import { offlineRuntime } from '../../server/offline-runtime';
import type { Runtime } from '../../server/runtime';
import { beginProposal } from '../../server/use-cases/begin-proposal';
import { appendEdit } from '../../server/use-cases/edit-ahead';
import { readAhead } from '../../server/use-cases/standing-text';
import { tableProposal } from '../../server/use-cases/table-proposal';

export interface TabledChange {
  readonly by: PersonKey;
  readonly clauseId: string;
  /** Words of the clause, and those that shall stand in their place. */
  readonly from: string;
  readonly to: string;
  readonly rationale?: string;
}

/**
 * Tables proposals as delegations do, by the use-cases and past the pages: for tests that begin when the proposals are
 * on the table. Numbers follow the order of `changes`.
 */
export async function tableChanges(
  dataDir: string,
  documentId: string,
  changes: readonly TabledChange[],
): Promise<void> {
  const config = readConfig({ ...process.env, MUFAKAT_DATA_DIR: dataDir }, 'production');
  if (!config.ok) throw new Error(config.problems.join('\n'));
  const opened = openDb(config.config.databaseFile);
  try {
    const runtime = offlineRuntime(opened, config.config);
    for (const change of changes) await tableChange(runtime, documentId, change);
  } finally {
    opened.close();
  }
}

async function tableChange(runtime: Runtime, documentId: string, change: TabledChange): Promise<void> {
  const { clauseId, from, to, rationale } = change;
  const actor = actorOf(runtime, change.by);
  const place = { documentId, clauseId, kind: 'replace', otherClauseId: null } as const;
  const { proposalId } = value(
    await beginProposal(runtime, actor, { ...place, ...(rationale === undefined ? {} : { rationale }) }),
  );
  const standing = JSON.parse((await readAhead(runtime, documentId)).canonical) as DocumentJson;
  const clause = JSON.stringify(clauseAsText(standing, clauseId));
  if (!clause.includes(from)) throw new Error(`${clauseId} does not say “${from}”`);
  const bodyId = findDocument(runtime.db, documentId)?.bodyId ?? '';
  const room = { document: { id: proposalId, bodyId }, actor, at: runtime.clock.now() };
  appendEdit(runtime.db, room, clause.replace(from, to));
  value(await tableProposal(runtime, actor, { proposalId }));
}

function actorOf(runtime: Runtime, person: PersonKey): Actor {
  const account = accountByEmail(runtime.db, PEOPLE[person].email);
  const actor = account === null ? null : loadActor(runtime.db, account.id, null, runtime.clock.now());
  if (actor === null) throw new Error(`${person} has no account`);
  return actor;
}

function value<T>(outcome: Outcome<T>): T {
  if (!outcome.ok) throw new Error(`refused by ${outcome.rule} ${JSON.stringify(outcome.detail ?? {})}`);
  return outcome.value;
}
