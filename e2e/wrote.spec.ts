import { expect, type Locator, type Page, test } from '@playwright/test';
import { expectNoAxeFindings } from './support/axe';
import { caretAtEndOf, documentPath, expectSaveState, openText } from './support/documents';
import { seat } from './support/people';
import { keepScreenshot } from './support/screenshots';
import { appForThisFile } from './support/server';

appForThisFile();

/** The words of each run of the clause as it stands, with whose they are. */
async function runsOn(page: Page): Promise<string[]> {
  return page
    .locator('.w-run')
    .evaluateAll((runs) => runs.map((run) => `${run.getAttribute('data-by')}:${run.textContent}`));
}

/** A new last clause; the editor takes a moment to know where the caret is. */
async function writeClause(page: Page, text: Locator, words: string): Promise<void> {
  await caretAtEndOf(text, 'ADOPTED');
  await page.waitForTimeout(300);
  await page.keyboard.press('Enter');
  await page.keyboard.type(words, { delay: 10 });
}

/** What the step says of itself, without its redline. */
function step(page: Page, number: number) {
  return page.locator(`#step-${number}`);
}

test('two delegations type in one clause, one cuts it in two and moves it: the page names each rightly', async ({
  browser,
}) => {
  const vietNam = await seat(browser, 'vnDelegate');
  const indonesia = await seat(browser, 'idDelegate');
  const path = await documentPath(vietNam.page, 'statement');
  const [one, two] = [await openText(vietNam.page, path), await openText(indonesia.page, path)];

  await writeClause(vietNam.page, one, 'REAFFIRM the open door of the civil service');
  await expect(two).toContainText('the open door of the civil service');
  await caretAtEndOf(two, 'REAFFIRM the open door');
  await indonesia.page.waitForTimeout(300);
  await indonesia.page.keyboard.type(' and its many languages');
  await expect(one).toContainText('and its many languages');
  await expectSaveState(indonesia.page, 'saved');
  await expectSaveState(vietNam.page, 'saved');
  const clauseId = await one
    .locator('[data-id]', { hasText: 'REAFFIRM the open door' })
    .last()
    .getAttribute('data-id');

  const reviewer = await seat(browser, 'reviewer');
  await reviewer.page.goto(`${path}/clauses/${clauseId}`);
  await expect(reviewer.page.getByRole('heading', { level: 2, name: /Who wrote/ })).toBeVisible();
  expect(await runsOn(reviewer.page)).toEqual([
    'VN:REAFFIRM the open door of the civil service',
    'ID: and its many languages',
  ]);
  await expect(step(reviewer.page, 1)).toContainText('Viet Nam');
  await expect(step(reviewer.page, 2)).toContainText('Indonesia');
  await expect(step(reviewer.page, 2).locator('ins')).toHaveText('and its many languages');

  // Viet Nam cuts the clause where Indonesia's words begin, and moves the new one up.
  await caretAtEndOf(one, 'REAFFIRM the open door');
  await vietNam.page.waitForTimeout(300);
  for (const _letter of ' and its many languages') await vietNam.page.keyboard.press('ArrowLeft');
  await vietNam.page.keyboard.press('Enter');
  await vietNam.page.keyboard.press('Alt+ArrowUp');
  await expectSaveState(vietNam.page, 'saved');
  const cutOff = await one
    .locator('[data-id]', { hasText: 'and its many languages' })
    .last()
    .getAttribute('data-id');
  expect(cutOff).not.toBe(clauseId);
  await reviewer.page.goto(`${path}/clauses/${cutOff}`);
  expect((await runsOn(reviewer.page)).join('')).toMatch(/^ID: ?and its many languages$/);
  await expect(step(reviewer.page, 1)).toContainText('Viet Nam');
  await expect(step(reviewer.page, 1)).toContainText('Cut out of');
  await expect(step(reviewer.page, 1)).toContainText('Changed places with');
  await step(reviewer.page, 1)
    .getByRole('link', { name: /REAFFIRM/ })
    .first()
    .click();
  await expect(reviewer.page).toHaveURL(new RegExp(`${clauseId}$`));
  expect((await runsOn(reviewer.page))[0]).toBe('VN:REAFFIRM the open door of the civil service');
  await expect(reviewer.page.locator('.w-steps')).toContainText('A part of it became');
  await expectNoAxeFindings(reviewer.page);
  await keepScreenshot(reviewer.page, 'clause-history');

  await reviewer.page.getByRole('button', { name: 'Step through as a film' }).click();
  await expect(reviewer.page.locator('.w-steps > li:visible')).toHaveCount(1);
  await expect(step(reviewer.page, 1)).toBeVisible();
  await reviewer.page.getByRole('button', { name: 'Step forward' }).click();
  await expect(step(reviewer.page, 2)).toBeVisible();
  await reviewer.page.keyboard.press('ArrowLeft');
  await expect(step(reviewer.page, 1)).toBeVisible();
  await expect(reviewer.page.getByText(/^Step 1 of \d$/)).toBeVisible();
  await expectNoAxeFindings(reviewer.page);
  for (const { context } of [vietNam, indonesia, reviewer]) await context.close();
});

test('a clause that was taken out is shown as it last stood, by whom it went, without a script too', async ({
  browser,
}) => {
  const delegate = await seat(browser, 'thDelegate');
  const path = await documentPath(delegate.page, 'statement');
  const text = await openText(delegate.page, path);
  await writeClause(delegate.page, text, 'TASK somebody with it');
  const clauseId = await text
    .locator('[data-id]', { hasText: 'TASK somebody' })
    .last()
    .getAttribute('data-id');
  await delegate.page.keyboard.press('Shift+Home');
  await delegate.page.keyboard.press('Delete');
  await delegate.page.keyboard.press('Backspace');
  await expect(text).not.toContainText('TASK somebody');
  await expectSaveState(delegate.page, 'saved');
  await delegate.page.goto('about:blank');

  const reader = await seat(browser, 'reviewer');
  const noScript = await browser.newContext({
    javaScriptEnabled: false,
    storageState: await reader.context.storageState(),
  });
  const page = await noScript.newPage();
  await page.goto(`${path}/clauses/${clauseId}`);
  await expect(page.getByText('This clause is no longer in the text.')).toBeVisible();
  await expect(page.locator('.w-steps > li').first()).toContainText('Thailand');
  await expect(page.locator('.w-steps > li').first()).toContainText('Taken out of the text');
  await expect(page.getByRole('button', { name: 'Step through as a film' })).toHaveCount(0);
  await page.goto(`${path}/clauses/c_never_was`);
  await expect(page.getByText('There is no such clause')).toBeVisible();

  await reader.page.goto(`${path}/versions/7`);
  await reader.page.locator('.clause-wrote').first().focus();
  await reader.page.keyboard.press('Enter');
  await expect(reader.page.getByRole('heading', { level: 2, name: /Who wrote/ })).toBeVisible();
  await noScript.close();
  for (const { context } of [delegate, reader]) await context.close();
});
