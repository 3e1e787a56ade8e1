import { type Browser, expect, type Locator, type Page, test } from '@playwright/test';
import type { PersonKey } from '../seeds';
import { expectNoAxeFindings } from './support/axe';
import { adoptByTwo, challengeToClause, paperUnder } from './support/cycle';
import { seat } from './support/people';
import { keepScreenshot } from './support/screenshots';
import { appForThisFile } from './support/server';

appForThisFile();

const PLAN = 'ACCSM Work Plan 2016–2020';
const PAPER = 'Paper on appraisal by results';
const CLUSTER = 'Results instead of presence';
const CLAUSE = 'AGREE to appraise civil servants by results';
const ACTIVITY = 'Comparative study on performance appraisal';

const take = (browser: Browser, person: PersonKey) =>
  seat(browser, person, { viewport: { width: 1440, height: 900 } });

/** Picks the option whose words hold these. */
async function choose(within: Page | Locator, name: string, words: string): Promise<void> {
  const select = within.locator(`select[name="${name}"]`);
  const option = select.locator('option').filter({ hasText: words }).first();
  await select.selectOption((await option.getAttribute('value')) ?? '');
}

async function confirm(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name }).click();
  await page.getByRole('dialog').getByRole('button', { name }).click();
}

test('BS2 PL17 MO39 from a challenge over its clause and an activity to a return on the indicator it led to', async ({
  browser,
}) => {
  test.setTimeout(240_000);
  const secretariat = await take(browser, 'secretariat');
  const desk = secretariat.page;

  // One challenge becomes a cluster, a clause of a paper of the meeting in session, and is adopted with it.
  await desk.goto('/meetings');
  await desk
    .getByRole('link', { name: /^Senior Officials/ })
    .first()
    .click();
  await expect(desk).toHaveURL(/\/meetings\/meet_\w+/);
  const paper = await paperUnder(desk, new URL(desk.url()).pathname, PAPER, 'Statement');
  await challengeToClause(browser, desk, {
    round: 'Appraisal',
    by: 'idHead',
    challenge: 'Agencies appraise by presence and not by results.',
    cluster: CLUSTER,
    document: PAPER,
    clause: `${CLAUSE} in every agency.`,
  });
  const chair = await take(browser, 'chair');
  await adoptByTwo(chair.page, desk, paper);
  await chair.context.close();

  // The clause becomes an activity's origin, and the activity shows the challenges behind it.
  await desk.goto('/plans');
  await desk.getByRole('link', { name: PLAN }).first().click();
  await expect(desk).toHaveURL(/\/plans\/plan_/);
  const plan = new URL(desk.url()).pathname;
  await desk.goto(`${plan}?view=list`);
  await desk.getByRole('link', { name: ACTIVITY, exact: true }).click();
  await desk.getByText('Tie to a clause of an adopted text').click();
  await choose(desk, 'clause', CLAUSE);
  await desk.getByRole('button', { name: 'Tie', exact: true }).click();
  await expect(desk.locator('blockquote')).toContainText(CLAUSE);
  await expect(desk.getByRole('link', { name: CLUSTER })).toBeVisible();
  const activity = desk.url();

  // It is measured, and a round asks for the figure.
  await desk.goto(`${plan}/indicators`);
  await desk.getByText('Enter an indicator', { exact: true }).click();
  const sheet = desk.locator('form').filter({ hasText: 'Enter the indicator' });
  await sheet.locator('[name="code"]').fill('Z-1');
  await choose(sheet, 'measures', ACTIVITY);
  await sheet.locator('[name="title"]').fill('Agencies that appraise by results');
  await sheet.locator('[name="type"]').selectOption('number');
  await sheet.locator('[name="aggregation"]').selectOption('sum');
  await sheet.locator('[name="frequency"]').selectOption('yearly');
  await sheet.getByRole('button', { name: 'Enter the indicator' }).click();
  await expect(desk.getByText('Agencies that appraise by results').first()).toBeVisible();
  await desk.goto(`${plan}/rounds`);
  await desk.getByText('Open a round', { exact: true }).click();
  await desk.locator('[name="period"]').fill('2019');
  await desk.locator('[name="opensAt"]').fill('2020-01-06');
  await desk.locator('[name="closesAt"]').fill('2020-03-31');
  await desk.getByRole('button', { name: 'Open the round and ask the members' }).click();
  await expect(desk).toHaveURL(/\/rounds\/./);
  const round = desk.url();

  // Indonesia answers; its head releases the answer, the secretariat accepts it.
  const delegate = await take(browser, 'idDelegate');
  await delegate.page.goto(`${round}/returns/ID`);
  await delegate.page.getByRole('textbox', { name: 'Z-1 figure' }).fill('1,204');
  await delegate.page.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(delegate.page.getByText('Saved: one answer changed.')).toBeVisible();
  const head = await take(browser, 'idHead');
  await head.page.goto(`${round}/returns/ID`);
  await confirm(head.page, 'Submit the return');
  await expect(head.page.getByText('submitted', { exact: true })).toBeVisible();
  await desk.goto(`${round}/returns/ID`);
  await confirm(desk, 'Accept the return');
  await expect(desk.getByText('accepted', { exact: true })).toBeVisible();

  // What was accepted is the region's figure, with how many stand behind it.
  await desk.goto(`${plan}/monitoring?period=2019`);
  await expect(desk.locator('#content')).toContainText('Agencies that appraise by results');
  await expect(desk.locator('#content')).toContainText('1,204');
  await expect(desk.getByText('returns of 1 of 10 members')).toBeVisible();
  await desk.goto(activity);
  await expect(desk.getByRole('link', { name: /Z-1/ })).toBeVisible();
  await expectNoAxeFindings(desk);
  await keepScreenshot(desk, 'cycle-activity');
  for (const { context } of [secretariat, delegate, head]) await context.close();
});
