import { expect, test } from '@playwright/test';
import { caretAtEndOf, documentPath, expectSaveState, openText, wordsOf } from './support/documents';
import { seat } from './support/people';
import { keepScreenshot } from './support/screenshots';
import { appForThisFile } from './support/server';

appForThisFile();

test('two delegates type at once in two browsers and converge', async ({ browser }) => {
  const vietNam = await seat(browser, 'vnDelegate');
  const indonesia = await seat(browser, 'idDelegate');
  const path = await documentPath(vietNam.page, 'statement');
  const [one, two] = [await openText(vietNam.page, path), await openText(indonesia.page, path)];

  await caretAtEndOf(one, 'ADOPTED');
  await caretAtEndOf(two, 'ADOPTED');
  await Promise.all([
    vietNam.page.keyboard.type(' Words of Viet Nam.', { delay: 20 }),
    indonesia.page.keyboard.type(' Kata dari Indonesia.', { delay: 20 }),
  ]);
  await expectSaveState(vietNam.page, 'saved');
  await expectSaveState(indonesia.page, 'saved');
  await expect.poll(async () => (await wordsOf(one)) === (await wordsOf(two))).toBe(true);
  const words = await wordsOf(one);
  // Two people at one place may have their letters side by side; each one's own letters keep their order.
  for (const typed of [' Words of Viet Nam.', ' Kata dari Indonesia.'])
    expect([words, inOrder(words, typed)]).toEqual([words, true]);
  await keepScreenshot(vietNam.page, 'drafting', { fullPage: false });
  await vietNam.context.close();
  await indonesia.context.close();
});

/** Whether the letters of `typed` stand in `words` in their order, others in between allowed. */
function inOrder(words: string, typed: string): boolean {
  let from = words.lastIndexOf('English language.');
  for (const letter of typed.replaceAll(' ', '')) {
    const place = words.indexOf(letter, from);
    if (place < 0) return false;
    from = place + 1;
  }
  return true;
}

test('colleagues are in the room with flag and name, and their words are theirs to undo', async ({
  browser,
}) => {
  const malaysia = await seat(browser, 'myDelegate');
  const singapore = await seat(browser, 'sgDelegate');
  const path = await documentPath(malaysia.page, 'statement');
  const [one, two] = [await openText(malaysia.page, path), await openText(singapore.page, path)];
  await caretAtEndOf(one, 'ADOPTED');
  await malaysia.page.keyboard.type(' Malaysian addition.');
  await expect(two).toContainText('Malaysian addition.');
  await expect(
    singapore.page
      .locator('[data-room]')
      .or(singapore.page.getByText(/Malaysia/))
      .first(),
  ).toBeVisible();
  await caretAtEndOf(two, 'Malaysian addition');
  await singapore.page.keyboard.type(' Singaporean addition.');
  await expect(one).toContainText('Singaporean addition.');
  await malaysia.page.keyboard.press('Control+z');
  await expect(one).not.toContainText('Malaysian addition.');
  await expect(one).toContainText('Singaporean addition.');
  await expect(two).not.toContainText('Malaysian addition.');
  await malaysia.context.close();
  await singapore.context.close();
});

test('a reviewer reads along, live, and the page offers no pen', async ({ browser }) => {
  const reviewer = await seat(browser, 'reviewer');
  const delegate = await seat(browser, 'phDelegate');
  const path = await documentPath(delegate.page, 'statement');
  const reading = await openText(reviewer.page, path);
  const writing = await openText(delegate.page, path);
  await expect(reading).toHaveAttribute('contenteditable', 'false');
  await expect(reading).toHaveClass(/text-body/);
  await expect(reading).toHaveRole('document');
  await caretAtEndOf(writing, 'ADOPTED');
  await delegate.page.keyboard.type(' Seen by the reviewer.');
  await expect(reading).toContainText('Seen by the reviewer.');
  await reviewer.context.close();
  await delegate.context.close();
});

test('offline and back: what was typed is kept on the device, and arrives', async ({ browser }) => {
  const thailand = await seat(browser, 'thDelegate');
  const viewer = await seat(browser, 'reviewer');
  const path = await documentPath(thailand.page, 'statement');
  const text = await openText(thailand.page, path);
  const reading = await openText(viewer.page, path);
  await expectSaveState(thailand.page, 'saved');
  await thailand.context.setOffline(true);
  await caretAtEndOf(text, 'ADOPTED');
  await thailand.page.keyboard.type(' พิมพ์ขณะออฟไลน์');
  await expectSaveState(thailand.page, 'offline');
  await expect(reading).not.toContainText('พิมพ์ขณะออฟไลน์');
  await thailand.context.setOffline(false);
  await expectSaveState(thailand.page, 'saved');
  await expect(reading).toContainText('พิมพ์ขณะออฟไลน์');
  await thailand.context.close();
  await viewer.context.close();
});
