import { gunzipSync, gzipSync } from 'node:zlib';
import { expect, type Page, test } from '@playwright/test';
import { type DocumentJson, plainText } from '../domain/text/document-json';
import { expectNoAxeFindings } from './support/axe';
import { documentPath, openText } from './support/documents';
import { seat } from './support/people';
import { keepScreenshot } from './support/screenshots';
import { appForThisFile } from './support/server';

appForThisFile();

/** What the page of the chart says of the text as it stands. */
async function openNow(page: Page, statement: string): Promise<string> {
  await page.goto(`${statement}/convergence`);
  const now = page.locator('figure li', { hasText: 'As it stands' });
  return (await now.count()) === 0 ? '' : await now.innerText();
}

test('the chair opens a bracket with three alternatives, others see it, its owners consent, the chair lifts', async ({
  browser,
}) => {
  const chair = await seat(browser, 'chair');
  const statement = await documentPath(chair.page, 'statement');
  await chair.page.goto(statement);
  await chair.page.getByRole('button', { name: 'Procedure' }).click();
  await chair.page.getByRole('button', { name: 'Open the negotiation' }).click();
  await chair.page.getByRole('dialog').getByRole('button', { name: 'Open the negotiation' }).click();
  await expect(chair.page.getByText('Under negotiation').first()).toBeVisible();
  const text = await openText(chair.page, statement);
  await expect(text).toHaveAttribute('contenteditable', 'true');
  const vietNam = await seat(browser, 'vnHead', {
    viewport: { width: 390, height: 844 },
    colorScheme: 'dark',
  });
  const seen = await openText(vietNam.page, statement);

  const clause = text.locator('[data-clause="operative"]').first();
  await clause.scrollIntoViewIfNeeded();
  await clause.dblclick({ position: { x: 30, y: 12 } });
  await chair.page.getByRole('button', { name: 'Brackets', exact: true }).click();
  const dialog = chair.page.getByRole('dialog', { name: 'Put in brackets' });
  await dialog.getByRole('textbox', { name: 'Words' }).fill('RESOLVE');
  const first = dialog.getByRole('group', { name: 'Alternative 1' });
  await first.getByRole('checkbox', { name: 'Indonesia' }).check();
  await dialog.getByRole('button', { name: 'Another alternative' }).click();
  const second = dialog.getByRole('group', { name: 'Alternative 2' });
  await second.getByRole('checkbox', { name: 'Viet Nam' }).check();
  await keepScreenshot(chair.page, 'bracket-dialog');
  await expectNoAxeFindings(chair.page);
  await dialog.getByRole('button', { name: 'Put in brackets' }).click();
  await expect(dialog).toBeHidden();

  for (const shown of [text, seen]) {
    await expect(shown.locator('.bracket-sign', { hasText: 'ID:' })).toBeVisible();
    await expect(shown.locator('.bracket-words', { hasText: 'RESOLVE' })).toBeVisible();
    await expect(shown.locator('.bracket-words[data-kind="none"]')).toBeVisible();
  }
  await keepScreenshot(chair.page, 'bracket-in-text');
  await keepScreenshot(vietNam.page, 'bracket-in-text-390-dark');

  // Typing inside a bracket stays inside; a bracket cannot be deleted by a key.
  const alternative = text.locator('.bracket-words', { hasText: 'RESOLVE' });
  await alternative.dblclick();
  await chair.page.keyboard.press('Delete');
  await expect(chair.page.getByText(/Brackets are put in, added to and lifted/)).toBeVisible();
  await chair.page.keyboard.type('UNDERTAKE');
  await expect(seen.locator('.bracket-words', { hasText: 'UNDERTAKE' })).toBeVisible();

  expect(await openNow(chair.page, statement)).toContain('[1]');

  for (const view of ['clean', 'compilation', 'delegation']) {
    await chair.page.goto(`${statement}/views/${view}`);
    await expectNoAxeFindings(chair.page);
    await keepScreenshot(chair.page, `view-${view}`);
  }

  const list = `${statement}/views/brackets`;
  await chair.page.goto(list);
  await keepScreenshot(chair.page, 'view-brackets');
  await expectNoAxeFindings(chair.page);
  await chair.page.getByText('Lift this bracket').click();
  await chair.page.getByRole('combobox', { name: 'Lift, and' }).selectOption({ label: 'keep “UNDERTAKE”' });
  await chair.page.getByRole('button', { name: 'Lift the bracket' }).click();
  await expect(chair.page.getByRole('alert').filter({ hasText: 'have not consented: VN' })).toBeVisible();

  await vietNam.page.goto(list);
  await vietNam.page.getByText('Consent to lifting').click();
  await vietNam.page
    .getByRole('combobox', { name: /consents to lifting/ })
    .selectOption({ label: 'keep “UNDERTAKE”' });
  await keepScreenshot(vietNam.page, 'bracket-consent-390-dark');
  await vietNam.page.getByRole('button', { name: 'Consent', exact: true }).click();
  await expect(vietNam.page.getByText('Viet Nam consents to: keep “UNDERTAKE”')).toBeVisible();
  await openText(vietNam.page, statement);

  await chair.page.goto(list);
  await chair.page.getByText('Lift this bracket').click();
  await chair.page.getByRole('combobox', { name: 'Lift, and' }).selectOption({ label: 'keep “UNDERTAKE”' });
  await keepScreenshot(chair.page, 'bracket-lift');
  await chair.page.getByRole('button', { name: 'Lift the bracket' }).click();
  await expect(chair.page.getByText('Nothing in this text stands in brackets.')).toBeVisible();
  await expect(seen.locator('.bracket-sign')).toHaveCount(0);
  await expect(seen).toContainText('UNDERTAKE');
  expect(await openNow(chair.page, statement)).not.toContain('[1]');
  await keepScreenshot(chair.page, 'bracket-convergence');

  await chair.context.close();
  await vietNam.context.close();
});

test('BR16 a long compilation comes packed, is drawn in slices, and opens at the clause that the address names', async ({
  browser,
}) => {
  const { page, context } = await seat(browser, 'chair');
  const statement = await documentPath(page, 'statement');
  await page.goto(`${statement}/import`);
  const clauses = Array.from(
    { length: 1500 },
    (_, index) => `Clause ${index} on training and exchange of officials.`,
  );
  await page
    .locator('input[type="file"]')
    .first()
    .setInputFiles({ name: 'long.txt', mimeType: 'text/plain', buffer: Buffer.from(clauses.join('\n\n')) });
  await page.getByRole('button', { name: 'Read the file' }).first().click();
  await page.getByRole('button', { name: 'Import', exact: true }).click();
  await expect(page).toHaveURL(/\/compare\?from=\d+&to=\d+/);

  const source = `/api${statement}/compilation/text`;
  const isSource = ({ pathname }: URL) => pathname === source;
  const first = await context.request.get(source);
  expect([first.status(), first.headers()['cache-control']]).toEqual([200, 'private, no-cache']);
  const [, json = ''] = gunzipSync(await first.body())
    .toString()
    .split('\n');
  const packed = JSON.parse(json) as DocumentJson;
  const clause = packed.content?.find((block) => plainText(block).startsWith('Clause 1234 '));
  const again = await context.request.get(source, {
    headers: { 'If-None-Match': first.headers().etag ?? '' },
  });
  expect(again.status()).toBe(304);
  const stranger = await browser.newContext();
  expect((await stranger.request.get(source)).status()).toBe(401);
  await stranger.close();

  // As in a browser that does not hold its place while what stands above is drawn.
  await page.addInitScript(() => {
    const style = document.createElement('style');
    style.textContent = '* { overflow-anchor: none !important; }';
    document.addEventListener('DOMContentLoaded', () => document.head.append(style));
  });
  await page.goto(`${statement}/views/compilation#${clause?.attrs?.id}`);
  await expect(page.getByText('Clause 1234 on training')).toBeInViewport();
  await expect(page.locator('.undrawn')).toHaveCount(0);
  await expect(page.locator('.text-body > [data-clause]')).toHaveCount(1500);
  await expect(page.getByText('Clause 1234 on training')).toBeInViewport();
  await expect(page.locator('[data-target]')).toContainText('Clause 1234 on training');
  await expectNoAxeFindings(page);
  await keepScreenshot(page, 'compilation-long', { fullPage: false });

  // Bytes of another text than the page speaks of are not shown under its words.
  await page.route(isSource, (route) =>
    route.fulfill({ body: gzipSync(`another\n${json}`), contentType: 'application/octet-stream' }),
  );
  await page.reload();
  await expect(page.getByText('The text has changed in the meantime')).toBeVisible();
  await page.unroute(isSource);

  // What fails says so, and is tried again.
  await page.route(isSource, (route) => route.abort());
  await page.reload();
  await expect(page.getByRole('alert').filter({ hasText: 'It could not be shown' })).toBeVisible();
  await page.unroute(isSource);
  await page.getByRole('button', { name: 'Try again' }).click();
  await expect(page.locator('.text-body [data-clause]').first()).toBeAttached();
  await context.close();
});
