import type { IncomingMessage, ServerResponse } from 'node:http';
import { performance } from 'node:perf_hooks';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Logger } from 'pino';
import type { OpenedDb } from '../db/client';
import { ensureSetupLink } from './auth/setup-link';
import { createBundleService } from './bundle-service';
import { type Config, forgetSecrets, readConfig } from './config';
import { StartupError, secretOfDataDir, takeDataDir } from './data-dir';
import { createEvidenceDesk } from './evidence-desk';
import { giveWay } from './give-way';
import { Guests } from './guests';
import { createHistoryService } from './history-service';
import { createHttpServer, createRelay } from './http';
import { newSecret } from './ids';
import { createImportService } from './import-service';
import { startActionReminders } from './jobs/action-reminders';
import { startBrainstorms } from './jobs/brainstorms';
import { startCheckpoints } from './jobs/checkpoints';
import { startCorrigenda } from './jobs/corrigenda';
import { startExpiredImports } from './jobs/expired-imports';
import { startOutbox } from './jobs/outbox';
import { startReadyTexts } from './jobs/ready-texts';
import { startRounds } from './jobs/rounds';
import { startSearchIndex } from './jobs/search-index';
import { startSilences } from './jobs/silence';
import { createLedgerService } from './ledger-service';
import { startLogUpkeep } from './log-upkeep';
import { createLogger } from './logger';
import { createSmtpMail } from './mail/smtp';
import { createMonitor } from './monitor';
import { openDatabase } from './open-database';
import { createPaperService } from './paper-service';
import { createReadiness } from './readiness';
import { createRedlineService } from './redline-service';
import { installRuntime, type Runtime } from './runtime';
import { createSheetService } from './sheet-service';
import { createSigner } from './signer';
import { createStageService } from './stage-service';
import { type SyncProcess, startSyncProcess } from './sync-process/sync-process';
import { systemClock } from './system-clock';
import { createTextService } from './text-service';
import { createWordService } from './word-service';

export interface RunningServer {
  readonly stop: () => Promise<void>;
  /** Resolves when a part has ended without which nobody can work. */
  readonly failed: Promise<void>;
}

/** How long requests in hand may take when the server stops. */
const LAST_REQUESTS_MS = 2000;
/** At rest is a loop that worked less than this share of so long; after the longest time one is ready all the same. */
const RESTING_SHARE = 0.5;
const REST_LOOK_MS = 50;
const LONGEST_UNREST_MS = 5000;

/**
 * Builds every part once, in the order they need each other, and serves pages and sockets on one port: pages from this
 * process, sockets from one beside it (ADR 0030).
 */
export async function startServer(mode: Config['mode'], env: NodeJS.ProcessEnv): Promise<RunningServer> {
  const config = configOrExplain(mode, env);
  const secret = secretOrExplain(config);
  forgetSecrets(env);
  // next-auth reads this from the environment; the secret it is told (server/auth/options).
  Object.assign(process.env, { NEXTAUTH_URL: config.publicUrl });
  const logger = createLogger(config.logLevel);
  const releaseDataDir = takeDataDir(config.dataDir);
  let isStopping = false;
  const undo: (() => Promise<void> | void)[] = [releaseDataDir];
  const stop = async () => {
    isStopping = true;
    for (const step of undo.splice(0).reverse()) await step();
  };
  try {
    const opened = openDatabase(config);
    undo.push(opened.close);
    makeRoom(opened, logger);
    undo.push(startLogUpkeep(opened, logger));
    const redline = createRedlineService();
    undo.push(() => redline.stop());
    const ledger = createLedgerService(opened.db);
    undo.push(() => ledger.stop());
    const history = createHistoryService(opened.db);
    undo.push(() => history.stop());
    const texts = createTextService();
    undo.push(() => texts.stop());
    const papers = createPaperService();
    undo.push(() => papers.stop());
    const word = createWordService();
    undo.push(() => word.stop());
    const imports = createImportService();
    undo.push(() => imports.stop());
    const sheets = createSheetService();
    undo.push(() => sheets.stop());
    const bundles = createBundleService(config.dataDir, logger);
    undo.push(() => bundles.stop());
    const rooms = await startSyncProcess({ config, secret, logger });
    giveWay();
    const stopSync = () => rooms.live.stop();
    undo.push(stopSync);
    const signer = createSigner(config.dataDir);
    const runtime: Runtime = {
      config: { ...config, secret },
      db: opened.db,
      clock: systemClock,
      logger,
      live: rooms.live,
      redline,
      texts,
      ledger,
      imports,
      sheets,
      history,
      papers,
      bundles,
      word,
      stages: createStageService(),
      evidenceDesk: createEvidenceDesk(systemClock),
      signer,
      mail: config.mail === null ? null : createSmtpMail(config.mail),
    };
    installRuntime(runtime);
    undo.push(startCheckpoints(runtime));
    undo.push(startExpiredImports(runtime));
    // Ahead of what may have to tell of things that fell due while nobody served.
    undo.push(startOutbox(runtime));
    undo.push(startCorrigenda(runtime));
    undo.push(startRounds(runtime));
    undo.push(startBrainstorms(runtime));
    undo.push(startActionReminders(runtime));
    undo.push(startSearchIndex(runtime));

    const relay = createRelay();
    let pages: ((request: IncomingMessage, response: ServerResponse) => Promise<void>) | null = null;
    let isAtRest = false;
    const unready = createReadiness({
      db: opened.db,
      clock: systemClock,
      isServingPages: () => isAtRest,
      isStopping: () => isStopping,
      isStorageFailing: rooms.isStorageFailing,
    });
    const monitor = createMonitor({
      config,
      rooms,
      workers: { redline, texts, ledger, history, papers, word, imports, sheets },
    });
    undo.push(monitor.stop);
    const http = createHttpServer({
      config,
      logger,
      pages: () => pages,
      sync: rooms.handleUpgrade,
      relay,
      operations: { config, unready, reading: monitor.read },
      isStopping: () => isStopping,
    });
    const guests = new Guests(http);
    await openDoor(rooms, config, guests);
    const { default: next } = await import('next');
    const app = next({
      dev: mode === 'development',
      httpServer: relay,
      hostname: config.host,
      port: config.port,
    });
    undo.push(() => app.close());
    undo.push(() => guests.leave(LAST_REQUESTS_MS));
    // Before everything else: what is in hand is committed and everybody told, while health is still answered.
    undo.push(stopSync);
    await app.prepare();
    // Not before somebody can be answered: the time until then counts as the server's absence (SP17), and while it stops, too.
    undo.push(await startSilences(runtime));
    pages = app.getRequestHandler();
    // What takes seconds the first time is begun before anybody asks for it.
    for (const service of [texts, redline, ledger]) service.warm();
    undo.push(startReadyTexts(runtime));
    await comeToRest();
    isAtRest = true;
    announce(config, ensureSetupLink(opened.db, systemClock), logger);
    return { stop, failed: rooms.failed };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** Without it commits take longer until the log has grown; that is no reason not to serve. */
function makeRoom(opened: OpenedDb, logger: Logger): void {
  try {
    opened.makeRoom();
  } catch (error) {
    logger.warn({ err: error }, 'no room made in the write-ahead log');
  }
}

function configOrExplain(mode: Config['mode'], env: NodeJS.ProcessEnv): Config {
  const result = readConfig(env, mode);
  if (result.ok) return result.config;
  throw new StartupError(
    `The configuration has problems:\n${result.problems.map((line) => `  - ${line}`).join('\n')}`,
  );
}

function secretOrExplain(config: Config): string {
  if (config.secret !== null) return config.secret;
  if (config.mode === 'development') return secretOfDataDir(config.dataDir, newSecret);
  throw new StartupError(
    'MUFAKAT_SECRET is not set. Sessions are signed with it. Make one and keep it:\n  openssl rand -base64 48\nthen start again with MUFAKAT_SECRET set to what it printed, or with MUFAKAT_SECRET_FILE set to a file that holds it.',
  );
}

/**
 * Next goes on loading pages after it calls itself prepared, and holds the loop half a second with it: just when
 * everybody comes back after a restart. Ready is who has come to rest, and whoever is not left to after a while.
 */
async function comeToRest(): Promise<void> {
  const until = performance.now() + LONGEST_UNREST_MS;
  let share: number;
  do {
    const before = performance.eventLoopUtilization();
    await sleep(REST_LOOK_MS);
    share = performance.eventLoopUtilization(before).utilization;
  } while (share > RESTING_SHARE && performance.now() < until);
}

async function openDoor(rooms: SyncProcess, config: Config, guests: Guests): Promise<void> {
  const { host, port } = config;
  const opened = await rooms
    .open({ host, port }, (socket, said) => guests.welcome(socket, said))
    .catch(({ message }: Error) => ({ ok: false as const, code: '', message: `the rooms gave ${message}` }));
  if (!opened.ok) throw new StartupError(explainListen(config, opened));
}

function explainListen(config: Config, error: { readonly code: string; readonly message: string }): string {
  if (error.code === 'EADDRINUSE') {
    return `Port ${config.port} on ${config.host} is in use by another program. Stop that program, or choose another port: PORT=${config.port + 1}`;
  }
  if (error.code === 'EACCES')
    return `Not allowed to listen on port ${config.port}. Choose one above 1023, e.g. PORT=3000.`;
  if (error.code === 'ENOTFOUND' || error.code === 'EADDRNOTAVAIL') {
    return `HOST=${config.host} is no address of this machine. Use localhost, or 0.0.0.0 for all its addresses.`;
  }
  return `Cannot listen on ${config.host}:${config.port}: ${error.message}`;
}

function announce(config: Config, setupSecret: string | null, logger: Logger): void {
  logger.info({ url: config.publicUrl, mode: config.mode }, 'listening');
  process.stdout.write(`Mufakat listens on ${config.publicUrl}\n`);
  if (setupSecret !== null) {
    process.stdout.write(
      `This database has nobody in it yet. Make the first administrator (link valid for 24 hours, once):\n  ${config.publicUrl}/set-up/${setupSecret}\n`,
    );
  }
}
