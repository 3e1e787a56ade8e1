import { expect, type Page, test } from '@playwright/test';
import { expectNoAxeFindings } from './support/axe';
import { documentPath } from './support/documents';
import { seat } from './support/people';
import { keepScreenshot } from './support/screenshots';
import { appForThisFile } from './support/server';

appForThisFile();

const ROUND = 'Challenges and proposals for the Work Plan 2021–2025';
const INDONESIA = 'Auditors of the civil service lack training in digital records.';
const PHILIPPINES = 'Training in digital records is missing for auditors of the civil service.';

async function enter(page: Page, words: string): Promise<void> {
  const form = page.locator('form').filter({ hasText: 'In your words' });
  await form.getByLabel('In your words').fill(words);
  await form.getByRole('button', { name: 'Enter it' }).click();
  await expect(page.locator('[data-input]', { hasText: words })).toBeVisible();
  await expect(form.getByLabel('In your words')).toHaveValue('');
}

/** Nothing on the page is wider than the screen. */
async function expectNoOverflow(page: Page): Promise<void> {
  const over = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  expect(over).toBeLessThanOrEqual(1);
}

test('BS6 BS14 two delegations answer unseen; what they share becomes a clause that shows where it comes from', async ({
  browser,
}) => {
  test.setTimeout(120_000);
  const secretariat = await seat(browser, 'secretariat', { viewport: { width: 1440, height: 900 } });
  const desk = secretariat.page;
  await desk.goto('/documents/new');
  await desk.getByLabel('Title').fill('Paper on records of the civil service');
  await desk.getByRole('button', { name: 'Create the document' }).click();
  await expect(desk).toHaveURL(/\/documents\/doc_/);

  await desk.goto('/brainstorm');
  await desk.getByText(/^Open a round of the ACCSM$/).click();
  const asked = desk.locator('details', { hasText: /Open a round of the ACCSM(?!\+)/ });
  await asked.getByLabel('Title of the round').fill('Records');
  await asked.getByLabel('Areas, one a line').fill('Workforce | กำลังคน\nInstitutions');
  // An hour that has passed is refused, and what was typed stays.
  await asked.getByLabel('Closes by itself at').fill('2019-01-01T10:00');
  await asked.getByRole('button', { name: 'Open the round' }).click();
  await expect(asked.getByText('choose a later hour').first()).toBeVisible();
  await expect(asked.getByLabel('Title of the round')).toHaveValue('Records');
  await expect(asked.getByLabel('Areas, one a line')).toHaveValue(/กำลังคน/);
  await asked.getByLabel('Closes by itself at').fill('2099-01-01T10:00');
  await asked.getByRole('button', { name: 'Open the round' }).click();
  await expect(desk.getByRole('heading', { name: 'Records', level: 1 })).toBeVisible();
  await expect(desk.getByText('Closes 1 Jan 2099, 10:00')).toBeVisible();
  const round = new URL(desk.url()).pathname;

  const indonesia = await seat(browser, 'idHead', { viewport: { width: 1440, height: 900 } });
  const philippines = await seat(browser, 'phHead', { viewport: { width: 390, height: 844 } });
  // It is told, and the notice leads there.
  await indonesia.page.goto('/inbox');
  await indonesia.page.getByRole('link', { name: /“Records” is open until 1 January 2099/ }).click();
  await expect(indonesia.page).toHaveURL(new RegExp(`${round}$`));
  await philippines.page.goto(round);
  await expect(indonesia.page.getByText('You see those of your delegation.')).toBeVisible();
  await enter(indonesia.page, INDONESIA);
  await enter(philippines.page, PHILIPPINES);
  await keepScreenshot(philippines.page, 'brainstorm-entering-phone');
  await keepScreenshot(indonesia.page, 'brainstorm-entering-desk');
  // The head table follows by itself; the delegations see nothing of each other.
  await expect(desk.locator('[data-input]')).toHaveCount(2, { timeout: 15_000 });
  await expect(indonesia.page.locator('[data-input]')).toHaveCount(1);
  await expect(philippines.page.locator('[data-input]')).toHaveCount(1);
  await indonesia.page.reload();
  await expect(indonesia.page.locator('[data-input]')).toHaveCount(1);

  await desk.getByRole('button', { name: 'Close the round' }).first().click();
  await desk.getByRole('dialog').getByRole('button', { name: 'Close the round' }).click();
  await expect(indonesia.page.locator('[data-input]')).toHaveCount(2, { timeout: 15_000 });
  await expect(philippines.page.getByText('In your words')).toHaveCount(0);

  // By keyboard: choose the two, give the cluster a name, gather.
  await expect(desk.getByText('May say the same')).toBeVisible();
  for (const box of await desk.locator('[data-input] input[type="checkbox"]').all()) {
    await box.focus();
    await desk.keyboard.press('Space');
  }
  const gather = desk.locator('#gather-inputs');
  await gather.getByLabel('Title of the new cluster').fill('Digital records');
  await desk.keyboard.press('Enter');
  await expect(desk.getByRole('heading', { name: 'Digital records' })).toBeVisible();
  await expect(desk.getByText('May say the same')).toHaveCount(0);

  const dots = indonesia.page.locator('form').filter({ hasText: 'Give the dots' });
  await dots.getByLabel('Digital records').fill('9', { timeout: 15_000 });
  await dots.getByRole('button', { name: 'Give the dots' }).click();
  await expect(dots.getByRole('alert').first()).toContainText('together at most 5');
  await expect(dots.getByLabel('Digital records')).toHaveValue('9');
  await dots.getByLabel('Digital records').fill('4');
  await dots.getByRole('button', { name: 'Give the dots' }).click();
  await expect(indonesia.page.getByText('4 dots from one delegation')).toBeVisible();

  await desk.getByRole('link', { name: 'Open or link a clause' }).click();
  await desk.getByRole('link', { name: 'Paper on records of the civil service' }).click();
  await desk.getByLabel('Words of the clause').fill('AGREE to train auditors in digital records;');
  await desk.getByRole('button', { name: 'Open the clause' }).click();
  await expect(desk).toHaveURL(/\/clauses\/c_/);
  await expect(desk.getByRole('main')).toContainText('Comes from');
  await expect(desk.getByRole('link', { name: 'Digital records', exact: true })).toBeVisible();
  await expectNoAxeFindings(desk);
  await keepScreenshot(desk, 'clause-comes-from-desk');
  const documentId = /doc_\w+/.exec(desk.url())?.[0] ?? '';

  // Where it went, for whoever said it.
  const own = philippines.page.locator('[data-input]', { hasText: PHILIPPINES });
  await expect(own.getByText('Taken up', { exact: true })).toBeVisible({ timeout: 15_000 });
  await expect(own.getByRole('link', { name: /^OP 1 of/ })).toBeVisible();
  await philippines.page.goto(`/documents/${documentId}/sources`);
  await expect(philippines.page.getByText('1 of 1').first()).toBeVisible();
  await expectNoOverflow(philippines.page);

  await desk.goto(`/documents/${documentId}/sources`);
  await expect(desk.getByText('Of every input somebody said what became of it.')).toBeVisible();
  await desk.goto(round);
  await desk.evaluate(() => window.scrollTo(0, 0));
  await expectNoAxeFindings(desk);
  await keepScreenshot(desk, 'brainstorm-gathered-desk');
  for (const each of [secretariat, indonesia, philippines]) await each.context.close();
});

test('BS15 the round of the Work Plan and the sources of its clauses, on a desk and on a phone', async ({
  browser,
}) => {
  test.setTimeout(90_000);
  const chair = await seat(browser, 'chair', { viewport: { width: 1440, height: 900 } });
  await chair.page.goto('/follow-up');
  await keepScreenshot(chair.page, 'follow-up-brainstorm-desk');
  await chair.page.getByRole('link', { name: ROUND }).click();
  await expect(chair.page.getByRole('heading', { name: ROUND, level: 1 })).toBeVisible();
  await keepScreenshot(chair.page, 'round-light-desk', { fullPage: false });
  await expectNoAxeFindings(chair.page);
  // The lists of what has no source and no outcome wait at home.
  await chair.page.goto('/');
  await expect(chair.page.getByRole('link', { name: /clauses without a source/ })).toBeVisible();
  const plan = await documentPath(chair.page, 'workPlan');
  await chair.page.goto(`${plan}/sources`);
  await expect(chair.page.getByText('Inputs with an outcome')).toBeVisible();
  // The clause on leaders was joined to the one before it at the Preparatory Meeting; its source went along.
  const leaders = chair.page.locator('tr', { hasText: 'Leaders decide whether a service learns' });
  await expect(leaders.getByRole('link', { name: /An ageing service/ })).toBeVisible();
  await expectNoAxeFindings(chair.page);
  await keepScreenshot(chair.page, 'sources-light-desk', { fullPage: false });
  await expect(leaders.getByText('named for a clause that was joined into this one')).toBeVisible();
  // What was adopted shows its matrix as it was frozen, with its hash.
  const note = await documentPath(chair.page, 'conceptNote');
  await chair.page.goto(`${note}/sources`);
  await expect(chair.page.getByText(/^SHA-256 of the matrix [0-9a-f]{64}$/)).toBeVisible();
  const [file] = await Promise.all([
    chair.page.waitForEvent('download'),
    chair.page.getByRole('link', { name: 'Table (CSV)' }).click(),
  ]);
  expect(file.suggestedFilename()).toMatch(/\.csv$/);
  await expectNoAxeFindings(chair.page);
  await keepScreenshot(chair.page, 'sources-frozen-desk', { fullPage: false });
  await chair.context.close();

  const thai = await seat(browser, 'thHead', { viewport: { width: 390, height: 844 }, colorScheme: 'dark' });
  await thai.page.goto('/brainstorm');
  await keepScreenshot(thai.page, 'rounds-dark-phone');
  await thai.page.getByRole('link', { name: ROUND }).click();
  await expect(thai.page.getByRole('heading', { name: ROUND, level: 1 })).toBeVisible();
  await keepScreenshot(thai.page, 'round-dark-phone', { fullPage: false });
  await thai.page.locator('[data-input]').first().scrollIntoViewIfNeeded();
  await keepScreenshot(thai.page, 'round-cards-dark-phone', { fullPage: false });
  await thai.page.evaluate(() => window.scrollTo(0, 0));
  await expectNoOverflow(thai.page);
  await expectNoAxeFindings(thai.page);
  await thai.page.goto(`${plan}/sources`);
  await expect(thai.page.locator('main table').first()).toBeVisible();
  await keepScreenshot(thai.page, 'sources-dark-phone', { fullPage: false });
  await expectNoOverflow(thai.page);
  await expectNoAxeFindings(thai.page);
  await thai.context.close();
});

test('BS26 the secretariat puts clusters into order by keyboard, and the focus stays where it works', async ({
  browser,
}) => {
  const { page, context } = await seat(browser, 'secretariat', { viewport: { width: 1440, height: 900 } });
  await page.goto('/brainstorm');
  await page.getByRole('link', { name: ROUND }).click();
  await expect(page.getByRole('heading', { name: ROUND, level: 1 })).toBeVisible();
  const lanes = page.locator('section[aria-label] h3[id]');
  const [first = '', second = ''] = await lanes.allInnerTexts();
  const back = page.getByRole('button', { name: `Move “${first}” back` });
  await back.focus();
  await page.keyboard.press('Enter');
  await expect(lanes.first()).toHaveText(second);
  await expect(lanes.nth(1)).toHaveText(first);
  await expect(back).toBeFocused();
  await page.reload();
  await expect(lanes.first()).toHaveText(second);
  await page.evaluate(() => window.scrollTo(0, 0));
  await expectNoAxeFindings(page);
  await context.close();
});
