// @vitest-environment happy-dom
import { act } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { renderToStaticMarkup } from 'react-dom/server';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { ClientMessages } from '@/components/i18n/client-messages';
import type { DocumentJson, NodeJson } from '@/domain/text/document-json';
import { pickMessages } from '@/messages/pick';
import { TextInSlices } from './long-text';
import { TextView } from './text-view';

(globalThis as { IS_REACT_ACT_ENVIRONMENT?: boolean }).IS_REACT_ACT_ENVIRONMENT = true;

let root: Root;
let host: HTMLElement;

beforeEach(() => {
  vi.useFakeTimers();
  host = document.createElement('main');
  document.body.replaceChildren(host);
  root = createRoot(host);
});

afterEach(async () => {
  await act(async () => root.unmount());
  window.history.replaceState(null, '', window.location.pathname);
  vi.useRealTimers();
});

/** Operative paragraphs of which every tenth has words in brackets and a footnote. */
function text(clauses: number): DocumentJson {
  const bracketed = { type: 'bracket', attrs: { path: 'b_1:1:TH' } };
  const content = Array.from({ length: clauses }, (_, index): NodeJson => {
    const more: NodeJson[] = [
      { type: 'text', text: 'should', marks: [bracketed] },
      { type: 'footnote', attrs: { text: `Note ${index}` } },
    ];
    return {
      type: 'operative',
      attrs: { id: `c_${index}`, level: 1 },
      content: [{ type: 'text', text: `Clause ${index} ` }, ...(index % 10 === 0 ? more : [])],
    };
  });
  return { type: 'doc', content };
}

function inSlices(document: DocumentJson) {
  return (
    <ClientMessages locale="en" messages={pickMessages('en', ['editor'])}>
      <TextInSlices document={document} houseStyle="declaration" language="en" />
    </ClientMessages>
  );
}

function onTheServer(document: DocumentJson): string {
  return renderToStaticMarkup(
    <TextView document={document} houseStyle="declaration" language="en" locale="en" />,
  );
}

test('a text in slices is the text that the server draws', async () => {
  expect(renderToStaticMarkup(inSlices(text(30)))).toBe(onTheServer(text(30)));
  await act(async () => root.render(inSlices(text(100))));
  expect(host.querySelectorAll('[data-clause]')).toHaveLength(40);
  await act(async () => window.dispatchEvent(new Event('beforeprint')));
  expect(host.querySelectorAll('[data-clause]')).toHaveLength(100);
  expect(host.querySelectorAll('.undrawn')).toHaveLength(0);
  expect(host.querySelector('#c_99 .clause-number')?.getAttribute('aria-label')).toBe('OP 100');
  expect(host.querySelectorAll('.text-footnotes li')).toHaveLength(10);
  expect(host.querySelector('#c_90 .bracket')?.textContent).toContain('TH: should');
});

test.each([
  ['#c_95', 'c_95'],
  ['#fnref-10', 'fnref-10'],
  ['#fn-10', 'fn-10'],
])('what the address names is drawn before its turn: %s', async (hash, id) => {
  // As a page is opened: nobody is told that the address has changed. (happy-dom tells it, too late.)
  window.history.replaceState(null, '', hash);
  const listens = vi.spyOn(window, 'addEventListener').mockImplementation(() => undefined);
  const seen = vi.spyOn(Element.prototype, 'scrollIntoView').mockImplementation(() => undefined);
  await act(async () => root.render(inSlices(text(200))));
  expect(host.querySelector('#c_95')).toBeNull();
  await act(async () => vi.runOnlyPendingTimers());
  expect(host.querySelector(hash)).not.toBeNull();
  expect(host.querySelector('#c_150')).toBeNull();
  expect(seen.mock.contexts.map((element) => (element as Element).id)).toEqual([id]);
  expect([...host.querySelectorAll('[data-target]')].map((element) => element.id)).toEqual([id]);
  seen.mockRestore();
  listens.mockRestore();
});
