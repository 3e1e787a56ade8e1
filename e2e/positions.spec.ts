import { type Browser, expect, type Page, test } from '@playwright/test';
import { documentPath } from './support/documents';
import { seat } from './support/people';
import { keepScreenshot } from './support/screenshots';
import { appForThisFile } from './support/server';

appForThisFile();

/** The chair does not retain what is on the table on a clause. */
async function dealWith(page: Page, path: string, clauseId: string): Promise<void> {
  await page.goto(`${path}/negotiation/${clauseId}`);
  for (const box of await page.getByRole('checkbox', { name: /^Choose proposal/ }).all()) await box.check();
  await page.getByRole('button', { name: 'Deal with the chosen' }).click();
  const deal = page.locator('#deal');
  await deal.locator('summary', { hasText: /^Do not retain$/ }).click();
  await deal.getByLabel('Reason', { exact: true }).filter({ visible: true }).fill('For another meeting.');
  await deal.getByRole('button', { name: 'Do not retain', exact: true }).click();
  await expect(page.locator('section', { hasText: 'Decided so far' }).last()).toContainText('Not retained');
}

/** A delegation says where it stands on the clauses that show these words, and is heard. */
async function takes(
  browser: Browser,
  person: Parameters<typeof seat>[1],
  path: string,
  stance: string,
  words: string | RegExp,
): Promise<void> {
  const { page, context } = await seat(browser, person);
  await page.goto(`${path}/negotiation`);
  await choose(page, words);
  await page.getByRole('combobox', { name: 'Position', exact: true }).selectOption({ label: stance });
  await page.getByRole('combobox', { name: 'Who sees it' }).selectOption('tabled');
  await page.getByRole('button', { name: 'Take the position' }).click();
  await expect(page.getByRole('status').filter({ hasText: 'Saved' })).toBeVisible();
  await context.close();
}

async function choose(page: Page, words: string | RegExp): Promise<void> {
  const boxes = page.getByRole('listitem').filter({ hasText: words }).getByRole('checkbox');
  await expect(boxes.first()).toBeVisible();
  for (const box of await boxes.all()) await box.check();
}

test('a text is adopted once nothing is missing: an ad ref confirmed, a reserve lifted, found and confirmed', async ({
  browser,
}) => {
  test.setTimeout(240_000);
  const chair = await seat(browser, 'chair');
  const path = await documentPath(chair.page, 'workPlan');
  for (const clauseId of ['c_wp_p14', 'c_wp_p22']) await dealWith(chair.page, path, clauseId);

  // Before that adoption is refused, and the page names what is missing and whom it waits for.
  await chair.page.goto(`${path}/adopt`);
  await chair.page.getByRole('button', { name: 'Pens down' }).first().click();
  await chair.page.getByRole('dialog').getByRole('button', { name: 'Pens down' }).click();
  await expect(chair.page.getByText('This text cannot be put to the room yet')).toBeVisible();
  const missing = (kind: string) =>
    chair.page.locator('dl > div').filter({ has: chair.page.getByText(kind, { exact: true }) });
  await expect(missing('Objections')).toContainText('Singapore');
  await expect(missing('Reserves')).toContainText('Malaysia');
  await expect(missing('Capitals that have yet to confirm')).toContainText('Indonesia');
  await keepScreenshot(chair.page, 'adopt-missing');

  await takes(
    browser,
    'idHead',
    path,
    'Our capital confirms (ad referendum)',
    'Your capital has yet to confirm',
  );
  await takes(browser, 'myHead', path, 'Can accept', 'Reserves: Malaysia');
  await takes(browser, 'sgHead', path, 'Can accept', 'Objects: Singapore');

  // What is left is the chair's to find; two acceptances were of other words, which the refusal says by name.
  await chair.page.goto(`${path}/negotiation?show=unsettled`);
  await keepScreenshot(chair.page, 'negotiation');
  const find = async () => {
    await chair.page.getByRole('button', { name: 'Choose all shown' }).click();
    await chair.page.getByRole('combobox', { name: 'Finding' }).selectOption({ label: 'Agreed' });
    await chair.page.getByRole('button', { name: 'Record it' }).click();
  };
  await find();
  await expect(chair.page.getByRole('alert').filter({ hasText: 'Philippines and Viet Nam' })).toBeVisible();
  for (const person of ['phHead', 'vnHead'] as const)
    await takes(browser, person, path, 'Can accept', 'Your acceptance has to be reconfirmed');
  await chair.page.reload();
  await find();
  await expect(chair.page.getByText('Every clause is agreed.').first()).toBeVisible();

  await chair.page.goto(`${path}/adopt`);
  await expect(chair.page.getByText(/^Nothing is missing/)).toBeVisible();
  await chair.page.getByRole('button', { name: 'Put it to the room' }).click();
  await chair.page
    .getByRole('dialog')
    .getByRole('button', { name: /^No objection/ })
    .click();
  await expect(chair.page.getByText('What you found waits for the secretariat')).toBeVisible();

  // The home page of the secretariat leads to the last step.
  const secretariat = await seat(browser, 'secretariat');
  await secretariat.page.goto('/');
  await secretariat.page.getByRole('link', { name: /^Go to the confirmation/ }).click();
  await secretariat.page.getByRole('button', { name: /^Confirm/ }).click();
  await secretariat.page
    .getByRole('dialog')
    .getByRole('button', { name: /^Confirm/ })
    .click();
  await expect(secretariat.page).toHaveURL(/\/record$/);
  for (const { context } of [chair, secretariat]) await context.close();
});
