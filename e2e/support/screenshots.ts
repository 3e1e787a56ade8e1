import path from 'node:path';
import type { Page } from '@playwright/test';
import { SCREENSHOTS } from './paths';

/** Keeps what a page looks like in `screenshots/`, for people to look at; git ignores the folder. */
export async function keepScreenshot(page: Page, name: string, options: { fullPage?: boolean } = {}) {
  await page.screenshot({
    path: path.join(SCREENSHOTS, `${name}.png`),
    fullPage: options.fullPage ?? true,
    animations: 'disabled',
  });
}
