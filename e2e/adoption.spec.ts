import { expect, test } from '@playwright/test';
import { caretAtEndOf, documentPath, expectSaveState } from './support/documents';
import { seat } from './support/people';
import { appForThisFile } from './support/server';

appForThisFile();

test('an adopted text can have a successor, comparable with it', async ({ browser }) => {
  const chair = await seat(browser, 'chair');
  const path = await documentPath(chair.page, 'conceptNote');
  await chair.page.goto(`${path}/record`);
  await chair.page
    .getByLabel('Title of the new document')
    .fill('Concept Note for the Monitoring of the Work Plan 2021–2025');
  await chair.page.getByRole('button', { name: 'Start a successor' }).click();
  await expect(chair.page).not.toHaveURL(new RegExp(`${path}/record`));
  const text = chair.page.locator('.ProseMirror');
  await expect(text).toBeVisible();
  await caretAtEndOf(text, 'Monitoring');
  await chair.page.keyboard.type(' A successor’s words.');
  await expectSaveState(chair.page, 'saved');
  const successor = new URL(chair.page.url()).pathname;
  await chair.page.goto(`${successor}/compare?fromDocument=${path.split('/').at(-1)}&from=5&to=now`);
  await expect(chair.page.locator('ins', { hasText: 'successor' }).first()).toBeVisible();
  await chair.context.close();
});
