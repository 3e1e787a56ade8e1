import { type ClientRequest, request as httpRequest } from 'node:http';
import { expect, type Page, test } from '@playwright/test';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import type { PersonKey } from '../seeds';
import { expectNoAxeFindings } from './support/axe';
import { caretAtEndOf, documentPath, expectSaveState, openText, wordsOf } from './support/documents';
import { seat } from './support/people';
import { keepScreenshot } from './support/screenshots';
import { appForThisFile } from './support/server';

appForThisFile();

const CHANGED = 'abolish those that no longer serve a purpose;';
const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

/** The text as it stands, taken away as a Word file, with `change` made to its markup by somebody elsewhere. */
async function fileFrom(page: Page, path: string, change: (xml: string) => string): Promise<Buffer> {
  const id = path.split('/').at(-1);
  const answer = await page.request.get(`/api/documents/${id}/text?format=docx`);
  expect(answer.status()).toBe(200);
  const parts = unzipSync(await answer.body());
  const before = strFromU8(parts['word/document.xml'] ?? new Uint8Array());
  const after = change(before);
  expect(after).not.toBe(before);
  return Buffer.from(zipSync({ ...parts, 'word/document.xml': strToU8(after) }));
}

async function bring(page: Page, path: string, name: string, buffer: Buffer): Promise<void> {
  await page.goto(`${path}/import`);
  await page.locator('input[type="file"]').first().setInputFiles({ name, mimeType: DOCX, buffer });
  await page.getByRole('button', { name: 'Read the file' }).first().click();
}

/** The run that holds these words, as the markup writes it, with tracked words put after it. */
function tracked(
  xml: string,
  after: string,
  ...changes: readonly (readonly [author: string, words: string])[]
): string {
  const at = xml.indexOf('</w:r>', xml.indexOf(after)) + '</w:r>'.length;
  const added = changes.map(
    ([author, words], index) =>
      `<w:ins w:id="${9000 + index}" w:author="${author}" w:date="2019-04-20T03:00:00Z"><w:r><w:t xml:space="preserve"> ${words}</w:t></w:r></w:ins>`,
  );
  return xml.slice(0, at) + added.join('') + xml.slice(at);
}

test('a delegate brings a changed Word file, sees what is in it, and lands on the comparison', async ({
  browser,
}) => {
  const delegate = await seat(browser, 'thDelegate');
  const colleague = await seat(browser, 'vnDelegate');
  const { page } = delegate;
  const path = await documentPath(page, 'statement');
  const text = await openText(colleague.page, path);
  await page.goto(path);
  await page.getByRole('link', { name: 'Import' }).click();
  await expect(page.getByRole('heading', { name: 'Import a file' })).toBeVisible();
  await expectNoAxeFindings(page);
  await keepScreenshot(page, 'import-empty');
  const file = await fileFrom(page, path, (xml) =>
    xml.replace(CHANGED, 'abolish without delay those that serve no purpose;'),
  );
  await bring(page, path, 'From the capital.docx', file);
  await expect(page.getByText('From the capital.docx')).toBeVisible();
  await expect(page.getByRole('heading', { name: 'What cannot be carried' })).toBeVisible();
  await expectNoAxeFindings(page);
  await keepScreenshot(page, 'import-found');
  await page.getByRole('button', { name: 'Import', exact: true }).click();
  await expect(page).toHaveURL(/\/compare\?from=\d+&to=\d+/);
  await expect(page.locator('main ins').filter({ hasText: 'without delay' }).first()).toBeVisible();
  expect(await page.locator('article del, .redline del').count()).toBeLessThan(6);
  await expect.poll(() => wordsOf(text)).toContain('abolish without delay those that serve no purpose;');
  await delegate.context.close();
  await colleague.context.close();
});

test('tracked changes are taken or left one by one, and choices survive a reload', async ({ browser }) => {
  const { page, context } = await seat(browser, 'thDelegate');
  const path = await documentPath(page, 'statement');
  const file = await fileFrom(page, path, (xml) =>
    tracked(
      tracked(xml, 'REVIEW rules', ['Ministry of Finance', 'together with the treasury']),
      'PUBLISH the standards',
      ['Legal Office', 'as the law provides'],
    ),
  );
  await bring(page, path, 'Two hands.docx', file);
  await expect(page.getByRole('cell', { name: 'Ministry of Finance' })).toBeVisible();
  await page.getByRole('radio', { name: /Decide on each tracked change/ }).check();
  await page.getByRole('button', { name: 'Go to the review' }).click();
  await expect(page.getByText('2 of 2 taken')).toBeVisible();
  const treasury = page.getByRole('checkbox', { name: /treasury/ });
  let sent = 0;
  page.on('request', (request) => {
    if (request.method() === 'POST') sent += 1;
  });
  await treasury.uncheck();
  await expect(page.getByText('1 of 2 taken')).toBeVisible();
  await expect(page.getByText('Your choices are kept.')).toBeVisible();
  await expectNoAxeFindings(page);
  await keepScreenshot(page, 'import-review');
  // Kept choices have the page drawn anew, which is no reason to keep them again.
  expect(sent).toBe(1);
  await page.reload();
  await expect(treasury).not.toBeChecked();
  await page.getByRole('button', { name: 'Import with 1 change' }).click();
  await expect(page).toHaveURL(/\/compare\?/);
  await expect(page.locator('main ins').filter({ hasText: 'as the law provides' }).first()).toBeVisible();
  await expect(page.locator('main')).not.toContainText('together with the treasury');
  await context.close();
});

test('IM24 IM25 the review of many changes is paged; turning loses no choice, and the comparison shows what was taken', async ({
  browser,
}) => {
  const { page, context } = await seat(browser, 'thDelegate');
  const path = await documentPath(page, 'statement');
  const many = Array.from(
    { length: 120 },
    (_, index) => [`Office ${index + 1}`, `number${index + 1}`] as const,
  );
  const file = await fileFrom(page, path, (xml) => tracked(xml, 'REVIEW rules', ...many));
  await bring(page, path, 'Many changes.docx', file);
  await expect(page.locator('summary', { hasText: 'And 100 more' })).toBeVisible();
  await page.getByRole('radio', { name: /Decide on each tracked change/ }).check();
  await page.getByRole('button', { name: 'Go to the review' }).click();
  await expect(page.getByText('120 of 120 taken')).toBeVisible();
  await expect(page.getByRole('heading', { name: 'Page 1 of 2' })).toBeVisible();
  await page.getByRole('checkbox', { name: /number7\b/ }).uncheck();
  await page.getByRole('button', { name: 'Next page' }).first().click();
  await expect(page.getByRole('heading', { name: 'Page 2 of 2' })).toBeVisible();
  await expect(page.getByText('119 of 120 taken')).toBeVisible();
  await expectNoAxeFindings(page);
  await keepScreenshot(page, 'import-review-page');
  await page.getByRole('button', { name: 'Leave all', exact: true }).click();
  await expect(page.getByText('0 of 120 taken')).toBeVisible();
  await page.getByRole('checkbox', { name: /number120\b/ }).check();
  await page.getByRole('button', { name: 'Import with 1 change' }).click();
  await expect(page).toHaveURL(/\/compare\?/);
  await expect(page.locator('main ins').filter({ hasText: 'number120' }).first()).toBeVisible();
  await expect(page.locator('main')).not.toContainText('number7');
  await context.close();
});

test('a hostile file gets its message, and a colleague goes on typing', async ({ browser }) => {
  const delegate = await seat(browser, 'thDelegate');
  const colleague = await seat(browser, 'vnDelegate');
  const path = await documentPath(delegate.page, 'statement');
  const text = await openText(colleague.page, path);
  await caretAtEndOf(text, 'ADOPTED');
  const bomb = await fileFrom(delegate.page, path, (xml) =>
    xml.replace('</w:body>', `<w:p>${'<w:r><w:t>x</w:t></w:r>'.repeat(170_000)}</w:p></w:body>`),
  );
  const typing = colleague.page.keyboard.type(' Nobody waits for a file.', { delay: 40 });
  await bring(delegate.page, path, 'Bomb.docx', bomb);
  const { page } = delegate;
  await expect(
    page.getByRole('alert').filter({ hasText: /split the document|unpacks to far more/ }),
  ).toBeVisible();
  await keepScreenshot(page, 'import-refused');
  await typing;
  await expectSaveState(colleague.page, 'saved');
  await bring(page, path, 'Minutes.docx', Buffer.from('%PDF-1.7 not a Word file'));
  await expect(page.getByRole('alert').filter({ hasText: 'This is a PDF' })).toBeVisible();
  await delegate.context.close();
  await colleague.context.close();
});

test('whoever may not write may not import, and is told why', async ({ browser }) => {
  const { page, context } = await seat(browser, 'reviewer');
  const path = await documentPath(page, 'statement');
  await page.goto(path);
  await expect(page.getByRole('link', { name: 'Import' })).toHaveCount(0);
  await page.goto(`${path}/import`);
  await expect(page.locator('main')).toContainText('PO2');
  await context.close();
});

/** An upload of this person that has begun and does not end. */
async function heldUpload(page: Page, address: string): Promise<() => void> {
  const url = new URL(address, page.url());
  const cookies = await page.context().cookies(url.origin);
  const headers = {
    cookie: cookies.map(({ name, value }) => `${name}=${value}`).join('; '),
    origin: url.origin,
  };
  let upload: ClientRequest | null = null;
  let isReleased = false;
  const begin = () => {
    if (isReleased) return;
    upload = httpRequest(url, { method: 'POST', agent: false, headers });
    upload.on('error', () => undefined);
    // Only a refusal answers a file that has not come to its end: somebody else's was in hand just then.
    upload.on('response', (answer) => {
      answer.resume();
      setTimeout(begin, 100);
    });
    upload.write('# A text that is still on its way\n');
  };
  begin();
  return () => {
    isReleased = true;
    upload?.destroy();
  };
}

test('IM21 IM22 who has two files in hand, and whoever comes when twelve are, is told so at once; whoever leaves makes room', async ({
  browser,
}) => {
  const crowd: readonly PersonKey[] = [
    'thDelegate',
    'vnDelegate',
    'idDelegate',
    'myDelegate',
    'phDelegate',
    'sgDelegate',
  ];
  const pages: Page[] = [];
  for (const person of crowd) pages.push((await seat(browser, person)).page);
  const late = (await seat(browser, 'khDelegate')).page;
  const [first] = pages;
  if (first === undefined) throw new Error('a crowd of nobody');
  const id = (await documentPath(first, 'statement')).split('/').at(-1);
  const address = `/api/documents/${id}/import?name=Text.md`;
  const bring = (page: Page) =>
    page.request.post(address, {
      data: Buffer.from('# A text\n\nOf few words.\n'),
      headers: { origin: new URL(page.url()).origin },
    });
  const refused = async (page: Page) => {
    const answer = await bring(page);
    const body = (await answer.json()) as { rule?: string; message?: string };
    return { status: answer.status(), rule: body.rule, isSaid: (body.message ?? '').length > 20 };
  };

  const release: (() => void)[] = [await heldUpload(first, address), await heldUpload(first, address)];
  await expect.poll(() => refused(first)).toEqual({ status: 429, rule: 'IM21', isSaid: true });
  expect((await bring(late)).status()).toBe(200);
  for (const page of pages.slice(1)) {
    release.push(await heldUpload(page, address), await heldUpload(page, address));
  }
  await expect.poll(() => refused(late)).toEqual({ status: 503, rule: 'IM22', isSaid: true });
  release[0]?.();
  await expect.poll(async () => (await bring(late)).status()).toBe(200);
  for (const leave of release) leave();
  await expect.poll(async () => (await bring(first)).status()).toBe(200);
  for (const page of [...pages, late]) await page.context().close();
});
