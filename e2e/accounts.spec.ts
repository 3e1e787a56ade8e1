import { expect, type Page, test } from '@playwright/test';
import { PEOPLE } from '../seeds';
import { expectNoAxeFindings } from './support/axe';
import { seat } from './support/people';
import { keepScreenshot } from './support/screenshots';
import { appForThisFile } from './support/server';

const app = appForThisFile();

test('AC12: the secretariat invites a delegate, who comes in by the link, and is suspended', async ({
  browser,
}) => {
  const desk = await seat(browser, 'secretariat');
  const { page } = desk;
  await page.goto('/people');
  await expectNoAxeFindings(page);
  await keepScreenshot(page, 'people');
  await page.getByRole('link', { name: 'Invite a person' }).click();
  await page.getByRole('button', { name: 'Make the account' }).click();
  await expect(page.getByRole('alert').filter({ hasText: 'Please fill this in.' })).toHaveCount(2);
  await page.getByLabel('Name', { exact: true }).fill('Putri Maharani');
  await page.getByLabel('E-mail address').fill('putri@example.org');
  await page.getByLabel('Role', { exact: true }).selectOption('delegate');
  await page.getByLabel('Body').selectOption({ label: await bodyLabel(page, 'ACCSM ·') });
  await page.getByLabel('Country').selectOption('ID');
  await expectNoAxeFindings(page);
  await keepScreenshot(page, 'people-new');
  await page.getByRole('button', { name: 'Make the account' }).click();
  const link = await page.locator('code').filter({ hasText: '/set-up/' }).innerText();
  await keepScreenshot(page, 'people-invited');

  const context = await browser.newContext();
  const putri = await context.newPage();
  await putri.goto(link);
  await expect(putri.getByText('Putri Maharani')).toBeVisible();
  await putri.getByLabel('Password', { exact: true }).fill('seven quiet rivers meet');
  await putri.getByRole('button', { name: 'Set the password and sign in' }).click();
  await expect(putri).toHaveURL(`${app.current.url}/`);
  await putri.goto('/settings');
  await expect(putri.getByRole('main')).toContainText('putri@example.org');

  await page.goto('/people?q=putri');
  await page.getByRole('link', { name: 'Putri Maharani' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Putri Maharani');
  await expectNoAxeFindings(page);
  await keepScreenshot(page, 'person');
  await page.getByRole('button', { name: 'Suspend' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Suspend' }).click();
  await expect(page.getByRole('button', { name: 'Reinstate' })).toBeVisible();
  await putri.goto('/settings');
  await expect(putri).toHaveURL(/\/sign-in/);
  await page.getByRole('button', { name: 'Reinstate' }).click();
  await expect(page.getByRole('button', { name: 'Suspend' })).toBeVisible();
  await context.close();
  await desk.context.close();
});

async function bodyLabel(page: Page, start: string): Promise<string> {
  const labels = await page.getByLabel('Body').locator('option').allTextContents();
  return labels.find((label) => label.startsWith(start)) ?? '';
}

test('AC13: roles are given and ended with their days', async ({ browser }) => {
  const desk = await seat(browser, 'secretariat');
  const { page } = desk;
  await page.goto(`/people?q=${encodeURIComponent(PEOPLE.phDelegate.email)}`);
  await page.getByRole('link', { name: PEOPLE.phDelegate.name }).click();
  await page.getByText('Give a role').click();
  await page.getByLabel('Role', { exact: true }).selectOption('reviewer');
  await page.getByLabel('First day').fill('2090-01-01');
  await page.getByLabel('Last day').fill('2089-12-31');
  await page.getByRole('button', { name: 'Give the role' }).click();
  await expect(page.getByRole('alert').filter({ hasText: 'last day comes after' }).first()).toBeVisible();
  await page.getByLabel('Last day').fill('2090-12-31');
  await page.getByRole('button', { name: 'Give the role' }).click();
  await expect(page.getByText('to come')).toBeVisible();
  await page
    .getByRole('listitem')
    .filter({ hasText: 'to come' })
    .getByRole('button', { name: 'End', exact: true })
    .click();
  await page.getByRole('dialog').getByRole('button', { name: 'End' }).click();
  await expect(page.getByText('to come')).toHaveCount(0);
  await desk.context.close();
});

test('PO5: a delegate has no business with the list of people', async ({ browser }) => {
  const { context, page } = await seat(browser, 'phDelegate');
  await page.goto('/people');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('This is not open to you');
  await context.close();
});

test('AC3: a session is seen and ended from another device', async ({ browser }) => {
  const desk = await seat(browser, 'vnDelegate');
  const phone = await seat(browser, 'vnDelegate', { viewport: { width: 390, height: 844 } });
  await desk.page.goto('/settings');
  await expectNoAxeFindings(desk.page);
  await keepScreenshot(desk.page, 'settings');
  await expect(desk.page.getByText('this one')).toHaveCount(1);
  await desk.page.getByRole('button', { name: /^End Chrome/ }).click();
  await expect(desk.page.getByRole('button', { name: /^End Chrome/ })).toHaveCount(0);
  await phone.page.goto('/settings');
  await expect(phone.page).toHaveURL(/\/sign-in\?next=%2Fsettings$/);
  await expect(phone.page.getByText('Your session has ended')).toBeVisible();
  await phone.context.close();
  await desk.context.close();
});

test('AC10: an access token is shown once and can be revoked', async ({ browser }) => {
  const { context, page } = await seat(browser, 'sgDelegate');
  await page.goto('/settings');
  await page.getByRole('button', { name: 'Make the token' }).click();
  await expect(page.getByRole('alert').filter({ hasText: 'Please fill this in.' })).toBeVisible();
  await page.getByLabel('Name', { exact: true }).fill('Minutes to the archive');
  await page.getByRole('button', { name: 'Make the token' }).click();
  await expect(page.locator('code').filter({ hasText: 'mfk_' })).toBeVisible();
  await page.reload();
  await expect(page.locator('code').filter({ hasText: 'mfk_' })).toHaveCount(0);
  await page.getByRole('button', { name: 'Revoke' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Revoke' }).click();
  await expect(page.getByText('You have no tokens.')).toBeVisible();
  await context.close();
});

test('language and appearance are the person’s own and stay', async ({ browser }) => {
  const { context, page } = await seat(browser, 'idDelegate');
  await page.goto('/settings');
  await page.getByRole('main').getByRole('button', { name: 'ไทย' }).click();
  await expect(page.locator('html')).toHaveAttribute('lang', 'th');
  await page.getByRole('main').getByRole('button', { name: 'มืด' }).click();
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  await expectNoAxeFindings(page);
  await keepScreenshot(page, 'settings-thai-dark');
  await context.clearCookies();
  await page.goto('/sign-in');
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');
  await context.close();
});
