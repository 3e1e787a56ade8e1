import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { eq } from 'drizzle-orm';
import { pino } from 'pino';
import { documents } from '../../../db/schema/documents';
import { apiTokens, userSessions } from '../../../db/schema/people';
import type { DocumentState } from '../../../domain/procedure/states';
import { schemaHash } from '../../../domain/text/schema';
import { BODY, createWorld, OTHER_BODY, PEOPLE, type Person, userIdOf, type World } from '../../tests/world';
import { mergedState } from '../../text/ydoc';
import { keepCheckpoint } from '../../use-cases/keep-checkpoint';
import { createSyncServer, type SyncOptions, type SyncServer } from '..';
import { LIMITS } from '../brake';
import type { SocketIdentity } from '../identity';

/** The typists of the fault tests delete as nobody does. */
export const WITHOUT_BRAKE = { brakeLimits: { ...LIMITS, freeLetters: Number.POSITIVE_INFINITY } };

export const ORIGIN = 'http://mufakat.test';
export const DOCUMENT = 'doc_statement';

/** A body with its people, a draft, and a sync server on a port of its own. */
export interface SyncWorld {
  readonly world: World;
  readonly sync: SyncServer;
  /** `ws://…/sync`, to which a y-websocket client adds the document. */
  readonly url: string;
  readonly address: string;
  addDocument(id: string, bodyId?: string): void;
  setState(state: DocumentState, documentId?: string): void;
  setPens(isDown: boolean): void;
  close(): Promise<void>;
}

export async function createSyncWorld(options: Partial<SyncOptions> = {}): Promise<SyncWorld> {
  const world = createWorld();
  furnishIdentities(world);
  const sync = createSyncServer({
    db: world.db,
    clock: world.clock,
    logger: pino({ level: process.env.SYNC_LOG ?? 'silent' }),
    identify: identifyByName,
    allowedOrigin: [ORIGIN],
    schemaHash: schemaHash(),
    keepCheckpoint,
    mergeLog: async (pieces) => mergedState(pieces),
    ...options,
  });
  const http = createServer((_request, response) => response.end());
  http.on('upgrade', sync.handleUpgrade);
  await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve));
  const address = `127.0.0.1:${(http.address() as AddressInfo).port}`;
  const addDocument = (id: string, bodyId = BODY) => insertDraft(world, id, bodyId);
  addDocument(DOCUMENT);
  addDocument('doc_other', OTHER_BODY);
  return {
    world,
    sync,
    url: `ws://${address}/sync`,
    address,
    addDocument,
    setState: (state, documentId = DOCUMENT) => {
      world.db.update(documents).set({ state }).where(eq(documents.id, documentId)).run();
    },
    setPens: (isDown) => {
      const pensDownAt = isDown ? world.clock.now() : null;
      world.db.update(documents).set({ pensDownAt }).where(eq(documents.id, DOCUMENT)).run();
    },
    close: async () => {
      await sync.live.stop();
      http.closeAllConnections();
      await new Promise((resolve) => http.close(resolve));
      world.close();
    },
  };
}

/** Everybody's token and session are named after them: `Bearer chair`, `Cookie: person=chair`. */
export async function identifyByName(request: IncomingMessage): Promise<SocketIdentity | null> {
  const bearer = /^Bearer (\w+)$/.exec(request.headers.authorization ?? '')?.[1];
  const cookie = /^person=(\w+)$/.exec(request.headers.cookie ?? '')?.[1];
  const person = bearer ?? cookie;
  if (person === undefined || !(person in PEOPLE)) return null;
  if (bearer !== undefined) return tokenIdentity(person as Person);
  return {
    userId: userIdOf(person as Person),
    sessionId: `session_${person}`,
    tokenId: null,
    via: 'cookie',
  };
}

/** Somebody who came with their bearer token. */
export function tokenIdentity(person: Person): SocketIdentity {
  return { userId: userIdOf(person), sessionId: null, tokenId: `token_${person}`, via: 'bearer' };
}

/** The small body with everybody's token and session, and a draft. */
export function furnishedWorld(): World {
  const world = createWorld();
  furnishIdentities(world);
  insertDraft(world, DOCUMENT, BODY);
  return world;
}

export function furnishIdentities({ db, clock }: World): void {
  const at = clock.now();
  for (const person of Object.keys(PEOPLE) as Person[]) {
    const userId = userIdOf(person);
    db.insert(apiTokens)
      .values({ id: `token_${person}`, userId, name: person, hash: person, createdAt: at })
      .run();
    db.insert(userSessions)
      .values({
        id: `session_${person}`,
        userId,
        via: 'password',
        createdAt: at,
        lastSeenAt: at,
        expiresAt: '2099-01-01T00:00:00.000Z',
      })
      .run();
  }
}

export function insertDraft({ db, clock }: World, id: string, bodyId: string): void {
  db.insert(documents)
    .values({
      id,
      bodyId,
      symbol: id,
      kind: 'statement',
      title: id,
      houseStyle: 'declaration',
      createdBy: userIdOf('secretariat'),
      createdAt: clock.now(),
    })
    .run();
}
