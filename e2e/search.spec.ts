import { expect, test } from '@playwright/test';
import { expectNoAxeFindings } from './support/axe';
import { seat } from './support/people';
import { keepScreenshot } from './support/screenshots';
import { appForThisFile } from './support/server';

appForThisFile();

test('SE2 one finds a clause from anywhere, by keyboard, in English and in Thai', async ({ browser }) => {
  const { page, context } = await seat(browser, 'reviewer', { viewport: { width: 1280, height: 800 } });
  await page.keyboard.press('Control+k');
  const box = page.getByRole('combobox', { name: 'Words to look for' });
  await expect(async () => {
    await box.fill('');
    await box.fill('digital competencies');
    await expect(page.getByRole('option').first()).toBeVisible({ timeout: 1500 });
  }).toPass();
  await expect(page.getByRole('option').first()).toContainText('digital');
  await keepScreenshot(page, 'search-palette', { fullPage: false });
  await expectNoAxeFindings(page);
  await box.press('Enter');
  await expect(page).toHaveURL(/\/documents\/doc_/);

  // A page by its name.
  await page.keyboard.press('Control+k');
  await box.fill('resource');
  await page
    .getByRole('option', { name: /ASEAN Resource Centres/ })
    .first()
    .click();
  await expect(page).toHaveURL(/\/centres$/);

  // What belongs to no document: meetings, clusters, indicators, plans, centres, actions, each under its name.
  for (const [question, kind] of [
    ['Data that is governed', 'Cluster'],
    ['Send the sheets', 'Action'],
    ['Senior Officials', 'Meeting'],
    ['pool of experts', 'Resource centre'],
    ['Work Plan 2016', 'Work plan'],
    ['เจ้าหน้าที่อาวุโส', 'Meeting'],
  ] as const) {
    await page.goto(`/search?q=${encodeURIComponent(question)}`);
    await expect(page.locator('ol li', { hasText: kind }).first(), question).toBeVisible();
  }

  await page.goto(`/search?q=${encodeURIComponent('ข้าราชการ')}`);
  await expect(page.locator('mark').first()).toContainText('ข้าราชการ');
  await expectNoAxeFindings(page);
  await keepScreenshot(page, 'search-page', { fullPage: false });
  await context.close();
});

test('SE1 whoever has nothing to do with a body finds nothing of it', async ({ browser }) => {
  const { page, context } = await seat(browser, 'jpDelegate', {
    viewport: { width: 390, height: 844 },
    colorScheme: 'dark',
  });
  await page.goto('/search?q=competencies');
  await expect(page.getByText('Nothing was found.')).toBeVisible();
  await keepScreenshot(page, 'search-none-phone', { fullPage: false });
  await context.close();
});
