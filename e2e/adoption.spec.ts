import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { expect, test } from '@playwright/test';
import { caretAtEndOf, documentPath, expectSaveState, openText } from './support/documents';
import { type Seat, seat } from './support/people';
import { keepScreenshot } from './support/screenshots';
import { appForThisFile } from './support/server';

appForThisFile();

/** Each writes in a clause of their own, so that a word stays a word. */
const WRITERS = [
  ['vnDelegate', 'UPHOLD good governance'],
  ['idDelegate', 'PUBLISH the standards'],
  ['myDelegate', 'PROMOTE agile ways'],
  ['phDelegate', 'ALLOW for trials'],
  ['laDelegate', 'REVIEW rules'],
] as const;

/** Types numbered words until the pen is taken away; returns the words that were shown as Saved. */
async function typeUntilStopped(writer: Seat, clause: string, name: string): Promise<string[]> {
  const saved: string[] = [];
  const text = writer.page.locator('.ProseMirror');
  await text.locator('[data-id]', { hasText: clause }).last().click();
  await writer.page.keyboard.press('End');
  for (let number = 0; number < 60; number += 1) {
    if ((await text.getAttribute('contenteditable')) !== 'true') break;
    const word = `${name}${number}`;
    await writer.page.keyboard.type(` ${word}`);
    await writer.page.waitForTimeout(100);
    const isSaved = await writer.page.evaluate(
      (typed) =>
        document.querySelector('.ProseMirror')?.textContent?.includes(typed) === true &&
        document.querySelector('[data-save-state]')?.getAttribute('data-save-state') === 'saved',
      word,
    );
    if (isSaved) saved.push(word);
  }
  return saved;
}

test('the chair adopts while five people type; the evidence verifies, a forged letter does not', async ({
  browser,
}, info) => {
  test.setTimeout(300_000);
  const chair = await seat(browser, 'chair');
  const path = await documentPath(chair.page, 'statement');
  const writers: Seat[] = [];
  for (const [key] of WRITERS) {
    const writer = await seat(browser, key);
    await openText(writer.page, path);
    writers.push(writer);
  }
  await chair.page.goto(`${path}/adopt`);
  const typing = writers.map((writer, index) =>
    typeUntilStopped(writer, WRITERS[index]?.[1] ?? '', `w${index}n`),
  );
  await chair.page.waitForTimeout(2_000);
  await chair.page.getByRole('button', { name: 'Pens down' }).first().click();
  const sure = chair.page.getByRole('dialog').getByRole('button', { name: 'Pens down' });
  await sure.click();
  const saved = (await Promise.all(typing)).flat();
  expect(saved.length).toBeGreaterThan(0);
  await expect(
    writers[0]?.page.getByText('The chair has asked for pens down.').first() ?? chair.page.locator('x'),
  ).toBeVisible();
  await expect(chair.page.getByText('Fingerprint (SHA-256)').first()).toBeVisible();
  await keepScreenshot(chair.page, 'adopt');

  const choose = async (name: string) => {
    const select = chair.page.getByRole('combobox', { name });
    if ((await select.inputValue()) !== '') return;
    const value = await select
      .locator('option')
      .evaluateAll((options) =>
        options.map((option) => (option as HTMLOptionElement).value).find((candidate) => candidate !== ''),
      );
    await select.selectOption(value ?? '');
  };
  await choose('Meeting in session');
  await choose('Agenda item');
  await chair.page.getByRole('button', { name: 'Put it to the room' }).click();
  await chair.page
    .getByRole('dialog')
    .getByRole('button', { name: /^No objection/ })
    .click();
  await expect(chair.page.getByText('What you found waits for the secretariat')).toBeVisible();

  // The second person: what was found is looked at and confirmed by the secretariat.
  const secretariat = await seat(browser, 'secretariat');
  await secretariat.page.goto(`${path}/adopt`);
  await keepScreenshot(secretariat.page, 'confirm-adoption');
  await secretariat.page.getByRole('button', { name: /^Confirm/ }).click();
  await secretariat.page
    .getByRole('dialog')
    .getByRole('button', { name: /^Confirm/ })
    .click();
  await expect(secretariat.page).toHaveURL(/\/record$/);
  await secretariat.context.close();
  await chair.page.goto(`${path}/record`);
  await expect(chair.page.getByRole('heading', { name: 'Proof' })).toBeVisible();
  await keepScreenshot(chair.page, 'record');

  for (const writer of writers) {
    await expect(writer.page.locator('.ProseMirror[contenteditable="true"]')).toHaveCount(0);
    await expect(writer.page.getByText('Adopted').first()).toBeVisible();
  }
  const record = await chair.page.locator('main').innerText();
  for (const word of saved) expect(record).toContain(word);

  const [download] = await Promise.all([
    chair.page.waitForEvent('download'),
    chair.page.getByRole('link', { name: 'Download the evidence' }).click(),
  ]);
  const file = info.outputPath('evidence.json');
  await download.saveAs(file);
  const verify = (path: string) => {
    try {
      return {
        status: 0,
        out: execFileSync(process.execPath, ['dist/server/cli.js', 'verify', path], { encoding: 'utf8' }),
      };
    } catch (error) {
      const failed = error as { status: number; stdout: string; stderr: string };
      return { status: failed.status, out: `${failed.stdout}${failed.stderr}` };
    }
  };
  expect(verify(file).status).toBe(0);
  const forged = info.outputPath('forged.json');
  writeFileSync(
    forged,
    readFileSync(file, 'utf8').replace('gathered in Chiang Rai', 'gathered in Chiang Raj'),
  );
  expect(readFileSync(forged, 'utf8')).not.toBe(readFileSync(file, 'utf8'));
  const refusal = verify(forged);
  expect(refusal.status).toBe(1);
  expect(refusal.out).toContain('The text in this file was changed');

  const late = await seat(browser, 'secretariat');
  const text = await openText(late.page, path);
  await expect(text).toHaveAttribute('contenteditable', 'false');
  for (const { context } of [...writers, chair, late]) await context.close();
});

test('an adopted text can have a successor, comparable with it', async ({ browser }) => {
  const chair = await seat(browser, 'chair');
  const path = await documentPath(chair.page, 'conceptNote');
  await chair.page.goto(`${path}/record`);
  await chair.page
    .getByLabel('Title of the new document')
    .fill('Concept Note for the Monitoring of the Work Plan 2021–2025');
  await chair.page.getByRole('button', { name: 'Start a successor' }).click();
  await expect(chair.page).not.toHaveURL(new RegExp(`${path}/record`));
  const text = chair.page.locator('.ProseMirror');
  await expect(text).toBeVisible();
  await caretAtEndOf(text, 'Monitoring');
  await chair.page.keyboard.type(' A successor’s words.');
  await expectSaveState(chair.page, 'saved');
  const successor = new URL(chair.page.url()).pathname;
  await chair.page.goto(`${successor}/compare?fromDocument=${path.split('/').at(-1)}&from=5&to=now`);
  await expect(chair.page.locator('ins', { hasText: 'successor' }).first()).toBeVisible();
  await chair.context.close();
});
