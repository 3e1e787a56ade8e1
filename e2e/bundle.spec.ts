import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { expect, type Page, test } from '@playwright/test';
import { strFromU8, unzipSync } from 'fflate';
import { SYMBOLS } from '../seeds';
import { expectNoAxeFindings } from './support/axe';
import { documentPath } from './support/documents';
import { seat } from './support/people';
import { keepScreenshot } from './support/screenshots';
import { appForThisFile } from './support/server';

appForThisFile();

const MAKING_MS = 60_000;

async function openMeeting(page: Page): Promise<void> {
  await page.goto('/meetings');
  await page
    .getByRole('link', { name: /Senior Officials/ })
    .first()
    .click();
  await expect(page).toHaveURL(/\/meetings\/./);
}

/** Makes the bundle of the meeting on the page and downloads it: its files by name. */
async function bundleOf(page: Page): Promise<Record<string, Uint8Array>> {
  await page.getByRole('button', { name: 'Make the bundle' }).click();
  await expect(page.getByText('The bundle is ready.')).toBeVisible({ timeout: MAKING_MS });
  const downloading = page.waitForEvent('download');
  await page.getByRole('link', { name: /^Download \([\d.]+ MB\)$/ }).click();
  const download = await downloading;
  expect(download.suggestedFilename()).toMatch(/\.zip$/);
  return unzipSync(await readFile(await download.path()));
}

/** What the plain index says of every file: its fingerprint by name. */
function indexed(files: Record<string, Uint8Array>): Record<string, string> {
  const index = strFromU8(files['index.txt'] ?? new Uint8Array());
  const lines = [...index.matchAll(/^([0-9a-f]{64}) {2}(.+)$/gm)];
  return Object.fromEntries(lines.map(([, sha256 = '', name = '']) => [name, sha256]));
}

function expectIndexHolds(files: Record<string, Uint8Array>): void {
  const hashes = Object.entries(files)
    .filter(([name]) => !name.startsWith('index.') && !name.endsWith('/'))
    .map(([name, bytes]) => [name, createHash('sha256').update(bytes).digest('hex')]);
  expect(hashes.length).toBeGreaterThan(0);
  expect(indexed(files)).toEqual(Object.fromEntries(hashes));
  for (const [name] of hashes) expect(strFromU8(files['index.html'] ?? new Uint8Array())).toContain(name);
}

test('the secretariat takes a meeting away as one file, and its index proves every paper in it', async ({
  browser,
}) => {
  const { page, context } = await seat(browser, 'secretariat');
  await openMeeting(page);
  const progress = page.getByRole('progressbar', { name: 'Papers of the meeting' });
  const seen = progress.waitFor({ state: 'visible', timeout: MAKING_MS });
  const files = await bundleOf(page);
  await seen;
  await expect(progress).toHaveCount(0);
  await expect(page.getByText('These files could not be made')).toHaveCount(0);
  expectIndexHolds(files);
  const names = Object.keys(files);
  const index = strFromU8(files['index.txt'] ?? new Uint8Array());
  for (const key of ['statement', 'workPlan', 'conceptNote', 'report'] as const)
    expect(index).toContain(SYMBOLS[key]);
  const pdfs = names.filter((name) => name.endsWith('.pdf'));
  expect(names.filter((name) => name.endsWith('.docx'))).toHaveLength(pdfs.length);
  for (const name of pdfs) expect(strFromU8((files[name] ?? new Uint8Array()).subarray(0, 5))).toBe('%PDF-');
  const evidence = names.filter((name) => name.endsWith('.evidence.json'));
  expect(evidence.length).toBeGreaterThan(0);
  for (const name of evidence)
    expect(() => JSON.parse(strFromU8(files[name] ?? new Uint8Array()))).not.toThrow();
  await expectNoAxeFindings(page);
  await keepScreenshot(page, 'bundle-ready');
  await context.close();
});

test('an observer takes away only what observers may read', async ({ browser }) => {
  const { page, context } = await seat(browser, 'observer');
  await openMeeting(page);
  const files = await bundleOf(page);
  expectIndexHolds(files);
  const index = strFromU8(files['index.txt'] ?? new Uint8Array());
  expect(index).not.toContain(SYMBOLS.statement);
  expect(Object.values(SYMBOLS).filter((symbol) => index.includes(symbol)).length).toBeGreaterThan(0);
  await context.close();
});

test('nobody fetches the bundle of another person, nor of a meeting that is not theirs', async ({
  browser,
}) => {
  const secretariat = await seat(browser, 'secretariat2');
  await openMeeting(secretariat.page);
  await bundleOf(secretariat.page);
  const file = `/api${new URL(secretariat.page.url()).pathname}/bundle/file`;
  for (const person of ['reviewer', 'jpDelegate'] as const) {
    const { page, context } = await seat(browser, person);
    const answer = await page.request.get(file);
    expect(answer.status()).toBe(404);
    await context.close();
  }
  await secretariat.context.close();
});

test('a text, a version and a comparison are PDF files, for whoever may read them', async ({ browser }) => {
  const { page, context } = await seat(browser, 'thDelegate');
  const path = await documentPath(page, 'statement');
  await page.goto(path);
  await page.getByRole('button', { name: 'Download' }).first().click();
  const link = page.locator('#download-panel a[href*="format=pdf"]').first();
  await expect(link).toBeVisible();
  await keepScreenshot(page, 'download-menu', { fullPage: false });
  const now = (await link.getAttribute('href')) ?? '';
  const comparison = `/api${path}/redline?from=1&to=7&format=pdf`;
  for (const address of [now, `${now}&version=2`, comparison]) {
    const answer = await page.request.get(address);
    expect(answer.status(), address).toBe(200);
    expect(answer.headers()['content-type']).toBe('application/pdf');
    expect((await answer.body()).subarray(0, 4).toString('latin1')).toBe('%PDF');
  }
  await context.close();
});
