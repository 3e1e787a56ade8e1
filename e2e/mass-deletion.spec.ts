import { expect, type Locator, type Page, test } from '@playwright/test';
import { expectNoAxeFindings } from './support/axe';
import { caretAtEndOf, documentPath, expectSaveState, openText, wordsOf } from './support/documents';
import { seat } from './support/people';
import { appForThisFile } from './support/server';

appForThisFile();

/** Writes a word of one's own, then selects everything and presses Delete. */
async function deleteEverything(page: Page, text: Locator, word: string): Promise<void> {
  await caretAtEndOf(text, 'ADOPTED');
  await page.keyboard.type(` ${word}`);
  await expectSaveState(page, 'saved');
  await page.keyboard.press('Control+A');
  await page.keyboard.press('Delete');
}

test('a text that others wrote is deleted only after a second thought, and can be restored', async ({
  browser,
}) => {
  const vietNam = await seat(browser, 'vnDelegate');
  const indonesia = await seat(browser, 'idDelegate');
  const path = await documentPath(vietNam.page, 'statement');
  const theirs = await openText(indonesia.page, path);
  const mine = await openText(vietNam.page, path);
  const dialog = vietNam.page.getByRole('dialog', { name: /^Delete about [\d,]+ words of / });

  await deleteEverything(vietNam.page, mine, 'First.');
  await expect(dialog).toBeVisible();
  await expect(dialog).toContainText('100 % of what others wrote');
  await expect(dialog.getByRole('button', { name: 'Keep it' })).toBeFocused();
  await expectNoAxeFindings(vietNam.page);
  const stood = await wordsOf(theirs);
  expect(stood).toContain('First.');

  await vietNam.page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
  await expect(mine).toContainText('ADOPTED');
  await expect(mine).toBeFocused();
  await expectSaveState(vietNam.page, 'saved');
  expect(await wordsOf(theirs)).toBe(stood);
  expect(await wordsOf(mine)).toBe(stood);
  await expect(vietNam.page.getByText('not in the text')).toHaveCount(0);

  await deleteEverything(vietNam.page, mine, 'Second.');
  await expect(dialog.getByRole('button', { name: 'Keep it' })).toBeFocused();
  await vietNam.page.keyboard.press('Tab');
  await expect(dialog.getByRole('button', { name: 'Delete' })).toBeFocused();
  await vietNam.page.keyboard.press('Enter');
  await expect(dialog).toBeHidden();
  await expectSaveState(vietNam.page, 'saved');
  await expect.poll(() => wordsOf(theirs)).toBe('');
  await vietNam.page.keyboard.type('Nothing was left.');
  await expect(theirs).toContainText('Nothing was left.');

  await vietNam.page.goto(`${path}/versions`);
  await expect(vietNam.page.getByText('Checkpoint').first()).toBeVisible();
  await vietNam.context.close();
  await indonesia.context.close();
});
