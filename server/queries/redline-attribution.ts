import { authorsOfRows, soleWriterBetween } from '../../db/ledger';
import { listVersionHeads } from '../../db/versions';
import type { RedlineJob } from '../../domain/redline/job';
import type { Runtime } from '../runtime';
import type { Author } from '../text/redline-authors';
import type { VersionLine } from './version-line';

/**
 * Whose words two texts hold, as a comparison wants it: who wrote the newer text and who took away what of the older
 * one, by the ledger of the newer text's document. The first text of a successor is its predecessor's: its words are
 * nobody's here. A ledger that cannot be had costs the names and nothing else: it is logged.
 */
export async function authorsOfPair(
  runtime: Runtime,
  document: { readonly id: string; readonly predecessorId: string | null },
  from: VersionLine,
  to: VersionLine,
): Promise<Pick<RedlineJob, 'written' | 'removed' | 'touches' | 'sole' | 'lacksNames'>> {
  if (from.hash === to.hash || to.position === 0) return {};
  try {
    const older = olderPosition(runtime, document.id, from, to);
    const { written, removed, touches } = await runtime.ledger.authorship(document.id, {
      from: older,
      to: to.position,
    });
    const sole = older === null ? undefined : soleWriterBetween(runtime.db, document.id, older, to.position);
    const authorOf = authorsBy(runtime, document, [
      ...written.map((run) => run.written),
      ...(removed ?? []).map((run) => run.removed),
    ]);
    return {
      written: written.map((run) => [run.length, authorOf(run.written)]),
      ...(sole !== undefined ? { sole } : touches === null ? {} : { touches }),
      ...(removed === null ? {} : { removed: removed.map((run) => [run.length, authorOf(run.removed)]) }),
    };
  } catch (error) {
    runtime.logger.warn(
      { err: error, documentId: document.id },
      'a comparison goes without authors: the ledger could not be worked out',
    );
    return { lacksNames: true };
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
