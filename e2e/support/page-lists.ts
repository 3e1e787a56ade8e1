import type { Page } from '@playwright/test';
import { documentPath } from './documents';

/** Names of pages with the addresses they have in this database. */
export type PageList = Readonly<Record<string, string>>;

/** The address behind the first link of a page that leads to `prefix`, found as a person finds it. */
async function firstLink(page: Page, path: string, prefix: string): Promise<string> {
  await page.goto(path);
  const links = page.locator(`main a[href^="${prefix}"]`);
  await links.first().waitFor({ state: 'attached' });
  const hrefs = await links.evaluateAll((found) => found.map((link) => link.getAttribute('href') ?? ''));
  const href = hrefs.find((one) => one.length > prefix.length);
  if (href === undefined) throw new Error(`no link to ${prefix} on ${path}`);
  return href;
}

async function meetingPath(page: Page): Promise<string> {
  await page.goto('/meetings');
  const link = page.getByRole('link', { name: /Senior Officials|เจ้าหน้าที่อาวุโสว่า/ }).first();
  return (await link.getAttribute('href')) ?? '/meetings';
}

async function planPath(page: Page): Promise<string> {
  await page.goto('/plans');
  const link = page.getByRole('link', { name: /2016–2020/ }).first();
  return (await link.getAttribute('href')) ?? '/plans';
}

/** Where everybody begins, the meetings and their pages, the house and its people. */
export async function pagesOfTheHouse(page: Page): Promise<PageList> {
  const meeting = await meetingPath(page);
  return {
    home: '/',
    inbox: '/inbox',
    search: '/search?q=civil',
    meetings: '/meetings',
    meeting,
    'meeting-running-order': `${meeting}/running-order`,
    'meeting-decisions': `${meeting}/decisions`,
    'meeting-actions': `${meeting}/actions`,
    'meeting-attendance': `${meeting}/attendance`,
    'meeting-report': `${meeting}/report`,
    'decisions-of-the-cycle': await firstLink(page, '/meetings', '/meetings/series/'),
    'new-meeting': '/meetings/new',
    actions: '/actions',
    bodies: '/bodies',
    body: await firstLink(page, '/bodies', '/bodies/body'),
    people: '/people',
    person: await firstLink(page, '/people', '/people/usr'),
    'new-person': '/people/new',
    settings: '/settings',
    audit: '/audit',
    'new-document': '/documents/new',
    verify: '/verify',
    'sign-out': '/sign-out',
    'not-found': '/documents/doc_nothing',
  };
}

/** A text in draft, one under negotiation, one that was adopted. */
export async function pagesOfTexts(page: Page): Promise<PageList> {
  const statement = await documentPath(page, 'statement');
  const note = await documentPath(page, 'conceptNote');
  const workPlan = await documentPath(page, 'workPlan');
  const desk = await firstLink(page, `${workPlan}/negotiation`, `${workPlan}/negotiation/`);
  return {
    text: statement,
    'text-with-tables': workPlan,
    versions: `${statement}/versions`,
    version: `${statement}/versions/4`,
    compare: `${statement}/compare?from=1&to=7`,
    'compare-side': `${statement}/compare?from=1&to=7&view=side`,
    'compare-changes': `${statement}/compare?from=1&to=7&view=changes`,
    'three-way': `${statement}/compare/three?base=1&a=4&b=7`,
    convergence: `${statement}/convergence`,
    import: `${statement}/import`,
    negotiation: `${workPlan}/negotiation`,
    'clause-desk': desk,
    'clause-history': desk.replace('/negotiation/', '/clauses/'),
    proposals: `${workPlan}/proposals`,
    proposal: await firstLink(page, `${workPlan}/proposals`, `${workPlan}/proposals/`),
    'view-clean': `${workPlan}/views/clean`,
    'view-compilation': `${workPlan}/views/compilation`,
    'view-delegations': `${workPlan}/views/delegation`,
    'view-brackets': `${workPlan}/views/brackets`,
    silence: `${workPlan}/silence`,
    sources: `${note}/sources`,
    decisions: `${note}/decisions`,
    record: `${note}/record`,
  };
}

/** The cycle after the meeting: brainstorm, plans, figures, centres. */
export async function pagesOfTheCycle(page: Page): Promise<PageList> {
  const plan = await planPath(page);
  const round = await firstLink(page, `${plan}/rounds`, '/rounds/');
  return {
    'follow-up': '/follow-up',
    plans: '/plans',
    plan: `${plan}?view=matrix`,
    'plan-list': `${plan}?view=list`,
    'plan-timeline': `${plan}?view=timeline`,
    'plan-counts': `${plan}?view=counts`,
    activity: await firstLink(page, `${plan}?view=list`, `${plan}/activities/`),
    'plans-compared': '/plans/compare',
    monitoring: `${plan}/monitoring`,
    indicators: `${plan}/indicators`,
    rounds: `${plan}/rounds`,
    round,
    return: `${round}/returns/MY`,
    sheet: `/sheets/activities/${plan.split('/').at(-1)?.split('?')[0]}`,
    brainstorm: '/brainstorm',
    'brainstorm-round': await firstLink(page, '/brainstorm', '/brainstorm/'),
    centres: '/centres',
    centre: await firstLink(page, '/centres', '/centres/'),
  };
}
