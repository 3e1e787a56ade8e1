import { type Browser, expect, type Page, test } from '@playwright/test';
import type { PersonKey } from '../seeds';
import { type DocumentKey, documentPath, expectSaveState, openText } from './support/documents';
import { type Seat, seat } from './support/people';
import { keepScreenshot } from './support/screenshots';
import { appForThisFile } from './support/server';

appForThisFile();

/** Everything of ours that this browser keeps: names of databases and keys of the small store. */
function keptOnDevice(page: Page): Promise<string[]> {
  return page.evaluate(async () => {
    const databases = (await indexedDB.databases()).map(({ name }) => name ?? '');
    return [...databases, ...Object.keys(localStorage)].filter((name) => name.startsWith('mufakat:'));
  });
}

/** How many edits the copy of the one text holds that this browser keeps. */
function editsKept(page: Page): Promise<number> {
  return page.evaluate(async () => {
    const [copy] = (await indexedDB.databases()).filter(({ name }) => name?.startsWith('mufakat:'));
    return new Promise<number>((resolve) => {
      const opening = indexedDB.open(copy?.name ?? '');
      opening.onsuccess = () => {
        const db = opening.result;
        if (!db.objectStoreNames.contains('updates')) resolve(0);
        const counting = db.transaction('updates').objectStore('updates').count();
        counting.onsuccess = () => {
          db.close();
          resolve(counting.result);
        };
      };
    });
  });
}

/** Opens a text, loses the connection and writes these words at the end of its title. */
async function writeOffline(writer: Seat, path: string, words: string): Promise<void> {
  const text = await openText(writer.page, path);
  await expectSaveState(writer.page, 'saved');
  await writer.context.setOffline(true);
  await text.locator('[data-id]').first().click();
  await writer.page.keyboard.press('End');
  await writer.page.keyboard.type(words);
}

async function takeStep(page: Page, path: string, step: string, confirm: string, reason?: string) {
  await page.goto(path);
  await page.getByRole('button', { name: 'Procedure' }).click();
  await page.getByRole('button', { name: step, exact: true }).click();
  const dialog = page.getByRole('dialog').filter({ hasText: confirm }).last();
  if (reason !== undefined) await dialog.getByLabel('Reason').fill(reason);
  await dialog.getByRole('button', { name: confirm }).click();
  await expect(page.getByRole('dialog')).toHaveCount(0);
}

async function seats(browser: Browser, person: PersonKey = 'thDelegate', key: DocumentKey = 'statement') {
  const writer = await seat(browser, person, { permissions: ['clipboard-read', 'clipboard-write'] });
  const secretariat = await seat(browser, 'secretariat');
  return { writer, secretariat, path: await documentPath(writer.page, key) };
}

test('BO16 where the meeting forbids it nothing is kept on the device, and the words say so', async ({
  browser,
}) => {
  const { writer, secretariat, path } = await seats(browser);
  const text = await openText(writer.page, path);
  await expectSaveState(writer.page, 'saved');
  expect(await keptOnDevice(writer.page)).toHaveLength(1);

  await secretariat.page.goto(path);
  await secretariat.page
    .getByRole('link', { name: /Senior Officials/ })
    .first()
    .click();
  await expect(secretariat.page).toHaveURL(/\/meetings\/./);
  const meeting = secretariat.page.url();
  await secretariat.page.getByRole('button', { name: 'Keep nothing on devices' }).click();
  await secretariat.page.getByRole('dialog').getByRole('button', { name: 'Keep nothing on devices' }).click();
  await expect(secretariat.page.getByText(/Nothing is kept on devices since/)).toBeVisible();
  await expect.poll(() => keptOnDevice(writer.page)).toEqual([]);

  await writer.context.setOffline(true);
  await text.click();
  await writer.page.keyboard.type('Kept in this page alone. ');
  await expectSaveState(writer.page, 'offlineUnkept');
  await expect(writer.page.getByText('Offline: keep this page open')).toBeVisible();
  expect(await keptOnDevice(writer.page)).toEqual([]);
  await writer.context.setOffline(false);
  await expectSaveState(writer.page, 'saved');
  const reading = await openText(secretariat.page, path);
  await expect(reading).toContainText('Kept in this page alone.');

  await writer.page.reload();
  await expectSaveState(writer.page, 'saved');
  expect(await keptOnDevice(writer.page)).toEqual([]);

  await secretariat.page.goto(meeting);
  await secretariat.page.getByRole('button', { name: 'Allow copies on devices' }).click();
  await secretariat.page.getByRole('dialog').getByRole('button', { name: 'Allow copies on devices' }).click();
  await expect.poll(() => keptOnDevice(writer.page)).toHaveLength(1);
  await writer.context.close();
  await secretariat.context.close();
});

test('signing out removes everything from the device', async ({ browser }) => {
  const { writer, secretariat, path } = await seats(browser);
  await openText(writer.page, path);
  await writer.page.evaluate(() => localStorage.setItem('mufakat:unsent:somebody:doc', '[]'));
  await writer.page.goto('/sign-out');
  await writer.page.getByRole('main').getByRole('button', { name: 'Sign out' }).click();
  await expect(writer.page).toHaveURL(/\/sign-in/);
  expect(await keptOnDevice(writer.page)).toEqual([]);
  await writer.context.close();
  await secretariat.context.close();
});

test('of two tabs with one text, the one that leaves takes nothing away of what the other keeps', async ({
  browser,
}) => {
  const { writer, secretariat, path } = await seats(browser);
  const first = await writer.context.newPage();
  await openText(first, path);
  const text = await openText(writer.page, path);
  for (const page of [first, writer.page]) await expectSaveState(page, 'saved');
  await first.getByRole('link', { name: 'Meetings' }).first().click();
  await expect(first).toHaveURL(/\/meetings/);
  const before = await editsKept(writer.page);
  await writer.context.setOffline(true);
  await text.locator('[data-id]').first().click();
  await writer.page.keyboard.press('End');
  await writer.page.keyboard.type(' Of the second tab');
  await expectSaveState(writer.page, 'offline');
  await expect.poll(() => editsKept(writer.page)).toBeGreaterThanOrEqual(before + 18);
  await first.close();
  await writer.page.close({ runBeforeUnload: false });
  await writer.context.setOffline(false);
  const again = await writer.context.newPage();
  await openText(again, path);
  await expect(again.getByText('Of the second tab').first()).toBeVisible();
  await writer.context.close();
  await secretariat.context.close();
});

const LOST = ' written on the plane';

/** The text is taken through `step` while somebody writes offline; what they wrote is on their screen again. */
async function comeBack({ writer, secretariat, path }: Awaited<ReturnType<typeof seats>>, how: HowItEnded) {
  await writeOffline(writer, `${path}${how.screen}`, LOST);
  await expectSaveState(writer.page, 'offline');
  await takeStep(secretariat.page, path, how.step, how.confirm, how.reason);
  await writer.context.setOffline(false);
  const { page } = writer;
  await expect(page.getByText('One clause of yours is not in the text')).toBeVisible();
  await expect(page.getByRole('listitem').filter({ hasText: LOST.trim() })).toBeVisible();
  await expect(page.locator('.ProseMirror')).not.toContainText(LOST.trim());
  await keepScreenshot(page, `words-that-came-back${how.screen.replace('/', '-')}`, { fullPage: false });

  await page.reload();
  // When the text has come the notes take their place beside it, and a button pressed in that instant is gone.
  await expectSaveState(page, 'live');
  await expect(page.getByText('From your last visit: one clause was never sent')).toBeVisible();
  await page.getByRole('button', { name: 'Copy all' }).click();
  await expect(page.getByRole('button', { name: 'Copied' })).toBeVisible();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toContain(LOST.trim());
}

interface HowItEnded {
  readonly step: string;
  readonly confirm: string;
  readonly reason?: string;
  readonly screen: string;
}

test('NP42 words written offline begin a proposal where the text was circulated meanwhile', async ({
  browser,
}) => {
  const seated = await seats(browser);
  const { page } = seated.writer;
  await comeBack(seated, { step: 'Circulate for comments', confirm: 'Circulate', screen: '' });

  await page.getByRole('button', { name: 'Draft a proposal with them' }).click();
  await expect(page.getByText('is now a draft of your delegation')).toBeVisible();
  await expect(page.getByText('was never sent')).toHaveCount(0);
  await page.getByRole('link', { name: 'Open the draft' }).click();
  await expect(page.locator('.draft-sheet .ProseMirror')).toContainText(LOST.trim());
  await expect(page.locator('.draft-card ins').filter({ hasText: 'plane' })).toBeVisible();
  await keepScreenshot(page, 'words-that-became-a-draft', { fullPage: false });
  expect(await keptOnDevice(page)).not.toContainEqual(expect.stringContaining('unsent'));
  await seated.writer.context.close();
  await seated.secretariat.context.close();
});

test('words written offline on the wall of the room come back when the text was withdrawn meanwhile', async ({
  browser,
}) => {
  const seated = await seats(browser, 'secretariat2', 'workPlan');
  const { page } = seated.writer;
  const reason = 'The sponsors agreed.';
  await comeBack(seated, { step: 'Withdraw', confirm: 'Withdraw for good', reason, screen: '/room' });

  await page.getByRole('button', { name: 'I do not need them' }).click();
  await expect(page.getByText(LOST.trim())).toHaveCount(0);
  await page.reload();
  await expect(page.locator('.ProseMirror')).not.toBeEmpty();
  await expect(page.getByText(LOST.trim())).toHaveCount(0);
  expect(await keptOnDevice(page)).toEqual([]);
  await seated.writer.context.close();
  await seated.secretariat.context.close();
});

test('words that one does not need are not offered again by a text that opens late', async ({ browser }) => {
  // A text of its own: the tests above have taken theirs out of drafting.
  const { writer, secretariat, path } = await seats(browser, 'jpDelegate', 'plusThree');
  const { page } = writer;
  await writeOffline(writer, path, LOST);
  await expectSaveState(page, 'offline');
  await takeStep(secretariat.page, path, 'Withdraw', 'Withdraw for good', 'The sponsors agreed.');

  // The room in which one wrote has its kind of socket already. The one in which one comes back to read has to wait.
  let letIn = () => {};
  const isLetIn = new Promise<void>((resolve) => {
    letIn = resolve;
  });
  await page.routeWebSocket(/\/sync\//, (socket) => {
    const said: (string | Buffer)[] = [];
    let server: ReturnType<typeof socket.connectToServer> | null = null;
    socket.onMessage((message) => {
      if (server === null) said.push(message);
      else server.send(message);
    });
    void isLetIn.then(() => {
      server = socket.connectToServer();
      for (const message of said) server.send(message);
    });
  });
  await writer.context.setOffline(false);
  await expect(page.getByText('One clause of yours is not in the text')).toBeVisible();
  await expect(page.locator('.ProseMirror')).toHaveCount(0);
  await page.getByRole('button', { name: 'I do not need them' }).click();
  await expect(page.getByText(LOST.trim())).toHaveCount(0);
  letIn();
  await expect(page.locator('.ProseMirror')).not.toBeEmpty();
  await expect(page.locator('[data-save-state]')).toBeVisible();
  await expect(page.getByText(LOST.trim())).toHaveCount(0);
  expect(await keptOnDevice(page)).not.toContainEqual(expect.stringContaining('unsent'));
  await writer.context.close();
  await secretariat.context.close();
});
