import { describe, expect, it } from 'vitest';
import { htmlOf } from './as-html';
import { plainOf } from './as-plain';
import type { DocumentJson } from './document-json';

const TEXT: DocumentJson = {
  type: 'doc',
  content: [
    { type: 'title', content: [{ type: 'text', text: 'A <b>title</b> & more' }] },
    {
      type: 'operative',
      attrs: { level: 1 },
      content: [
        { type: 'text', text: 'AGREE', marks: [{ type: 'bold' }] },
        { type: 'footnote', attrs: { text: 'A "note"' } },
        { type: 'text', text: ' on ' },
        { type: 'text', text: 'ธรรมาภิบาล', marks: [{ type: 'language', attrs: { lang: 'th' } }] },
        { type: 'text', text: 'here', marks: [{ type: 'link', attrs: { href: 'javascript:alert(1)' } }] },
      ],
    },
    { type: 'operative', attrs: { level: 2 }, content: [{ type: 'text', text: 'first;' }] },
    {
      type: 'table',
      content: [
        {
          type: 'tableRow',
          content: [
            {
              type: 'tableHeader',
              attrs: { colspan: 2, rowspan: 1 },
              content: [{ type: 'paragraph', content: [{ type: 'text', text: 'Head' }] }],
            },
          ],
        },
      ],
    },
  ],
};

describe('htmlOf', () => {
  const html = htmlOf(TEXT, { title: 'T', symbol: 'S/1', language: 'en"x', houseStyle: 'declaration' });

  it('escapes every word and every attribute', () => {
    expect(html).toContain('<h1 data-clause="title">A &lt;b&gt;title&lt;/b&gt; &amp; more</h1>');
    expect(html).toContain('<html lang="en&quot;x">');
    expect(html).toContain('1. A &quot;note&quot;');
  });

  it('numbers paragraphs, marks languages, keeps spans of cells', () => {
    expect(html).toContain(
      '<p data-clause="operative" data-level="1"><span data-number>1. </span><strong>AGREE</strong><sup data-footnote data-text="A &quot;note&quot;"><a href="#note-1">1</a></sup>',
    );
    expect(html).toContain('<span lang="th">ธรรมาภิบาล</span>');
    expect(html).toContain('<span data-number>(a) </span>first;</p>');
    expect(html).toContain('<th colspan="2">');
  });

  it('SY7 (Tiptap #2645, #3673, #5160, Homarr CVE-2023-45908: javascript: in a link) lets no link stand that a browser would run', () => {
    expect(html).not.toContain('javascript:');
  });
});

describe('plainOf', () => {
  it('puts numbers before clauses, indents sub-paragraphs, and notes at the end', () => {
    expect(plainOf(TEXT, 'declaration')).toBe(
      'A <b>title</b> & more\n\n1. AGREE on ธรรมาภิบาลhere\n\n   (a) first;\n\nHead\n\n[1] A "note"\n',
    );
  });
});
