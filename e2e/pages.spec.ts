import { gzipSync } from 'node:zlib';
import { type Browser, expect, type Page, test } from '@playwright/test';
import { expectNoAxeFindings } from './support/axe';
import { documentPath } from './support/documents';
import { type PageList, pagesOfTexts, pagesOfTheCycle, pagesOfTheHouse } from './support/page-lists';
import { seat } from './support/people';
import { keepScreenshot } from './support/screenshots';
import { appForThisFile } from './support/server';

appForThisFile();

/** Kilobytes of JavaScript, gzip, that a page loads before anybody touches it. */
async function scriptWeight(page: Page, path: string): Promise<number> {
  const sizes: Promise<number>[] = [];
  const hear = (response: import('@playwright/test').Response) => {
    if (response.url().endsWith('.js')) sizes.push(response.body().then((body) => gzipSync(body).length));
  };
  page.on('response', hear);
  await page.goto(path, { waitUntil: 'networkidle' });
  page.off('response', hear);
  return (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0) / 1024;
}

async function look(
  browser: Browser,
  theme: 'light' | 'dark',
  locale: 'en' | 'th',
  width: number,
  pagesOf: (page: Page) => Promise<PageList>,
): Promise<void> {
  const secretariat = await seat(browser, 'secretariat', {
    colorScheme: theme,
    viewport: { width, height: 900 },
  });
  const { page, context } = secretariat;
  const paths = await pagesOf(page);
  await context.addCookies([{ name: 'mufakat.locale', value: locale, url: page.url() }]);
  if (locale === 'th') {
    await page.goto('/');
    const thai = page.getByRole('button', { name: /ไทย/ });
    if (await thai.first().isVisible()) await thai.first().click();
    else {
      await page.goto('/settings');
      await page
        .locator('main')
        .getByRole('button', { name: /ไทย/ })
        .or(page.locator('main').getByLabel(/ไทย/))
        .first()
        .click();
    }
  } else {
    // The person's own language is the one they chose last, in the test before.
    await page.goto('/');
    await page.getByRole('button', { name: 'EN', exact: true }).click();
  }
  await expect(page.locator('html')).toHaveAttribute('lang', locale);
  const violations: string[] = [];
  page.on('console', (message) => {
    if (/Content Security Policy/.test(message.text())) violations.push(message.text());
  });
  for (const [name, path] of Object.entries(paths)) {
    await page.goto(path);
    await expect(page.locator('h1').first()).toBeVisible();
    if (name === 'text' || name === 'text-with-tables')
      await expect(page.locator('.ProseMirror')).not.toBeEmpty();
    await keepScreenshot(page, `${name}-${width}-${theme}-${locale}`);
    await expectNoAxeFindings(page);
    const overflow = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect([name, overflow <= 1]).toEqual([name, true]);
  }
  expect(violations).toEqual([]);
  await context.close();
}

const ROOMS = [
  ['house', pagesOfTheHouse],
  ['texts', pagesOfTexts],
  ['cycle', pagesOfTheCycle],
] as const;

for (const [room, pagesOf] of ROOMS) {
  test(`every page of the ${room}, light, English, desk: axe finds nothing, the policy is not violated`, async ({
    browser,
  }) => {
    test.setTimeout(240_000);
    await look(browser, 'light', 'en', 1440, pagesOf);
  });

  test(`every page of the ${room}, dark, Thai, phone: axe finds nothing, nothing runs off the side`, async ({
    browser,
  }) => {
    test.setTimeout(240_000);
    await look(browser, 'dark', 'th', 390, pagesOf);
  });
}

test('on a phone the head of a text takes less than half of the screen', async ({ browser }) => {
  const delegate = await seat(browser, 'vnDelegate', { viewport: { width: 390, height: 844 } });
  await delegate.page.goto(await documentPath(delegate.page, 'statement'));
  const head = await delegate.page.locator('.document-header').boundingBox();
  expect(head?.height).toBeLessThan(422);
  await delegate.context.close();
});

test('dates in Thai count in the Buddhist era', async ({ browser }) => {
  const thailand = await seat(browser, 'thDelegate');
  await thailand.page.goto('/');
  await thailand.page.getByRole('button', { name: /ไทย/ }).first().click();
  await expect(thailand.page.locator('html')).toHaveAttribute('lang', 'th');
  await thailand.page.goto('/meetings');
  await expect(thailand.page.locator('main')).toContainText('2562');
  await thailand.context.close();
});

test('pages are light: 160 KB of script without the editor, 350 KB with it', async ({ browser }) => {
  const delegate = await seat(browser, 'vnDelegate');
  const statement = await documentPath(delegate.page, 'statement');
  const weights: Record<string, number> = {};
  for (const [name, path] of [
    ['home', '/'],
    ['meetings', '/meetings'],
    ['compare', `${statement}/compare?from=1&to=7`],
    ['text', statement],
  ] as const) {
    weights[name] = Math.round(await scriptWeight(delegate.page, path));
  }
  test.info().annotations.push({ type: 'kilobytes', description: JSON.stringify(weights) });
  console.log('script weight, KB gzip:', weights);
  for (const name of ['home', 'meetings', 'compare'])
    expect([name, weights[name] ?? 0, (weights[name] ?? 0) <= 160]).toEqual([name, weights[name], true]);
  expect(weights.text).toBeLessThanOrEqual(350);
  await delegate.context.close();
});
