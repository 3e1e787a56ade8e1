import { type ChildProcess, spawn } from 'node:child_process';
import { type Browser, chromium, type Page } from '@playwright/test';
import { PEOPLE } from '../../seeds';
import { median } from '../sync/driver/histogram';
import { clauseIdAt } from './text';

const PORT = 3190;
const BASE = `http://localhost:${PORT}`;
const RUNS = 5;

export interface PageFigures {
  readonly page: string;
  /** From the request to the last byte of the document. */
  readonly serverMs: number;
  /** From the request until the content of the page is painted. */
  readonly shownMs: number;
  /** The longest that the browser's main thread did one thing. */
  readonly taskMs: number;
  /** Of HTML, before compression. */
  readonly kilobytes: number;
}

/** The pages of the production build over the data in `dataDir`, in Chromium: medians, of tasks the longest. */
export async function measurePages(dataDir: string, documentId: string): Promise<PageFigures[]> {
  const server = await startServer(dataDir);
  const browser = await chromium.launch();
  try {
    return await look(browser, `/documents/${documentId}`);
  } finally {
    await browser.close();
    server.kill('SIGTERM');
  }
}

async function look(browser: Browser, document: string): Promise<PageFigures[]> {
  const page = await (await browser.newContext({ viewport: { width: 1440, height: 900 } })).newPage();
  await signIn(page);
  const pages: readonly (readonly [string, string, string])[] = [
    ['negotiation overview', `${document}/negotiation`, 'main h2'],
    ['clause desk, busiest', `${document}/negotiation/${clauseIdAt(0)}`, 'main h2'],
    ['compilation', `${document}/views/compilation`, 'main article'],
    ['proposals', `${document}/proposals`, 'main h2'],
    ['text', document, '.ProseMirror [data-bracket]'],
  ];
  const figures: PageFigures[] = [];
  for (const [name, path, content] of pages) {
    await visit(page, path, content);
    const seen: Awaited<ReturnType<typeof visit>>[] = [];
    for (let run = 0; run < RUNS; run += 1) seen.push(await visit(page, path, content));
    figures.push({
      page: name,
      serverMs: median(seen.map(({ serverMs }) => serverMs)),
      shownMs: median(seen.map(({ shownMs }) => shownMs)),
      taskMs: Math.max(...seen.map(({ taskMs }) => taskMs)),
      kilobytes: seen[0]?.kilobytes ?? 0,
    });
  }
  return figures;
}

async function visit(page: Page, path: string, content: string) {
  await page.goto('about:blank');
  await page.goto(`${BASE}${path}`, { waitUntil: 'commit' });
  await page.locator(content).first().waitFor({ timeout: 60_000 });
  const shownMs = await page.evaluate(
    () =>
      new Promise<number>((done) =>
        requestAnimationFrame(() => setTimeout(() => done(performance.now()), 0)),
      ),
  );
  await page.waitForLoadState('networkidle', { timeout: 60_000 }).catch(() => undefined);
  return page.evaluate((shown) => {
    const [navigation] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
    const tasks = (globalThis as unknown as { longTasks: number[] }).longTasks;
    return {
      shownMs: shown,
      serverMs: (navigation?.responseEnd ?? 0) - (navigation?.requestStart ?? 0),
      taskMs: Math.max(0, ...tasks),
      kilobytes: Math.round((navigation?.decodedBodySize ?? 0) / 1024),
    };
  }, shownMs);
}

async function signIn(page: Page): Promise<void> {
  // In every page before its scripts: long tasks are those over 50 ms, as the browser itself counts them.
  await page.addInitScript(() => {
    const tasks: number[] = [];
    Object.assign(globalThis, { longTasks: tasks });
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) tasks.push(duration);
    }).observe({ type: 'longtask', buffered: true });
  });
  await page.goto(`${BASE}/sign-in`);
  const card = page.getByRole('button', { name: PEOPLE.chair.name });
  const everyone = page.locator('summary').filter({ hasText: /\d/ });
  if (!(await card.first().isVisible()) && (await everyone.count()) > 0) await everyone.first().click();
  await card.first().click();
  await page.waitForURL((url) => !url.pathname.startsWith('/sign-in'));
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
