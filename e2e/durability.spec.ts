import { expect, test } from '@playwright/test';
import { caretAtEndOf, documentPath, expectSaveState, openText } from './support/documents';
import { seat } from './support/people';
import { appForThisFile } from './support/server';

const app = appForThisFile();

test('the server is killed while two people type: every word that was Saved is there afterwards', async ({
  browser,
}) => {
  const first = await seat(browser, 'vnDelegate');
  const second = await seat(browser, 'laDelegate');
  const path = await documentPath(first.page, 'statement');
  const texts = [await openText(first.page, path), await openText(second.page, path)];
  const saved: string[] = [];
  for (let round = 0; round < 3; round += 1) {
    for (const [index, { page }] of [first, second].entries()) {
      const text = texts[index];
      if (text === undefined) throw new Error('no text');
      await caretAtEndOf(text, 'ADOPTED');
      const word = ` round${round}of${index}`;
      await page.keyboard.type(word);
      await expectSaveState(page, 'saved');
      saved.push(word.trim());
    }
    await caretAtEndOf(texts[0] ?? first.page.locator('.ProseMirror'), 'ADOPTED');
    const typing = first.page.keyboard.type(' in flight when the power went', { delay: 15 });
    await first.page.waitForTimeout(120);
    await app.current.kill();
    await typing;
    await app.current.start();
    await expectSaveState(first.page, 'saved');
    await expectSaveState(second.page, 'saved');
  }
  const fresh = await seat(browser, 'reviewer');
  const reading = await openText(fresh.page, path);
  for (const word of saved) await expect(reading).toContainText(word);
  await first.context.close();
  await second.context.close();
  await fresh.context.close();
});
