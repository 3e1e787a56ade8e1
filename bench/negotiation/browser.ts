import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { type Browser, type BrowserContext, chromium } from '@playwright/test';
import { findChromium } from '../../scripts/support/find-chromium';
import { PEOPLE, type PersonKey } from '../../seeds';
import { median } from '../sync/driver/histogram';
import { clauseIdAt } from './text';

const PORT = 3190;
const BASE = `http://localhost:${PORT}`;
const RUNS = 3;
/** After its content is on the screen a page has so long to finish what it does in the browser. */
const SETTLES_MS = 1000;

export interface PageFigures {
  readonly page: string;
  /** From the request to the last byte of the document, the first time that anybody asks after the start. */
  readonly firstServerMs: number;
  /** The same, median of the later times. */
  readonly serverMs: number;
  /** From the navigation until the content of the page is on the screen. */
  readonly shownMs: number;
  /** All that the browser's main thread did until a second after that. */
  readonly mainMs: number;
  /** Tasks of more than 50 ms, as the browser itself counts them: how many, and the longest of all visits. */
  readonly longTasks: number;
  readonly longestMs: number;
  /** Of HTML, before compression. */
  readonly kilobytes: number;
}

/** Pages in the order in which a server that has just started is asked for them, and what on each is its content. */
function pagesOf(document: string): readonly (readonly [string, PersonKey, string, string])[] {
  return [
    ['home of a head of delegation', 'vnHead', '/', 'main h2'],
    ['negotiation overview', 'chair', `${document}/negotiation`, 'main h2'],
    ['clause desk, busiest', 'chair', `${document}/negotiation/${clauseIdAt(0)}`, 'main h2'],
    ['view compilation', 'chair', `${document}/views/compilation`, 'main [data-clause]'],
    ['view of one delegation', 'chair', `${document}/views/delegation/VN`, 'main [data-map]'],
    ['proposals', 'chair', `${document}/proposals`, 'main h2'],
    ['convergence', 'chair', `${document}/convergence`, 'main svg'],
    ['text', 'chair', document, '.ProseMirror .bracket-words'],
  ];
}

/** The pages of the production build over the data in `dataDir`, in Chromium, after a start of the server. */
export async function measurePages(dataDir: string, documentId: string): Promise<PageFigures[]> {
  const executablePath = findChromium();
  if (executablePath === null) throw new Error('measurePages: no Chromium found (CHROMIUM_PATH)');
  const server = await startServer(dataDir);
  const kill = () => server.kill('SIGKILL');
  process.once('exit', kill);
  try {
    const browser = await chromium.launch({ executablePath });
    try {
      return await look(browser, `/documents/${documentId}`);
    } finally {
      await browser.close();
    }
  } finally {
    server.kill('SIGTERM');
    await once(server, 'exit');
    process.off('exit', kill);
  }
}

async function look(browser: Browser, document: string): Promise<PageFigures[]> {
  const contexts = new Map<PersonKey, BrowserContext>();
  const figures: PageFigures[] = [];
  for (const [page, person, path, content] of pagesOf(document)) {
    const context = contexts.get(person) ?? (await signedIn(browser, person));
    contexts.set(person, context);
    const first = await visit(context, path, content);
    const seen: Visit[] = [];
    for (let run = 0; run < RUNS; run += 1) seen.push(await visit(context, path, content));
    const middle = (of: (visit: Visit) => number) => median(seen.map(of));
    figures.push({
      page,
      firstServerMs: first.serverMs,
      serverMs: middle((one) => one.serverMs),
      shownMs: middle((one) => one.shownMs),
      mainMs: middle((one) => one.mainMs),
      longTasks: middle((one) => one.tasks.length),
      longestMs: Math.max(0, ...seen.flatMap((one) => one.tasks)),
      kilobytes: first.kilobytes,
    });
  }
  return figures;
}

interface Visit {
  readonly serverMs: number;
  readonly shownMs: number;
  readonly mainMs: number;
  readonly tasks: readonly number[];
  readonly kilobytes: number;
}

/** What a page notes of itself from its first script on. */
interface Noted {
  readonly tasks: number[];
  shownAt: number | null;
}

/** One look at a page in a tab of its own, so that its main thread has done nothing before. */
async function visit(context: BrowserContext, path: string, content: string): Promise<Visit> {
  const page = await context.newPage();
  await page.addInitScript((selector) => {
    const noted: Noted = { tasks: [], shownAt: null };
    Object.assign(globalThis, { noted });
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) noted.tasks.push(duration);
    }).observe({ type: 'longtask', buffered: true });
    // No function here may have a name: what compiles this file marks named ones with a helper that no page has.
    new MutationObserver((_changes, observer) => {
      if (document.querySelector(selector) === null) return;
      observer.disconnect();
      // The frame after the one in which it stands has been painted.
      requestAnimationFrame(() =>
        requestAnimationFrame(() => {
          noted.shownAt = performance.now();
        }),
      );
    }).observe(document, { childList: true, subtree: true });
  }, content);
  const devtools = await context.newCDPSession(page);
  await devtools.send('Performance.enable');
  await page.goto(`${BASE}${path}`, { waitUntil: 'load', timeout: 60_000 });
  await page.locator(content).first().waitFor({ state: 'attached', timeout: 60_000 });
  await page.waitForTimeout(SETTLES_MS);
  const { metrics } = await devtools.send('Performance.getMetrics');
  const seconds = metrics.find(({ name }) => name === 'TaskDuration')?.value ?? Number.NaN;
  const seen = await page.evaluate(() => {
    const [navigation] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
    const { tasks, shownAt } = (globalThis as unknown as { noted: Noted }).noted;
    return {
      shownMs: shownAt ?? Number.NaN,
      serverMs: (navigation?.responseEnd ?? 0) - (navigation?.requestStart ?? 0),
      tasks,
      kilobytes: Math.round((navigation?.decodedBodySize ?? 0) / 1024),
    };
  });
  await page.close();
  return { ...seen, mainMs: seconds * 1000 };
}

async function signedIn(browser: Browser, person: PersonKey): Promise<BrowserContext> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  const page = await context.newPage();
  await page.goto(`${BASE}/sign-in`);
  const card = page.getByRole('button', { name: PEOPLE[person].name });
  const everyone = page.locator('summary').filter({ hasText: /\d/ });
  if (!(await card.first().isVisible()) && (await everyone.count()) > 0) await everyone.first().click();
  await card.first().click();
  await page.waitForURL((url) => !url.pathname.startsWith('/sign-in'), { waitUntil: 'commit' });
  await page.close();
  return context;
}

async function startServer(dataDir: string): Promise<ChildProcess> {
  const child = spawn(process.execPath, ['dist/server/main.js'], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: {
      PATH: process.env.PATH,
      HOME: process.env.HOME,
      NODE_ENV: 'production',
      PORT: String(PORT),
      HOST: 'localhost',
      MUFAKAT_DATA_DIR: dataDir,
      MUFAKAT_SECRET: 'a secret of the measurement, forty signs long at least',
      MUFAKAT_ALLOW_DEMO: '1',
      MUFAKAT_LOG_LEVEL: 'warn',
    },
  });
  await new Promise<void>((ready, failed) => {
    child.stdout?.on('data', (chunk: Buffer) => {
      if (chunk.toString('utf8').includes('Mufakat listens on ')) ready();
    });
    child.once('exit', (code) => failed(new Error(`the server ended with ${code}: npm run build first`)));
  });
  return child;
}
