// @vitest-environment happy-dom
import { act, type ReactNode } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { equal, inserted, redline, row } from '@/components/compare/fixtures/redline';
import { ClientMessages } from '@/components/i18n/client-messages';
import { pickMessages } from '@/messages/pick';
import { type AuthoredRun, sharesOf } from './authors';
import { ClauseHead } from './clause-head';
import { ClauseHistory } from './clause-history';
import { StandingClause } from './standing-clause';
import type { StepFacts } from './step';

(globalThis as { IS_REACT_ACT_ENVIRONMENT?: boolean }).IS_REACT_ACT_ENVIRONMENT = true;

const NAMES = [
  { code: 'TH', name: 'Thailand', color: '#2d3c8f' },
  { code: 'ID', name: 'Indonesia', color: 'url(x)' },
];
const AT = '2019-04-24T03:00:00.000Z';
const CLAUSE = { id: 'c_1', citation: 'OP 1', excerpt: 'ENSURE', stands: true };

function run(text: string, author: AuthoredRun['author'], over: Partial<AuthoredRun> = {}): AuthoredRun {
  return { text, author, at: AT, carriedBy: null, step: 1, ...over };
}
const by = (code: string) => ({ kind: 'delegation', code }) as const;

const RUNS: readonly AuthoredRun[] = [
  run('ENSURE that ', { kind: 'predecessor' }),
  run('services', by('TH'), { carriedBy: 'ID' }),
  run('\n', null, { at: '' }),
  run(' are open', by('ID'), { step: null }),
  run(' to', { kind: 'unknown' }, { at: '' }),
  run(' all', by('')),
];

const step = (number: number, over: Partial<StepFacts> = {}): StepFacts => ({
  number,
  from: AT,
  to: AT,
  delegations: ['TH'],
  persons: [],
  events: [],
  redline: redline([row({ segments: [equal('open'), inserted(' to all', 'c1', 'TH')] })], []),
  version: null,
  isInherited: false,
  ...over,
});

let root: Root;
let host: HTMLElement;
beforeEach(() => {
  host = document.body.appendChild(document.createElement('div'));
  root = createRoot(host);
});
afterEach(async () => {
  await act(async () => root.unmount());
  host.remove();
});

async function show(node: ReactNode): Promise<HTMLElement> {
  await act(async () =>
    root.render(
      <ClientMessages locale="en" messages={pickMessages('en', ['wrote'])}>
        {node}
      </ClientMessages>,
    ),
  );
  return host;
}

const history = (steps: readonly StepFacts[], total = steps.length) => (
  <ClauseHistory
    documentId="doc_1"
    clause={CLAUSE}
    steps={steps}
    total={total}
    others={[{ id: 'c_2', citation: 'OP 2', excerpt: 'RECALLING', stands: true }]}
    names={NAMES}
    language="en"
    locale="en"
  />
);

describe('the clause as it stands', () => {
  const standing = (runs: readonly AuthoredRun[], stands = true) => (
    <StandingClause
      runs={runs}
      stands={stands}
      kind="operative"
      language="en"
      names={NAMES}
      stepHref={(number) => `#step-${number}`}
      locale="en"
    />
  );

  test('LE2 every run is marked by its author, and all runs together are the words', async () => {
    const page = await show(standing(RUNS));
    const runs = [...page.querySelectorAll<HTMLElement>('.w-run')];
    expect(runs.map((each) => each.textContent).join('')).toBe('ENSURE that services are open to all');
    expect(runs.map((each) => each.dataset.by)).toEqual(['predecessor', 'TH', 'ID', 'unknown', '']);
    expect(runs[1]?.title).toBe('Written by Thailand, 24 Apr 2019; put here by Indonesia');
    expect(runs[1]?.style.getPropertyValue('--by')).toBe('#2d3c8f');
    expect(runs[2]?.style.getPropertyValue('--by'), 'what is no colour is not put into a style').toBe('');
  });

  test('each run that is large enough to be aimed at leads to its line in the list, and the line to the step in which it was written', async () => {
    const page = await show(standing(RUNS));
    const links = [...page.querySelectorAll<HTMLAnchorElement>('a.w-run')];
    expect(links.map((link) => link.textContent)).toEqual(['ENSURE that ', 'services', ' are open']);
    for (const link of links) {
      const line = page.querySelector(link.getAttribute('href') ?? '#none');
      expect(line?.textContent).toContain((link.textContent ?? '').trim());
    }
    expect(page.querySelector('#run-2 a')?.getAttribute('href')).toBe('#step-1');
    expect(page.querySelector('#run-3 a'), 'written in another clause').toBeNull();
  });

  test('LE11 a footnote stands in the line, set apart, with the hands of its words', async () => {
    const page = await show(
      standing([
        run('to meet', by('TH')),
        run('Adopted by the ', by('TH'), { note: 0 }),
        run('Leaders', by('ID'), { note: 0 }),
        run('Ibid.', by('ID'), { note: 1 }),
        run(' yearly', by('TH')),
      ]),
    );
    const notes = [...page.querySelectorAll('.w-clause .r-note')].map((note) => note.textContent);
    expect(notes).toEqual(['Footnote Adopted by the Leaders', 'Footnote Ibid.']);
    const lines = [...page.querySelectorAll('.w-runs-words')].map((line) => line.textContent);
    expect(lines).toEqual([
      'to meet',
      'Footnote: Adopted by the ',
      'Footnote: Leaders',
      'Footnote: Ibid.',
      ' yearly',
    ]);
  });

  test('the legend shares out all letters', async () => {
    const page = await show(standing(RUNS));
    const letters = RUNS.filter(({ author }) => author !== null).reduce(
      (sum, each) => sum + each.text.length,
      0,
    );
    expect(sharesOf(RUNS).reduce((sum, share) => sum + share.characters, 0)).toBe(letters);
    expect(page.querySelectorAll('.w-legend li')).toHaveLength(5);
    expect(page.querySelector('.w-legend')?.textContent).toContain('Thailand: 22%');
  });

  test('a clause without words says so; of one that is gone it is said how it last stood', async () => {
    expect((await show(standing([]))).textContent).toContain('The clause has no words.');
    expect((await show(standing(RUNS, false))).textContent).toContain('As it last stood');
  });
});

describe('what became of it', () => {
  test('LE12 a step says who, when, what happened, and is a redline', async () => {
    const page = await show(
      history([
        step(2, {
          events: [
            { kind: 'split', clause: 'c_2' },
            { kind: 'restored', number: 3 },
          ],
        }),
        step(1, { delegations: ['TH', 'ID'], persons: ['Anan Srisuk'], redline: null, isInherited: true }),
      ]),
    );
    const [newest, oldest] = [page.querySelector('#step-2'), page.querySelector('#step-1')];
    expect(newest?.querySelector('ins')?.textContent).toBe(' to all');
    expect(newest?.querySelector('a[href="/documents/doc_1/clauses/c_2"]')?.textContent).toBe(
      'OP 2 · RECALLING',
    );
    expect(newest?.textContent).not.toContain('Persons');
    expect(oldest?.textContent).toContain('Anan Srisuk');
    expect(oldest?.textContent).toContain('Came with the text of the predecessor');
    expect(oldest?.textContent).toContain('Words and form did not change.');
  });

  test('LE14 of a long history a page is shown, and the pages lead to each other', async () => {
    const page = await show(history([step(7), step(6)], 9));
    expect(page.textContent).toContain('Steps 6 to 7 of 9');
    expect([...page.querySelectorAll('nav a')].map((link) => link.getAttribute('href'))).toEqual([
      '/documents/doc_1/clauses/c_1?before=6',
      '/documents/doc_1/clauses/c_1',
    ]);
  });

  test('as a film it shows one step at a time, oldest first, by buttons and by keys', async () => {
    const page = await show(history([step(3), step(2), step(1)]));
    const shown = () =>
      [...page.querySelectorAll<HTMLElement>('.w-steps > li')]
        .filter((each) => !each.hidden)
        .map(({ id }) => id);
    const button = (name: string) =>
      [...page.querySelectorAll('button')].find((each) => (each.ariaLabel ?? each.textContent) === name);
    const click = (name: string) => act(async () => button(name)?.click());
    const press = (key: string) =>
      act(async () => {
        page
          .querySelector('.w-film-bar')
          ?.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }));
      });
    expect(shown()).toEqual(['step-3', 'step-2', 'step-1']);
    await click(page.querySelector('.w-film-bar button')?.textContent ?? '');
    expect(shown()).toEqual(['step-1']);
    await press('ArrowRight');
    expect(shown()).toEqual(['step-2']);
    await press('End');
    await press('ArrowRight');
    expect(shown()).toEqual(['step-3']);
    await press('Home');
    expect(shown()).toEqual(['step-1']);
    expect(page.querySelector('output')?.textContent).toContain('1');
    await act(async () => {
      window.location.hash = '#step-2';
      window.dispatchEvent(new Event('hashchange'));
    });
    expect(shown(), 'a link to a step shows it').toEqual(['step-2']);
  });
});

test('a clause that is gone is said to be gone, and is not looked for in the text', async () => {
  const head = (stands: boolean, adopted: number | null) => (
    <ClauseHead
      documentId="doc_1"
      clause={{ ...CLAUSE, stands }}
      previous={null}
      next="c_2"
      adopted={adopted}
      locale="en"
    />
  );
  const hrefs = (page: HTMLElement) =>
    [...page.querySelectorAll('a')].map((link) => link.getAttribute('href'));
  expect(hrefs(await show(head(true, null)))).toEqual([
    '/documents/doc_1/clauses/c_2',
    '/documents/doc_1#c_1',
  ]);
  expect(hrefs(await show(head(true, 9)))).toEqual([
    '/documents/doc_1/clauses/c_2',
    '/documents/doc_1/versions/9#c_1',
  ]);
  const page = await show(head(false, null));
  expect(page.textContent).toContain('This clause is no longer in the text.');
  expect(hrefs(page)).toEqual(['/documents/doc_1/clauses/c_2']);
});
