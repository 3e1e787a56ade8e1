import { atomic } from '../../db/atomic';
import { savePendingImport } from '../../db/imports';
import type { Actor } from '../../domain/policy/can';
import { accept, type Outcome } from '../../domain/refusal';
import { newId } from '../ids';
import type { Runtime } from '../runtime';
import { shortFileName } from './file-name';
import { permittedDocument } from './permitted-document';
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
 * changes.
 */
export async function readImport(
  runtime: Runtime,
  actor: Actor,
  input: ReadImportInput,
): Promise<Outcome<{ readonly id: string }>> {
  const permitted = permittedDocument(runtime.db, actor, input.aim ?? 'importText', input.documentId);
  if (!permitted.ok) return permitted;
  const { houseStyle, language } = permitted.value;
  const fileName = shortFileName(input.fileName);
  const found = await runtime.imports.look({ name: fileName, bytes: input.bytes, houseStyle, language });
  if (!found.ok) return found;
  const at = runtime.clock.now();
  const id = newId('imp');
  const row = {
    id,
    documentId: input.documentId,
    userId: actor.userId,
    fileName,
    bytes: Buffer.from(input.bytes),
    findings: JSON.stringify(found.value.findings),
    left: '[]',
    at,
    expiresAt: new Date(Date.parse(at) + WAITS_MS).toISOString(),
  };
  atomic(runtime.db, (tx) => savePendingImport(tx, row, found.value.pages));
  return accept({ id });
}
