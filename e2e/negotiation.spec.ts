import { type Browser, expect, type Page, test } from '@playwright/test';
import { expectNoAxeFindings } from './support/axe';
import { documentPath, openText } from './support/documents';
import { seat } from './support/people';
import { keepScreenshot } from './support/screenshots';
import { appForThisFile } from './support/server';

appForThisFile();

/** The heads of the eleven delegations, each in a browser of their own. */
const HEADS = [
  'bnHead',
  'khHead',
  'idHead',
  'laHead',
  'myHead',
  'mmHead',
  'phHead',
  'sgHead',
  'thHead',
  'tlHead',
  'vnHead',
] as const;

/** UPHOLD good governance as the foundation of every public service … */
const CLAUSE = 'c_st_op01';

/** A head of delegation puts another verb for the first word of the clause, in the delegation's own draft, and tables it. */
async function proposes(page: Page, path: string, verb: string): Promise<void> {
  const text = await openText(page, path);
  await text.locator(`[data-id="${CLAUSE}"]`).first().click();
  await page.getByRole('button', { name: 'Propose a change' }).click();
  await page.getByRole('menuitem', { name: 'Change this clause' }).click();
  const words = page.locator('.draft-card .ProseMirror');
  await expect(words).toContainText('UPHOLD');
  await words.click();
  await page.keyboard.press('Control+Home');
  for (const _ of 'UPHOLD') await page.keyboard.press('Shift+ArrowRight');
  await page.keyboard.type(verb);
  await expect(page.locator('.draft-card ins')).toContainText(verb);
  await expect(page.locator('.draft-card [data-save-state="saved"]')).toBeVisible();
  await page.getByRole('button', { name: 'Table the proposal' }).click();
  await expect(page.locator('.draft-card')).toHaveCount(0);
}

/** On the desk of the clause: where the delegation stands, for everybody to see. */
async function says(page: Page, path: string, stance: string): Promise<void> {
  // Settled: a form sent before the page is live says nothing where it stands.
  await page.goto(`${path}/negotiation/${CLAUSE}`, { waitUntil: 'networkidle' });
  await page.getByRole('combobox', { name: 'Position', exact: true }).selectOption({ label: stance });
  await page.getByRole('combobox', { name: 'Who sees it' }).selectOption('tabled');
  await page.getByRole('button', { name: 'Take the position' }).click();
  await expect(page.getByRole('status').filter({ hasText: 'Saved' })).toBeVisible();
}

async function consents(page: Page, path: string, kept: string): Promise<void> {
  await page.goto(`${path}/views/brackets`);
  await page.getByText('Consent to lifting').click();
  await page.getByRole('combobox', { name: /consents to lifting/ }).selectOption({ label: kept });
  await page.getByRole('button', { name: 'Consent', exact: true }).click();
  await expect(page.getByText(`consents to: ${kept}`).first()).toBeVisible();
}

/** How the negotiation looks to others, kept to be looked at. */
async function look(browser: Browser, path: string, name: string): Promise<void> {
  const wide = await seat(browser, 'idHead', { viewport: { width: 1440, height: 1000 } });
  const narrow = await seat(browser, 'thHead', {
    viewport: { width: 390, height: 844 },
    colorScheme: 'dark',
  });
  for (const [page, size] of [
    [wide.page, '1440'],
    [narrow.page, '390-dark-th'],
  ] as const) {
    for (const [place, kind] of [
      ['negotiation', 'overview'],
      [`negotiation/${CLAUSE}`, 'desk'],
    ]) {
      await page.goto(`${path}/${place}`);
      await keepScreenshot(page, `whole-${name}-${kind}-${size}`);
    }
  }
  for (const { context } of [wide, narrow]) await context.close();
}

test('eleven delegations lead the Statement from conflicting proposals and their compilation to the record of its adoption', async ({
  browser,
}) => {
  test.setTimeout(420_000);
  const [chair, secretariat] = await Promise.all([seat(browser, 'chair'), seat(browser, 'secretariat')]);
  const heads = new Map<string, Awaited<ReturnType<typeof seat>>>();
  for (const person of HEADS) heads.set(person, await seat(browser, person));
  // The head of Thailand reads Thai; what this test looks for is in English.
  await heads.get('thHead')?.page.getByRole('button', { name: 'EN', exact: true }).click();
  const headed = (person: (typeof HEADS)[number]) => {
    const taken = heads.get(person);
    if (taken === undefined) throw new Error(`nobody in the seat of ${person}`);
    return taken;
  };
  const [indonesia, philippines, vietNam] = [headed('idHead'), headed('phHead'), headed('vnHead')];
  const path = await documentPath(chair.page, 'statement');
  const { page } = chair;

  // Who was in the room: with Timor-Leste, a member since the Statement was drafted.
  await secretariat.page.goto('/meetings');
  await secretariat.page
    .getByRole('link', { name: /Senior Officials/ })
    .first()
    .click();
  await secretariat.page.getByRole('link', { name: 'Attendance', exact: true }).click();
  await secretariat.page.locator('summary', { hasText: 'Note who is in the room' }).click();
  await secretariat.page.getByRole('checkbox', { name: /Timor-Leste/ }).check();
  await secretariat.page.getByRole('button', { name: 'Save the attendance' }).click();
  await expect(
    secretariat.page.getByRole('row', { name: /Timor-Leste/ }).getByText('Present', { exact: true }),
  ).toBeVisible();

  await page.goto(path);
  await page.getByRole('button', { name: 'Procedure' }).click();
  await page.getByRole('button', { name: 'Open the negotiation' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Open the negotiation' }).click();
  await expect(page.getByText('Under negotiation').first()).toBeVisible();
  await page.goto(`${path}/negotiation`);
  await page.getByRole('button', { name: 'Open the next reading' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Open the next reading' }).click();
  await expect(page.getByText('First reading')).toBeVisible();

  // Two delegations want another verb at the same place.
  await proposes(indonesia.page, path, 'RESPECT');
  await proposes(philippines.page, path, 'PROTECT');
  const desk = `${path}/negotiation/${CLAUSE}`;
  await page.goto(desk);
  await expect(page.getByRole('article', { name: 'Proposal 1,' })).toContainText('Collides with proposal 2');

  // Before anything is decided every delegation reads both in the compilation, each by its delegation.
  for (const { page: reading } of heads.values()) {
    await reading.goto(`${path}/views/compilation`);
    const clause = reading.locator('main');
    await expect(clause).toContainText('RESPECT');
    await expect(clause).toContainText('PROTECT');
  }

  // The chair puts them in brackets, each in its delegation's words, and Viet Nam's with them.
  for (const box of await page.getByRole('checkbox', { name: /Choose proposal/ }).all()) await box.check();
  await page.getByRole('button', { name: 'Deal with the chosen' }).click();
  await page.locator('#deal summary', { hasText: 'Put in square brackets' }).click();
  await page.locator('#deal').getByRole('button', { name: 'Put in brackets' }).click();
  const text = await openText(page, path);
  const seen = await openText(vietNam.page, path);
  await text.locator('.bracket-words', { hasText: 'RESPECT' }).click();
  await page.getByRole('button', { name: 'Brackets', exact: true }).click();
  const dialog = page.getByRole('dialog', { name: 'Add to this bracket' });
  await dialog.getByRole('textbox', { name: 'Words' }).fill('ADVANCE');
  await dialog.getByRole('checkbox', { name: 'Viet Nam' }).check();
  await dialog.getByRole('button', { name: 'Add the alternative' }).click();
  await expect(dialog).toBeHidden();
  for (const verb of ['RESPECT', 'PROTECT', 'ADVANCE']) {
    await expect(seen.locator('.bracket-words', { hasText: verb })).toBeVisible();
  }
  await look(browser, path, 'bracketed');

  // Its owners consent, and the chair lifts it before everybody's eyes.
  await Promise.all([indonesia, philippines].map((head) => consents(head.page, path, 'keep “ADVANCE”')));
  await page.goto(`${path}/views/brackets`);
  await page.getByText('Lift this bracket').click();
  await page.getByRole('combobox', { name: 'Lift, and' }).selectOption({ label: 'keep “ADVANCE”' });
  await page.getByRole('button', { name: 'Lift the bracket' }).click();
  await expect(page.getByText('Nothing in this text stands in brackets.')).toBeVisible();
  await expect(seen.locator(`[data-id="${CLAUSE}"]`).first()).toContainText('ADVANCE good governance');
  await expect(seen.locator('.bracket-sign')).toHaveCount(0);

  // A reserve keeps the clause open until its delegation lifts it.
  const finds = async () => {
    await page.goto(`${path}/negotiation?show=unsettled`, { waitUntil: 'networkidle' });
    await page.getByRole('button', { name: 'Choose all shown' }).click();
    await page
      .getByRole('combobox', { name: 'Finding' })
      .selectOption({ label: 'No objection heard in the room' });
    await page.getByRole('button', { name: 'Record it' }).click();
  };
  await says(philippines.page, path, 'Reserves');
  await vietNam.page.goto('/');
  const waits = vietNam.page.locator('section', { hasText: 'Who waits for whom' }).last();
  await expect(
    waits.getByRole('listitem').filter({ hasText: /^Philippines: reserves on one clause/ }),
  ).toBeVisible();
  await says(headed('khHead').page, path, 'Can accept ad referendum');
  for (const person of HEADS) {
    if (person === 'phHead' || person === 'khHead') continue;
    await says(headed(person).page, path, 'Can accept');
  }
  await finds();
  await expect(page.getByRole('alert').filter({ hasText: 'Philippines' })).toBeVisible();
  await says(philippines.page, path, 'Can accept');
  await finds();
  await expect(page.getByRole('status').filter({ hasText: 'Saved' })).toBeVisible();

  // The chair finds, the secretariat confirms.
  await page.goto(`${path}/adopt`);
  await page.getByRole('button', { name: 'Pens down' }).first().click();
  await page.getByRole('dialog').getByRole('button', { name: 'Pens down' }).click();
  // What was agreed ad referendum waits for one capital, by name, until its delegation confirms.
  const capitals = page
    .locator('dl > div')
    .filter({ has: page.getByText('Capitals that have yet to confirm', { exact: true }) });
  await expect(capitals).toContainText('Cambodia');
  await says(headed('khHead').page, path, 'Our capital confirms (ad referendum)');
  await page.goto(`${path}/negotiation`);
  await expect(page.getByText('Every clause is agreed.').first()).toBeVisible();
  await expectNoAxeFindings(page);
  await page.goto(`${path}/adopt`);
  await expect(page.getByText(/^Nothing is missing/)).toBeVisible();
  await page.getByRole('button', { name: 'Put it to the room' }).click();
  await page
    .getByRole('dialog')
    .getByRole('button', { name: /^No objection/ })
    .click();
  await expect(page.getByText('What you found waits for the secretariat')).toBeVisible();
  await secretariat.page.goto(`${path}/adopt`);
  await secretariat.page.getByRole('button', { name: /^Confirm/ }).click();
  await secretariat.page
    .getByRole('dialog')
    .getByRole('button', { name: /^Confirm/ })
    .click();
  await expect(secretariat.page).toHaveURL(/\/record$/);

  for (const { page: reading } of heads.values()) {
    await reading.goto(`${path}/record`);
    await expect(reading.getByRole('heading', { name: 'Proof' })).toBeVisible();
    await expect(reading.locator('main')).toContainText('ADVANCE good governance');
  }
  await keepScreenshot(vietNam.page, 'whole-record');
  for (const { context } of [chair, secretariat, ...heads.values()]) await context.close();
});
