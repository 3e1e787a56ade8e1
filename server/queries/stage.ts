import { loadActor } from '../../db/actors';
import { identityHolds } from '../../db/socket-identities';
import type { StageNews } from '../../domain/negotiation/stage';
import type { Actor } from '../../domain/policy/can';
import { accept, type Outcome, refuse } from '../../domain/refusal';
import type { Runtime } from '../runtime';
import { permittedDocument } from '../use-cases/permitted-document';

export interface Following {
  /** False once the person may not read the text any more: end the stream. */
  mayGoOn(): boolean;
  stop(): void;
}

/**
 * Follows what the room of a document looks at. Rights are asked again before every word of it. Refused: PO1, and PO6
 * where the person follows on too many screens.
 */
export function followStage(
  runtime: Runtime,
  actor: Actor,
  documentId: string,
  listener: (news: StageNews) => void,
): Outcome<Following> {
  const document = permittedDocument(runtime.db, actor, 'read', documentId);
  if (!document.ok) return document;
  const mayGoOn = () => stillMayRead(runtime, actor, documentId);
  const stop = runtime.stages.watch(documentId, actor.userId, (news) => {
    if (mayGoOn()) listener(news);
  });
  return stop === null ? refuse('PO6') : accept({ mayGoOn, stop });
}

function stillMayRead({ db, clock }: Runtime, { userId, sessionId }: Actor, documentId: string): boolean {
  const at = clock.now();
  const actor = loadActor(db, userId, sessionId, at);
  return (
    actor !== null &&
    identityHolds(db, { userId, sessionId, tokenId: null }, at) &&
    permittedDocument(db, actor, 'read', documentId).ok
  );
}
