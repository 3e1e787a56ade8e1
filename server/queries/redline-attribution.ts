import { authorsOfRows } from '../../db/ledger';
import { listVersionHeads } from '../../db/versions';
import type { Redline } from '../../domain/redline/types';
import type { DocumentJson } from '../../domain/text/document-json';
import { layHands } from '../../domain/text/ledger/lay';
import type { Runtime } from '../runtime';
import { type Author, type AuthoredText, withAuthors } from '../text/redline-authors';
import type { VersionLine } from './version-line';

export interface ComparedText {
  readonly version: VersionLine;
  readonly text: DocumentJson;
}

/**
 * The redline with the delegations that wrote what was inserted and took away what was deleted, by the ledger of
 * the newer text's document. The first text of a successor is its predecessor's: its words are nobody's here. A
 * ledger that cannot be had costs the names and nothing else: it is logged.
 */
export async function attributed(
  runtime: Runtime,
  document: { readonly id: string; readonly predecessorId: string | null },
  from: ComparedText,
  to: ComparedText,
  redline: Redline,
): Promise<Redline> {
  if (redline.summary.identical || to.version.position === 0) return redline;
  try {
    const { written, removed } = await runtime.ledger.authorship(document.id, {
      from: olderPosition(runtime, document.id, from.version, to.version),
      to: to.version.position,
    });
    const authorOf = authorsBy(runtime, document, [
      ...written.map((run) => run.written),
      ...(removed ?? []).map((run) => run.removed),
    ]);
    const laid = (
      text: DocumentJson,
      runs: readonly { length: number; row: number }[],
    ): AuthoredText | null =>
      layHands(
        text,
        runs.map(({ length, row }) => ({ length, hand: { author: authorOf(row) } })),
      );
    return withAuthors(
      redline,
      laid(
        to.text,
        written.map(({ length, written: row }) => ({ length, row })),
      ),
      removed === null
        ? null
        : laid(
            from.text,
            removed.map(({ length, removed: row }) => ({ length, row })),
          ),
    );
  } catch (error) {
    runtime.logger.warn(
      { err: error, documentId: document.id },
      'a comparison goes without authors: the ledger could not be worked out',
    );
    return redline;
  }
}

/**
 * Where the older text stands in the log of the newer one's document: a text of the predecessor where the document
 * has a version with the same words. Null where it stands nowhere, or after the newer one.
 */
function olderPosition(
  runtime: Runtime,
  documentId: string,
  from: VersionLine,
  to: VersionLine,
): number | null {
  const own =
    from.documentId === documentId
      ? from
      : listVersionHeads(runtime.db, documentId).findLast(({ hash }) => hash === from.hash);
  return own !== undefined && own.position > 0 && own.position <= to.position ? own.position : null;
}

function authorsBy(
  runtime: Runtime,
  document: { readonly id: string; readonly predecessorId: string | null },
  rows: readonly number[],
): (row: number) => Author {
  const authors = authorsOfRows(runtime.db, document.id, [...new Set(rows)]);
  return (row) => {
    if (row === 1 && document.predecessorId !== null) return undefined;
    const author = authors.get(row);
    return author === undefined ? undefined : (author.country ?? '');
  };
}
