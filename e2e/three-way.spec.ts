import { expect, test } from '@playwright/test';
import { expectNoAxeFindings } from './support/axe';
import { documentPath, openText } from './support/documents';
import { seat } from './support/people';
import { keepScreenshot } from './support/screenshots';
import { appForThisFile } from './support/server';

appForThisFile();

test('three comparisons one click away, and what one last read', async ({ browser }) => {
  const reviewer = await seat(browser, 'reviewer');
  const { page } = reviewer;
  const path = await documentPath(page, 'statement');
  await page.goto(`${path}/versions`);
  const offers = page.getByRole('navigation', { name: 'Compare the text' });
  await expect(offers.locator('[data-comparison="lastRead"]')).toContainText(
    'You have not read this text yet',
  );
  await expect(offers.locator('[data-comparison="cleared"]')).toContainText('You act for no delegation');
  const noted = page.waitForResponse((response) => response.url().endsWith('/reading'));
  await page.goto(`${path}/versions/3`);
  expect((await noted).status()).toBe(204);
  await page.goto(`${path}/versions`);
  await expect(offers.locator('[data-comparison="lastRead"]')).toContainText('This is your first visit');
  await expectNoAxeFindings(page);
  await offers.getByRole('link', { name: /With the previous revision/ }).click();
  await expect(page).toHaveURL(/\/compare\?from=\d+&to=now/);
  await expect(page.getByRole('region', { name: 'Summary of the changes' })).toBeAttached();
  // What was read already is not told again.
  const told: string[] = [];
  page.on('request', (request) => {
    if (request.url().endsWith('/reading')) told.push(request.url());
  });
  await page.goto(`${path}/versions/2`);
  await page.waitForTimeout(6000);
  expect(told).toEqual([]);
  await reviewer.context.close();
});

test('a capital’s clearance: its delegation sees and withdraws it, others neither by page nor by hand', async ({
  browser,
}) => {
  const head = await seat(browser, 'sgHead');
  const path = await documentPath(head.page, 'statement');
  await head.page.goto(`${path}/versions`);
  await head.page.getByRole('button', { name: /Record that your capital cleared Rev\.1/ }).click();
  const dialog = head.page.getByRole('dialog');
  await expect(dialog.getByLabel('Cleared on')).not.toHaveValue('');
  // The browser would stop it by itself; the server must too.
  await dialog.getByLabel('Cleared on').evaluate((input) => input.removeAttribute('min'));
  await dialog.getByLabel('Cleared on').fill('2019-01-01');
  await dialog.getByLabel('Note').fill('Cleared by the Public Service Division');
  let clearing: { url: string; headers: Record<string, string>; body: Buffer | null } | null = null;
  head.page.on('request', (request) => {
    if (request.method() === 'POST' && request.headers()['next-action'] !== undefined) {
      clearing = { url: request.url(), headers: request.headers(), body: request.postDataBuffer() };
    }
  });
  await dialog.getByRole('button', { name: 'Record clearance' }).click();
  await expect(dialog.getByText(/not before the version was kept/)).toBeVisible();
  await dialog.getByLabel('Cleared on').fill('2019-03-18');
  await dialog.getByRole('button', { name: 'Record clearance' }).click();
  await expect(dialog.getByText(/Recorded: your capital has cleared version/)).toBeVisible();
  await dialog.getByRole('button', { name: 'Close' }).click();
  await expect(head.page.getByText('Cleared by your capital on 18 March 2019')).toBeVisible();

  const colleague = await seat(browser, 'sgDelegate');
  await openText(colleague.page, path);
  const cleared = colleague.page.locator('[data-comparison="cleared"]');
  await expect(cleared).toContainText('Rev.1, cleared on 18 March 2019, with the text as it stands');
  await colleague.page.goto(`${path}/versions`);
  await expect(colleague.page.getByText('Cleared by the Public Service Division')).toBeVisible();
  await expect(colleague.page.getByRole('button', { name: /Record that your capital/ })).toHaveCount(0);

  for (const person of [
    'vnDelegate',
    'thHead',
    'chair',
    'secretariat',
    'auditor',
    'administrator',
  ] as const) {
    const other = await seat(browser, person);
    for (const address of [`${path}/versions`, path, `${path}/compare`, '/audit', '/api/audit']) {
      const answer = await other.page.request.get(address);
      const told = await answer.text();
      expect(told, `${address} as ${person}`).not.toContain('Public Service Division');
      expect(told, `${address} as ${person}`).not.toMatch(/18 March 2019|2019-03-18/);
    }
    await other.context.close();
  }

  // The same request, by the hand of somebody who may not.
  const recorded = clearing as { url: string; headers: Record<string, string>; body: Buffer | null } | null;
  if (recorded === null) throw new Error('no action was sent');
  const { 'content-type': type = '', 'next-action': action = '' } = recorded.headers;
  const forged = await colleague.page.request.post(recorded.url, {
    headers: { 'content-type': type, 'next-action': action, origin: new URL(recorded.url).origin },
    data: recorded.body ?? Buffer.alloc(0),
  });
  expect(await forged.text()).toMatch(/"refused"/);

  await head.page.getByRole('button', { name: /Withdraw the clearance/ }).click();
  await head.page.getByRole('dialog').getByRole('button', { name: 'Withdraw clearance' }).click();
  await expect(head.page.getByRole('dialog').getByText(/is withdrawn/)).toBeVisible();
  await head.page.goto(`${path}/versions`);
  await expect(head.page.getByText(/Cleared by your capital/)).toHaveCount(0);
  await head.context.close();
  await colleague.context.close();
});

test('a seeded clearance is its delegation’s, and the trail holds only a seal', async ({ browser }) => {
  const delegate = await seat(browser, 'vnDelegate');
  const path = await documentPath(delegate.page, 'statement');
  await delegate.page.goto(`${path}/versions`);
  await expect(delegate.page.getByText('Cleared by your capital on 22 March 2019')).toBeVisible();
  await keepScreenshot(delegate.page, 'versions-cleared');
  await delegate.context.close();
  const auditor = await seat(browser, 'auditor');
  const trail = await (await auditor.page.request.get('/api/audit')).text();
  const sealed = trail.split('\n').filter((line) => line.includes('delegation.sealed'));
  expect(sealed.length).toBeGreaterThan(0);
  for (const line of sealed)
    expect(JSON.parse(line)).toMatchObject({ actorId: null, country: null, bodyId: null });
  await auditor.context.close();
});

test('three texts beside each other: filters, links, pages, and what cannot be compared', async ({
  browser,
}) => {
  const reviewer = await seat(browser, 'reviewer');
  const { page } = reviewer;
  const path = await documentPath(page, 'statement');
  await page.goto(`${path}/compare`);
  await page.getByRole('link', { name: 'Compare three versions' }).click();
  await expect(page).toHaveURL(/\/compare\/three\?/);
  await expect(page.locator('.three-clause').first()).toBeVisible();
  await page.goto(`${path}/compare/three?base=1&a=3&b=7`);
  const clauses = page.locator('.three-clause');
  await expect(clauses.first()).toBeVisible();
  expect(await page.locator('.three-clause[data-touch="neither"]').count()).toBe(0);
  await expectNoAxeFindings(page);
  await keepScreenshot(page, 'three-way', { fullPage: false });
  await page.getByRole('link', { name: /^Touched by both/ }).click();
  await expect(page).toHaveURL(/show=both/);
  await expect(page.locator('.three-clause[data-touch^="only"]')).toHaveCount(0);
  await page.getByRole('link', { name: /^Whole text/ }).click();
  await expect(page.getByText('Page 1 of')).toBeVisible();
  await page.getByRole('link', { name: 'Next page' }).click();
  await expect(page.getByText('Page 2 of')).toBeVisible();
  await page.getByRole('navigation', { name: 'The same texts two by two' }).getByRole('link').first().click();
  await expect(page).toHaveURL(/\/compare\?from=1&to=3/);
  await page.goto(`${path}/compare/three?base=3&a=3&b=7`);
  await expect(page.getByText('You chose the same text twice')).toBeVisible();
  await page.goto(`${path}/compare/three?base=1&a=3&b=999`);
  await expect(page.locator('main')).toContainText('no version “999”');
  await page.goto(`${path}/compare/three?base=first&a=3&b=7`);
  await expect(page.locator('main')).toContainText('no version “first”');
  await reviewer.context.close();
});

test('the chart of revisions leads to each comparison and says the same in numbers', async ({ browser }) => {
  const reviewer = await seat(browser, 'reviewer');
  const { page } = reviewer;
  const path = await documentPath(page, 'statement');
  await page.goto(`${path}/versions`);
  await page.getByRole('link', { name: 'How the text converged' }).click();
  await expect(page).toHaveURL(/\/convergence$/);
  await expect(page.getByRole('link', { name: 'Versions', exact: true })).toHaveAttribute(
    'aria-current',
    'page',
  );
  const bar = page.getByRole('link', { name: /^Rev\.2, .*inserted.*deleted/ });
  await expect(bar).toBeVisible();
  await expect(page).toHaveTitle(/Convergence/);
  await expectNoAxeFindings(page);
  await keepScreenshot(page, 'convergence');
  await page.getByText('The same in numbers').click();
  await expect(page.getByRole('row', { name: /^Rev\.2/ })).toBeVisible();
  await bar.click();
  await expect(page).toHaveURL(/\/compare\?from=\d+&to=\d+/);
  await reviewer.context.close();
});
