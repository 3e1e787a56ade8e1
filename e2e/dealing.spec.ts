import { expect, test } from '@playwright/test';
import { tableChanges } from '../scripts/support/table-changes';
import { expectNoAxeFindings } from './support/axe';
import { documentPath, openText } from './support/documents';
import { seat } from './support/people';
import { keepScreenshot } from './support/screenshots';
import { appForThisFile } from './support/server';

const app = appForThisFile();
const CLAUSE = 'c_wp_p04';
const CHOICE = { name: /^Choose proposal/ };
/** The demo has three proposals on other clauses of the Work Plan; those of this file come after them. */
const FIRST = 4;

test('the chair accepts what fits; others see it at once, and who collided waits', async ({ browser }) => {
  test.setTimeout(120_000);
  const [chair, other, watcher] = await Promise.all([
    seat(browser, 'chair'),
    seat(browser, 'phHead'),
    seat(browser, 'reviewer'),
  ]);
  const path = await documentPath(watcher.page, 'workPlan');
  await tableChanges(app.current.dataDir, path.split('/')[2] ?? '', [
    { by: 'idHead', clauseId: CLAUSE, from: 'ready for', to: 'prepared for', rationale: 'A plain word' },
    { by: 'phHead', clauseId: CLAUSE, from: 'ready for', to: 'fit for' },
    { by: 'sgHead', clauseId: CLAUSE, from: 'without pause', to: 'every day' },
  ]);
  const text = await openText(watcher.page, path);
  const clause = text.locator(`[data-id="${CLAUSE}"]`);
  await expect(clause).toContainText('ready for a digital economy that changes without pause');
  const { page } = chair;
  await page.goto(`${path}/negotiation/${CLAUSE}`);
  const card = (number: number) => page.getByRole('article', { name: `Proposal ${number},` });
  await expect(card(FIRST)).toContainText(`Collides with proposal ${FIRST + 1} (Philippines) on “ready”`);
  await expect(card(FIRST + 1)).toContainText(`Collides with proposal ${FIRST} (Indonesia) on “ready”`);
  await expect(card(FIRST + 2)).not.toContainText('Collides');
  await expectNoAxeFindings(page);
  await keepScreenshot(page, 'dealing-table');

  const deal = async (number: number) => {
    for (const box of await page.getByRole('checkbox', CHOICE).all()) await box.uncheck();
    await page.getByRole('checkbox', { name: `Choose proposal ${number}` }).check();
    await page.getByRole('button', { name: 'Deal with the chosen' }).click();
    await page.locator('#deal summary', { hasText: /^Accept$/ }).click();
    await page.locator('#deal').getByRole('button', { name: 'Accept', exact: true }).click();
    await expect(page.getByRole('checkbox', { name: `Choose proposal ${number}` })).toHaveCount(0);
  };
  await deal(FIRST + 2);
  await expect(clause).toContainText('ready for a digital economy that changes every day');
  await expect(card(FIRST)).toContainText('Fits the clause as it stands');
  await deal(FIRST);
  await expect(clause).toContainText('prepared for a digital economy that changes every day');
  await expect(card(FIRST + 1)).toContainText(
    'Needs its delegation: the words it touches have changed – “ready”',
  );
  await expect(page.locator('section', { hasText: 'Decided so far' }).last()).toContainText(
    `Accepted – proposal ${FIRST} (Indonesia)`,
  );

  // Its head reads the same, and has no hand in it.
  await other.page.goto(`${path}/negotiation/${CLAUSE}`);
  await expect(other.page.getByRole('article', { name: `Proposal ${FIRST + 1},` })).toContainText(
    'Needs its delegation',
  );
  await expect(other.page.getByRole('checkbox', CHOICE)).toHaveCount(0);
  await keepScreenshot(other.page, 'dealing-flagged');
  await Promise.all([chair, other, watcher].map(({ context }) => context.close()));
});

test('a merger waits for every delegation whose words it takes', async ({ browser }) => {
  test.setTimeout(120_000);
  const [chair, head] = await Promise.all([seat(browser, 'chair'), seat(browser, 'idHead')]);
  const path = await documentPath(chair.page, 'workPlan');
  const id = 'c_wp_p08';
  await tableChanges(app.current.dataDir, path.split('/')[2] ?? '', [
    { by: 'idHead', clauseId: id, from: 'analytical', to: 'data' },
    { by: 'idHead', clauseId: id, from: 'analytical', to: 'statistical' },
  ]);
  const { page } = chair;
  await page.goto(`${path}/negotiation/${id}`);
  for (const box of await page.getByRole('checkbox', CHOICE).all()) await box.check();
  await page.getByRole('button', { name: 'Deal with the chosen' }).click();
  await page.locator('#deal summary', { hasText: /^Merge$/ }).click();
  const words = page.locator('#deal textarea[name="line-0"]').filter({ visible: true });
  await words.fill((await words.inputValue()).replace(/data|statistical/, 'data and statistical'));
  await page.getByRole('button', { name: 'Suggest this merger' }).click();
  await expect(page.getByText('Waits for the agreement of Indonesia.')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Carry out' })).toHaveCount(0);
  await head.page.goto(`${path}/negotiation/${id}`);
  await head.page.locator('summary', { hasText: 'Answer for Indonesia' }).click();
  await head.page.getByRole('button', { name: 'Answer', exact: true }).click();
  await expect(head.page.getByText('Every delegation concerned agrees.')).toBeVisible();
  await expectNoAxeFindings(head.page);
  await page.reload();
  await page.getByRole('button', { name: 'Carry out' }).click();
  await expect(page.getByText('data and statistical').first()).toBeVisible();
  await expect(page.locator('section', { hasText: 'Decided so far' }).last()).toContainText('Merged');
  await Promise.all([chair, head].map(({ context }) => context.close()));
});
