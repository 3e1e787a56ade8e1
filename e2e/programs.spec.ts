import { expect, test } from '@playwright/test';
import WebSocket from 'ws';
import { WebsocketProvider } from 'y-websocket';
import * as Y from 'yjs';
import { documentPath, openText } from './support/documents';
import { seat } from './support/people';
import { appForThisFile } from './support/server';

const app = appForThisFile();

/** A stock y-websocket client in Node, signed in by a bearer token. */
function stockClient(
  documentId: string,
  token: string,
): { provider: WebsocketProvider; doc: Y.Doc; closes: number[] } {
  class WithToken extends WebSocket {
    constructor(address: string | URL, protocols?: string | string[]) {
      super(address, protocols, { headers: { Authorization: `Bearer ${token}` } });
    }
  }
  const doc = new Y.Doc();
  const closes: number[] = [];
  const provider = new WebsocketProvider(`ws://localhost:${app.current.port}/sync`, documentId, doc, {
    WebSocketPolyfill: WithToken as unknown as typeof globalThis.WebSocket,
    disableBc: true,
  });
  provider.on('connection-close', (event) => closes.push(event?.code ?? 0));
  return { provider, doc, closes };
}

async function makeToken(page: import('@playwright/test').Page, name: string): Promise<string> {
  await page.goto('/settings');
  await page.getByLabel('Name', { exact: true }).fill(name);
  await page.getByRole('button', { name: 'Make the token' }).click();
  const token = await page.locator('code').filter({ hasText: 'mfk_' }).textContent();
  if (token === null) throw new Error('no token on the page');
  return token.trim();
}

function synced(provider: WebsocketProvider): Promise<void> {
  return new Promise((resolve) => {
    if (provider.synced) resolve();
    else provider.once('sync', () => resolve());
  });
}

test('a stock y-websocket client writes with a bearer token, and a colleague sees it', async ({
  browser,
}) => {
  const delegate = await seat(browser, 'bnDelegate');
  const path = await documentPath(delegate.page, 'statement');
  const token = await makeToken(delegate.page, 'stock client');
  const text = await openText(delegate.page, path);
  const { provider, doc } = stockClient(path.split('/').at(-1) ?? '', token);
  await synced(provider);
  const paragraph = new Y.XmlElement('paragraph');
  paragraph.insert(0, [new Y.XmlText('Written by a program.')]);
  doc.getXmlFragment('default').push([paragraph]);
  await expect(text).toContainText('Written by a program.');
  provider.destroy();
  await delegate.context.close();
});

test('a reader cannot write, not even with a hand-made socket', async ({ browser }) => {
  const reviewer = await seat(browser, 'reviewer');
  const path = await documentPath(reviewer.page, 'statement');
  const token = await makeToken(reviewer.page, 'hand-made');
  const text = await openText(reviewer.page, path);
  const before = await text.textContent();
  const { provider, doc } = stockClient(path.split('/').at(-1) ?? '', token);
  await synced(provider);
  expect(doc.getXmlFragment('default').length).toBeGreaterThan(10);
  doc.getXmlFragment('default').delete(0, 5);
  const intruder = new Y.XmlElement('paragraph');
  intruder.insert(0, [new Y.XmlText('Smuggled in.')]);
  doc.getXmlFragment('default').push([intruder]);
  await reviewer.page.waitForTimeout(1_500);
  expect(await text.textContent()).toBe(before);
  await reviewer.page.reload();
  await expect(reviewer.page.locator('.ProseMirror')).not.toContainText('Smuggled in.');
  provider.destroy();
  await reviewer.context.close();
});

test('rubbish on the socket closes that socket and disturbs nobody', async ({ browser }) => {
  const delegate = await seat(browser, 'idDelegate');
  const path = await documentPath(delegate.page, 'statement');
  const token = await makeToken(delegate.page, 'rubbish');
  const text = await openText(delegate.page, path);
  const socket = new WebSocket(`ws://localhost:${app.current.port}/sync/${path.split('/').at(-1)}`, {
    headers: { Authorization: `Bearer ${token}` },
  });
  await new Promise((resolve) => socket.once('open', resolve));
  socket.on('error', () => undefined);
  for (let round = 0; round < 50; round += 1)
    socket.send(Buffer.from(Array.from({ length: 64 }, (_, i) => (i * 37 + round * 11) % 256)));
  socket.send('a text frame');
  await delegate.page.waitForTimeout(500);
  expect((await delegate.page.request.get('/healthz')).status()).toBe(200);
  await expect(text).toHaveAttribute('contenteditable', 'true');
  socket.terminate();
  await delegate.context.close();
});

test('no identity, no socket; a foreign page, no socket', async () => {
  const status = (headers: Record<string, string>) =>
    new Promise<number>((resolve) => {
      const socket = new WebSocket(`ws://localhost:${app.current.port}/sync/doc_x`, { headers });
      socket.once('unexpected-response', (_request, response) => resolve(response.statusCode ?? 0));
      socket.once('open', () => resolve(101));
      socket.once('error', () => resolve(-1));
    });
  expect(await status({})).toBe(401);
  expect(await status({ Authorization: 'Bearer nonsense' })).toBe(401);
  expect([401, 403]).toContain(
    await status({ Origin: 'https://elsewhere.example', Cookie: 'mufakat.session=x' }),
  );
});
