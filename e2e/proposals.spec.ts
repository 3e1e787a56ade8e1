import { expect, type Locator, type Page, test } from '@playwright/test';
import { expectNoAxeFindings } from './support/axe';
import { documentPath } from './support/documents';
import { seat } from './support/people';
import { appForThisFile } from './support/server';

appForThisFile();

/** Seeded, in negotiation, read clause by clause. */
const CLAUSE = 'c_wp_p10';

async function open(page: Page, path: string): Promise<Locator> {
  await page.goto(path);
  const clause = page.locator(`[data-id="${CLAUSE}"]`).first();
  await expect(clause).toBeVisible();
  await expect(page.getByRole('button', { name: 'Propose a change' })).toBeVisible();
  return clause;
}

const draftOn = (page: Page) => page.locator('.draft-card');
const wordsOn = (page: Page) => draftOn(page).locator('.ProseMirror');

/** With which code a socket is closed that knocks from this page, with its cookie. */
function knock(page: Page, id: string): Promise<number> {
  return page.evaluate(
    (target) =>
      new Promise<number>((resolve) => {
        const socket = new WebSocket(`${window.location.origin.replace('http', 'ws')}/sync/${target}`);
        socket.onclose = (event) => resolve(event.code);
      }),
    id,
  );
}

test('a delegation drafts where it reads, together and unseen; its head tables it; what comes late comes back', async ({
  browser,
}) => {
  const delegate = await seat(browser, 'vnDelegate');
  const head = await seat(browser, 'vnHead');
  const other = await seat(browser, 'idHead');
  const path = await documentPath(delegate.page, 'workPlan');
  const stands = await open(delegate.page, path);
  const before = await stands.innerText();

  // Typing in the clause opens a copy of it below; the text itself stays as it is.
  await stands.click();
  await delegate.page.keyboard.press('End');
  await delegate.page.keyboard.type(' together', { delay: 25 });
  await expect(wordsOn(delegate.page)).toContainText('together');
  await expect(draftOn(delegate.page).locator('ins')).toContainText('together');
  await expect(draftOn(delegate.page).locator('[data-save-state="saved"]')).toBeVisible();
  expect(await stands.innerText()).toBe(before);
  await expectNoAxeFindings(delegate.page);

  // The head opens the same draft, and each sees the letters of the other.
  await open(head.page, path);
  await head.page.getByRole('button', { name: /^Open your delegation’s draft/ }).click();
  await expect(wordsOn(head.page)).toContainText('together');
  await wordsOn(head.page).click();
  await head.page.keyboard.press('Control+Home');
  await head.page.keyboard.type('HENCE ');
  await expect(wordsOn(delegate.page)).toContainText('HENCE');
  await expect(draftOn(delegate.page)).toContainText('Ask the head to release it');

  // Another delegation sees nothing of it, and knocks in vain.
  await delegate.page.goto(`${path}/proposals`);
  const draftHref = await delegate.page
    .getByRole('link', { name: 'Draft', exact: true })
    .getAttribute('href');
  const draftId = draftHref?.split('/').at(-1) ?? '';
  await open(other.page, path);
  await expect(other.page.locator('.draft-place')).toHaveCount(0);
  expect(await knock(other.page, draftId)).toBe(4404);
  expect(await knock(other.page, 'prp_nothing')).toBe(4404);
  expect((await other.page.request.get(draftHref ?? '')).status()).toBe(404);
  await other.page.goto(`${path}/proposals`);
  await expect(other.page.getByText('HENCE')).toHaveCount(0);

  // The delegate writes on without a connection while the head tables.
  await open(delegate.page, path);
  await delegate.page.getByRole('button', { name: /^Open your delegation’s draft/ }).click();
  await expect(wordsOn(delegate.page)).toContainText('HENCE');
  await delegate.context.setOffline(true);
  await wordsOn(delegate.page).click();
  await delegate.page.keyboard.press('Control+End');
  await delegate.page.keyboard.type(' TOO LATE');
  await head.page.getByRole('button', { name: 'Table the proposal' }).click();
  await expect(draftOn(head.page)).toHaveCount(0);

  await other.page.reload();
  const listed = other.page.getByRole('listitem').filter({ hasText: 'HENCE' });
  await expect(listed).toContainText('Viet Nam');
  await listed.getByRole('link', { name: /^Proposal \d+$/ }).click();
  await expect(other.page.locator('ins').first()).toContainText('HENCE');
  await other.page.getByRole('button', { name: 'Co-sponsor' }).click();
  await expect(other.page.getByRole('listitem').filter({ hasText: 'co-sponsor' })).toContainText('Indonesia');
  await expectNoAxeFindings(other.page);

  await delegate.context.setOffline(false);
  await expect(draftOn(delegate.page)).toContainText('This draft is closed');
  await expect(draftOn(delegate.page)).toContainText('TOO LATE');
  for (const { context } of [delegate, head, other]) await context.close();
});

test('words that an input method composes land in the draft, from their first letter on', async ({
  browser,
}) => {
  const { page, context } = await seat(browser, 'vnDelegate');
  const path = await documentPath(page, 'workPlan');
  const stands = await open(page, path);
  const before = await stands.innerText();
  const keyboard = await context.newCDPSession(page);
  const compose = async (...steps: string[]) => {
    for (const text of steps) {
      const caret = { selectionStart: text.length, selectionEnd: text.length };
      await keyboard.send('Input.imeSetComposition', { text, ...caret });
      // The rhythm of somebody who types fast: twelve letters a second.
      await page.waitForTimeout(80);
    }
    await keyboard.send('Input.insertText', { text: steps.at(-1) ?? '' });
  };
  // Telex, letter by letter; the second word is begun while the draft that the first one begins is still opening.
  await stands.click();
  await page.keyboard.press('End');
  await compose('d', 'đ', 'đô', 'đồ', 'đồn', 'đồng');
  await compose(' ', ' t', ' th', ' thu', ' thuâ', ' thuậ', ' thuận');
  await expect(wordsOn(page)).toContainText('đồng thuận');
  await expect(draftOn(page).locator('ins')).toContainText('đồng thuận');
  await expect(draftOn(page).locator('[data-save-state="saved"]')).toBeVisible();
  // Nothing of it stays in the text itself, and what comes next is typed into the draft.
  expect(await stands.innerText()).toBe(before);
  await compose('n', 'na', 'nay');
  await expect(wordsOn(page)).toContainText('đồng thuậnnay');
  expect((await wordsOn(page).innerText()).match(/đồng/g)).toHaveLength(1);
  await page.reload();
  await expect(stands).toHaveText(before.trim());
  await context.close();
});
