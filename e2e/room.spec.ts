import { expect, test } from '@playwright/test';
import { expectNoAxeFindings } from './support/axe';
import { documentPath } from './support/documents';
import { seat } from './support/people';
import { keepScreenshot } from './support/screenshots';
import { appForThisFile } from './support/server';

appForThisFile();

test('PO6 the chair leads the room from clause to clause, and whoever follows is taken along', async ({
  browser,
}) => {
  const chair = await seat(browser, 'chair');
  const follower = await seat(browser, 'reviewer', {
    viewport: { width: 390, height: 844 },
    colorScheme: 'dark',
    // Nothing glides: where the screen stands is where it was taken.
    reducedMotion: 'reduce',
  });
  const path = `${await documentPath(chair.page, 'statement')}/room`;
  await Promise.all([chair.page.goto(path), follower.page.goto(path)]);
  const wall = follower.page.locator('.room-wall .ProseMirror');
  await expect(wall).toContainText('ASEAN');

  await chair.page.getByRole('button', { name: 'Begin' }).click();
  await expect(follower.page.locator('.clause-on-stage')).toHaveCount(1);
  const first = await follower.page.locator('.clause-on-stage').innerText();
  await chair.page.keyboard.press('PageDown');
  await expect(follower.page.locator('.clause-on-stage')).not.toHaveText(first);
  await chair.page.getByRole('button', { name: 'Next clause' }).click();
  await expect(follower.page.locator('.clause-on-stage')).toBeInViewport();
  await expect(follower.page.getByRole('status').filter({ hasText: 'the chair leads' })).toBeVisible();
  await keepScreenshot(chair.page, 'room-light-desk', { fullPage: false });
  await keepScreenshot(follower.page, 'room-dark-phone', { fullPage: false });

  // Somebody who stopped following stays where they read.
  await follower.page.getByRole('button', { name: 'Following the chair' }).click();
  await follower.page.evaluate(() => window.scrollTo(0, 0));
  await chair.page.getByRole('button', { name: 'Next clause' }).click();
  const marked = follower.page.locator('.clause-on-stage');
  await expect(marked).toHaveText(await chair.page.locator('.clause-on-stage').innerText());
  expect(await follower.page.evaluate(() => window.scrollY)).toBe(0);
  await expectNoAxeFindings(follower.page);
});
