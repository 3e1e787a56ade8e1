import { expect, test } from '@playwright/test';
import WebSocket from 'ws';
import { documentPath } from './support/documents';
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
  await expect.poll(() => isRunning(pid), { timeout: 300, intervals: [20] }).toBe(false);
  await app.current.start();
});
