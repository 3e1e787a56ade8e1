import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, type Page, test } from '@playwright/test';
import { expectNoAxeFindings } from './support/axe';
import { documentPath, openText } from './support/documents';
import { seat } from './support/people';
import { keepScreenshot } from './support/screenshots';
import { appForThisFile } from './support/server';

/** How far the server's clock is ahead of the machine's: read when it starts. */
const CLOCK = path.join(mkdtempSync(path.join(tmpdir(), 'mufakat-clock-')), 'ahead');
writeFileSync(CLOCK, '0');

const app = appForThisFile({
  env: {
    NODE_OPTIONS: `--import=${pathToFileURL(path.resolve('e2e/support/clock.mjs')).href}`,
    MUFAKAT_TEST_CLOCK: CLOCK,
  },
});

const DAY = 86_400_000;

async function startSilence(page: Page, report: string): Promise<void> {
  await page.goto(`${report}/silence`);
  await page.getByRole('button', { name: 'Start the silence procedure' }).click();
  await expect(page.getByRole('heading', { name: 'Silence is being kept' })).toBeVisible();
}

test('a silence is started, seen by all, received, and broken: the text is in negotiation for everybody', async ({
  browser,
}) => {
  const chair = await seat(browser, 'chair');
  const report = await documentPath(chair.page, 'report');
  await chair.page.goto(report);
  await chair.page.getByRole('button', { name: 'Procedure' }).click();
  await chair.page.getByRole('button', { name: 'Open the negotiation' }).click();
  await chair.page.getByRole('dialog').getByRole('button', { name: 'Open the negotiation' }).click();
  await expect(chair.page.getByText('Under negotiation').first()).toBeVisible();

  const table = await seat(browser, 'secretariat');
  const text = await openText(table.page, report);
  await expect(text).toHaveAttribute('contenteditable', 'true');
  await chair.page.goto(`${report}/silence`);
  await keepScreenshot(chair.page, 'silence-start');
  await expectNoAxeFindings(chair.page);
  await startSilence(chair.page, report);
  await expect(text).toHaveAttribute('contenteditable', 'false');
  await expect(table.page.getByText(/Under silence until .* GMT\+7/)).toBeVisible();

  const indonesia = await seat(browser, 'idHead');
  const vietNam = await seat(browser, 'vnHead', {
    viewport: { width: 390, height: 844 },
    colorScheme: 'dark',
  });
  await openText(vietNam.page, report);
  await vietNam.page.getByRole('link', { name: 'Open the silence procedure' }).click();
  await vietNam.page.getByRole('button', { name: 'Confirm that I have received this notice' }).click();
  await expect(vietNam.page.getByText(/You confirmed this notice on/)).toBeVisible();
  await expect(vietNam.page).toHaveTitle(/Silence procedure/);
  await expectNoAxeFindings(vietNam.page);
  await keepScreenshot(vietNam.page, 'silence-delegate-390');
  await openText(vietNam.page, report);
  await chair.page.reload();
  await expect(chair.page.getByRole('row', { name: /Viet Nam/ })).toContainText('Nguyễn Thị Minh Hà');
  await keepScreenshot(chair.page, 'silence-chair');
  await expectNoAxeFindings(chair.page);

  const thailand = await seat(browser, 'thHead', {
    viewport: { width: 390, height: 844 },
    colorScheme: 'dark',
  });
  await thailand.page.goto(`${report}/silence`);
  await expect(thailand.page.getByRole('heading', { name: 'อยู่ในกระบวนการเห็นชอบโดยไม่คัดค้าน' })).toBeVisible();
  await keepScreenshot(thailand.page, 'silence-thai-390');
  await thailand.context.close();

  await indonesia.page.goto(`${report}/silence`);
  await indonesia.page.locator('summary', { hasText: 'Break it with an amendment instead' }).click();
  await indonesia.page.getByLabel('The amendment').selectOption('insert');
  await indonesia.page
    .getByLabel('Words it should have')
    .fill('The Meeting noted the views of all ten members.');
  await indonesia.page
    .getByLabel('Reason')
    .fill('Indonesia asks that paragraph 12 speak of all ten members.');
  await keepScreenshot(indonesia.page, 'silence-break');
  await expectNoAxeFindings(indonesia.page);
  await indonesia.page.getByRole('button', { name: 'Break the silence with this amendment' }).click();
  await expect(indonesia.page.getByRole('heading', { name: 'Silence was broken' })).toBeVisible();
  await expect(indonesia.page.getByText(/^Receipt sil_/)).toBeVisible();

  for (const page of [vietNam.page, table.page]) {
    await expect(page.getByText(/Under silence until/)).toHaveCount(0);
    await expect(page.getByText('Under negotiation').first()).toBeVisible();
  }
  await expect(table.page.locator('.ProseMirror')).toHaveAttribute('contenteditable', 'true');
  await vietNam.page.goto(`${report}/silence`);
  await expect(vietNam.page.getByText('Indonesia asks that paragraph 12')).toBeVisible();
  await expect(vietNam.page.getByRole('link', { name: 'It is Proposal 1' })).toBeVisible();
  await keepScreenshot(vietNam.page, 'silence-broken-390');
  for (const { context } of [chair, table, indonesia, vietNam]) await context.close();
});

test('another is kept: the server is stopped over its end and adopts the text as from the end when it starts', async ({
  browser,
}) => {
  const table = await seat(browser, 'secretariat');
  await table.page.goto('/bodies');
  await table.page.locator('main a[href^="/bodies/b"]').first().click();
  await table.page.locator('summary', { hasText: 'Change these rules' }).click();
  await table.page.getByLabel('Window before the end, in minutes').fill('0');
  await table.page.locator('#silence').getByRole('button', { name: 'Save' }).click();
  await expect(table.page.locator('#silence')).toContainText('adds no time');
  await keepScreenshot(table.page, 'silence-rules');

  const chair = await seat(browser, 'chair');
  const report = await documentPath(chair.page, 'report');
  await startSilence(chair.page, report);
  const end = await chair.page.locator('main time').first().getAttribute('datetime');
  await app.current.stop();
  writeFileSync(CLOCK, String(5 * DAY));
  await app.current.start();

  const late = await seat(browser, 'vnHead');
  await late.page.goto(`${report}/silence`);
  await expect(late.page.getByRole('heading', { name: 'Silence was kept' })).toBeVisible();
  await expect(late.page.locator('main time').first()).toHaveAttribute('datetime', end ?? '');
  await expect(late.page.getByRole('button', { name: 'Break the silence' })).toHaveCount(0);
  await late.page.goto(`${report}/record`);
  await expect(late.page.getByText(/by silence procedure/).first()).toBeVisible();
  await keepScreenshot(late.page, 'silence-record');
  for (const { context } of [table, chair, late]) await context.close();
});
