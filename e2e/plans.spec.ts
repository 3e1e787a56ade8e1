import { readFileSync } from 'node:fs';
import { expect, test } from '@playwright/test';
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
