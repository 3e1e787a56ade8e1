import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, test } from 'vitest';
import type { DocumentJson, NodeJson } from '@/domain/text/document-json';
import { TextView } from './text-view';

function block(type: string, id: string, text: string, attrs: Record<string, unknown> = {}): NodeJson {
  return { type, attrs: { id, ...attrs }, content: [{ type: 'text', text }] };
}

function render(...content: NodeJson[]): string {
  const document: DocumentJson = { type: 'doc', content };
  return renderToStaticMarkup(<TextView document={document} houseStyle="declaration" locale="en" />);
}

describe('TextView', () => {
  test('numbers operative paragraphs in the margin and says how each is cited', () => {
    const html = render(
      block('operative', 'c_one', 'Agree to cooperate'),
      block('operative', 'c_two', 'Strengthen capacity', { level: 2 }),
    );
    expect(html).toContain('<a class="clause-number" href="#c_one" aria-label="OP 1" title="OP 1">1. </a>');
    expect(html).toContain('aria-label="OP 1 (a)"');
    expect(html).toContain('<p id="c_two" data-clause="operative" data-level="2">');
  });

  test('keeps the page’s h1 for the page: a title is an h2', () => {
    expect(render(block('title', 'c_t', 'Statement'))).toContain(
      '<h2 id="c_t" data-clause="title">Statement</h2>',
    );
  });

  test('lists footnotes at the end, numbered by their place', () => {
    const html = render({
      type: 'paragraph',
      content: [
        { type: 'text', text: 'Ready' },
        { type: 'footnote', attrs: { text: 'As of 2019.' } },
      ],
    });
    expect(html).toContain('<a id="fnref-1" href="#fn-1">1</a>');
    expect(html).toMatch(/<li id="fn-1">As of 2019\. /);
  });

  test('marks a passage with its language and never renders a link that a browser would run', () => {
    const html = render({
      type: 'paragraph',
      content: [
        { type: 'text', text: 'สำนักงาน ก.พ.', marks: [{ type: 'language', attrs: { lang: 'th' } }] },
        { type: 'text', text: 'bad', marks: [{ type: 'link', attrs: { href: 'javascript:alert(1)' } }] },
        { type: 'text', text: 'good', marks: [{ type: 'link', attrs: { href: 'https://asean.org' } }] },
      ],
    });
    expect(html).toContain('<span lang="th">สำนักงาน ก.พ.</span>');
    expect(html).not.toContain('javascript');
    expect(html).toContain('href="https://asean.org"');
  });

  test('a table keeps header cells, spans and a name of its own', () => {
    const cell = (type: string, text: string, attrs = {}): NodeJson => ({
      type,
      attrs,
      content: [{ type: 'paragraph', content: [{ type: 'text', text }] }],
    });
    const html = render({
      type: 'table',
      attrs: { id: 'c_table' },
      content: [
        {
          type: 'tableRow',
          attrs: { id: 'c_row' },
          content: [cell('tableHeader', 'Output', { colspan: 2 })],
        },
        { type: 'tableRow', content: [cell('tableCell', 'A'), cell('tableCell', 'B')] },
      ],
    });
    expect(html).toContain('<section class="text-table" id="c_table" aria-label="Table" tabindex="0">');
    expect(html).toContain('<th scope="col" colSpan="2">');
    expect(html).toContain('<tr id="c_row">');
  });

  test('several tables are regions with names of their own', () => {
    const table = (id: string) => ({
      type: 'table',
      attrs: { id },
      content: [
        {
          type: 'tableRow',
          content: [{ type: 'tableCell', content: [{ type: 'paragraph' }] }],
        },
      ],
    });
    const html = render(table('c_one'), table('c_two'));
    expect(html).toContain('id="c_one" aria-label="Table 1"');
    expect(html).toContain('id="c_two" aria-label="Table 2"');
  });
});
