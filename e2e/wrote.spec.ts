import { expect, test } from '@playwright/test';
import { tableChanges } from '../scripts/support/table-changes';
import { expectNoAxeFindings } from './support/axe';
import { documentPath } from './support/documents';
import { seat } from './support/people';
import { keepScreenshot } from './support/screenshots';
import { appForThisFile } from './support/server';

const app = appForThisFile();
const CLAUSE = 'c_wp_p04';
/** The demo has three proposals on other clauses of the Work Plan. */
const NUMBER = 4;

test('from a row of a comparison to who wrote which words, over a proposal that the chair accepted', async ({
  browser,
}) => {
  const [chair, reviewer] = await Promise.all([seat(browser, 'chair'), seat(browser, 'reviewer')]);
  const path = await documentPath(reviewer.page, 'workPlan');
  await tableChanges(app.current.dataDir, path.split('/')[2] ?? '', [
    { by: 'idHead', clauseId: CLAUSE, from: 'ready for', to: 'prepared for', rationale: 'A plain word' },
  ]);
  await chair.page.goto(`${path}/negotiation/${CLAUSE}`);
  await chair.page.getByRole('checkbox', { name: `Choose proposal ${NUMBER}` }).check();
  await chair.page.getByRole('button', { name: 'Deal with the chosen' }).click();
  await chair.page.locator('#deal summary', { hasText: /^Accept$/ }).click();
  await chair.page.locator('#deal').getByRole('button', { name: 'Accept', exact: true }).click();
  await expect(chair.page.locator(`[data-id="${CLAUSE}"], main`).first()).toContainText('prepared for');
  await expect(chair.page.getByText(`Accepted – proposal ${NUMBER} (Indonesia)`).first()).toBeVisible();

  const { page } = reviewer;
  await page.goto(`${path}/compare?from=1&to=now&view=changes`);
  const row = page.locator('.r-row', { hasText: 'prepared' });
  await expect(row.locator('ins', { hasText: 'prepared' })).toBeVisible();
  await row.scrollIntoViewIfNeeded();
  await expectNoAxeFindings(page);
  await keepScreenshot(page, 'compare-wrote-links', { fullPage: false });
  await row.getByRole('link', { name: /^Who wrote this/ }).click();
  await expect(page).toHaveURL(new RegExp(`/clauses/${CLAUSE}$`));

  // The one word is the delegation's that proposed it, and not the chair's who accepted it; all others stay whose they were.
  const written = page.locator('.w-clause .w-run[data-by="ID"]');
  await expect(written).toHaveText(/^prepared$/);
  expect(await page.locator('.w-clause').innerText()).toContain('prepared for a digital economy');
  await expect(page.locator('.w-legend')).toContainText('Indonesia');
  const newest = page.locator('.w-steps > li').first();
  await expect(newest.locator('ins')).toHaveText('prepared');
  await expect(newest.locator('del')).toHaveText('ready');
  await expect(newest.locator('.w-step-head')).toContainText('Indonesia');
  await expectNoAxeFindings(page);
  await keepScreenshot(page, 'wrote', { fullPage: false });

  // A run leads to its line in words, and the line to the step in which it was written.
  await written.click();
  await expect(page).toHaveURL(/#run-\d+$/);
  const line = page.locator('tr:target');
  await expect(line).toContainText('Indonesia');
  await line.getByRole('link').click();
  await expect(newest).toBeInViewport();
  await Promise.all([chair, reviewer].map(({ context }) => context.close()));
});
