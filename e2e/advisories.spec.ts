import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type Browser, expect, test } from '@playwright/test';
import { processTree } from '../scripts/support/process-tree';
import { DEMO_PASSWORD, PEOPLE, type PersonKey, SYMBOLS, TITLES } from '../seeds';
import { addressesFor, type Disguise, headersFor, OF_GUARDS } from './support/disguises';
import { pagesOfTexts, pagesOfTheCycle, pagesOfTheHouse } from './support/page-lists';
import { seat } from './support/people';
import { askPlainly, inTurns, type PlainAnswer, type PlainRequest, say } from './support/plain-request';
import { testPort } from './support/port';
import { routesOf } from './support/route-list';
import { multipart, openAction, rscAttacks } from './support/rsc-requests';
import { App, SECRET } from './support/server';

/** Past advisories of Next, next-auth and of peers' routes, on the production server (docs/advisories.md). */
const folder = mkdtempSync(path.join(tmpdir(), 'mufakat-secret-'));
const secretFile = path.join(folder, 'secret');
const canary = path.join(folder, 'canary');
const port = testPort();
const own = { origin: `http://localhost:${port}` };

let app: App;
/** What the secretariat carries, who may read everything; and somebody of another body, who may read nothing of it. */
let secretariat = '';
let stranger = '';
let pages: string[] = [];

test.describe.configure({ mode: 'serial' });

test.beforeAll(async ({ browser }) => {
  writeFileSync(secretFile, `${SECRET}\n`, { mode: 0o600 });
  app = new App(port, { env: { MUFAKAT_SECRET_FILE: secretFile } });
  await app.start();
  secretariat = await cookieOf(browser, 'secretariat', async (page) => {
    const lists = [await pagesOfTheHouse(page), await pagesOfTexts(page), await pagesOfTheCycle(page)];
    pages = [...new Set(lists.flatMap((list) => Object.values(list)))].filter((at) => !PUBLIC.test(at));
  });
  stranger = await cookieOf(browser, 'jpDelegate', async () => undefined);
});
test.afterAll(() => app.discard());

const PUBLIC = /^\/(verify|sign-out|documents\/doc_nothing)/;

async function cookieOf(
  browser: Browser,
  person: PersonKey,
  look: (page: import('@playwright/test').Page) => Promise<void>,
): Promise<string> {
  // Pages need no script to be read, and come sooner without.
  const { context, page } = await seat(browser, person, { javaScriptEnabled: false });
  await look(page);
  const cookies = await context.cookies();
  await context.close();
  return cookies.map(({ name, value }) => `${name}=${value}`).join('; ');
}

const ask = (target: string, asked?: PlainRequest) => askPlainly(port, target, asked);

/** What only somebody inside is told: titles and symbols of texts, names of meetings and plans. */
const INSIDE = [
  ...Object.values(TITLES),
  ...Object.values(SYMBOLS),
  'Chiang Rai',
  'ACCSM Work Plan 20',
].filter((words) => words !== TITLES.plusThree && words !== SYMBOLS.plusThree);
const toldIn = (body: string) => INSIDE.filter((words) => body.includes(words));

/** As a browser would: where Next wants the query that belongs to these headers, it is asked with it. */
async function askThrough({ target, headers }: Disguise, cookie = ''): Promise<PlainAnswer> {
  const asked = { headers: cookie === '' ? headers : { ...headers, cookie } };
  const first = await ask(target, asked);
  const { location = '' } = first.headers;
  return /[?&]_rsc\b/.test(location) ? ask(location, asked) : first;
}

/** What is told behind each disguise that only somebody inside is told. */
async function leaks(asked: readonly Disguise[], cookie = ''): Promise<unknown[]> {
  const told: unknown[] = [];
  await inTurns(asked, async (disguise) => {
    const { status, body } = await askThrough(disguise, cookie);
    if (toldIn(body).length > 0) told.push([disguise.name, disguise.target, status, toldIn(body)]);
  });
  return told;
}

/** Pages of each shape: the root, a list, an id, and what lies below one. How an address is read hangs on no more. */
const shapes = () => [
  '/',
  '/meetings',
  ...['/meetings/', '/documents/', '/plans/', '/people/'].flatMap(
    (under) => pages.find((page) => page.startsWith(under)) ?? [],
  ),
  ...pages.filter((page) => /\/(compare|record|monitoring)\b/.test(page)).slice(0, 4),
];

const NEXT =
  'Next.js CVE-2025-29927, CVE-2026-44573, CVE-2026-44574, CVE-2026-44575, CVE-2026-45109: a guard in front of pages is passed by';

test(`PO1 (${NEXT} x-middleware-subrequest, RSC and prefetches of segments) no page is told to nobody`, async () => {
  const asked = pages.flatMap(headersFor);
  expect(asked.length).toBeGreaterThan(350);
  expect(await leaks(asked)).toEqual([]);
});

test(`PO1 (${NEXT} .rsc, ?_rsc=, segments, encoded and doubled addresses) no page is told to nobody`, async () => {
  const asked = [
    ...pages.flatMap(addressesFor).filter(({ name }) => /RSC|segments|letter|two slashes/.test(name)),
    ...shapes().flatMap(addressesFor),
  ];
  expect(asked.length).toBeGreaterThan(300);
  expect(await leaks(asked)).toEqual([]);
});

test(`PO1 (${NEXT} the same, with a session of another body) no page is told to a stranger`, async () => {
  const below = pages.filter((page) =>
    /^\/(documents|plans|rounds|brainstorm|centres|meetings)\/\w/.test(page),
  );
  const asked = below.flatMap(headersFor).filter(({ name }) => /guard|layouts|all segments/.test(name));
  expect(asked.length).toBeGreaterThan(80);
  expect(await leaks([...asked, ...shapes().slice(2).flatMap(addressesFor)], stranger)).toEqual([]);
});

test('PO1 (Next.js CVE-2026-44582: RSC answers in shared caches) what pages tell is kept by no cache; and the tests above can fail', async () => {
  const told = new Map<string, number>();
  const asked = pages.filter((_, index) => index % 4 === 0).flatMap(headersFor);
  await inTurns(asked, async (disguise) => {
    const { status, body, headers } = await askThrough(disguise, secretariat);
    if (status !== 200) return;
    const kept = [disguise.name, disguise.target, headers['cache-control']];
    expect(kept).toEqual([disguise.name, disguise.target, expect.stringMatching(/\bno-store\b/)]);
    if (toldIn(body).length > 0) told.set(disguise.name, (told.get(disguise.name) ?? 0) + 1);
  });
  for (const name of ['headers of a guard', 'RSC', 'the page without its layouts'])
    expect([name, (told.get(name) ?? 0) > 4]).toEqual([name, true]);
});

test('PO1 (Etherpad CVE-2018-9325: exports without a session; Next.js CVE-2025-29927) no route gives anything to nobody or to a stranger', async () => {
  const wrong: unknown[] = [];
  await inTurns(routesOf(pages), async (route) => {
    const nobody = await ask(route, { headers: OF_GUARDS });
    if (nobody.status !== 401) wrong.push(['nobody', route, nobody.status]);
    const other = await ask(route, { headers: { cookie: stranger } });
    const isOwn = /\/api\/(audit|search|notices|meetings\/\w+\/bundle$)/.test(route);
    if (toldIn(other.body).length > 0 || (!isOwn && other.status !== 404))
      wrong.push(['stranger', route, other.status]);
  });
  expect(wrong).toEqual([]);
});

test('PO1 (HedgeDoc GHSA-x74j-jmf9-534w: headers of uploads) whatever leaves as a file is a download, of the kind it says, and no page', async () => {
  let files = 0;
  await inTurns(routesOf(pages), async (route) => {
    const { status, headers } = await ask(route, { headers: { cookie: secretariat } });
    expect([route, status < 500]).toEqual([route, true]);
    expect([route, headers['x-content-type-options']]).toEqual([route, 'nosniff']);
    expect([route, headers['content-security-policy']]).toEqual([
      route,
      expect.stringContaining("object-src 'none'"),
    ]);
    if (status !== 200 || /json|gzip/.test(headers['content-type'] ?? '')) return;
    files += 1;
    expect([route, headers['content-disposition']]).toEqual([
      route,
      expect.stringMatching(/^attachment; filename="/),
    ]);
  });
  expect(files).toBeGreaterThan(15);
});

test('AC9 (HedgeDoc CVE-2026-58489: CSRF on export) another site neither reads an export nor changes anything by it', async () => {
  const [documentId] = pages.flatMap((page) => /^\/documents\/(doc_\w+)/.exec(page)?.[1] ?? []);
  const route = `/api/documents/${documentId}/text?format=html`;
  for (const origin of ['http://evil.test', 'null', `http://localhost:${port}.evil.test`]) {
    const headers = { cookie: secretariat, origin };
    const read = await ask(route, { headers });
    expect(read.headers['access-control-allow-origin']).toBeUndefined();
    expect(read.headers['cross-origin-resource-policy']).toBe('same-origin');
    const asked = await ask(route, { method: 'OPTIONS', headers });
    expect(asked.headers['access-control-allow-origin']).toBeUndefined();
    for (const method of ['POST', 'PUT', 'PATCH', 'DELETE']) {
      expect([method, (await ask(route, { method, headers })).status]).toEqual([method, 403]);
      expect([method, (await ask('/documents/new', { method, headers })).status]).toEqual([method, 403]);
    }
  }
  const bare = await ask(route, { method: 'POST', headers: { cookie: secretariat } });
  expect(bare.status).toBe(403);
});

const MEANT = ['/proc/self/environ', '/etc/passwd', '/package.json', '/.env'];

test('AC33 (Docmost CVE-2025-57231: path traversal to /proc/self/environ and the secret in it) no address leads to a file, and no process has the secret in its environment', async () => {
  const ups = [
    '/../../../../..',
    '/%2e%2e/%2e%2e/%2e%2e/%2e%2e',
    '/..%2f..%2f..%2f..',
    '/..%5c..%5c..',
    '/....//....//',
  ];
  const roots = [
    '',
    '/_next',
    '/_next/static',
    '/_next/static/chunks',
    '/api',
    '/api/verify/key',
    '/icon.svg',
  ];
  const targets = MEANT.flatMap((file) => [
    ...roots.flatMap((root) => ups.map((up) => `${root}${up}${file}`)),
    `/_next/image?url=${encodeURIComponent(file)}&w=64&q=75`,
    `/_next/image?url=${encodeURIComponent(`file://${file}`)}&w=64&q=75`,
    `/api/documents/${encodeURIComponent(`../..${file}`)}/text?format=json`,
    `/api/meetings/${encodeURIComponent(`../..${file}`)}/bundle/file`,
  ]);
  await inTurns(targets, async (target) => {
    const { body } = await ask(target, { headers: { cookie: secretariat } });
    expect([target, /root:x:0|MUFAKAT_|"dependencies"/.test(body)]).toEqual([target, false]);
    expect([target, body.includes(SECRET)]).toEqual([target, false]);
  });
  // Only Linux shows what a process was started with.
  if (process.platform !== 'linux') return;
  const pids = processTree(app.pid ?? 0);
  expect(pids.length).toBeGreaterThan(1);
  for (const pid of pids) expect(readFileSync(`/proc/${pid}/environ`, 'latin1')).not.toContain(SECRET);
});

test('SY1 (Next.js CVE-2026-44578: server-side request by an upgrade) an upgrade to an absolute address goes nowhere', async () => {
  let reached = 0;
  const inside = createServer((socket) => {
    reached += 1;
    socket.destroy();
  });
  await new Promise<void>((resolve) => inside.listen(0, '127.0.0.1', resolve));
  const address = `127.0.0.1:${(inside.address() as import('node:net').AddressInfo).port}`;
  const upgrade =
    'Connection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==';
  const targets = [
    `http://${address}/`,
    `http://${address}/sync/doc_1`,
    `//${address}/`,
    `https://${address}/_next/webpack-hmr`,
    '*',
  ];
  const heard = await Promise.all(
    targets.flatMap((target) =>
      ['', `x-forwarded-host: ${address}\r\n`].map((more) =>
        say(
          port,
          `GET ${target} HTTP/1.1\r\nHost: ${address}\r\n${more}Cookie: ${secretariat}\r\nOrigin: ${own.origin}\r\n${upgrade}\r\n\r\n`,
        ),
      ),
    ),
  );
  for (const answer of heard) expect(answer).toMatch(/^($|HTTP\/1\.1 4)/);
  const plain = await say(
    port,
    `GET http://${address}/ HTTP/1.1\r\nHost: ${address}\r\nConnection: close\r\n\r\n`,
  );
  expect(plain).not.toContain(TITLES.statement);
  expect(reached).toBe(0);
  inside.close();
});

async function send(path: string, action: string | null, fields: Readonly<Record<string, string>>) {
  const type = { 'content-type': 'multipart/form-data; boundary=x' };
  const named = action === null ? {} : { 'next-action': action };
  const asked = {
    method: 'POST',
    headers: { ...own, ...type, ...named },
    body: multipart(fields),
  };
  return Promise.race([ask(path, asked), pause(5000)]);
}

test('PO1 (Next.js CVE-2025-55182, CVE-2025-66478: RSC answers run code; CVE-2026-23870: RSC requests hold the server up) what a form sends is read as data, and soon', async () => {
  const bodies = rscAttacks(canary);
  const action = openAction();
  const wanted = ['/sign-in', '/set-up/nothing', '/verify'];
  for (const [index, fields] of bodies.entries()) {
    for (const named of [action, 'x', null]) {
      const answer = await send(wanted[index % wanted.length] ?? '/', named, fields);
      expect([index, named, answer !== null]).toEqual([index, named, true]);
      expect(answer?.body).not.toMatch(/root:x:0/);
    }
  }
  // The test can fail: what is sent in the same way and means no harm gets as far as the action.
  const honest = await send('/set-up/nothing', action, { '1_secret': 'nothing', 0: '["$K1"]' });
  expect(honest?.body).toContain('"status":"refused"');
  expect((await ask('/healthz')).status).toBe(200);
  expect(() => readFileSync(canary)).toThrow('ENOENT');
});

function pause(milliseconds: number): Promise<null> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds, null));
}

async function knock(email: string, headers: Record<string, string> = {}, more: Record<string, string> = {}) {
  const csrf = await ask('/api/auth/csrf');
  const { csrfToken } = JSON.parse(csrf.body) as { csrfToken: string };
  const cookie = (csrf.headers['set-cookie'] ?? []).map((line) => line.split(';')[0]).join('; ');
  const form = { email, password: 'not the password', csrfToken, json: 'true', ...more };
  const answer = await ask('/api/auth/callback/password', {
    method: 'POST',
    headers: { ...own, ...headers, cookie, 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams(form).toString(),
  });
  return {
    status: answer.status,
    url: String((JSON.parse(answer.body || '{}') as { url?: string }).url ?? ''),
  };
}

test('AC34 (next-auth CVE-2022-31093: a callbackUrl ends the process) an address to come back to that is none, or another’s, leads home', async () => {
  const odd = [
    'not an address',
    'http://',
    '//evil.test',
    'https://evil.test/x',
    'javascript:alert(1)',
    '%00',
    '\\\\evil.test',
  ];
  const cookie = (value: string) => `mufakat.callback=${encodeURIComponent(value)}`;
  for (const value of odd) {
    const query = `callbackUrl=${encodeURIComponent(value)}`;
    for (const target of [
      `/api/auth/signin?${query}`,
      `/api/auth/callback/password?${query}`,
      `/sign-in?${query}`,
    ]) {
      const { status, headers } = await ask(target, { headers: { cookie: cookie(value) } });
      expect([target, status < 500]).toEqual([target, true]);
      expect(new URL(headers.location ?? '/', own.origin).origin).toBe(own.origin);
    }
  }
  expect(app.output).not.toMatch(/evil\.test|not an address/);
  const email = PEOPLE.reviewer.email;
  const letIn = await knock(email, {}, { password: DEMO_PASSWORD, callbackUrl: 'https://evil.test/' });
  expect(letIn).toEqual({ status: 200, url: `${own.origin}/` });
});

/** Headers by which proxies say where somebody comes from. None is ours to believe here: no proxy is configured. */
const claims = (at: number): Record<string, string> => {
  const address = `203.0.113.${at}`;
  const names = [
    'cf-connecting-ip',
    'x-real-ip',
    'true-client-ip',
    'x-client-ip',
    'x-forwarded-for',
    'fastly-client-ip',
    'x-mufakat-peer',
  ];
  return { ...Object.fromEntries(names.map((name) => [name, address])), forwarded: `for=${address}` };
};

test('DE7 AC2 (HedgeDoc CVE-2026-58488: a rate limit is passed by CF-Connecting-IP; GHSA-6w39-x2c6-6mpf: no limit of sign-ins) a claimed address opens no door twice', async () => {
  const form = '--x\r\nContent-Disposition: form-data; name="hash"\r\n\r\n\r\n--x--\r\n';
  const headers = { ...own, 'content-type': 'multipart/form-data; boundary=x' };
  const examined: string[] = [];
  for (let at = 0; at < 31; at += 1) {
    const asked = { method: 'POST', headers: { ...headers, ...claims(at) }, body: form };
    examined.push(String((await ask('/api/verify', asked)).headers.location));
  }
  expect(examined.slice(0, 30).every((to) => to.includes('DE8'))).toBe(true);
  expect(examined[30]).toContain('DE7');
  const answers: string[] = [];
  await inTurns(
    Array.from({ length: 32 }, (_, at) => at),
    async (at) => {
      answers.push((await knock(`nobody.${at}@example.org`, claims(at))).url);
    },
  );
  expect(answers.filter((url) => url.includes('AC2')).length).toBeGreaterThanOrEqual(2);
  expect(answers.filter((url) => url.includes('AC1')).length).toBeLessThanOrEqual(30);
});
