import { type Browser, expect, type Page } from '@playwright/test';
import type { PersonKey } from '../../seeds';
import { seat } from './people';

/** A paper in draft under an item of a meeting, the item by its number and title; returns its address. */
export async function paperUnder(desk: Page, meeting: string, title: string, item: string): Promise<string> {
  await desk.goto(meeting);
  await desk.getByRole('link', { name: 'New document' }).click();
  await expect(desk).toHaveURL(/\/documents\/new/);
  await desk.getByLabel('Title', { exact: true }).fill(title);
  const place = desk.getByLabel('Meeting and agenda item');
  const option = place.locator('option', { hasText: item });
  await place.selectOption((await option.first().getAttribute('value')) ?? '');
  await desk.getByRole('button', { name: 'Create the document' }).click();
  await expect(desk).toHaveURL(/\/documents\/doc_/);
  return new URL(desk.url()).pathname;
}

/**
 * A round in which one delegation names a challenge, which the secretariat gathers and opens a clause of a draft from.
 * Ends on the page of the clause.
 */
export async function challengeToClause(
  browser: Browser,
  desk: Page,
  chain: {
    readonly round: string;
    readonly by: PersonKey;
    readonly challenge: string;
    readonly cluster: string;
    readonly document: string;
    readonly clause: string;
  },
): Promise<void> {
  await desk.goto('/brainstorm');
  await desk.getByText(/^Open a round of the ACCSM$/).click();
  const asked = desk.locator('details', { hasText: /Open a round of the ACCSM(?!\+)/ });
  await asked.getByLabel('Title of the round').fill(chain.round);
  await asked.getByRole('button', { name: 'Open the round' }).click();
  await expect(desk.getByRole('heading', { name: chain.round, level: 1 })).toBeVisible();
  const { page, context } = await seat(browser, chain.by, { viewport: { width: 1440, height: 900 } });
  await page.goto(new URL(desk.url()).pathname);
  const saying = page.locator('form').filter({ hasText: 'In your words' });
  await saying.getByLabel('In your words').fill(chain.challenge);
  await saying.getByRole('button', { name: 'Enter it' }).click();
  await expect(page.locator('[data-input]')).toHaveCount(1);
  await context.close();
  await desk.getByRole('button', { name: 'Close the round' }).first().click();
  await desk.getByRole('dialog').getByRole('button', { name: 'Close the round' }).click();
  await desk.locator('[data-input] input[type="checkbox"]').first().check();
  const gather = desk.locator('#gather-inputs');
  await gather.getByLabel('Title of the new cluster').fill(chain.cluster);
  await gather.getByRole('button', { name: 'Gather' }).click();
  await desk.getByRole('link', { name: 'Open or link a clause' }).click();
  await desk.getByRole('link', { name: chain.document }).click();
  await desk.getByLabel('Words of the clause').fill(chain.clause);
  await desk.getByRole('button', { name: 'Open the clause' }).click();
  await expect(desk).toHaveURL(/\/clauses\/c_/);
}

/** The chair finds that nobody objects, the secretariat confirms. Ends on the record, on the secretariat's page. */
export async function adoptByTwo(chair: Page, secretariat: Page, document: string): Promise<void> {
  await chair.goto(`${document}/adopt`);
  await chair.getByRole('button', { name: 'Pens down' }).first().click();
  await chair.getByRole('dialog').getByRole('button', { name: 'Pens down' }).click();
  await expect(chair.getByText('Fingerprint (SHA-256)').first()).toBeVisible();
  await expect(chair.getByRole('combobox', { name: 'Agenda item' })).not.toHaveValue('');
  await chair.getByRole('button', { name: 'Put it to the room' }).click();
  await chair
    .getByRole('dialog')
    .getByRole('button', { name: /^No objection/ })
    .click();
  await expect(chair.getByText('What you found waits for the secretariat')).toBeVisible();
  await secretariat.goto(`${document}/adopt`);
  await secretariat.getByRole('button', { name: /^Confirm/ }).click();
  await secretariat
    .getByRole('dialog')
    .getByRole('button', { name: /^Confirm/ })
    .click();
  await expect(secretariat).toHaveURL(/\/record$/);
}
