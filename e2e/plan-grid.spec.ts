import { type Browser, expect, type Page, test } from '@playwright/test';
import type { PersonKey } from '../seeds';
import { expectNoAxeFindings } from './support/axe';
import { type Seat, seat } from './support/people';
import { keepScreenshot } from './support/screenshots';
import { appForThisFile } from './support/server';

appForThisFile();

const DESK = { viewport: { width: 1440, height: 900 } };

async function openGrid(browser: Browser, person: PersonKey, more = {}): Promise<Seat> {
  const at = await seat(browser, person, { ...DESK, ...more });
  await at.page.goto('/follow-up');
  const link = at.page.locator('a[href$="/monitoring"]').filter({ hasText: /2016/ }).first();
  const address = (await link.getAttribute('href')) ?? '';
  await at.page.goto(address.replace('/monitoring', '?view=matrix'));
  await expect(at.page.getByRole('grid')).toBeVisible();
  return at;
}

const cell = (page: Page, code: string, column: string) =>
  page
    .getByRole('row')
    .filter({ has: page.locator(`td[data-column="code"]`, { hasText: code }) })
    .locator(`td[data-column="${column}"]`);

async function write(page: Page, code: string, column: string, words: string): Promise<void> {
  await cell(page, code, column).click();
  await page.keyboard.press('F2');
  await page.keyboard.type(words);
  await page.keyboard.press('Enter');
}

test('PL15 PL16 a secretariat and a lead country write at once, see each other, and decide about one cell', async ({
  browser,
}) => {
  const desk = await openGrid(browser, 'secretariat');
  const lead = await openGrid(browser, 'thHead', { colorScheme: 'dark' });
  const [ours, theirs] = [desk.page, lead.page];

  await write(ours, 'A.4', 'partners', 'UNDP');
  await expect(ours.getByText('All changes saved')).toBeVisible();
  await expect(cell(theirs, 'A.4', 'partners')).toHaveText('UNDP');

  // PL16: a cell that is not theirs says so and opens nothing.
  await cell(theirs, 'A.4', 'title').click();
  await theirs.keyboard.press('Enter');
  await expect(theirs.locator('.plan-cell-editor')).toHaveCount(0);
  await expect(cell(theirs, 'A.4', 'title')).toHaveAttribute('aria-readonly', 'true');

  // PL8: a delay needs a reason; both are of one cell.
  await cell(theirs, 'A.4', 'status').click();
  await theirs.keyboard.press('Enter');
  await theirs.locator('.plan-cell-editor select').selectOption('delayed');
  await theirs.locator('.plan-cell-editor textarea').fill('The panel was appointed late');
  await keepScreenshot(theirs, 'plan-grid-status-dark', { fullPage: false });
  await theirs.keyboard.press('Enter');
  await expect(cell(ours, 'A.4', 'statusReason')).toHaveText('The panel was appointed late');
  await expect(cell(ours, 'A.4', 'status')).toHaveAttribute('data-news', '');
  await keepScreenshot(ours, 'plan-grid-light', { fullPage: false });
  await expectNoAxeFindings(ours);

  // One cell, two people: whoever comes second reads both before anything is written.
  await cell(ours, 'A.4', 'statusReason').click();
  await ours.keyboard.press('Enter');
  await ours.keyboard.type('Panel appointed in May');
  await write(theirs, 'A.4', 'statusReason', 'Panel appointed in June');
  await expect(ours.locator('[data-column="statusReason"]', { hasText: 'in June' })).toBeVisible();
  await ours.keyboard.press('Enter');
  const dialog = ours.getByRole('dialog');
  await expect(dialog).toContainText('Thailand wrote');
  await expect(dialog).toContainText('Panel appointed in May');
  await expectNoAxeFindings(ours);
  await keepScreenshot(ours, 'plan-grid-conflict', { fullPage: false });
  await dialog.getByRole('button', { name: 'Write mine' }).click();
  await expect(cell(theirs, 'A.4', 'statusReason')).toHaveText('Panel appointed in May');
  await lead.context.close();
  await desk.context.close();
});

test('PL5 PL9 PL31 a block from a spreadsheet: one bad cell by its address, mended, written, taken back by keyboard', async ({
  browser,
}) => {
  const { page, context } = await openGrid(browser, 'secretariat', {
    permissions: ['clipboard-read', 'clipboard-write'],
  });
  const clip = (text: string) => page.evaluate((words) => navigator.clipboard.writeText(words), text);
  await cell(page, 'A.1', 'leads').click();
  await clip(
    'Brunei Darussalam\tSingapore\tWorld Bank\tMar 2016\t2017-13\r\nMalaysia\t\tADB\t03/2017\t2018-06\r\n',
  );
  await page.keyboard.press('Control+v');
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByRole('alert')).toContainText('One cell cannot be written');
  await expect(dialog.getByRole('row', { name: /A\.1.*Planned to.*2017-13/ })).toBeVisible();
  await expect(dialog.getByRole('button', { name: 'Write them' })).toHaveCount(0);
  await expectNoAxeFindings(page);
  await keepScreenshot(page, 'plan-grid-paste-bad', { fullPage: false });
  await dialog.getByRole('button', { name: 'Cancel' }).click();
  await expect(cell(page, 'A.1', 'partners')).not.toHaveText('World Bank');
  await clip(
    'Brunei Darussalam\tSingapore\tWorld Bank\tMar 2016\t2017-12\r\nMalaysia\t\tADB\t03/2017\t2018-06\r\n',
  );
  await page.keyboard.press('Control+v');
  await keepScreenshot(page, 'plan-grid-paste-good', { fullPage: false });
  await dialog.getByRole('button', { name: 'Write them' }).click();
  await expect(cell(page, 'A.2', 'leads')).toHaveText('Malaysia');
  await expect(cell(page, 'A.1', 'plannedTo')).toHaveText('Dec 2017');
  await expect(page.getByText('All changes saved')).toBeVisible();

  // Keyboard only from here: what was chosen is copied, then all of it is taken back at once.
  await page.keyboard.press('Shift+ArrowDown');
  await page.keyboard.press('Control+c');
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe('Brunei Darussalam\nMalaysia');
  await page.keyboard.press('Control+z');
  await expect(cell(page, 'A.2', 'leads')).toHaveText('Brunei Darussalam');
  await expect(cell(page, 'A.1', 'partners')).toHaveText('ARC Brunei Darussalam');

  await page.keyboard.press('Control+Home');
  await expect(cell(page, 'A.1', 'code')).toBeFocused();
  await page.keyboard.press('End');
  await page.keyboard.press('Home');
  for (let step = 0; step < 6; step += 1) await page.keyboard.press('ArrowRight');
  await expect(cell(page, 'A.1', 'plannedFrom')).toBeFocused();
  await page.keyboard.type('soon');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('alert').filter({ hasText: 'is not read as a month' })).toBeVisible();
  await keepScreenshot(page, 'plan-grid-wrong', { fullPage: false });
  await page.keyboard.press('Escape');
  await expect(cell(page, 'A.1', 'plannedFrom')).toHaveText('Mar 2016');
  await expect(cell(page, 'A.1', 'plannedFrom')).toBeFocused();
  await context.close();
});

test('PL3 PL15 PL35 rows are moved, taken out and brought back by keyboard and menu; what is measured is asked about', async ({
  browser,
}) => {
  const desk = await openGrid(browser, 'secretariat');
  const lead = await openGrid(browser, 'thHead');
  const { page } = desk;
  const codes = async (on: Page) =>
    (await on.locator('td[data-column="code"]').allInnerTexts()).slice(0, 4).map((code) => code.trim());
  const before = await codes(page);
  const [first = '', second = '', third = ''] = before;

  await cell(page, first, 'code').click();
  await page.keyboard.press('Alt+ArrowDown');
  await expect.poll(() => codes(page)).toEqual([second, first, ...before.slice(2)]);
  await expect(cell(page, first, 'code')).toBeFocused();
  await expect.poll(() => codes(lead.page)).toEqual([second, first, ...before.slice(2)]);
  await page.keyboard.press('Control+z');
  await expect.poll(() => codes(page)).toEqual(before);

  // Two rows leave at once and come back as they were.
  await cell(page, second, 'code').click();
  await page.keyboard.press('Shift+ArrowDown');
  await page.getByRole('button', { name: '2 rows' }).click();
  await keepScreenshot(page, 'plan-grid-row-menu', { fullPage: false });
  await page.getByRole('menuitem', { name: /Take 2 rows out/ }).click();
  await expect(cell(page, second, 'code')).toHaveCount(0);
  await expect(cell(lead.page, third, 'code')).toHaveCount(0);
  await expect(page.getByText('2 rows taken out')).toBeVisible();
  await page.keyboard.press('Control+z');
  await expect.poll(() => codes(page)).toEqual(before);
  await expect.poll(() => codes(lead.page)).toEqual(before);

  // A row that was entered is taken back by keyboard, too.
  await page.getByRole('button', { name: 'Add an activity' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Code').fill('E.99');
  await dialog.getByLabel('Activity', { exact: true }).fill('A new one');
  await dialog.getByRole('button', { name: 'Add it' }).click();
  await expect(cell(page, 'E.99', 'code')).toBeVisible();
  await cell(page, 'E.99', 'partners').click();
  await page.keyboard.press('Control+z');
  await expect(cell(page, 'E.99', 'code')).toHaveCount(0);

  // An indicator measures it: nothing leaves before it is said what becomes of that.
  const plan = new URL(page.url()).pathname;
  await page.goto(`${plan}/indicators`);
  await page.getByText('Enter an indicator').click();
  const form = page.locator('details[open] form').last();
  await form.getByLabel('Code').fill('Z-1');
  await form.getByLabel('Indicator', { exact: true }).fill('Papers written');
  await form.getByLabel('Measures').selectOption({ label: await optionOf(page, first) });
  await form.getByRole('button').last().click();
  await expect(page.getByRole('heading', { name: /Z-1/ })).toBeVisible();
  await page.goto(`${plan}?view=matrix`);
  await cell(page, first, 'code').click();
  await page.keyboard.press('Control+Delete');
  await expect(dialog).toContainText('This is measured by Z-1');
  await dialog.getByRole('button', { name: 'Take out' }).click();
  await expect(dialog.getByRole('alert')).toBeVisible();
  await expectNoAxeFindings(page);
  await keepScreenshot(page, 'plan-grid-leaving', { fullPage: false });
  await dialog.getByRole('combobox').selectOption('retire');
  await dialog.getByRole('button', { name: 'Take out' }).click();
  await expect(cell(page, first, 'code')).toHaveCount(0);
  await expect(page.getByText('One row taken out.')).toBeVisible();
  await expect(cell(page, second, 'code')).toBeFocused();
  await page.keyboard.press('Control+z');
  await expect(page.getByText('This cannot be taken back')).toBeVisible();
  await lead.context.close();
  await desk.context.close();
});

/** The choice of an indicator's form that names this activity. */
async function optionOf(page: Page, code: string): Promise<string> {
  const options = await page
    .locator('details[open] form')
    .last()
    .getByLabel('Measures')
    .locator('option')
    .allInnerTexts();
  const found = options.find((option) => option.startsWith(`${code} `));
  if (found === undefined) throw new Error(`no choice of ${code}`);
  return found;
}

test('PL15 who leaves the question of two people with Escape keeps their words in the cell', async ({
  browser,
}) => {
  const desk = await openGrid(browser, 'secretariat');
  const lead = await openGrid(browser, 'thHead');
  const [ours, theirs] = [desk.page, lead.page];
  await cell(ours, 'A.4', 'statusReason').click();
  await ours.keyboard.press('Enter');
  await ours.keyboard.type('Ours, long and dear');
  await write(theirs, 'A.4', 'statusReason', 'Theirs');
  await expect(ours.locator('[data-column="statusReason"]', { hasText: 'Theirs' })).toBeVisible();
  await ours.keyboard.press('Enter');
  await expect(ours.getByRole('dialog')).toContainText('Thailand wrote');
  await ours.keyboard.press('Escape');
  await expect(ours.getByRole('dialog')).toHaveCount(0);
  await expect(cell(ours, 'A.4', 'statusReason')).toContainText('Ours, long and dear');
  await expect(cell(ours, 'A.4', 'statusReason')).toHaveAttribute('aria-invalid', 'true');
  await expect(cell(theirs, 'A.4', 'statusReason')).toHaveText('Theirs');
  // Opened again they are there, and now they are written over what was read.
  await cell(ours, 'A.4', 'statusReason').click();
  await ours.keyboard.press('F2');
  await ours.keyboard.press('Enter');
  await expect(cell(theirs, 'A.4', 'statusReason')).toHaveText('Ours, long and dear');
  await lead.context.close();
  await desk.context.close();
});

test('PL15 words typed into a row that a colleague takes out are kept, and written when the row is back', async ({
  browser,
}) => {
  const [one, two] = [await openGrid(browser, 'secretariat'), await openGrid(browser, 'secretariat')];
  const [page, colleague] = [one.page, two.page];
  await cell(page, 'A.2', 'partners').click();
  await page.keyboard.press('F2');
  await page.keyboard.type('The Asian Development Bank');
  await cell(colleague, 'A.2', 'code').click();
  await colleague.keyboard.press('Control+Delete');
  await expect(cell(colleague, 'A.2', 'code')).toHaveCount(0);

  const notice = page.getByRole('status').filter({ hasText: 'took the row A.2 out' });
  await expect(notice).toContainText('The Asian Development Bank');
  await expect(cell(page, 'A.2', 'code')).toHaveCount(0);
  await expectNoAxeFindings(page);
  await keepScreenshot(page, 'plan-grid-lost', { fullPage: false });
  await notice.getByRole('button', { name: 'Bring the row back' }).click();
  await expect(notice).toHaveCount(0);
  await expect(cell(page, 'A.2', 'partners')).toContainText('The Asian Development Bank');
  await cell(page, 'A.2', 'partners').click();
  await page.keyboard.press('F2');
  await page.keyboard.press('Enter');
  await expect(cell(colleague, 'A.2', 'partners')).toHaveText('The Asian Development Bank');
  await two.context.close();
  await one.context.close();
});

test('PL37 words that cannot be written yet wait in their cell, over other pages and choices and under no other name', async ({
  browser,
}) => {
  const desk = await openGrid(browser, 'secretariat');
  const { page, context } = desk;
  const soon = cell(page, 'A.3', 'plannedFrom');
  const before = await soon.innerText();
  await write(page, 'A.3', 'plannedFrom', 'soon');
  await cell(page, 'A.2', 'title').click();
  await expect(soon).toContainText('soon');
  await page.getByRole('link', { name: 'Timeline' }).click();
  await expect(page.getByRole('grid')).toHaveCount(0);
  await page.getByRole('link', { name: 'Matrix', exact: true }).click();
  await expect(soon).toContainText('soon');
  await expect(soon).toHaveAttribute('aria-invalid', 'true');

  // Back takes the grid away while one types: what cannot be written waits like what one clicks away from.
  await soon.click();
  await page.keyboard.press('F2');
  await page.keyboard.press('Escape');
  await page.keyboard.press('F2');
  await page.keyboard.type('soon');
  await page.goBack();
  await expect(page.getByRole('grid')).toHaveCount(0);
  await page.goForward();
  await expect(soon).toContainText('soon');
  // What can be written is.
  await cell(page, 'A.3', 'partners').click();
  await page.keyboard.press('F2');
  await page.keyboard.type('The World Bank');
  await page.goBack();
  await expect(page.getByRole('grid')).toHaveCount(0);
  await page.goForward();
  await expect(cell(page, 'A.3', 'partners')).toHaveText('The World Bank');
  await expect(soon).toContainText('soon');

  // Escape lets go of what was typed in its own cell, wherever one stood before.
  await soon.click();
  await page.keyboard.press('F2');
  await page.keyboard.press('Escape');
  await expect(soon).toHaveText(before);

  // Somebody else signs in in this browser: their name is not put under what stands here.
  const lead = await openGrid(browser, 'thHead');
  await context.addCookies(await lead.context.cookies());
  await write(page, 'A.4', 'partners', 'Words of the secretariat');
  await expect(cell(page, 'A.4', 'partners')).toContainText('Words of the secretariat');
  await expect(page.getByText('You are signed out here')).toBeVisible();
  await lead.page.reload();
  await expect(cell(lead.page, 'A.4', 'partners')).not.toContainText('Words of the secretariat');
  await lead.context.close();
  await context.close();
});
