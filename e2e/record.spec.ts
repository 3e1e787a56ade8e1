import { readFileSync, writeFileSync } from 'node:fs';
import { type Browser, expect, type Page, test } from '@playwright/test';
import { expectNoAxeFindings } from './support/axe';
import { documentPath } from './support/documents';
import { seat } from './support/people';
import { keepScreenshot } from './support/screenshots';
import { appForThisFile } from './support/server';

appForThisFile();

/** The chair and the secretariat adopt the statement as it stands; the chair's page is left at its record. */
async function adopt(browser: Browser, chair: Page, path: string): Promise<void> {
  await chair.goto(`${path}/adopt`);
  await chair.getByRole('button', { name: 'Pens down' }).first().click();
  await chair.getByRole('dialog').getByRole('button', { name: 'Pens down' }).click();
  const item = chair.getByRole('combobox', { name: 'Agenda item' });
  await expect(item).toBeVisible();
  if ((await item.inputValue()) === '') await item.selectOption({ index: 1 });
  await chair.getByRole('button', { name: 'Put it to the room' }).click();
  await chair
    .getByRole('dialog')
    .getByRole('button', { name: /^No objection/ })
    .click();
  await expect(chair.getByText('What you found waits for the secretariat')).toBeVisible();
  const secretariat = await seat(browser, 'secretariat');
  await secretariat.page.goto(`${path}/adopt`);
  await secretariat.page.getByRole('button', { name: /^Confirm/ }).click();
  await secretariat.page
    .getByRole('dialog')
    .getByRole('button', { name: /^Confirm/ })
    .click();
  await expect(secretariat.page).toHaveURL(/\/record$/);
  await secretariat.context.close();
  await chair.goto(`${path}/record`);
}

/** Brings a file to the page for strangers and waits for what it says. */
async function check(stranger: Page, file: string, hash = ''): Promise<void> {
  await stranger.goto('/verify');
  await stranger.getByLabel('Evidence file').setInputFiles(file);
  await stranger.getByLabel(/^Fingerprint to compare with/).fill(hash);
  await stranger.getByRole('button', { name: 'Check the file' }).click();
  await expect(stranger).toHaveURL(/\/verify\?/);
}

test('DE14 a tier decides on an open text, which stays open and says so', async ({ browser }) => {
  const { page, context } = await seat(browser, 'chair');
  const path = await documentPath(page, 'workPlan');
  await page.goto(`${path}/decisions`);
  const record = page.getByRole('button', { name: 'Enter for confirmation' });
  if (!(await record.isVisible())) {
    await expect(page.getByText('Issue it as Rev.n first')).toBeVisible();
    await page.goto(`${path}/versions`);
    await page.getByRole('button', { name: /^Issue Rev\.\d+$/ }).click();
    await page
      .getByRole('dialog')
      .getByRole('button', { name: /^Issue Rev\.\d+$/ })
      .click();
    await expect(page.getByText(/is issued as version/)).toBeVisible();
    await page.goto(`${path}/decisions`);
  }
  await page.getByLabel('The meeting …').selectOption('agreed');
  await record.click();
  await expect(page.getByText('You entered this. A second person')).toBeVisible();
  await expect(page.getByRole('listitem').filter({ hasText: 'Agreed by' })).toHaveCount(0);
  await expectNoAxeFindings(page);
  await keepScreenshot(page, 'decisions-waiting');

  // The secretariat finds it on their home page, and is the second hand.
  const secretariat = await seat(browser, 'secretariat');
  await secretariat.page.goto('/');
  await expect(secretariat.page.getByText('A decision of a tier was entered')).toBeVisible();
  await secretariat.page.goto(`${path}/decisions`);
  await secretariat.page.getByRole('button', { name: 'Confirm', exact: true }).click();
  await secretariat.page.getByRole('dialog').getByRole('button', { name: 'Confirm', exact: true }).click();
  await expect(secretariat.page.getByRole('listitem').filter({ hasText: 'Agreed by' })).toBeVisible();
  await secretariat.context.close();
  await page.reload();
  await expect(page.getByRole('listitem').filter({ hasText: 'Agreed by' })).toBeVisible();
  await expect(page.locator('header').getByText(/Agreed by .*Rev\.\d/)).toBeVisible();
  await expectNoAxeFindings(page);
  await keepScreenshot(page, 'decisions');
  await page.getByLabel('The meeting …').selectOption('agreed');
  await record.click();
  await expect(page.getByText('This meeting has decided so on this text already')).toBeVisible();
  await context.close();
});

test('DE39 a corrigendum waits for a second person; then delegations have their days', async ({
  browser,
}) => {
  const secretariat = await seat(browser, 'secretariat');
  const note = await documentPath(secretariat.page, 'conceptNote');
  await secretariat.page.goto(`${note}/record`, { waitUntil: 'networkidle' });
  await secretariat.page.getByText('Propose a corrigendum').click();
  const clause = secretariat.page.getByLabel('Clause', { exact: true });
  const [, label = ''] = await clause.locator('option').allInnerTexts();
  await clause.selectOption({ index: 1 });
  // The label of a clause is its words: one sign more is a slip of the pen put right.
  const words = label.replace(/^[^:]{1,12}: /, '').replace(/…$/, '');
  await secretariat.page.getByLabel('Its words as they should stand').fill(`${words} forms`);
  await secretariat.page.getByLabel('Reason').first().fill('A word was left out.');
  await secretariat.page.getByRole('button', { name: 'Enter for confirmation' }).click();
  await expect(secretariat.page.getByText('You entered this. A second person')).toBeVisible();
  const chair = await seat(browser, 'chair');
  await chair.page.goto(`${note}/record`, { waitUntil: 'networkidle' });
  await expect(chair.page.getByText(`${words} forms`)).toBeVisible();
  await keepScreenshot(chair.page, 'corrigendum-waiting');
  await chair.page.getByRole('button', { name: 'Confirm', exact: true }).click();
  await chair.page.getByRole('dialog').getByRole('button', { name: 'Confirm', exact: true }).click();
  await expect(chair.page.getByText(/unless a delegation objects before/)).toBeVisible();
  await expectNoAxeFindings(chair.page);
  for (const { context } of [secretariat, chair]) await context.close();
});

test('DE6–DE34 adopted, evidence checked by strangers without a script, annulled within the sitting; a statement on another record', async ({
  browser,
}, info) => {
  test.setTimeout(150_000);
  const chair = await seat(browser, 'chair');
  const path = await documentPath(chair.page, 'statement');
  await adopt(browser, chair.page, path);
  const [download] = await Promise.all([
    chair.page.waitForEvent('download'),
    chair.page.getByRole('link', { name: 'Download the evidence' }).click(),
  ]);
  const file = info.outputPath('statement.evidence.json');
  await download.saveAs(file);
  const content = readFileSync(file, 'utf8');
  const { textHash } = JSON.parse(content) as { textHash: string };

  // Nobody is signed in, and nothing of ours runs in the browser.
  const without = await browser.newContext({ javaScriptEnabled: false });
  const stranger = await without.newPage();
  await stranger.goto('/sign-in');
  await stranger.getByRole('link', { name: 'Check an evidence file' }).click();
  await check(stranger, file, textHash.replace(/(.{8})/g, '$1 '));
  await expect(stranger.getByText('is genuine: nothing in it was changed')).toBeVisible();
  await expect(stranger.getByText('It was signed by this installation.')).toBeVisible();
  await expect(stranger.getByText('has the fingerprint that you entered')).toBeVisible();
  await expect(stranger.getByText(/confirmed by .* of the secretariat/)).toBeVisible();
  await keepScreenshot(stranger, 'verify');
  const forged = info.outputPath('forged.evidence.json');
  writeFileSync(forged, content.replace('gathered in Chiang Rai', 'gathered in Chiang Raj'));
  await check(stranger, forged);
  await expect(stranger.getByText('Rule PR28.')).toBeVisible();
  await expect(stranger.getByText('proves nothing')).toBeVisible();
  await without.close();

  await chair.page.getByText('Annul this adoption').click();
  await chair.page.getByLabel('Reason').first().fill('The revision before was on the screen.');
  await chair.page.getByRole('button', { name: 'Annul and go on in a draft' }).click();
  await expect(chair.page).not.toHaveURL(new RegExp(`${path}/record`));
  await expect(chair.page.locator('header').getByText('Draft', { exact: true })).toBeVisible();
  await chair.page.goto(`${path}/record`);
  await expect(chair.page.getByText('This adoption was annulled within its sitting')).toBeVisible();
  await expect(chair.page.locator('header').getByText('Annulled', { exact: true })).toBeVisible();
  await keepScreenshot(chair.page, 'record-annulled');
  await chair.context.close();

  const scripted = await browser.newContext();
  const reader = await scripted.newPage();
  await check(reader, file);
  await expect(reader.getByText('The decision was annulled within its sitting')).toBeVisible();
  await expectNoAxeFindings(reader);
  await scripted.close();

  const head = await seat(browser, 'idHead');
  const note = await documentPath(head.page, 'conceptNote');
  await head.page.goto(`${note}/record`);
  await head.page.getByText('Attach a statement').click();
  await head.page.getByLabel('Words').fill('Indonesia understands paragraph 3 as voluntary.');
  await head.page.getByRole('button', { name: 'Attach to the record' }).click();
  await expect(
    head.page.getByRole('listitem').filter({ hasText: 'understands paragraph 3 as voluntary' }),
  ).toBeVisible();
  await expectNoAxeFindings(head.page);
  await keepScreenshot(head.page, 'record-statement');
  await head.context.close();
});
