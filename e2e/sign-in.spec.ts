import { expect, type Page, test } from '@playwright/test';
import { expectNoAxeFindings } from './support/axe';
import { type RunningProvider, startOidcProvider } from './support/oidc-provider';
import { testPort } from './support/port';
import { keepScreenshot } from './support/screenshots';
import { App } from './support/server';

const PASSWORD = 'seven quiet rivers meet';
const ADMIN = { name: 'Nur Aisyah', email: 'nur.aisyah@example.org' };

let provider: RunningProvider;
let app: App;

test.describe.configure({ mode: 'serial' });

test.beforeAll(async () => {
  provider = await startOidcProvider({ appUrl: `http://localhost:${testPort()}` });
  app = new App(testPort(), {
    data: 'empty',
    env: {
      OIDC_ISSUER: provider.issuer,
      OIDC_CLIENT_ID: provider.clientId,
      OIDC_CLIENT_SECRET: provider.clientSecret,
      OIDC_NAME: 'Civil Service ID',
    },
  });
  await app.start();
});

test.afterAll(async () => {
  await app.discard();
  await provider.close();
});

function problems(page: Page) {
  return page.getByRole('alert').filter({ hasText: /./ });
}

async function knock(page: Page, email: string, password: string): Promise<void> {
  await page.getByLabel('E-mail address').fill(email);
  await page.getByLabel('Password', { exact: true }).fill(password);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
}

test('AC5: the first administrator comes in by the printed link, once', async ({ page, browser }) => {
  await expect(async () => expect(app.output).toContain('/set-up/')).toPass();
  const link = /\/set-up\/[\w-]+/.exec(app.output)?.[0] ?? '';
  await page.goto(link);
  await expectNoAxeFindings(page);
  await keepScreenshot(page, 'set-up');
  await page.getByRole('button', { name: 'Make the account and sign in' }).click();
  await expect(problems(page)).toHaveText('Please fill this in.');
  await page.getByLabel('Your name').fill(ADMIN.name);
  await page.getByLabel('E-mail address').fill(ADMIN.email);
  await page.getByLabel('Password', { exact: true }).fill('too short');
  await page.getByRole('button', { name: 'Make the account and sign in' }).click();
  await expect(problems(page)).toContainText('at least 12 characters');
  await expect(page.getByLabel('Your name')).toHaveValue(ADMIN.name);
  await page.getByLabel('Password', { exact: true }).fill(PASSWORD);
  await page.getByRole('button', { name: 'Make the account and sign in' }).click();
  await expect(page).toHaveURL(`${app.url}/`);
  const other = await browser.newPage();
  await other.goto(`${app.url}${link}`);
  await expect(other.getByRole('heading', { level: 1 })).toHaveText('This link does not work any more');
  await keepScreenshot(other, 'set-up-gone');
  await other.close();
});

test('AC1: a wrong password is said beside the form; what was typed stays, and leads on', async ({
  page,
}) => {
  await page.goto('/meetings?x=1');
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await expect(problems(page)).toHaveText(['Write your e-mail address.', 'Write your password.']);
  await knock(page, ADMIN.email, 'not the password');
  await expect(problems(page)).toContainText('do not go together');
  await expect(page.getByLabel('E-mail address')).toHaveValue(ADMIN.email);
  await expect(page.getByLabel('Password', { exact: true })).toHaveValue('');
  await expect(page.getByLabel('Password', { exact: true })).toBeFocused();
  await expectNoAxeFindings(page);
  await keepScreenshot(page, 'sign-in-wrong');
  await page.getByLabel('Password', { exact: true }).fill(PASSWORD);
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(`${app.url}/meetings?x=1`);
});

test('AC3: signing out ends the session itself, not only the cookie', async ({ page, context }) => {
  await page.goto('/sign-in');
  await knock(page, ADMIN.email, PASSWORD);
  await expect(page).toHaveURL(`${app.url}/`);
  const kept = (await context.cookies()).find((cookie) => cookie.name === 'mufakat.session');
  expect(kept).toMatchObject({ httpOnly: true, sameSite: 'Lax', path: '/' });
  await page.goto('/sign-out');
  await expectNoAxeFindings(page);
  const [response] = await Promise.all([
    page.waitForResponse((answer) => answer.url().endsWith('/api/auth/signout')),
    page.getByRole('main').getByRole('button', { name: 'Sign out' }).click(),
  ]);
  expect(await response.headerValue('clear-site-data')).toBe('"cache", "storage"');
  await expect(page).toHaveURL(`${app.url}/sign-in`);
  const replayed = await fetch(`${app.url}/meetings`, {
    headers: { cookie: `mufakat.session=${kept?.value}` },
    redirect: 'manual',
  });
  expect([replayed.status, replayed.headers.get('location')]).toEqual([307, '/sign-in?next=%2Fmeetings']);
});

const IDENTITY = { sub: 'id-1', name: ADMIN.name, email: ADMIN.email, emailVerified: true };

for (const [what, person, expected] of [
  ['an address that is not verified', { ...IDENTITY, emailVerified: false }, 'There is no account here'],
  ['a stranger', { ...IDENTITY, sub: 'id-2', email: 'stranger@example.org' }, 'There is no account here'],
  ['somebody who presses Cancel', null, 'did not come to an end'],
] as const) {
  test(`AC4: by the identity provider, ${what} is told and stays outside`, async ({ page }) => {
    if (person === null) provider.standUp();
    else provider.sitDown(person);
    await page.goto('/sign-in?next=/settings');
    await page.getByRole('button', { name: 'Continue with Civil Service ID' }).click();
    await expect(problems(page)).toContainText(expected);
    await page.goto('/settings');
    await expect(page).toHaveURL(/\/sign-in/);
  });
}

test('AC4: the verified address binds the identity, which counts from then on', async ({ browser }) => {
  for (const person of [IDENTITY, { ...IDENTITY, email: 'changed@example.org', emailVerified: false }]) {
    provider.sitDown(person);
    const context = await browser.newContext({ baseURL: app.url });
    const page = await context.newPage();
    await page.goto('/sign-in?next=/settings');
    await page.getByRole('button', { name: 'Continue with Civil Service ID' }).click();
    await expect(page).toHaveURL(`${app.url}/settings`);
    await expect(page.getByRole('main')).toContainText(ADMIN.email);
    await context.close();
  }
});

test('AC9: signing in leads to no other host, and no other site can sign anybody in', async ({ page }) => {
  await page.goto('/sign-in?next=https://evil.example/');
  await knock(page, ADMIN.email, PASSWORD);
  await expect(page).toHaveURL(`${app.url}/`);
  const foreign = await fetch(`${app.url}/api/auth/callback/password`, {
    method: 'POST',
    headers: { origin: 'https://evil.example', 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams({ email: ADMIN.email, password: PASSWORD, json: 'true' }),
  });
  expect(foreign.status).toBe(403);
});

test('AC2: after five wrong passwords it says how long to wait, and for nobody else', async ({ page }) => {
  await page.goto('/sign-in');
  for (let i = 0; i < 5; i += 1) {
    await knock(page, 'nobody@example.org', `guess number ${i}`);
    await expect(problems(page)).toContainText('do not go together');
    await expect(page.getByRole('button', { name: 'Sign in', exact: true })).toBeEnabled();
  }
  await knock(page, 'nobody@example.org', 'guess number 6');
  await expect(problems(page)).toContainText('Try again in 15 minutes');
  await keepScreenshot(page, 'sign-in-wait');
});

test('the door in Thai and dark, at the width of a phone', async ({ browser }) => {
  const context = await browser.newContext({
    baseURL: app.url,
    locale: 'th-TH',
    colorScheme: 'dark',
    viewport: { width: 390, height: 844 },
  });
  const page = await context.newPage();
  await page.goto('/sign-in');
  await expect(page.locator('html')).toHaveAttribute('lang', 'th');
  await expectNoAxeFindings(page);
  await keepScreenshot(page, 'sign-in-thai-dark-phone');
  await page.getByRole('button', { name: 'EN', exact: true }).click();
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
  await context.close();
});
