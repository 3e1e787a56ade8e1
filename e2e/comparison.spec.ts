import { expect, test } from '@playwright/test';
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
