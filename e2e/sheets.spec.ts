import { type Browser, expect, type Page, test } from '@playwright/test';
import { expectNoAxeFindings } from './support/axe';
import { seat } from './support/people';
import { keepScreenshot } from './support/screenshots';
import { appForThisFile } from './support/server';
import { refill, rowsByCode } from './support/sheet-files';

appForThisFile();

const DESK = { viewport: { width: 1440, height: 900 } };
const PHONE = { viewport: { width: 390, height: 844 }, colorScheme: 'dark' } as const;
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

async function bring(page: Page, name: string, bytes: Uint8Array): Promise<void> {
  const another = page.getByText('Bring another file');
  if (await another.isVisible()) await another.click();
  const file = { name, mimeType: XLSX, buffer: Buffer.from(bytes) };
  await page.locator('input[type="file"]').setInputFiles(file);
  await page.getByRole('button', { name: 'Check the file' }).click();
}

async function sheetOfCambodia(browser: Browser): Promise<Page> {
  const { page } = await seat(browser, 'khDelegate', DESK);
  await page.goto('/');
  await page
    .getByRole('link', { name: /Fill it/ })
    .first()
    .click();
  await page.getByRole('link', { name: 'From Excel' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Return of Cambodia from Excel');
  await expect(page).toHaveTitle(/Excel files/);
  return page;
}

test('XL1 XL13 XL16 XL23 a return goes out as a file, comes back with two wrong cells, is mended and written at once', async ({
  browser,
}) => {
  const page = await sheetOfCambodia(browser);
  await expectNoAxeFindings(page);
  await keepScreenshot(page, 'sheets-take');
  const address = new URL(page.url()).pathname;
  const taken = await page.request.get(`/api${address}`);
  expect(taken.headers()['content-disposition']).toContain('return-KH-2018.xlsx');
  const template = new Uint8Array(await taken.body());
  const row = rowsByCode(template);
  const typed = {
    [`H${row('E-2')}`]: '17',
    [`I${row('E-2')}`]: 'Two agencies',
    [`H${row('D-1')}`]: 'ไม่เกี่ยวข้อง',
  };
  const wrong = refill(template, {
    ...typed,
    [`H${row('B-1')}`]: 'about 30',
    [`H${row('B-2')}`]: `<c r="H${row('B-2')}"><f>1+1</f><v>2</v></c>`,
  });
  await bring(page, 'cambodia.xlsx', wrong);
  const found = page.getByRole('region', { name: 'What is wrong' });
  await expect(found.getByRole('row')).toHaveCount(3);
  await expect(found.getByRole('row', { name: `H${row('B-1')}` })).toContainText('about 30');
  await expect(found.getByRole('row', { name: `H${row('B-2')}` })).toContainText('holds a formula');
  await expect(page.getByRole('button', { name: /^Import/ })).toHaveCount(0);
  await expectNoAxeFindings(page);
  await keepScreenshot(page, 'sheets-wrong');

  const back = await page.request.get(`/api${address}/findings`);
  const findings = new Uint8Array(await back.body());
  const again = rowsByCode(findings);
  await bring(
    page,
    'mended.xlsx',
    refill(findings, { [`H${again('B-1')}`]: '30.5', [`H${again('B-2')}`]: 'not available' }),
  );
  await expect(found).toHaveCount(0);
  const changes = page.getByRole('region', { name: 'What would change' });
  await expect(changes.getByRole('row', { name: /E-2 Value/ })).toContainText('17');
  await keepScreenshot(page, 'sheets-review');
  await page.getByRole('button', { name: 'Import 4 rows' }).click();
  await expect(page.getByText('4 rows were written.')).toBeVisible();
  await keepScreenshot(page, 'sheets-done');
  await page.getByRole('status').getByRole('link').click();
  await expect(page.getByRole('textbox', { name: 'E-2 figure' })).toHaveValue('17');
  await expect(page.getByRole('textbox', { name: 'B-1 figure' })).toHaveValue('30.5');
  await expect(page.getByLabel('B-2 kind of answer')).toHaveValue('notAvailable');

  await page.getByRole('link', { name: 'Indicators', exact: true }).click();
  await page.getByText('Excel files', { exact: true }).click();
  const files = page.getByRole('link', { name: /\(\.xlsx\)$/ });
  await expect(files).toHaveCount(4);
  for (const file of await files.all()) {
    const answer = await page.request.get((await file.getAttribute('href')) ?? '');
    expect(answer.headers()['content-type']).toBe(XLSX);
  }
  await keepScreenshot(page, 'sheets-files', { fullPage: false });

  // What was entered since then is not written over unseen; the file of another country is not taken.
  await page.goto(address);
  await bring(page, 'old.xlsx', refill(template, { [`H${row('E-2')}`]: '18' }));
  await expect(found).toContainText('Somebody changed this row');
  await page.getByRole('button', { name: 'ไทย' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('จาก Excel');
  await page.setViewportSize(PHONE.viewport);
  await page.emulateMedia({ colorScheme: 'dark' });
  await page.reload();
  await expectNoAxeFindings(page);
  await keepScreenshot(page, 'sheets-wrong-phone-th');

  const thai = await seat(browser, 'thHead', PHONE);
  await thai.page.goto('/');
  const theirs = await thai.page.request.get(`/api${address}`);
  expect(theirs.status()).toBe(403);
});

test('XL1 XL19 XL28 indicators go out with a column for each target, come back with a wrong cell, and are written at once', async ({
  browser,
}) => {
  const { page, context } = await seat(browser, 'secretariat', DESK);
  await page.goto('/follow-up');
  const link = page.locator('a[href$="/monitoring"]').filter({ hasText: /2016/ }).first();
  const indicators = ((await link.getAttribute('href')) ?? '').replace('/monitoring', '/indicators');
  await page.goto(indicators);
  await page.getByText('Excel files', { exact: true }).click();
  await page.getByRole('link', { name: 'Indicators from Excel' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Indicators from Excel');
  const taken = await page.request.get(`/api${new URL(page.url()).pathname}`);
  expect(taken.headers()['content-disposition']).toContain('indicators.xlsx');
  const template = new Uint8Array(await taken.body());
  const row = rowsByCode(template)('B-2');
  await bring(page, 'wrong.xlsx', refill(template, { [`D${row}`]: 'Nowhere', [`C${row}`]: 'Named anew' }));
  const found = page.getByRole('region', { name: 'What is wrong' });
  await expect(found.getByRole('row', { name: `D${row}` })).toContainText('what the indicator measures');
  await expect(page.getByRole('button', { name: /^Import/ })).toHaveCount(0);
  // S is the first column of targets: the first year of the plan.
  await bring(page, 'mended.xlsx', refill(template, { [`C${row}`]: 'Named anew', [`S${row}`]: '99' }));
  await expect(found).toHaveCount(0);
  const changes = page.getByRole('region', { name: 'What would change' });
  await expect(changes.getByRole('row', { name: /Target 2016/ })).toContainText('99');
  await expectNoAxeFindings(page);
  await keepScreenshot(page, 'sheets-indicators');
  await page.getByRole('button', { name: 'Import 1 row' }).click();
  await expect(page.getByText('1 row was written.')).toBeVisible();
  await page.goto(indicators);
  await expect(page.getByRole('heading', { name: /B-2.*Named anew/ })).toBeVisible();
  await context.close();
});
