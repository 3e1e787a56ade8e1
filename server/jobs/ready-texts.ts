import { findDocument } from '../../db/documents';
import { proposalHeadsOn } from '../../db/proposals';
import { mostTabledOn } from '../../db/tabled-proposals';
import { isFinal } from '../../domain/procedure/states';
import type { Runtime } from '../runtime';
import { withSponsors, withWords } from '../use-cases/compiled-proposals';
import { readAhead } from '../use-cases/standing-text';

/** Texts that are made ready: as many as a body has on its tables at a time. */
const MOST = 4;

/**
 * Has the workers read and compile the texts on which most proposals lie, so that whoever asks first after a start does
 * not wait for it: the worker remembers each clause with its proposals. Derived, so a failure costs nothing but time.
 * Returns how many were made ready.
 */
export async function readyTexts(runtime: Runtime, isStopped: () => boolean = () => false): Promise<number> {
  const { db, texts } = runtime;
  let ready = 0;
  for (const documentId of mostTabledOn(db, MOST)) {
    const document = findDocument(db, documentId);
    if (document === null || isFinal(document.state)) continue;
    const { canonical } = await readAhead(runtime, documentId);
    await texts.index(canonical, document.houseStyle);
    if (isStopped()) return ready;
    // In the order in which pages ask for them.
    const heads = proposalHeadsOn(db, documentId).sort((a, b) => (a.number ?? 0) - (b.number ?? 0));
    await texts.compile(canonical, withWords(db, withSponsors(db, heads)));
    if (isStopped()) return ready;
    ready += 1;
  }
  return ready;
}

/** Once, at the start of the server; returns the function that stops it. */
export function startReadyTexts(runtime: Runtime): () => void {
  let isStopped = false;
  readyTexts(runtime, () => isStopped).catch((error: unknown) => {
    if (!isStopped)
      runtime.logger.warn({ err: error }, 'texts could not be made ready ahead of the first ask');
  });
  return () => {
    isStopped = true;
  };
}
