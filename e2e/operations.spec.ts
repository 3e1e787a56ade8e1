import { execFile } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from '@playwright/test';
import WebSocket from 'ws';
import { processTree } from '../scripts/support/process-tree';
import { SYMBOLS } from '../seeds';
import { caretAtEndOf, documentPath, expectSaveState, openText } from './support/documents';
import { seat } from './support/people';
import { appForThisFile } from './support/server';

const app = appForThisFile();

async function ask(path: string): Promise<{ status: number; text: string }> {
  const response = await fetch(`${app.current.url}${path}`);
  return { status: response.status, text: await response.text() };
}

/** A socket of somebody signed in. A deaf one reads nothing any more, so that it cannot answer a goodbye. */
async function openSocket(
  browser: import('@playwright/test').Browser,
  isDeaf: boolean,
): Promise<{ closed: Promise<number>; address: string; headers: Record<string, string> }> {
  const { context, page } = await seat(browser, 'bnDelegate');
  const address = `${app.current.url.replace('http', 'ws')}/sync/${(await documentPath(page, 'statement')).split('/').at(-1)}`;
  const cookie = (await context.cookies()).map(({ name, value }) => `${name}=${value}`).join('; ');
  await context.close();
  const headers = { cookie, origin: app.current.url };
  const socket = new WebSocket(address, { headers });
  const closed = new Promise<number>((resolve) => socket.once('close', resolve));
  socket.on('error', () => undefined);
  await new Promise((resolve) => socket.once('open', resolve));
  if (isDeaf) socket.pause();
  return { closed, address, headers };
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

test('health, readiness and metrics of a running server', async ({ browser }) => {
  expect(await ask('/healthz')).toEqual({ status: 200, text: 'ok\n' });
  expect(await ask('/readyz')).toEqual({ status: 200, text: 'ok\n' });
  await openSocket(browser, true);
  const { status, text } = await ask('/metrics');
  expect(status).toBe(200);
  expect(text).toMatch(/^mufakat_sync_sockets 1$/m);
  expect(text).toMatch(/^mufakat_build_info\{version="\d+\.\d+\.\d+",node="[\d.]+"\} 1$/m);
  expect(text).not.toContain('doc_');
});

/** The command line of the build, as an operator calls it on a data directory. */
async function mufakat(dataDir: string, ...words: string[]): Promise<string> {
  const env = { ...process.env, MUFAKAT_DATA_DIR: dataDir, MUFAKAT_ALLOW_DEMO: '1' };
  const { stdout } = await promisify(execFile)(process.execPath, ['dist/server/cli.js', ...words], { env });
  return stdout;
}

test('a backup is made while people type, checks, and holds what was saved before it', async ({
  browser,
}) => {
  const people = [await seat(browser, 'thDelegate'), await seat(browser, 'vnDelegate')];
  const [first, second] = people;
  if (first === undefined || second === undefined) throw new Error('nobody is there');
  const address = await documentPath(first.page, 'statement');
  const text = await openText(first.page, address);
  await caretAtEndOf(text, 'ADOPTED');
  await first.page.keyboard.type(' Saved before the backup.');
  await expectSaveState(first.page, 'saved');
  await caretAtEndOf(await openText(second.page, address), 'WE, the Heads');
  let isCopied = false;
  const typing = (async () => {
    while (!isCopied) await second.page.keyboard.type(' while the copy is made');
  })();
  const folder = mkdtempSync(path.join(app.current.dataDir, 'backup-'));
  const copies = ['one', 'two', 'three'].map((name) => path.join(folder, `${name}.db`));
  for (const copy of copies) {
    expect(await mufakat(app.current.dataDir, 'backup', copy)).toBe(`Copied to ${copy}; the copy checks.\n`);
  }
  isCopied = true;
  await typing;
  const restored = path.join(folder, 'restored');
  mkdirSync(restored);
  copyFileSync(copies[2] ?? '', path.join(restored, 'mufakat.db'));
  expect(await mufakat(restored, 'check')).toContain('all is well');
  expect(await mufakat(restored, 'export', SYMBOLS.statement, '--format', 'txt')).toContain(
    'Saved before the backup.',
  );
  for (const { context } of people) await context.close();
});

test('SY18 SIGTERM: not ready, nobody new, 4503, and the process ends', async ({ browser }) => {
  const listening = await openSocket(browser, false);
  const { address, headers } = await openSocket(browser, true);
  const { pid = 0 } = app.current;
  const asked = Date.now();
  const stopped = app.current.stop();
  await expect.poll(async () => (await ask('/readyz')).text, { intervals: [20] }).toBe('stopping\n');
  expect((await ask('/healthz')).status).toBe(200);
  expect((await ask('/meetings')).status).toBe(503);
  const late = new WebSocket(address, { headers });
  late.on('error', () => undefined);
  const status = await new Promise((resolve) =>
    late.once('unexpected-response', (_request, response) => resolve(response.statusCode)),
  );
  expect(status).toBe(503);
  expect(await listening.closed).toBe(4503);
  await stopped;
  expect(Date.now() - asked).toBeLessThan(8000);
  expect(isRunning(pid)).toBe(false);
  await app.current.start();
});

test('a second signal ends the process at once', async ({ browser }) => {
  await openSocket(browser, true);
  const { pid = 0 } = app.current;
  process.kill(pid, 'SIGTERM');
  process.kill(pid, 'SIGTERM');
  await new Promise((resolve) => setTimeout(resolve, 400));
  expect(isRunning(pid)).toBe(true);
  process.kill(pid, 'SIGTERM');
  await expect.poll(() => isRunning(pid)).toBe(false);
  // 128 and the number of the signal; one that came to its end in peace leaves 0.
  expect(app.current.exitCode).toBe(143);
  await app.current.start();
});

test('SY33 pages and rooms end together, whichever of them is lost', async ({ browser }) => {
  test.skip(process.platform !== 'linux', 'the children of a process are asked of /proc');
  for (const lost of ['pages', 'rooms'] as const) {
    await openSocket(browser, false);
    const { pid = 0 } = app.current;
    const [pages = 0, ...others] = processTree(pid);
    const rooms = others.find((each) =>
      readFileSync(`/proc/${each}/cmdline`, 'utf8').includes('sync-process'),
    );
    expect(rooms).toBeDefined();
    process.kill(lost === 'pages' ? pages : (rooms ?? 0), 'SIGKILL');
    await expect.poll(() => [pages, rooms ?? 0].filter(isRunning), { timeout: 10_000 }).toEqual([]);
    await app.current.start();
  }
});
