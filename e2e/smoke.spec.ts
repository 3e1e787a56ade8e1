import { expect, test } from '@playwright/test';
import { PEOPLE, TITLES } from '../seeds';
import { expectNoAxeFindings } from './support/axe';
import { signInByCard, signInByPassword } from './support/people';
import { keepScreenshot } from './support/screenshots';
import { appForThisFile } from './support/server';

const app = appForThisFile();

test('the server answers, with its security headers and without a word to other hosts', async ({ page }) => {
  const health = await page.request.get('/healthz');
  expect(health.status()).toBe(200);
  const hosts = new Set<string>();
  page.on('request', (request) => hosts.add(new URL(request.url()).host));
  const response = await page.goto('/sign-in');
  expect(response?.headers()['content-security-policy']).toContain("default-src 'self'");
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await page.waitForLoadState('networkidle');
  expect([...hosts]).toEqual([`localhost:${app.current.port}`]);
  await expectNoAxeFindings(page);
  await keepScreenshot(page, 'sign-in');
});

test('a delegate walks in by the card and finds the Statement', async ({ page }) => {
  await signInByCard(page, 'vnDelegate');
  await expect(page.getByText(TITLES.statement).first()).toBeVisible();
  await keepScreenshot(page, 'home');
});

test('a reviewer signs in by password', async ({ page }) => {
  await signInByPassword(page, 'reviewer');
  await expect(page.getByText(PEOPLE.reviewer.name).first()).toBeAttached();
});
