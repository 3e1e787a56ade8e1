import type { OpenedDb } from '../db/client';
import type { Config } from './config';
import { createEvidenceDesk } from './evidence-desk';
import { createHistoryService } from './history-service';
import { importsInLine } from './import-service';
import { createLedgerService } from './ledger-service';
import { createLogger } from './logger';
import { createPaperService } from './paper-service';
import type { BundleService, Clock, LiveDocuments, Signer } from './ports';
import { countChanges } from './redline-service';
import type { Runtime } from './runtime';
import { sheetsInLine } from './sheet-service';
import { createSigner } from './signer';
import { createStageService } from './stage-service';
import { attributedRedline } from './text/attributed-redline';
import { packRedline } from './text/packed-redline';
import { threeWayPage } from './text/three-way-page';
import { createTextService } from './text-service';
import { createWordService } from './word-service';

/**
 * A runtime without a server: for the command line, the seeds and tools. Nobody is in the rooms, redline, texts and
 * ledger run in line, and the signing key is touched only when something is signed.
 */
export function offlineRuntime(opened: OpenedDb, config: Config): Runtime {
  return {
    config,
    db: opened.db,
    clock: WALL_CLOCK,
    logger: createLogger('silent'),
    live: EMPTY_ROOMS,
    redline: {
      compare: async (job) => attributedRedline(job),
      pack: async (_key, gather) => packRedline(attributedRedline(await gather())),
      count: async (oldJson, newJson, options) => countChanges({ oldJson, newJson, options }),
      threeWay: async (a, b, wanted) => threeWayPage({ a, b, wanted }),
    },
    texts: createTextService({ inlineBytes: Infinity }),
    ledger: createLedgerService(opened.db, { inlineBytes: Infinity }),
    history: createHistoryService(opened.db, { inline: true }),
    papers: createPaperService(),
    bundles: NO_BUNDLES,
    word: createWordService(),
    imports: importsInLine(),
    sheets: sheetsInLine(),
    stages: createStageService(),
    evidenceDesk: createEvidenceDesk(WALL_CLOCK),
    signer: signerOnDemand(config.dataDir),
    mail: null,
  };
}

/** Bundles are made for pages. */
const NO_BUNDLES: BundleService = {
  start: () => null,
  state: () => null,
  cancel: () => {},
  file: () => null,
};

const WALL_CLOCK: Clock = { now: () => new Date().toISOString() };

const EMPTY_ROOMS: LiveDocuments = {
  reviewDocument: () => {},
  reviewUser: () => {},
  endSession: () => {},
  endToken: () => {},
  followLog: () => {},
  peopleIn: async () => new Map(),
  stop: async () => {},
};

function signerOnDemand(dataDir: string): Signer {
  let made: Signer | undefined;
  const signer = () => {
    made ??= createSigner(dataDir);
    return made;
  };
  return {
    get publicKey() {
      return signer().publicKey;
    },
    sign: (text) => signer().sign(text),
  };
}
