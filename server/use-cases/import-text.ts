import { atomic } from '../../db/atomic';
import { deletePendingImport, insertVersionComments, pendingImportBytes } from '../../db/imports';
import { lastPosition } from '../../db/update-log';
import { lastVersionHead, type VersionRow } from '../../db/versions';
import type { Actor } from '../../domain/policy/can';
import { accept, type Outcome, refuse } from '../../domain/refusal';
import type { DocumentJson } from '../../domain/text/document-json';
import type { LeftChanges } from '../../domain/text/review-choices';
import type { ChosenText } from '../ports';
import type { Runtime } from '../runtime';
import type { ImportKey } from './decide-import';
import { recordDocumentEvent } from './document-event';
import { appendEdit, editAhead } from './edit-ahead';
import { preparedText } from './prepared-text';
import { readAhead, standingText } from './standing-text';
import { countVersion, hasGrown, storeVersion } from './store-version';
import { findingsOf, leftChanges, waitingImport } from './waiting-import';

export interface ImportTextInput extends ImportKey {
  /** Which tracked changes of the file are taken: all, none, or all but those that its review leaves. */
  readonly take: 'all' | 'none' | 'reviewed';
  /** Whether the file's comments come along, for everybody who reads the text. */
  readonly comments: boolean;
}

/** The versions between which the import can be seen. */
export interface ImportedText {
  readonly from: number;
  readonly to: number;
}

/**
 * Makes the text of a document that of the waiting file, as one forward edit (IM19): the text as it stood is kept
 * first, everybody in the room sees the smallest change, and the file is deleted.
 */
export async function importText(
  runtime: Runtime,
  actor: Actor,
  input: ImportTextInput,
): Promise<Outcome<ImportedText>> {
  const found = waitingImport(runtime.db, actor, { ...input, now: runtime.clock.now() });
  if (!found.ok) return found;
  const { document, pending } = found.value;
  const all = findingsOf(pending).authorOf.length;
  const taken = takenChanges(all, input.take, leftChanges(pending));
  const bytes = pendingImportBytes(runtime.db, pending.id);
  if (bytes === null) return refuse('IM18');
  const ahead = await readAhead(runtime, document.id);
  const { houseStyle, language } = document;
  const file = { name: pending.fileName, bytes, houseStyle, language };
  const place = runtime.imports.enter(actor.userId);
  if (!place.ok) return place;
  const chosen = await runtime.imports.choose(file, taken, ahead.canonical).finally(place.value);
  if (!chosen.ok) return chosen;
  if (chosen.value.hash === ahead.hash) return refuse('IM20');
  const prepared = preparedText(JSON.parse(chosen.value.text) as DocumentJson);
  if (!prepared.ok) return prepared;
  const target = JSON.stringify(prepared.value);
  const editing = await editAhead(runtime, document.id, target);
  const at = runtime.clock.now();
  const imported = atomic(
    runtime.db,
    (tx): Outcome<{ from: number; before: VersionRow | null; version: VersionRow }> => {
      const still = waitingImport(tx, actor, { ...input, now: at });
      if (!still.ok) return still;
      const standing = standingText(tx, document.id, ahead);
      const before = hasGrown(tx, document.id)
        ? storeVersion(tx, document, { kind: 'checkpoint', takenBy: actor.userId, at }, standing)
        : null;
      const from = lastVersionHead(tx, document.id)?.number ?? 0;
      const edit = appendEdit(tx, { document, actor, at }, target, editing);
      if (edit === null) return refuse('IM20');
      const version = storeVersion(
        tx,
        document,
        { kind: 'imported', name: pending.fileName, takenBy: actor.userId, at },
        { ...edit.after, position: lastPosition(tx, document.id) },
      );
      if (input.comments) keepComments(tx, version, pending.fileName, chosen.value);
      recordDocumentEvent(tx, actor, document, at, {
        kind: 'document.imported',
        data: {
          number: version.number,
          fileName: pending.fileName,
          textHash: version.hash,
          changesTaken: taken.length,
          changesLeft: all - taken.length,
        },
      });
      deletePendingImport(tx, pending.id);
      return accept({ from, before, version });
    },
  );
  if (!imported.ok) return imported;
  runtime.live.followLog(document.id);
  const { from, before, version } = imported.value;
  if (before !== null) await countVersion(runtime, before, houseStyle);
  await countVersion(runtime, version, houseStyle);
  return accept({ from, to: version.number });
}

function takenChanges(all: number, take: ImportTextInput['take'], left: LeftChanges): number[] {
  if (take === 'none') return [];
  const numbers = Array.from({ length: all }, (_, number) => number);
  return take === 'all' ? numbers : numbers.filter((number) => !left.has(number));
}

function keepComments(
  tx: Parameters<typeof insertVersionComments>[0],
  version: VersionRow,
  fileName: string,
  { comments }: ChosenText,
): void {
  if (comments.length === 0) return;
  insertVersionComments(tx, { versionId: version.id, fileName, threads: JSON.stringify(comments) });
}
