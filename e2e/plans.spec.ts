import { readFileSync } from 'node:fs';
import { expect, type Page, test } from '@playwright/test';
import { expectNoAxeFindings } from './support/axe';
import { seat } from './support/people';
import { keepScreenshot } from './support/screenshots';
import { appForThisFile } from './support/server';

appForThisFile();

const PLAN = 'ACCSM Work Plan 2016–2020';

test('PL17 an activity shows the clause it stems from, and the challenges that clause came from', async ({
  browser,
}) => {
  const { page, context } = await seat(browser, 'secretariat', { viewport: { width: 1440, height: 900 } });
  await page.goto('/follow-up');
  await page.getByRole('link', { name: PLAN }).first().click();
  await expect(page.getByRole('heading', { level: 1, name: PLAN })).toBeVisible();
  const room = page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Follow-up' });
  await expect(room).toHaveAttribute('aria-current', 'page');
  const tools = page.getByRole('link', { name: 'Describe and shape' }).or(page.getByText('Kept matrices'));
  await expect(tools).toHaveCount(2);
  await page.emulateMedia({ media: 'print' });
  await expect(tools.filter({ visible: true })).toHaveCount(0);
  await page.emulateMedia({ media: null });
  await page.getByRole('link', { name: 'List', exact: true }).click();
  await page.getByText('Filter, sort, group').click();
  await page.getByLabel('Words').fill('monitoring');
  await page.getByRole('button', { name: 'Show', exact: true }).click();
  await expect(page.getByText(/of \d+ activities/)).toBeVisible();
  await expectNoAxeFindings(page);
  await keepScreenshot(page, 'plan-list-desk');
  await page.getByRole('link', { name: 'Timeline', exact: true }).click();
  await expect(page.getByText('As planned').first()).toBeVisible();
  await expectNoAxeFindings(page);
  await keepScreenshot(page, 'plan-timeline-desk');

  await page.goto('/plans');
  await page.getByRole('link', { name: PLAN }).first().click();
  await page.getByRole('link', { name: 'List', exact: true }).click();
  const activity = page.locator('a[href^="/plans/"][href*="/activities/"]').first();
  const name = await activity.innerText();
  await activity.click();
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible();
  await page.getByText('Tie to a clause of an adopted text').click();
  const clause = page.getByLabel('Clause of origin');
  const choice = clause.locator('option').filter({ hasText: 'ACCSM/20/SOM/CN.1' });
  await expect(choice.first()).toBeAttached();
  await clause.selectOption({ index: 2 });
  await page.getByRole('button', { name: 'Tie', exact: true }).click();
  await expect(page.locator('blockquote')).not.toBeEmpty();
  await expect(page.getByText('Tied to a clause').first()).toBeVisible();
  await expectNoAxeFindings(page);
  await keepScreenshot(page, 'plan-activity-desk');
  await context.close();
});

test('PL16 PL29 PL31 two plans lie beside each other; a lead country reports; the matrix is taken away', async ({
  browser,
}) => {
  const { page, context } = await seat(browser, 'thHead', {
    viewport: { width: 390, height: 844 },
    colorScheme: 'dark',
  });
  // A cell off the screen makes no row tall.
  await page.goto('/plans');
  const row = page.locator('tbody tr').filter({ hasText: '2016–2020' });
  expect((await row.boundingBox())?.height).toBeLessThan(120);
  await page.goto('/plans/compare');
  await expect(page.locator('#changed')).toBeVisible();
  await expect(page.locator('#dropped')).toBeVisible();
  await expectNoAxeFindings(page);
  await keepScreenshot(page, 'plan-compare-phone');
  await page.goto('/plans');
  await page
    .getByRole('link', { name: /2016|2559/ })
    .first()
    .click();
  await expect(page.locator('a[href^="/plans/"][href*="/activities/"]').first()).toBeVisible();
  await keepScreenshot(page, 'plan-phone', { fullPage: false });
  // The list stands in the place of the grid, which is not even loaded.
  await expect(page.locator('.plan-grid-frame')).toHaveCount(0);
  // PL16: a lead country reports from a phone; a reason that is missing is asked for, and what was typed stays.
  await page.getByRole('link', { name: 'Glossary of civil service terms of the region' }).click();
  const form = page.locator('form').filter({ has: page.locator('[name="statusReason"]') });
  await page
    .locator('summary')
    .filter({ hasText: /รายงาน|Report on this activity/ })
    .click();
  await form.locator('[name="status"]').selectOption('delayed');
  await form.locator('[name="revisedTo"]').fill('2019-11');
  await form.getByRole('button').click();
  await expect(form.getByRole('alert').first()).toBeVisible();
  await expect(form.locator('[name="revisedTo"]')).toHaveValue('2019-11');
  await form.locator('[name="statusReason"]').fill('The editors meet in November.');
  await form.getByRole('button').click();
  await expect(page.getByText('The editors meet in November.').first()).toBeVisible();
  await expectNoAxeFindings(page);
  await keepScreenshot(page, 'plan-activity-phone');
  await page.goBack();
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.locator('a[href$="format=csv"]').click(),
  ]);
  const csv = readFileSync(await file.path(), 'utf8');
  expect(csv.split('\r\n').length).toBeGreaterThan(30);
  const [word] = await Promise.all([
    page.waitForEvent('download'),
    page.locator('a[href$="format=docx"]').click(),
  ]);
  expect(word.suggestedFilename()).toBe('ACCSM-Work-Plan-2016-2020.docx');
  expect(
    readFileSync(await word.path())
      .subarray(0, 2)
      .toString(),
  ).toBe('PK');
  expect(csv).not.toMatch(/(^|,)[=+@-][A-Za-z]/m);
  await context.close();
});

test('PL27 PL34 PL35 a plan is tied to its text and shaped; what was changed meanwhile and what is measured is asked about', async ({
  browser,
}) => {
  const { page, context } = await seat(browser, 'secretariat', { viewport: { width: 1440, height: 900 } });
  const openShape = async (on: Page) => {
    await on.goto('/plans');
    await on.getByRole('link', { name: PLAN }).first().click();
    await on.getByRole('link', { name: 'Describe and shape' }).click();
    await expect(on.getByRole('heading', { level: 1, name: 'Describe and shape' })).toBeVisible();
  };
  await openShape(page);
  const late = await context.newPage();
  await openShape(late);

  // A plan in force is tied to an adopted text; its page then leads there.
  await page.getByLabel('Negotiated text').selectOption({ index: 1 });
  const text = await page.getByLabel('Negotiated text').locator('option:checked').innerText();
  await page.getByRole('button', { name: 'Save', exact: true }).first().click();
  await expect(page.getByText('Saved.').first()).toBeVisible();

  // Whoever began before that is told, and keeps what they typed.
  await late.getByLabel('Title', { exact: true }).first().fill('Another title');
  await late.getByRole('button', { name: 'Save', exact: true }).first().click();
  await expect(late.getByRole('alert').filter({ hasText: 'Somebody changed this' })).toBeVisible();
  await expect(late.getByLabel('Title', { exact: true }).first()).toHaveValue('Another title');
  await late.close();

  // PL33: years that leave out a round are refused at their field.
  await page.getByLabel('Last year').fill('2016');
  await page.getByRole('button', { name: 'Save', exact: true }).first().click();
  await expect(
    page.getByRole('alert').filter({ hasText: 'Its years must hold that period' }).first(),
  ).toBeVisible();
  await page.getByLabel('Last year').fill('2020');

  // A new area goes up, gets another name, and leaves again.
  await page.getByText('Add an area, outcome or output').click();
  const add = page.locator('details[open] form').last();
  await add.getByLabel('Code').fill('F');
  await add.getByLabel('Title', { exact: true }).fill('Inclusion');
  await add.getByRole('button', { name: 'Add' }).click();
  await expect(page.getByRole('heading', { level: 3, name: 'F Inclusion' })).toBeVisible();
  await page.getByRole('button', { name: 'Move F up' }).click();
  const areas = page.getByRole('heading', { level: 3 }).filter({ hasText: /^[A-F] / });
  await expect(areas.nth(4)).toHaveText(/^F/);
  await page.getByText('Change F', { exact: true }).click();
  const change = page.locator('details[open] form').first();
  await change.getByLabel('Title', { exact: true }).fill('Inclusion and access');
  await change.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByRole('heading', { level: 3, name: 'F Inclusion and access' })).toBeVisible();
  await expectNoAxeFindings(page);
  await keepScreenshot(page, 'plan-shape-desk');
  await page.getByText('Change F', { exact: true }).click();
  await page.getByRole('button', { name: 'Remove F' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Remove' }).click();
  await expect(page.getByRole('heading', { level: 3, name: /^F/ })).toHaveCount(0);

  // What carries activities does not go.
  await page.getByText('Change OP-A1', { exact: true }).click();
  await expect(
    page.locator('details[open]').getByText('when nothing stands under it any more'),
  ).toBeVisible();
  await page.getByRole('link', { name: PLAN }).click();
  const symbol = text.split(' ')[0] ?? '';
  await expect(page.getByRole('link', { name: symbol, exact: true })).toBeVisible();

  // Delegates have no such page.
  const lead = await seat(browser, 'thHead');
  await lead.page.goto('/plans');
  await lead.page
    .getByRole('link', { name: /2016|2559/ })
    .first()
    .click();
  const address = `${new URL(lead.page.url()).pathname}/shape`;
  await expect(lead.page.locator(`a[href="${address}"]`)).toHaveCount(0);
  await lead.page.goto(address);
  await expect(lead.page.locator('form').filter({ has: lead.page.locator('[name="seen"]') })).toHaveCount(0);
  await lead.context.close();
  await context.close();
});
