import { expect, test } from '@playwright/test';
import { PEOPLE, type PersonKey } from '../seeds';
import { documentPath, openText } from './support/documents';
import { seat } from './support/people';
import { appForThisFile } from './support/server';

appForThisFile();

test('a session ended elsewhere loses its open text at once, and its pages', async ({ browser }) => {
  const here = await seat(browser, 'khDelegate');
  const elsewhere = await seat(browser, 'khDelegate');
  await openText(elsewhere.page, await documentPath(elsewhere.page, 'statement'));
  await here.page.goto('/settings');
  await here.page.getByRole('button', { name: /^End Chrome/ }).click();
  await expect(elsewhere.page.getByText('Your session has ended').first()).toBeVisible({ timeout: 3_000 });
  await elsewhere.page.goto('/meetings');
  await expect(elsewhere.page).toHaveURL(/\/sign-in/);
  await here.page.goto('/meetings');
  await expect(here.page).toHaveURL(/\/meetings/);
  await here.context.close();
  await elsewhere.context.close();
});

async function openPerson(page: import('@playwright/test').Page, person: PersonKey): Promise<void> {
  await page.goto('/people');
  await page.getByRole('link', { name: PEOPLE[person].name }).first().click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText(PEOPLE[person].name);
}

test('a role that ends while the text is open takes the pen away', async ({ browser }) => {
  const delegate = await seat(browser, 'sgDelegate');
  const secretariat = await seat(browser, 'secretariat');
  const text = await openText(delegate.page, await documentPath(delegate.page, 'statement'));
  await expect(text).toHaveAttribute('contenteditable', 'true');
  await openPerson(secretariat.page, 'sgDelegate');
  await secretariat.page.getByRole('main').getByRole('button', { name: 'End', exact: true }).first().click();
  await secretariat.page.getByRole('dialog').getByRole('button', { name: 'End' }).click();
  await expect(delegate.page.getByText('You may not be in this room any more').first()).toBeVisible({
    timeout: 3_000,
  });
  await delegate.context.close();
  await secretariat.context.close();
});

test('a suspended person is out within a second and cannot come back', async ({ browser }) => {
  const delegate = await seat(browser, 'mmDelegate');
  const administrator = await seat(browser, 'administrator');
  await openText(delegate.page, await documentPath(delegate.page, 'statement'));
  await openPerson(administrator.page, 'mmDelegate');
  await administrator.page.getByRole('button', { name: 'Suspend' }).click();
  await administrator.page.getByRole('dialog').getByRole('button', { name: 'Suspend' }).click();
  await expect(delegate.page.getByText('Your session has ended').first()).toBeVisible({ timeout: 3_000 });
  await delegate.page.goto('/');
  await expect(delegate.page).toHaveURL(/\/sign-in/);
  await delegate.context.close();
  await administrator.context.close();
});

test('a document of another body answers as if it did not exist', async ({ browser }) => {
  const secretariat = await seat(browser, 'secretariat');
  const stranger = await seat(browser, 'vnDelegate');
  const path = await documentPath(secretariat.page, 'plusThree');
  for (const address of [
    path,
    `${path}/versions`,
    `${path}/compare?from=1&to=now`,
    `${path}/record`,
    '/documents/doc_nothing',
  ]) {
    const response = await stranger.page.goto(address);
    expect([address, response?.status()]).toEqual([address, 404]);
  }
  await secretariat.context.close();
  await stranger.context.close();
});
