import { expect, type Page, test } from '@playwright/test';
import { expectNoAxeFindings } from './support/axe';
import { seat } from './support/people';
import { keepScreenshot } from './support/screenshots';
import { appForThisFile } from './support/server';

appForThisFile();

const DESK = { width: 1440, height: 900 };
const PHONE = { width: 390, height: 844 };

/** The pages of the Senior Officials' Meeting, found as a person finds them. */
async function meetingPath(page: Page): Promise<string> {
  await page.goto('/meetings');
  await page
    .getByRole('link', { name: /^(Senior Officials|การประชุมเจ้าหน้าที่อาวุโสว่าด้วย)/ })
    .first()
    .click();
  await expect(page).toHaveURL(/\/meetings\/meet_\w+/);
  return new URL(page.url()).pathname;
}

async function lookAt(page: Page, name: string): Promise<void> {
  await page.evaluate(() => window.scrollTo(0, 0));
  await expectNoAxeFindings(page);
  await keepScreenshot(page, name);
}

test('ME2–ME21 a meeting decides and gives to do, a delegation reports, the report is drafted in two languages', async ({
  browser,
}) => {
  const chair = await seat(browser, 'chair', { viewport: DESK });
  const own = await meetingPath(chair.page);
  await lookAt(chair.page, 'meeting-agenda');
  await chair.page.goto(`${own}/running-order`);
  await expect(chair.page.getByText('At the same time as').first()).toBeVisible();
  await lookAt(chair.page, 'meeting-running-order');

  // The secretariat watches while the chair takes a decision.
  const secretariat = await seat(browser, 'secretariat', { viewport: DESK });
  await secretariat.page.goto(`${own}/decisions`);

  // The chair takes a decision: the verb brings the words of the house, and words that say another verb are refused.
  await chair.page.goto(`${own}/decisions`);
  const form = chair.page.locator('form').filter({ hasText: 'Record the decision' });
  await form
    .getByLabel('Agenda item')
    .selectOption({ label: '6  Cooperation with the Plus Three Countries' });
  await form.getByRole('radio', { name: 'Welcomed' }).check();
  const wording = form.getByLabel('Wording in English');
  await expect(wording).toHaveValue('The Meeting welcomed ');
  await wording.fill('The Meeting endorsed the work plan of the Plus Three Cooperation.');
  await form.getByRole('button', { name: 'Record the decision' }).click();
  await expect(form.getByRole('alert').first()).toBeVisible();
  await expect(wording).toHaveValue('The Meeting endorsed the work plan of the Plus Three Cooperation.');
  await form.getByRole('radio', { name: 'Endorsed' }).check();
  await expect(wording).toHaveValue('The Meeting endorsed the work plan of the Plus Three Cooperation.');
  await form.getByLabel('Wording in Thai').fill('ที่ประชุมให้ความเห็นชอบแผนงานความร่วมมือกับประเทศบวกสาม');
  await form.getByRole('button', { name: 'Record the decision' }).click();
  const decided = chair.page
    .getByRole('listitem')
    .filter({ hasText: 'endorsed the work plan of the Plus Three' });
  await expect(decided.getByText('10 delegations present of 11 on the roster')).toBeVisible();
  await lookAt(chair.page, 'meeting-decisions');

  // The secretariat gives Indonesia something to do.
  await expect(
    secretariat.page.getByText('The Meeting endorsed the work plan of the Plus Three Cooperation.'),
  ).toBeVisible();
  await secretariat.page.goto(`${own}/actions`);
  const giving = secretariat.page.locator('form').filter({ hasText: 'Record the action' });
  await giving.getByLabel('What shall be done').fill('Share the register of experts with all delegations.');
  await giving.getByRole('button', { name: 'Record the action' }).click();
  await expect(giving.getByRole('alert').first()).toBeVisible();
  await giving.getByLabel('Indonesia').check();
  await giving.getByLabel('By', { exact: true }).fill('2019-09-30');
  await giving.getByRole('button', { name: 'Record the action' }).click();
  await expect(
    secretariat.page.getByRole('heading', { name: 'Share the register of experts with all delegations.' }),
  ).toBeVisible();
  await lookAt(secretariat.page, 'meeting-actions');

  // Indonesia finds it at home and reports on it, on a phone.
  const indonesia = await seat(browser, 'idHead', { viewport: PHONE, colorScheme: 'dark' });
  await indonesia.page.goto('/');
  await lookAt(indonesia.page, 'meeting-home-dark-phone');
  await indonesia.page
    .getByRole('link', { name: 'Share the register of experts with all delegations.' })
    .click();
  const item = indonesia.page
    .getByRole('listitem')
    .filter({ hasText: 'Share the register of experts' })
    .first();
  await item.getByText('Report on it').click();
  await item.getByLabel('What was done').fill('Shared on the site of the centre.');
  await item.getByLabel('It is now').selectOption('done');
  await item.getByRole('button', { name: 'Record the report' }).click();
  await expect(item.getByText('Shared on the site of the centre.')).toBeVisible();
  await expect(item.getByText('Done').first()).toBeVisible();
  await lookAt(indonesia.page, 'meeting-actions-dark-phone');
  await indonesia.page.goto(`${own}/decisions`);
  await expect(indonesia.page.getByRole('button', { name: 'Record the decision' })).toHaveCount(0);
  await lookAt(indonesia.page, 'meeting-decisions-dark-phone');

  // The secretariat follows up across meetings, then drafts the report in English and in Thai.
  await secretariat.page.goto('/actions?show=everything');
  await expect(secretariat.page.getByText('Shared on the site of the centre.')).toBeVisible();
  await lookAt(secretariat.page, 'actions-follow-up');
  await secretariat.page.goto(`${own}/report`);
  await lookAt(secretariat.page, 'meeting-report');
  await secretariat.page.getByRole('button', { name: /Draft the report.*In English/ }).click();
  await expect(secretariat.page).toHaveURL(/\/documents\/doc_/);
  const text = secretariat.page.locator('.ProseMirror');
  await expect(text).toContainText('The Meeting endorsed the work plan of the Plus Three Cooperation.');
  await expect(text).toContainText('Report of the Senior Officials’ Meeting for the 20th ACCSM');
  await keepScreenshot(secretariat.page, 'meeting-report-english');
  await secretariat.page.goto(`${own}/report`);
  await secretariat.page.getByRole('button', { name: /Draft the report.*In Thai/ }).click();
  await expect(secretariat.page).toHaveURL(/\/documents\/doc_/);
  await expect(text).toContainText('ที่ประชุมให้ความเห็นชอบแผนงานความร่วมมือกับประเทศบวกสาม');
  await expect(text).toContainText('23–24 เมษายน 2562');
  await keepScreenshot(secretariat.page, 'meeting-report-thai');

  // In Thai, and the cycle as a whole.
  const thai = await seat(browser, 'thHead', { viewport: DESK });
  await thai.page.goto(`${own}/decisions`);
  await expect(thai.page.getByText('ที่ประชุมให้ความเห็นชอบแผนงาน')).toBeVisible();
  await lookAt(thai.page, 'meeting-decisions-thai');
  await thai.page.goto(`${own}/attendance`);
  await lookAt(thai.page, 'meeting-attendance-thai');
  await thai.page.goto(`${own}/decisions`);
  await thai.page.getByRole('link', { name: 'มติของรอบการประชุม' }).click();
  await expect(thai.page.getByText('ที่ประชุมรับรองระเบียบวาระการประชุมเตรียมการ')).toBeVisible();
  await lookAt(thai.page, 'meeting-series-thai');
  for (const { context } of [chair, secretariat, indonesia, thai]) await context.close();
});
