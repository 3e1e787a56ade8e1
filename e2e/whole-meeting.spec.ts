import { expect, type Page, test } from '@playwright/test';
import { expectNoAxeFindings } from './support/axe';
import { adoptByTwo, challengeToClause, paperUnder } from './support/cycle';
import { seat } from './support/people';
import { keepScreenshot } from './support/screenshots';
import { appForThisFile } from './support/server';

appForThisFile();

const DESK = { viewport: { width: 1440, height: 900 } };
const TITLE = 'Senior Officials’ Meeting for the 21st ACCSM';

/** Adds an item to the agenda under the number that is offered. */
async function addItem(page: Page, title: string, number: string): Promise<void> {
  const form = page.locator('form').filter({ hasText: 'Number' }).filter({ hasText: 'Add an agenda item' });
  if (!(await form.isVisible())) await page.locator('summary', { hasText: 'Add an agenda item' }).click();
  await expect(form.locator('[name="number"]')).toHaveValue(number);
  await form.locator('[name="title"]').fill(title);
  await form.getByRole('button', { name: 'Add an agenda item' }).click();
  await expect(page.getByRole('heading', { name: title, level: 3 })).toBeVisible();
}

test('ME20 ME22 ME23 BS14 a whole meeting by hand: agenda, paper, challenges, clause, adoption, decision, action, adopted report', async ({
  browser,
}) => {
  test.setTimeout(240_000);
  const { page: desk, context: ofDesk } = await seat(browser, 'secretariat', DESK);
  const { page: chair, context: ofChair } = await seat(browser, 'chair', DESK);

  // A meeting with an agenda.
  await desk.goto('/meetings');
  await desk.getByRole('link', { name: 'New meeting' }).first().click();
  await desk.getByLabel('Cycle').fill('21st ACCSM');
  await desk.locator('[name="title"]').fill(TITLE);
  await desk.locator('[name="place"]').fill('Ha Noi, Viet Nam');
  await desk.locator('[name="hostCountry"]').selectOption('VN');
  await desk.locator('[name="startsOn"]').fill('2019-09-10');
  await desk.locator('[name="endsOn"]').fill('2019-09-11');
  await desk.getByRole('button', { name: 'Create the meeting' }).click();
  await expect(desk).toHaveURL(/\/meetings\/meet_/);
  const meeting = new URL(desk.url()).pathname;
  await addItem(desk, 'Opening', '1');
  await addItem(desk, 'Statement on records', '2');
  await addItem(desk, 'Report of the Meeting', '3');

  // Before it is in session it says why nothing is decided yet, and where it is opened.
  await desk.goto(`${meeting}/decisions`);
  await expect(desk.getByText('Decisions are recorded while the meeting is in session.')).toBeVisible();
  await desk.getByRole('link', { name: 'Open the meeting on its first page' }).click();
  await desk.getByRole('button', { name: 'Open the meeting' }).first().click();
  await desk.getByRole('dialog').getByRole('button', { name: 'Open the meeting' }).click();
  await expect(desk.getByText('In session').first()).toBeVisible();

  // Who is in the room.
  await desk.goto(`${meeting}/attendance`);
  await desk.locator('summary', { hasText: 'Note who is in the room' }).click();
  await expectNoAxeFindings(desk);
  await keepScreenshot(desk, 'attendance-form');
  await desk.getByLabel('Myanmar').uncheck();
  await desk.getByRole('button', { name: 'Save the attendance' }).click();
  const absent = desk.locator('tr', { hasText: 'Myanmar' });
  await expect(absent.getByText('Present', { exact: true })).toHaveCount(0);

  // A paper under its item.
  const statement = await paperUnder(desk, meeting, 'Statement on records', 'Statement on records');

  // A challenge, a cluster, a clause.
  await challengeToClause(browser, desk, {
    round: 'Records',
    by: 'idHead',
    challenge: 'Auditors lack training in records.',
    cluster: 'Training in records',
    document: 'Statement on records',
    clause: 'AGREE to train auditors in records.',
  });
  await adoptByTwo(chair, desk, statement);

  // A decision, and something to do.
  await chair.goto(`${meeting}/decisions`);
  const deciding = chair.locator('form').filter({ hasText: 'Record the decision' });
  await deciding.getByRole('radio', { name: 'Welcomed' }).check();
  await deciding
    .getByLabel('Wording in English')
    .fill('The Meeting welcomed the challenges that were named.');
  await deciding.getByLabel('Wording in Thai').fill('ที่ประชุมยินดีต่อความท้าทายที่เสนอ');
  await deciding.getByRole('button', { name: 'Record the decision' }).click();
  // Ten members stood on the roster of its days, without Myanmar; eleven do now.
  await expect(chair.getByText('9 delegations present of 11 on the roster')).toBeVisible();
  await desk.goto(`${meeting}/actions`);
  const giving = desk.locator('form').filter({ hasText: 'Record the action' });
  await giving.getByLabel('What shall be done').fill('Share the courses.');
  await giving.getByLabel('Indonesia').check();
  await giving.getByRole('button', { name: 'Record the action' }).click();
  await expect(desk.getByRole('heading', { name: 'Share the courses.' })).toBeVisible();

  // The report: one symbol in two languages, with its annexes; it is adopted like any text.
  await desk.goto(`${meeting}/report`);
  await desk.getByRole('button', { name: /Draft the report.*In Thai/ }).click();
  await expect(desk).toHaveURL(/\/documents\/doc_/);
  await expect(desk.locator('.ProseMirror')).toContainText('ที่ประชุมยินดีต่อความท้าทายที่เสนอ');
  await desk.goto(`${meeting}/report`);
  await desk.getByRole('button', { name: /Draft the report.*In English/ }).click();
  await expect(desk).toHaveURL(/\/documents\/doc_/);
  const report = new URL(desk.url()).pathname;
  await desk.goto(`${meeting}/report`);
  const symbol = (await desk.getByText(/REP\.\d+\(TH\)$/).innerText()).replace('(TH)', '');
  await expect(desk.getByText(symbol, { exact: true })).toBeVisible();
  await adoptByTwo(chair, desk, report);
  const record = desk.locator('#content');
  for (const words of [
    'The Meeting welcomed the challenges that were named.',
    'List of delegations',
    'List of documents',
    'SHA-256 of the text',
    'Share the courses.',
  ])
    await expect(record).toContainText(words);
  await expectNoAxeFindings(desk);
  await keepScreenshot(desk, 'whole-meeting-report');
  for (const context of [ofDesk, ofChair]) await context.close();
});
