import { expect, type Page, test } from '@playwright/test';
import { expectNoAxeFindings } from './support/axe';
import { seat } from './support/people';
import { keepScreenshot } from './support/screenshots';
import { appForThisFile } from './support/server';

appForThisFile();

const DESK = { viewport: { width: 1440, height: 900 } };

/** From the home page into what waits there. */
async function openOwed(page: Page, button: RegExp): Promise<void> {
  await page.goto('/');
  await page.getByRole('link', { name: button }).first().click();
}

async function confirm(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name }).click();
  await page.getByRole('dialog').getByRole('button', { name }).click();
}

test('MO14 MO39 a return is filled, submitted, asked about, answered and accepted; the dashboard moves and says of how many', async ({
  browser,
}) => {
  const delegate = await seat(browser, 'khDelegate', DESK);
  await openOwed(delegate.page, /Fill it/);
  await expect(delegate.page.getByRole('heading', { level: 1 })).toHaveText('Return for 2018');
  const answer = (code: string) => delegate.page.getByRole('textbox', { name: `${code} figure` });
  await answer('B-1').fill('about 30');
  await answer('E-2').fill('17');
  await delegate.page.getByLabel('B-2 kind of answer').selectOption('Not available');
  await delegate.page.getByLabel('D-1 kind of answer').selectOption('Not applicable');
  await delegate.page.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(delegate.page.getByText('is no percentage between 0 and 100')).toBeVisible();
  await expect(answer('E-2')).toHaveValue('17');
  await keepScreenshot(delegate.page, 'monitoring-return-wrong', { fullPage: false });
  await answer('B-1').fill('30.5 %');
  await delegate.page.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(delegate.page.getByText('Saved: 4 answers changed.')).toBeVisible();
  await delegate.page.evaluate(() => window.scrollTo(0, 0));
  await expectNoAxeFindings(delegate.page);
  await keepScreenshot(delegate.page, 'monitoring-return-form');
  await expect(delegate.page.getByRole('button', { name: 'Submit the return' })).toHaveCount(0);

  const head = await seat(browser, 'khHead', DESK);
  await openOwed(head.page, /Fill it/);
  await expect(head.page.getByRole('textbox', { name: 'B-1 figure' })).toHaveValue('30.5');

  const secretariat = await seat(browser, 'secretariat', DESK);
  const desk = secretariat.page;
  await openOwed(desk, /Look at them/);
  const ofCambodia = desk.getByRole('row', { name: /Cambodia/ });
  await expect(ofCambodia).toContainText('awaited');
  await expectNoAxeFindings(desk);
  await keepScreenshot(desk, 'monitoring-round');
  await confirm(head.page, 'Submit the return');
  await expect(head.page.getByText('submitted', { exact: true })).toBeVisible();

  await desk.reload();
  await expect(ofCambodia).toContainText('submitted');
  await ofCambodia.getByRole('link').click();
  await desk.getByText('Ask for clarification').click();
  await desk.getByLabel('Question').fill('Which agencies are counted?');
  await desk.getByRole('button', { name: 'Ask', exact: true }).click();
  await expect(desk.getByText('asked about', { exact: true })).toBeVisible();
  await keepScreenshot(desk, 'monitoring-return-read');

  await openOwed(head.page, /Answer/);
  await expect(head.page.getByText('Which agencies are counted?')).toBeVisible();
  await head.page.getByText('Answer the secretariat').click();
  await head.page.getByLabel('Answer', { exact: true }).fill('Those of the central government.');
  await head.page.getByRole('button', { name: 'Answer and submit' }).click();
  await expect(head.page.getByText('Answered and submitted')).toBeVisible();

  await desk.getByRole('link', { name: 'How far the plan is' }).click();
  await expect(desk.getByText('returns of 6 of 10 members')).toBeVisible();
  await expect(desk.locator('#content')).toContainText('6 of 10 reported');
  const dashboard = desk.url();
  await openOwed(desk, /Look at them/);
  await ofCambodia.getByRole('link').click();
  await confirm(desk, 'Accept the return');
  await expect(desk.getByText('accepted', { exact: true })).toBeVisible();
  await desk.goto(dashboard);
  await expect(desk.getByText('returns of 7 of 10 members')).toBeVisible();
  await expect(desk.locator('#content')).toContainText('7 of 10 reported');
  await desk.evaluate(() => window.scrollTo(0, 0));
  await expectNoAxeFindings(desk);
  await keepScreenshot(desk, 'monitoring-dashboard-light-desk');
  await desk.emulateMedia({ colorScheme: 'dark', media: 'screen' });
  await keepScreenshot(desk, 'monitoring-dashboard-dark-desk');
  await desk.emulateMedia({ colorScheme: 'light', media: 'print' });
  await keepScreenshot(desk, 'monitoring-dashboard-print');

  // MO26: a delegation sees the region and itself, and nobody else's return.
  await head.page.goto(dashboard);
  await expect(head.page.getByText('you see the region and your own row')).toBeVisible();
  await head.page.locator('summary').filter({ hasText: 'The same figures as a table' }).click();
  await expect(head.page.getByRole('columnheader', { name: 'Cambodia' })).toBeVisible();
  await expect(head.page.getByRole('columnheader', { name: 'Thailand' })).toHaveCount(0);
  await head.page.getByRole('link', { name: 'Collection rounds' }).click();
  await head.page.getByRole('link', { name: '2018', exact: true }).click();
  await expect(head.page.getByRole('row', { name: /Thailand/ }).getByRole('link')).toHaveCount(0);
  await head.page.goto(`${head.page.url()}/returns/TH`);
  await expect(head.page.getByRole('heading', { name: 'Answers' })).toHaveCount(0);
  for (const { context } of [delegate, head, secretariat]) await context.close();
});

test('MO2 the pages read on a phone, in the dark and in Thai', async ({ browser }) => {
  const phone = { viewport: { width: 390, height: 844 }, colorScheme: 'dark' } as const;
  const { page, context } = await seat(browser, 'thHead', phone);
  await page.goto('/inbox');
  await page.locator('a[href^="/rounds/"]').first().click();
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
  await keepScreenshot(page, 'monitoring-round-phone');
  await page.getByRole('link', { name: 'ตัวชี้วัด', exact: true }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'ตัวชี้วัด' })).toBeVisible();
  await expectNoAxeFindings(page);
  await keepScreenshot(page, 'monitoring-indicators-phone');
  await page.getByRole('link', { name: 'ความก้าวหน้า', exact: true }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'การติดตามและประเมินผล' })).toBeVisible();
  await expectNoAxeFindings(page);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
  await keepScreenshot(page, 'monitoring-dashboard-phone');
  await context.close();

  const desk = await seat(browser, 'secretariat', DESK);
  await desk.page.goto('/inbox');
  await desk.page.locator('a[href^="/rounds/"]').first().click();
  await desk.page.getByRole('link', { name: 'Indicators', exact: true }).click();
  await keepScreenshot(desk.page, 'monitoring-indicators-desk');
  await desk.page.getByText('Sheet', { exact: true }).first().click();
  await desk.page.getByText('Change the targets').first().click();
  await desk.page.getByText('Change the sheet').first().click();
  await expectNoAxeFindings(desk.page);
  await keepScreenshot(desk.page, 'monitoring-indicator-sheet');
  await desk.context.close();
});
