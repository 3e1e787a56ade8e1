import { expect, type Locator, type Page } from '@playwright/test';
import { type SYMBOLS, TITLES } from '../../seeds';

export type DocumentKey = keyof typeof SYMBOLS;

/** The address of a document, found as a person finds it: by its title on the meeting's page. */
export async function documentPath(page: Page, key: DocumentKey): Promise<string> {
  await page.goto('/');
  const link = page.locator('a[href^="/documents/"]', { hasText: TITLES[key] }).first();
  if ((await link.count()) === 0) {
    await page.goto('/meetings');
    await page
      .getByRole('link', { name: /Senior Officials/ })
      .first()
      .click();
    await expect(page).toHaveURL(/\/meetings\/./);
  }
  const href = await link.getAttribute('href');
  const id = /\/documents\/(\w+)/.exec(href ?? '')?.[1];
  if (id === undefined) throw new Error(`no link to ${TITLES[key]}`);
  return `/documents/${id}`;
}

/** The text on the page, opened: waits until the server has sent it. */
export async function openText(page: Page, path: string): Promise<Locator> {
  await page.goto(path);
  const text = page.locator('.ProseMirror');
  await expect(text).toBeVisible();
  await expect(text).not.toBeEmpty();
  return text;
}

/** Puts the caret at the end of the clause that holds these words. */
export async function caretAtEndOf(text: Locator, words: string): Promise<void> {
  const clause = text.locator('[data-id]', { hasText: words }).last();
  await clause.scrollIntoViewIfNeeded();
  await clause.click();
  await text.page().keyboard.press('End');
  await text.page().keyboard.press('Control+End');
}

/** What the page says about one's own words: `saved`, `saving`, `offline`, `notSaved`, `live` … */
export async function expectSaveState(page: Page, state: string): Promise<void> {
  await expect(page.locator('[data-save-state]').first()).toHaveAttribute('data-save-state', state);
}

/** The words of the text as they stand on this screen, numbers in the margin and carets left out. */
export async function wordsOf(text: Locator): Promise<string> {
  return text.evaluate((element) => {
    const copy = element.cloneNode(true) as HTMLElement;
    for (const extra of copy.querySelectorAll(
      '.ProseMirror-widget, [contenteditable="false"], [aria-hidden="true"]',
    )) {
      extra.remove();
    }
    return (copy.textContent ?? '').replace(/\s+/g, ' ').trim();
  });
}
