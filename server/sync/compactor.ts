import type { Logger } from 'pino';
import type { Db } from '../../db/client';
import { findCompacted, saveCompacted } from '../../db/compacted-states';
import { readLogSince } from '../../db/update-log';
import type { MergeLog } from '../ports';

export interface CompactorParts {
  readonly db: Db;
  readonly logger: Logger;
  /** Merges the pieces of a log elsewhere: through a Y.Doc that takes too long here. */
  readonly mergeLog: MergeLog;
  /** Told when a document has a new compacted state. */
  readonly onSaved: (documentId: string, throughPosition: number) => void;
}

/** How long a stop may wait for compaction. */
const LAST_WORK_MS = 2000;

/**
 * Compacts the logs of documents, one after the other (SY15): reading the rows and storing the result are quick and
 * happen here, merging them does not. The log stays whole; a compacted state only spares the next opening from
 * reading it all, so failing to make one is no loss.
 */
export class Compactor {
  private readonly waiting = new Set<string>();
  private isBusy = false;
  private isStopped = false;

  constructor(private readonly parts: CompactorParts) {}

  /** Has the document compacted soon, by what its log holds then. */
  ask(documentId: string): void {
    if (this.isStopped) return;
    this.waiting.add(documentId);
    if (!this.isBusy) void this.work();
  }

  /** Ends when everything asked for is done, or after a moment: then what is left is left. */
  async stop(): Promise<void> {
    const until = Date.now() + LAST_WORK_MS;
    while (this.isBusy && Date.now() < until) await new Promise((resolve) => setTimeout(resolve, 10));
    this.isStopped = true;
    this.waiting.clear();
  }

  private async work(): Promise<void> {
    this.isBusy = true;
    for (const documentId of this.waiting) {
      this.waiting.delete(documentId);
      try {
        await this.compact(documentId);
      } catch (error) {
        if (!this.isStopped) this.parts.logger.warn({ err: error, documentId }, 'compaction failed');
      }
    }
    this.isBusy = false;
  }

  private async compact(documentId: string): Promise<void> {
    const { db, mergeLog, onSaved } = this.parts;
    const compacted = findCompacted(db, documentId);
    const { position, updates } = readLogSince(db, documentId, compacted?.throughPosition ?? 0);
    if (updates.length === 0) return;
    const merged = await mergeLog(compacted === null ? updates : [compacted.bytes, ...updates]);
    if (this.isStopped) return;
    saveCompacted(db, documentId, { throughPosition: position, ...merged });
    onSaved(documentId, position);
  }
}
