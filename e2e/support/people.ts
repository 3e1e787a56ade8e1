import { type Browser, type BrowserContext, expect, type Page } from '@playwright/test';
import { DEMO_PASSWORD, PEOPLE, type PersonKey } from '../../seeds';
import { testPort } from './port';

/** Signs in with address and password, as anybody does, and waits until the person is inside. */
export async function signInByPassword(
  page: Page,
  person: PersonKey,
  password = DEMO_PASSWORD,
): Promise<void> {
  await page.goto('/sign-in');
  await page.locator('input[name="email"]').fill(PEOPLE[person].email);
  await page.locator('input[name="password"]').fill(password);
  await page.locator('input[name="password"]').press('Enter');
  await isInside(page);
}

/** Signs in by one click on the card of a person of the demo. */
export async function signInByCard(page: Page, person: PersonKey): Promise<void> {
  await page.goto('/sign-in');
  const card = page.getByRole('button', { name: PEOPLE[person].name });
  const everyone = page.locator('summary').filter({ hasText: /\d/ });
  if (!(await card.first().isVisible()) && (await everyone.count()) > 0) await everyone.first().click();
  await card.first().click();
  await isInside(page);
}

async function isInside(page: Page): Promise<void> {
  await expect(page).not.toHaveURL(/\/sign-in/);
  await expect(page.locator('main')).toBeVisible();
}

export interface Seat {
  readonly context: BrowserContext;
  readonly page: Page;
}

/**
 * A browser of one's own (cookies, storage) with this person signed in, on the home page. Signing in by its page has
 * tests of its own; here the same address is asked without it. Close its context when done.
 */
export async function seat(
  browser: Browser,
  person: PersonKey,
  options: Parameters<Browser['newContext']>[0] = {},
): Promise<Seat> {
  const context = await browser.newContext(options);
  const { request } = context;
  const { csrfToken } = (await (await request.get('/api/auth/csrf')).json()) as { csrfToken: string };
  const who = { email: PEOPLE[person].email, password: DEMO_PASSWORD };
  const answer = await request.post('/api/auth/callback/password', {
    form: { ...who, csrfToken, callbackUrl: '/', json: 'true' },
    // As a page of ours sends it (AC9).
    headers: { Origin: `http://localhost:${testPort()}` },
  });
  expect(answer.status()).toBe(200);
  const page = await context.newPage();
  await page.goto('/');
  await isInside(page);
  return { context, page };
}
