import { expect, type Locator, type Page, test } from '@playwright/test';
import { expectNoAxeFindings } from './support/axe';
import { documentPath, openText } from './support/documents';
import { seat } from './support/people';
import { keepScreenshot } from './support/screenshots';
import { appForThisFile } from './support/server';

appForThisFile();

const DESK = { viewport: { width: 1440, height: 900 } };
const WORDS = 'accessible to all';

/** Selects words of the text as a person does with the mouse or Shift and the arrows. */
async function selectWords(text: Locator, words: string): Promise<void> {
  await text.evaluate((root: HTMLElement, sought: string) => {
    root.focus();
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      const at = node.textContent?.indexOf(sought) ?? -1;
      if (at === -1) continue;
      node.parentElement?.scrollIntoView({ block: 'center' });
      const range = document.createRange();
      range.setStart(node, at);
      range.setEnd(node, at + sought.length);
      const selection = window.getSelection();
      selection?.removeAllRanges();
      selection?.addRange(range);
      return;
    }
    throw new Error(`no “${sought}” in the text`);
  }, words);
}

/** Types at one place of the text: in front of these words. */
async function typeBefore(text: Locator, words: string, typed: string): Promise<void> {
  await selectWords(text, words);
  await text.page().keyboard.press('ArrowLeft');
  await text.page().keyboard.type(typed);
}

async function comment(page: Page, text: Locator, on: string, words: string, ring: string): Promise<void> {
  await selectWords(text, on);
  await page.getByRole('button', { name: 'Comment', exact: true }).click();
  const form = page.getByRole('form', { name: 'New comment' });
  await form.getByLabel('Your comment').fill(words);
  await form.getByLabel('Who sees it').selectOption({ label: ring });
  await form.getByRole('button', { name: 'Comment', exact: true }).click();
  await expect(form).toBeHidden();
}

/** The words that the text marks as commented on, in one string. */
async function marked(text: Locator): Promise<string> {
  return (await text.locator('.commented').allTextContents()).join('');
}

test('a comment of a reviewer stays at its words while a delegate writes before and in them and moves the clause', async ({
  browser,
}) => {
  const reviewer = await seat(browser, 'reviewer', DESK);
  const vietNam = await seat(browser, 'vnDelegate', DESK);
  const path = await documentPath(reviewer.page, 'statement');
  const [read, written] = [await openText(reviewer.page, path), await openText(vietNam.page, path)];
  await expect(read).toHaveAttribute('contenteditable', 'false');

  await comment(reviewer.page, read, WORDS, 'Does “all” include residents?', 'Everybody');
  const card = vietNam.page.getByRole('article', { name: WORDS });
  await expect(card).toContainText('Does “all” include residents?');
  await expect(card).toContainText('Everybody');
  await expect.poll(() => marked(written)).toBe(WORDS);

  await typeBefore(written, 'ENSURE that public', 'BY 2025, ');
  await expect.poll(() => marked(written)).toBe(WORDS);
  await typeBefore(written.locator('.commented'), 'to all', 'and affordable ');
  await expect.poll(() => marked(read)).toBe('accessible and affordable to all');
  await expect(reviewer.page.getByText('These words have changed since.')).toBeVisible();
  await vietNam.page.keyboard.press('Alt+ArrowUp');
  await expect.poll(() => marked(written)).toBe('accessible and affordable to all');
  await expect.poll(() => marked(read)).toBe('accessible and affordable to all');
  await keepScreenshot(reviewer.page, 'comments', { fullPage: false });

  await card.getByRole('button', { name: 'Answer' }).click();
  await card.getByLabel('Your answer').fill('It does.');
  await card.getByLabel('Your answer').press('Control+Enter');
  const asked = reviewer.page.getByRole('article', { name: WORDS });
  await expect(asked).toContainText('It does.');
  await expect(card.getByRole('button', { name: 'Resolve' })).toHaveCount(0);
  await asked.getByRole('button', { name: 'Resolve' }).click();
  await expect(card).toBeHidden();
  await expect.poll(() => marked(written)).toBe('');
  await reviewer.page.getByLabel('Which').selectOption('resolved');
  await asked.getByRole('button', { name: 'Reopen' }).click();
  await expect.poll(() => marked(written)).toBe('accessible and affordable to all');

  // A version that was stored before has it at its words as they stood then.
  await reviewer.page.goto(`${path}/versions/1`);
  const stored = reviewer.page.locator('#threads');
  await expect(stored).toContainText('Does “all” include residents?');
  await expect(reviewer.page.locator('.text-body .commented').first()).toBeVisible();
  await expectNoAxeFindings(reviewer.page);
  await reviewer.page.getByRole('link', { name: 'Comment 1', exact: true }).first().click();
  await expect(reviewer.page).toHaveURL(/#thread-1$/);
  await expectNoAxeFindings(reviewer.page);
  await keepScreenshot(reviewer.page, 'version-comments');
  await reviewer.page.goBack();

  const link = await card.getAttribute('id');
  await vietNam.page.goto(`${path}#${link}`);
  await expect(vietNam.page.getByRole('article', { name: WORDS })).toHaveAttribute('aria-current', 'true');
  await reviewer.context.close();
  await vietNam.context.close();
});

test('what is said within a delegation reaches no other, on the page or by the address behind it', async ({
  browser,
}) => {
  const delegate = await seat(browser, 'vnDelegate', DESK);
  const colleague = await seat(browser, 'vnHead', DESK);
  const other = await seat(browser, 'idDelegate', DESK);
  const path = await documentPath(delegate.page, 'statement');
  const ours = await openText(delegate.page, path);
  await openText(other.page, path);
  const address = `/api${path}/comments`;
  const before = await other.page.request.get(address);
  const tag = before.headers().etag ?? '';

  await comment(delegate.page, ours, 'codes of conduct', 'Our line: not binding.', 'Viet Nam only');
  const theirs = await openText(colleague.page, path);
  await expect.poll(() => marked(theirs)).toContain('codes of conduct');
  await expect(colleague.page.getByText('Our line: not binding.')).toBeVisible();

  const after = await other.page.request.get(address, { headers: { 'If-None-Match': tag } });
  expect(after.status()).toBe(304);
  const whole = await other.page.request.get(address);
  expect(await whole.text()).not.toContain('Our line');
  expect(whole.headers().etag).toBe(tag);
  await expect(other.page.getByText('Our line')).toHaveCount(0);
  await expect(other.page.locator('.commented', { hasText: 'codes of conduct' })).toHaveCount(0);
  await delegate.context.close();
  await colleague.context.close();
  await other.context.close();
});

test('on a phone one comments on the selected words in a sheet', async ({ browser }) => {
  const singapore = await seat(browser, 'sgDelegate', { viewport: { width: 390, height: 844 } });
  const { page } = singapore;
  const text = await openText(page, await documentPath(page, 'statement'));
  await comment(page, text, 'codes of conduct', 'Keep these short.', 'Only you');
  await expect(page.getByRole('dialog').getByText('Keep these short.')).toBeVisible();
  await keepScreenshot(page, 'comments-phone', { fullPage: false });
  await page.getByRole('dialog').getByRole('button', { name: 'Close' }).click();
  await expect(text.locator('.commented', { hasText: 'codes of conduct' })).toBeVisible();
  await singapore.context.close();
});
