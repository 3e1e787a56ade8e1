import { gzipSync } from 'node:zlib';
import { type Browser, expect, type Page, test } from '@playwright/test';
import { expectNoAxeFindings } from './support/axe';
import { documentPath } from './support/documents';
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

async function pagesOf(page: Page): Promise<Record<string, string>> {
  const statement = await documentPath(page, 'statement');
  const note = await documentPath(page, 'conceptNote');
  const workPlan = await documentPath(page, 'workPlan');
  await page.goto('/meetings');
  const meeting = await page
    .getByRole('link', { name: /Senior Officials/ })
    .first()
    .getAttribute('href');
  await page.goto('/plans');
  const plan = await page
    .getByRole('link', { name: /2016–2020/ })
    .first()
    .getAttribute('href');
  await page.goto('/bodies');
  const body = await page.locator('main a[href^="/bodies/b"]').first().getAttribute('href');
  return {
    home: '/',
    meetings: '/meetings',
    meeting: meeting ?? '/meetings',
    'meeting-running-order': `${meeting}/running-order`,
    'meeting-decisions': `${meeting}/decisions`,
    'meeting-actions': `${meeting}/actions`,
    'meeting-attendance': `${meeting}/attendance`,
    'meeting-report': `${meeting}/report`,
    actions: '/actions',
    'follow-up': '/follow-up',
    bodies: '/bodies',
    body: body ?? '/bodies',
    people: '/people',
    settings: '/settings',
    audit: '/audit',
    'new-document': '/documents/new',
    text: statement,
    'text-with-tables': workPlan,
    versions: `${statement}/versions`,
    version: `${statement}/versions/4`,
    compare: `${statement}/compare?from=1&to=7`,
    'compare-side': `${statement}/compare?from=1&to=7&view=side`,
    'three-way': `${statement}/compare/three?base=1&a=4&b=7`,
    convergence: `${statement}/convergence`,
    'view-clean': `${statement}/views/clean`,
    'view-compilation': `${statement}/views/compilation`,
    'view-brackets': `${statement}/views/brackets`,
    plans: '/plans',
    plan: `${plan}?view=matrix`,
    'plan-list': `${plan}?view=list`,
    'plan-timeline': `${plan}?view=timeline`,
    'plan-counts': `${plan}?view=counts`,
    'plans-compared': '/plans/compare',
    monitoring: `${plan}/monitoring`,
    indicators: `${plan}/indicators`,
    rounds: `${plan}/rounds`,
    brainstorm: '/brainstorm',
    sources: `${note}/sources`,
    record: `${note}/record`,
    'not-found': '/documents/doc_nothing',
  };
}

async function look(
  browser: Browser,
  theme: 'light' | 'dark',
  locale: 'en' | 'th',
  width: number,
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
    await expect(page.locator('html')).toHaveAttribute('lang', 'th');
  }
  const violations: string[] = [];
  page.on('console', (message) => {
    if (/Content Security Policy/.test(message.text())) violations.push(message.text());
  });
  for (const [name, path] of Object.entries(paths)) {
    await page.goto(path);
    await expect(page.locator('h1').first()).toBeVisible();
    if (name.startsWith('text')) await expect(page.locator('.ProseMirror')).not.toBeEmpty();
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

test('every page, light, English, desk: axe finds nothing, the policy is not violated', async ({
  browser,
}) => {
  test.setTimeout(240_000);
  await look(browser, 'light', 'en', 1440);
});

test('every page, dark, Thai, phone: axe finds nothing, nothing runs off the side', async ({ browser }) => {
  test.setTimeout(240_000);
  await look(browser, 'dark', 'th', 390);
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
