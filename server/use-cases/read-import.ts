import { atomic } from '../../db/atomic';
import { savePendingImport } from '../../db/imports';
import type { Actor } from '../../domain/policy/can';
import { accept, type Outcome } from '../../domain/refusal';
import { newId } from '../ids';
import type { Runtime } from '../runtime';
import { shortFileName } from './file-name';
import { permittedDocument } from './permitted-document';
import { readAhead } from './standing-text';
import type { ImportAim } from './waiting-import';

export interface ReadImportInput {
  readonly documentId: string;
  readonly fileName: string;
  readonly bytes: Uint8Array;
  readonly aim?: ImportAim;
}

const WAITS_MS = 24 * 60 * 60 * 1000;

/**
 * Reads a file that somebody wants in a document and keeps it until they have decided (IM18). Nothing of the document
 * changes. A file that is refused takes the place of none that waits.
 */
export async function readImport(
  runtime: Runtime,
  actor: Actor,
  input: ReadImportInput,
): Promise<Outcome<{ readonly id: string }>> {
  const { documentId, aim = 'importText' } = input;
  const permitted = permittedDocument(runtime.db, actor, aim, documentId);
  if (!permitted.ok) return permitted;
  const { houseStyle, language } = permitted.value;
  const fileName = shortFileName(input.fileName);
  const file = { name: fileName, bytes: input.bytes, houseStyle, language };
  if (aim === 'propose') {
    const standing = await readAhead(runtime, documentId);
    const asked = await runtime.imports.propose(file, standing.canonical);
    if (!asked.ok) return asked;
  }
  const found = await runtime.imports.look(file);
  if (!found.ok) return found;
  const at = runtime.clock.now();
  const id = newId('imp');
  const row = {
    id,
    documentId,
    userId: actor.userId,
    aim,
    fileName,
    bytes: Buffer.from(input.bytes),
    findings: JSON.stringify(found.value.findings),
    left: '[]',
    at,
    expiresAt: new Date(Date.parse(at) + WAITS_MS).toISOString(),
  };
  // Proposals are made of all changes together: nobody reviews them one by one.
  const pages = aim === 'propose' ? [] : found.value.pages;
  atomic(runtime.db, (tx) => savePendingImport(tx, row, pages));
  return accept({ id });
}
