import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { expect, type Page } from '@playwright/test';
import type { AxeResults } from 'axe-core';

const SOURCE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** WCAG 2.2 A and AA, and axe's own best practices: what the project promises of every page. */
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/**
 * What axe cannot know: a wide table in a text that one writes is scrolled by the caret, and a tab stop on its frame
 * would take the caret away. In a text that one reads the frame has its tab stop, and axe looks at it.
 */
const SCROLLED_BY_THE_CARET = '[contenteditable="true"] .text-table';

interface AxeWindow {
  readonly axe: { run(context: unknown, options: unknown): Promise<AxeResults> };
}

/**
 * What axe finds on a page as it stands, one line each; empty when it finds nothing. Asked from the page's top and
 * scrolled back: a link that is halfway under the steady header for the moment would count as too small.
 */
export async function axeFindings(page: Page): Promise<string[]> {
  // Evaluated by the debugger, so the page's Content-Security-Policy stays as strict as it is.
  await page.evaluate(SOURCE);
  return page.evaluate(
    async ({ tags, byCaret }) => {
      const { scrollX, scrollY } = window;
      window.scrollTo({ top: 0, behavior: 'instant' });
      const { violations } = await (window as unknown as AxeWindow).axe.run(document, {
        runOnly: { type: 'tag', values: tags },
        resultTypes: ['violations'],
      });
      window.scrollTo({ left: scrollX, top: scrollY, behavior: 'instant' });
      const isKnown = (rule: string, target: unknown) =>
        rule === 'scrollable-region-focusable' &&
        typeof target === 'string' &&
        document.querySelector(target)?.matches(byCaret) === true;
      return violations.flatMap(({ id, impact, help, nodes }) =>
        nodes
          .filter(({ target }) => !isKnown(id, target[0]))
          .map((node) => `${id} (${impact}): ${help}: ${node.html.slice(0, 160)}`),
      );
    },
    { tags: TAGS, byCaret: SCROLLED_BY_THE_CARET },
  );
}

export async function expectNoAxeFindings(page: Page): Promise<void> {
  // Next streams a page's title after its body.
  await expect(page).toHaveTitle(/./);
  expect(await axeFindings(page), `axe on ${page.url()}`).toEqual([]);
}
