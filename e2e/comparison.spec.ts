import { gunzipSync } from 'node:zlib';
import { expect, test } from '@playwright/test';
import { expectNoAxeFindings } from './support/axe';
import { documentPath, openText, wordsOf } from './support/documents';
import { seat } from './support/people';
import { keepScreenshot } from './support/screenshots';
import { appForThisFile } from './support/server';

appForThisFile();

test('a reviewer compares two versions: words, a moved clause, counts and a deep link', async ({
  browser,
}) => {
  const reviewer = await seat(browser, 'reviewer');
  const path = await documentPath(reviewer.page, 'statement');
  await reviewer.page.goto(`${path}/versions`);
  await keepScreenshot(reviewer.page, 'versions');
  await reviewer.page.goto(`${path}/compare?from=1&to=7`);
  await expect(reviewer.page.getByRole('region', { name: 'Summary of the changes' })).toBeAttached();
  expect(await reviewer.page.locator('main ins').count()).toBeGreaterThan(5);
  expect(await reviewer.page.locator('main del').count()).toBeGreaterThan(3);
  await expect(reviewer.page.locator('.redline').getByText(/moved/i).first()).toBeVisible();
  await keepScreenshot(reviewer.page, 'compare-inline', { fullPage: false });
  await reviewer.page.keyboard.press('n');
  await expect(reviewer.page).toHaveURL(/#/);
  const link = reviewer.page.url();
  await reviewer.page.goto('about:blank');
  await reviewer.page.goto(link);
  await expect(reviewer.page.locator(':target')).toBeInViewport();
  await reviewer.page.goto(`${path}/compare?from=1&to=7&view=side`);
  await keepScreenshot(reviewer.page, 'compare-side', { fullPage: false });
  await reviewer.page.goto(`${path}/compare?from=3&to=3`);
  await expect(reviewer.page.getByText('You chose the same version twice')).toBeVisible();
  await reviewer.page.goto(`${path}/compare?from=3&to=999`);
  await expect(reviewer.page.locator('main')).toContainText('999');
  await reviewer.context.close();
});

test('restoring is a forward edit: the text reads as before, later versions stay, colleagues see it', async ({
  browser,
}) => {
  const delegate = await seat(browser, 'thDelegate');
  const colleague = await seat(browser, 'vnDelegate');
  const path = await documentPath(delegate.page, 'statement');
  const text = await openText(colleague.page, path);
  const before = await wordsOf(text);
  await delegate.page.goto(`${path}/versions/1`);
  await delegate.page
    .getByRole('button', { name: /Restore/ })
    .first()
    .click();
  await delegate.page.getByRole('dialog').getByRole('button', { name: 'Bring it back' }).click();
  await expect.poll(async () => (await wordsOf(text)) !== before).toBe(true);
  await delegate.page.goto(`${path}/compare?from=1&to=now`);
  await expect(delegate.page.getByText('These two texts are the same, letter by letter')).toBeVisible();
  await delegate.page.goto(`${path}/versions`);
  await expect(delegate.page.getByText('Restored', { exact: false }).first()).toBeVisible();
  await delegate.page.goto(`${path}/versions/7`);
  await expect(delegate.page.getByRole('heading', { level: 1 }).first()).toBeVisible();
  await delegate.context.close();
  await colleague.context.close();
});

test('changes are filtered by kind and delegation, and the filtered list can be sent', async ({
  browser,
}) => {
  const reviewer = await seat(browser, 'reviewer');
  const { page } = reviewer;
  const path = await documentPath(page, 'statement');
  await page.goto(`${path}/compare?from=1&to=7`);
  const all = await page.locator('[data-entry]').count();
  await page.getByRole('checkbox', { name: /^Wording/ }).uncheck();
  await expect(page).toHaveURL(/show=moved\.clauses\.form\.table/);
  expect(await page.locator('[data-entry]').count()).toBeLessThan(all);
  await expect(page.locator('[data-group="wording"]')).toHaveCount(0);
  const link = page.url();
  await page.goto('about:blank');
  await page.goto(link);
  await expect(page.getByRole('checkbox', { name: /^Wording/ })).not.toBeChecked();
  await page.goto(`${path}/compare?from=1&to=7&show=table&by=TH`);
  await expect(page.getByText('No change answers these choices', { exact: false })).toBeVisible();
  await page.getByRole('button', { name: 'Clear the filter' }).click();
  await expect(page.locator('[data-entry]')).toHaveCount(all);
  await expect(page).toHaveURL(/to=7$/);
  await reviewer.context.close();
});

test('the map leads through the document; side by side a clause stands beside what it became', async ({
  browser,
}) => {
  const reviewer = await seat(browser, 'reviewer');
  const { page } = reviewer;
  const path = await documentPath(page, 'statement');
  await page.goto(`${path}/compare?from=1&to=7&view=side`);
  const map = page.getByRole('slider', { name: 'Map of the document' });
  await expect(map.locator('[data-kind="wording"]').first()).toBeAttached();
  await map.focus();
  await page.keyboard.press('End');
  await expect.poll(async () => Number(await map.getAttribute('aria-valuenow'))).toBeGreaterThan(70);
  await page.keyboard.press('Home');
  await expect.poll(async () => Number(await map.getAttribute('aria-valuenow'))).toBeLessThan(30);
  const tops = await page.locator('.r-row').evaluateAll((rows) =>
    rows.flatMap((row) => {
      const halves = [...row.querySelectorAll(':scope > .r-half')];
      return halves.length < 2 ? [] : [halves.map((half) => Math.round(half.getBoundingClientRect().top))];
    }),
  );
  expect(tops.length).toBeGreaterThan(10);
  for (const [old, fresh] of tops) expect(old).toBe(fresh);
  await expectNoAxeFindings(page);
  await reviewer.context.close();
});

test('the rows of a long comparison are for those who may compare, and are sent once', async ({
  browser,
}) => {
  const reviewer = await seat(browser, 'reviewer');
  const path = await documentPath(reviewer.page, 'statement');
  const rows = `/api${path}/redline/rows?from=1&to=7`;
  const first = await reviewer.context.request.get(rows);
  expect([first.status(), first.headers()['cache-control']]).toEqual([200, 'private, no-cache']);
  expect(gunzipSync(await first.body()).toString()).toContain('"rowCount"');
  const again = await reviewer.context.request.get(rows, {
    headers: { 'If-None-Match': first.headers().etag ?? '' },
  });
  expect(again.status()).toBe(304);
  expect((await reviewer.context.request.get(`/api${path}/redline/rows?from=x`)).status()).toBe(400);
  const stranger = await browser.newContext();
  expect((await stranger.request.get(rows)).status()).toBe(401);
  await stranger.close();
  await reviewer.context.close();
});
