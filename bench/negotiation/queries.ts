import { setImmediate as turn } from 'node:timers/promises';
import type { Worker } from 'node:worker_threads';
import type { Actor } from '../../domain/policy/can';
import type { Config } from '../../server/config';
import { createHistoryService } from '../../server/history-service';
import { readyTexts } from '../../server/jobs/ready-texts';
import { createLedgerService } from '../../server/ledger-service';
import { offlineRuntime } from '../../server/offline-runtime';
import { openDatabase } from '../../server/open-database';
import { getAdoption } from '../../server/queries/adoption';
import { clauseDesk } from '../../server/queries/clause-desk';
import { clauseComments, commentsFor } from '../../server/queries/comments';
import { comparisonsFor } from '../../server/queries/comparisons';
import { convergenceOf } from '../../server/queries/convergence';
import { getDocument, listDocuments } from '../../server/queries/documents';
import { homeFor } from '../../server/queries/home';
import { clausePositions, negotiationOf } from '../../server/queries/negotiation';
import { negotiations } from '../../server/queries/negotiations';
import { proposalHeads, proposalsFor, withRedlines } from '../../server/queries/proposals';
import { search } from '../../server/queries/search';
import { cleanView, compilationView, delegationView } from '../../server/queries/text-views';
import { readVersion } from '../../server/queries/versions';
import { createRedlineService } from '../../server/redline-service';
import type { Runtime } from '../../server/runtime';
import { createTextService } from '../../server/text-service';
import { median } from '../sync/driver/histogram';
import { watched } from '../watched';
import { accepted, personOf } from './table';
import { clauseIdAt } from './text';

const RUNS = 9;
/** What the page of proposals shows at once. */
const SHOWN = 25;

export interface QueryFigures {
  readonly page: string;
  /** The first time that it is asked after a restart, when nothing is remembered. */
  readonly firstMs: number;
  /** What that first ask takes of the processor, the worker threads included. */
  readonly firstWorkMs: number;
  readonly medianMs: number;
  readonly maxMs: number;
  /** The longest that nothing else could happen meanwhile. */
  readonly heldMs: number;
  /** The longest turn by the processor's clock: what other processes take meanwhile is not in it. */
  readonly cpuMs: number;
}

/** How a worker of a pool is started: compiled, as in production. */
export type StartWorker = (name: string) => (memoryMb: number) => Worker;

/** Everything each page asks of the server, in the order in which the page asks. */
function pagesOf(runtime: Runtime, actor: Actor, chair: Actor, documentId: string) {
  const clauseId = clauseIdAt(0);
  const pages: Record<string, () => Promise<unknown>> = {
    home: async () => [await homeFor(runtime, actor), await negotiations(runtime, actor)],
    'home of the chair': async () => [await homeFor(runtime, chair), await negotiations(runtime, chair)],
    'negotiation overview': async () => accepted(await negotiationOf(runtime, actor, documentId)),
    'clause desk, busiest': async () => {
      accepted(await clauseDesk(runtime, chair, { documentId, clauseId, chosen: [] }));
      accepted(await clausePositions(runtime, chair, documentId, clauseId));
      accepted(await clauseComments(runtime, chair, { documentId, clauseId }));
    },
    proposals: async () => {
      const heads = accepted(proposalHeads(runtime, actor, documentId));
      const ids = heads.slice(-SHOWN).map(({ id }) => id);
      const seen = accepted(await proposalsFor(runtime, actor, documentId, { ids }));
      const { document } = accepted(await readVersion(runtime, actor, { documentId, number: 'now' }));
      await withRedlines(runtime, seen, document.houseStyle);
    },
    'text, comparisons': async () => {
      await comparisonsFor(runtime, actor, accepted(await getDocument(runtime, actor, documentId)));
    },
    'view clean': async () => accepted(await cleanView(runtime, actor, documentId)),
    'view compilation': async () => accepted(await compilationView(runtime, actor, documentId)),
    'view of one delegation': async () => accepted(await delegationView(runtime, actor, documentId, 'VN')),
    comments: async () => accepted(commentsFor(runtime, actor, documentId)),
    convergence: async () => accepted(await convergenceOf(runtime, actor, documentId)),
    adoption: async () => accepted(await getAdoption(runtime, chair, documentId)),
    search: () => search(runtime, actor, 'cooperation training', { limit: 20 }),
    'list of documents': () => listDocuments(runtime, actor),
  };
  return pages;
}

/**
 * Each page's queries, `runs` times after one to warm up, with the worker threads that a server has: begun ahead, and
 * with the texts made ready as a server does in its first seconds (`isReady`), or asked in that very instant.
 */
export async function measureQueries(
  config: Config,
  documentId: string,
  startWorker: StartWorker,
  isReady: boolean,
  runs = RUNS,
): Promise<{ figures: QueryFigures[]; heapMb: number }> {
  const opened = openDatabase(config);
  const redline = createRedlineService({ startWorker: startWorker('redline') });
  const texts = createTextService({ startWorker: startWorker('text') });
  const ledger = createLedgerService(opened.db, { startWorker: startWorker('ledger') });
  const history = createHistoryService(opened.db);
  const runtime: Runtime = { ...offlineRuntime(opened, config), redline, texts, ledger, history };
  for (const service of [texts, redline, ledger]) service.warm();
  const ready = readyTexts(runtime);
  if (isReady) await ready;
  const figures: QueryFigures[] = [];
  let heap = 0;
  const pages = pagesOf(runtime, personOf(runtime, 'vnHead'), personOf(runtime, 'chair'), documentId);
  for (const [page, ask] of Object.entries(pages)) {
    const first = await watched(ask);
    const times: number[] = [];
    let held = first.heldMs;
    let cpu = first.cpuMs;
    for (let run = 0; run < runs; run += 1) {
      await turn();
      const seen = await watched(ask);
      times.push(seen.ms);
      held = Math.max(held, seen.heldMs);
      cpu = Math.max(cpu, seen.cpuMs);
      heap = Math.max(heap, process.memoryUsage().heapUsed);
    }
    figures.push({
      page,
      firstMs: first.ms,
      firstWorkMs: first.workMs,
      medianMs: median(times),
      maxMs: Math.max(...times),
      heldMs: held,
      cpuMs: cpu,
    });
  }
  await Promise.all([redline.stop(), texts.stop(), ledger.stop()]);
  opened.close();
  return { figures, heapMb: Math.round(heap / 1024 ** 2) };
}
