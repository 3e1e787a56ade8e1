import { expect, test } from '@playwright/test';
import { expectNoAxeFindings } from './support/axe';
import { seat } from './support/people';
import { keepScreenshot } from './support/screenshots';
import { appForThisFile } from './support/server';

appForThisFile();

test('RC2 a delegation enters a programme of its centre; what is wrong is said and what was typed stays', async ({
  browser,
}) => {
  const { page, context } = await seat(browser, 'idHead', { viewport: { width: 1440, height: 900 } });
  await page.goto('/follow-up');
  await keepScreenshot(page, 'follow-up', { fullPage: false });
  await expectNoAxeFindings(page);
  await page.getByRole('link', { name: 'ASEAN pool of experts' }).click();
  await page.getByText('A new programme').click();
  const form = page.locator('form').filter({ hasText: 'Enter the programme' });
  await form.getByLabel('Title of the programme').fill('Pool of experts: second cohort');
  await form.getByLabel('From', { exact: true }).fill('2019-09-10');
  await form.getByLabel('To', { exact: true }).fill('2019-09-08');
  await form.getByLabel('People who took part').fill('24');
  await form.getByLabel('Thailand').check();
  await form.getByRole('button', { name: 'Enter the programme' }).click();
  await expect(form.getByRole('alert').first()).toBeVisible();
  await expect(form.getByLabel('Title of the programme')).toHaveValue('Pool of experts: second cohort');
  await form.getByLabel('To', { exact: true }).fill('2019-09-12');
  await form.getByRole('button', { name: 'Enter the programme' }).click();
  await expect(page.getByRole('heading', { name: 'Pool of experts: second cohort' })).toBeVisible();
  await expect(page.getByText('24 people')).toBeVisible();
  // What lies under the header of the page is no target at all.
  await page.evaluate(() => window.scrollTo(0, 0));
  await expectNoAxeFindings(page);
  await keepScreenshot(page, 'centre-light-desk');
  await context.close();

  const other = await seat(browser, 'thHead', { viewport: { width: 390, height: 844 }, colorScheme: 'dark' });
  await other.page.goto('/centres');
  await other.page.getByRole('link', { name: /คลังผู้เชี่ยวชาญอาเซียน|ASEAN pool of experts/ }).click();
  await expect(other.page.getByText('Pool of experts: second cohort')).toBeVisible();
  await expect(other.page.getByRole('button')).not.toContainText([/บันทึกโครงการ|Enter the programme/]);
  await keepScreenshot(other.page, 'centre-dark-phone');
  await other.context.close();
});
