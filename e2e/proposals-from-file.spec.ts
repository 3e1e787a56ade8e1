import { expect, type Page, test } from '@playwright/test';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { expectNoAxeFindings } from './support/axe';
import { documentPath } from './support/documents';
import { seat } from './support/people';
import { keepScreenshot } from './support/screenshots';
import { appForThisFile } from './support/server';

appForThisFile();

const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

/** The page at a desk and on a phone, in both languages: nothing runs off the side. */
async function lookAround(page: Page, name: string): Promise<void> {
  for (const locale of ['th', 'en']) {
    await page.setViewportSize({ width: 1440, height: 900 });
    await page
      .getByRole('button', { name: locale === 'th' ? /ไทย/ : 'EN' })
      .first()
      .click();
    await expect(page.locator('html')).toHaveAttribute('lang', locale);
    for (const width of [1440, 390]) {
      await page.setViewportSize({ width, height: 900 });
      const overflow = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      expect([locale, width, overflow <= 1]).toEqual([locale, width, true]);
      await keepScreenshot(page, `${name}-${width}-${locale}`);
      await expectNoAxeFindings(page);
    }
  }
  await page.setViewportSize({ width: 1280, height: 900 });
}

/** The text as it stands, taken away as a Word file, with words tracked after the end of some of its runs. */
async function trackedFile(page: Page, path: string, count: number): Promise<Buffer> {
  const id = path.split('/').at(-1);
  const answer = await page.request.get(`/api/documents/${id}/text?format=docx`);
  expect(answer.status()).toBe(200);
  const parts = unzipSync(await answer.body());
  let put = 0;
  const xml = strFromU8(parts['word/document.xml'] ?? new Uint8Array()).replace(
    /<w:p>(?:(?!<\/w:p>).)*<\/w:p>/gs,
    (paragraph) => {
      // Clauses of running words, each with the bookmark of its own id.
      const isClause =
        paragraph.includes('<w:bookmarkStart') && paragraph.replace(/<[^>]+>/g, '').length > 80;
      if (!isClause) return paragraph;
      put += 1;
      const words = `<w:ins w:id="${9000 + put}" w:author="Ministry of Finance" w:date="2019-04-20T03:00:00Z"><w:r><w:t xml:space="preserve"> with due care</w:t></w:r></w:ins>`;
      return put > count ? paragraph : paragraph.replace(/<\/w:p>$/, `${words}</w:p>`);
    },
  );
  expect(put).toBeGreaterThanOrEqual(count);
  return Buffer.from(zipSync({ ...parts, 'word/document.xml': strToU8(xml) }));
}

async function bring(page: Page, name: string, buffer: Buffer): Promise<void> {
  await page.locator('input[type="file"]').first().setInputFiles({ name, mimeType: DOCX, buffer });
  await page.getByRole('button', { name: 'Read the file' }).first().click();
}

test('IM26 IM30 IM32 a delegate brings tracked changes, sees what they become, has them made as drafts, and opens one', async ({
  browser,
}) => {
  const { page, context } = await seat(browser, 'vnDelegate');
  const path = await documentPath(page, 'workPlan');
  await page.goto(`${path}/proposals`);
  await page.getByRole('link', { name: 'Proposals from a Word file' }).click();
  await expect(page.getByRole('heading', { name: 'Proposals from a Word file' })).toBeVisible();
  await lookAround(page, 'proposals-from-file-empty');

  await bring(page, 'From the capital.docx', await trackedFile(page, path, 2));
  await expect(page.getByRole('heading', { name: 'Drafts to be made (2)' })).toBeVisible();
  // The form is gone: whoever sent it is told where they are.
  await expect(page.getByText('The file was read and waits for your decision.')).toBeFocused();
  await expect(page.locator('main ins').filter({ hasText: 'with due care' })).toHaveCount(2);
  await expect(page.getByText('As stated in the file: Ministry of Finance, 2019-04-20.')).toHaveCount(2);
  await expect(page.getByText('From the capital.docx')).toBeVisible();
  await expect(page.getByText('Nothing: everything in the file has its place.')).toBeVisible();
  await lookAround(page, 'proposals-from-file');

  await page.getByRole('button', { name: 'Make 2 drafts' }).click();
  await expect(page.getByText('2 drafts were made.')).toBeVisible();
  const drafts = page.locator('li', { hasText: 'As stated in the file: Ministry of Finance' });
  await expect(drafts).toHaveCount(2);
  await expect(drafts.first()).toContainText('began with a conference of five countries');
  await drafts.first().getByRole('link').first().click();
  await expect(page).toHaveURL(/\/proposals\/prp/);
  const draft = page.url();
  await expect(page.locator('main ins').filter({ hasText: 'with due care' }).first()).toBeVisible();

  // The same clauses once more: the delegation writes there already.
  await page.goto(`${path}/proposals/from-file`);
  await bring(page, 'Once more.docx', await trackedFile(page, path, 3));
  await expect(page.getByRole('heading', { name: 'Drafts to be made (1)' })).toBeVisible();
  await expect(page.getByText('Your delegation has a draft that rewords this clause already.')).toHaveCount(
    2,
  );
  // What another tab decided is said, and not that of a list that stands no more.
  const tab = await context.newPage();
  await tab.goto(`${path}/proposals/from-file`);
  await expect(tab.getByRole('button', { name: 'Make 1 draft' })).toBeVisible();
  await page.getByRole('button', { name: 'Make none; delete the file' }).click();
  await expect(page.getByRole('button', { name: 'Read the file' })).toBeVisible();
  await expect(page.getByText('Once more.docx')).toHaveCount(0);
  await expect(page.locator(':focus')).toHaveText('The file was deleted. No draft was made of it.');
  await lookAround(page, 'proposals-from-file-dropped');
  await tab.getByRole('button', { name: 'Make 1 draft' }).click();
  await expect(
    tab.getByText('Nothing was done: the file of that page is not waiting any more.'),
  ).toBeVisible();
  await expect(tab.getByRole('button', { name: 'Read the file' })).toBeVisible();
  await tab.close();
  await bring(page, 'A third time.docx', await trackedFile(page, path, 3));
  await expect(page.getByRole('button', { name: 'Make 1 draft' })).toBeVisible();
  // What the address said of the file before is over.
  await expect(page.getByText('The file was deleted. No draft was made of it.')).toHaveCount(0);
  await lookAround(page, 'proposals-from-file-again');

  // A colleague gives a draft up: no more is made than was listed, and the list is shown as it is now.
  const colleague = await context.newPage();
  await colleague.goto(draft);
  await colleague.getByRole('button', { name: 'Give up the draft' }).click();
  await colleague.getByRole('button', { name: 'Give it up' }).click();
  await expect(colleague.getByText('Given up', { exact: true })).toBeVisible();
  await colleague.close();
  await page.getByRole('button', { name: 'Make 1 draft' }).click();
  await expect(
    page.getByRole('alert').filter({ hasText: 'What would be made is no longer what was listed' }),
  ).toBeVisible();
  await expect(page.getByRole('heading', { name: 'Drafts to be made (2)' })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Make 2 drafts' })).toBeVisible();
  await expectNoAxeFindings(page);
  await keepScreenshot(page, 'proposals-from-file-overtaken');
  await page.getByRole('button', { name: 'Make none; delete the file' }).click();
  await context.close();
});

test('IM3 IM27 a file made on another text is refused with what to do; whoever may not propose finds no way in', async ({
  browser,
}) => {
  const { page, context } = await seat(browser, 'vnDelegate');
  const path = await documentPath(page, 'workPlan');
  const other = await documentPath(page, 'conceptNote');
  const id = other.split('/').at(-1);
  const foreign = await page.request.get(`/api/documents/${id}/text?format=docx`);
  const parts = unzipSync(await foreign.body());
  const xml = strFromU8(parts['word/document.xml'] ?? new Uint8Array()).replace(
    '</w:r></w:p>',
    '</w:r><w:ins w:id="9000" w:author="A" w:date="2019-04-20T03:00:00Z"><w:r><w:t>x</w:t></w:r></w:ins></w:p>',
  );
  await page.goto(`${path}/proposals/from-file`);
  await bring(page, 'Not a Word file.docx', Buffer.from('%PDF-1.7 not a Word file'));
  await expect(page.getByRole('alert').filter({ hasText: 'This is a PDF' })).toBeVisible();
  await bring(
    page,
    'Another text.docx',
    Buffer.from(zipSync({ ...parts, 'word/document.xml': strToU8(xml) })),
  );
  await expect(
    page.getByRole('alert').filter({ hasText: 'Download the text from Mufakat as a Word file' }),
  ).toBeVisible();
  await expect(page.getByRole('button', { name: /^Make \d/ })).toHaveCount(0);
  await expectNoAxeFindings(page);
  await keepScreenshot(page, 'proposals-from-file-refused');
  await context.close();

  const chair = await seat(browser, 'chair');
  await chair.page.goto(`${path}/proposals`);
  await expect(chair.page.getByRole('heading', { name: 'Proposals on the table' })).toBeVisible();
  await expect(chair.page.getByRole('link', { name: 'Proposals from a Word file' })).toHaveCount(0);
  await chair.page.goto(`${path}/proposals/from-file`);
  await expect(chair.page.locator('main')).toContainText('PO2');
  const refused = await chair.page.request.post(`/api${path}/import?as=proposals&name=x.docx`, {
    data: Buffer.from('x'),
    headers: { origin: new URL(chair.page.url()).origin },
  });
  expect(((await refused.json()) as { rule: string }).rule).toBe('PO2');
  await chair.context.close();
});
