import path from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import Database from 'better-sqlite3';
import { PEOPLE } from '../seeds';
import { expectNoAxeFindings } from './support/axe';
import { documentPath } from './support/documents';
import { type Letter, type Mailbox, startMailbox } from './support/mailbox';
import { type Seat, seat } from './support/people';
import { testPort } from './support/port';
import { keepScreenshot } from './support/screenshots';
import { App } from './support/server';

let mailbox: Mailbox;
let app: App;

test.beforeAll(async () => {
  mailbox = await startMailbox();
  app = new App(testPort(), {
    env: { MUFAKAT_SMTP_URL: mailbox.url, MUFAKAT_MAIL_FROM: 'Mufakat <mufakat@example.org>' },
  });
  await app.start();
});
test.afterAll(async () => {
  await app?.discard();
  await mailbox?.close();
});

async function issueRevision(secretariat: Seat, document: string): Promise<void> {
  const { page } = secretariat;
  await page.goto(`${document}/versions`);
  await page.getByRole('button', { name: /^Issue Rev\.\d+$/ }).click();
  await page
    .getByRole('dialog')
    .getByRole('button', { name: /^Issue Rev\.\d+$/ })
    .click();
  await expect(page.getByText(/Rev\.\d+ is issued as version/)).toBeVisible();
}

async function chooseForRevisions(page: Page, choice: string): Promise<void> {
  await page.goto('/settings#mail');
  await page.locator('summary', { hasText: 'Revisions and clearance' }).click();
  await page.getByLabel('A revision is issued').selectOption(choice);
  await page.locator('#mail').getByRole('button', { name: 'Save' }).click();
  await expect(page.locator('#mail').getByRole('status')).toHaveText(/saved/i);
}

function lettersTo(person: 'idDelegate' | 'vnDelegate'): Letter[] {
  return mailbox.letters.filter((letter) => letter.to === PEOPLE[person].email);
}

/** How many mails there are in each state, by the database itself. */
function outbox(): Record<string, number> {
  const sqlite = new Database(path.join(app.dataDir, 'mufakat.db'), { readonly: true });
  try {
    const rows = sqlite.prepare('select state, count(*) as n from outbox group by state').all();
    return Object.fromEntries((rows as { state: string; n: number }[]).map((row) => [row.state, row.n]));
  } finally {
    sqlite.close();
  }
}

test('an issued revision reaches another browser and the mail; one click ends the mail', async ({
  browser,
}) => {
  const delegate = await seat(browser, 'idDelegate');
  const secretariat = await seat(browser, 'secretariat');
  const { page } = delegate;
  const document = await documentPath(secretariat.page, 'statement');
  await chooseForRevisions(page, 'At once');
  await expectNoAxeFindings(page);
  const bell = page.getByRole('link', { name: /^Inbox/ });
  // What the seed's own acts have told.
  await page.goto('/inbox');
  const readAll = page.getByRole('button', { name: 'Mark all as read' });
  if ((await readAll.count()) > 0) await readAll.click();
  await expect(bell).toHaveAttribute('data-unread', '');

  await issueRevision(secretariat, document);
  // The page has been open all the while: it asks when somebody looks at it again.
  await expect(async () => {
    await page.evaluate(() => window.document.dispatchEvent(new Event('visibilitychange')));
    await expect(bell).toHaveAttribute('data-unread', '1', { timeout: 1_000 });
  }).toPass();
  await bell.click();
  await expect(page.getByRole('heading', { level: 1, name: 'Inbox' })).toBeVisible();
  const notice = page.getByRole('link', { name: /^Rev\.\d+ was issued\.$/ }).first();
  await expect(notice).toBeVisible();
  await expectNoAxeFindings(page);
  await keepScreenshot(page, 'notices-inbox');
  await notice.click();
  await expect(page).toHaveURL(new RegExp(`${document}/versions/\\d+$`));
  await expect(bell).toHaveAttribute('data-unread', '');

  await expect.poll(() => lettersTo('idDelegate').length).toBe(1);
  const [letter] = lettersTo('idDelegate');
  expect(letter?.subject).toMatch(/Rev\.\d+ was issued\./);

  // Whoever follows the address is asked, and nothing happens by looking.
  const stranger = await browser.newContext();
  const asked = await stranger.newPage();
  await asked.goto(letter?.unsubscribe ?? '');
  await expect(asked.getByRole('button', { name: 'Stop this mail' })).toBeVisible();
  await expectNoAxeFindings(asked);
  await page.goto('/settings#mail');
  await expect(page.getByLabel('A revision is issued')).toHaveValue('atOnce');

  // What a mail program sends: no cookie, no Origin.
  const clicked = await fetch(letter?.unsubscribe ?? '', {
    method: 'POST',
    headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
    body: 'List-Unsubscribe=One-Click',
  });
  expect(clicked.status).toBe(200);
  await page.reload();
  await expect(page.getByLabel('A revision is issued')).toHaveValue('never');
  // The button of the page does the same, also without a script's help.
  await asked.getByRole('button', { name: 'Stop this mail' }).click();
  await expect(asked.getByRole('heading', { name: 'No more mail of this kind' })).toBeVisible();
  const forged = await fetch(`${app.url}/api/notices/unsubscribe/bm9ib2R5.x`, { method: 'POST' });
  expect(forged.status).toBe(404);

  await page.goto('/inbox?show=unread');
  await expect(page.getByText('Nothing is unread')).toBeVisible();
  await expect(bell).toHaveAttribute('data-unread', '');
  expect(lettersTo('idDelegate')).toHaveLength(1);
  for (const { context } of [delegate, secretariat]) await context.close();
  await stranger.close();
});

test('a server killed while mail is handed over does not send it again', async ({ browser }) => {
  const delegate = await seat(browser, 'vnDelegate');
  const secretariat = await seat(browser, 'secretariat');
  const document = await documentPath(secretariat.page, 'workPlan');
  await chooseForRevisions(delegate.page, 'At once');
  mailbox.silent = true;
  await issueRevision(secretariat, document);
  await expect.poll(() => lettersTo('vnDelegate').length).toBe(1);
  await app.kill();
  expect(outbox()).toMatchObject({ sending: 1 });
  mailbox.silent = false;
  await app.start();
  expect(outbox()).toMatchObject({ unsure: 1 });
  expect(lettersTo('vnDelegate')).toHaveLength(1);
  for (const { context } of [delegate, secretariat]) await context.close();
});
