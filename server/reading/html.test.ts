import { describe, expect, it } from 'vitest';
import type { DocumentJson, NodeJson } from '../../domain/text/document-json';
import type { LeftOut } from '../../domain/text/left-out';
import { readHtml } from './html';

function read(
  html: string,
  changes: 'accept' | 'reject' = 'accept',
): { text: DocumentJson; leftOut: readonly LeftOut[] } {
  const outcome = readHtml(html, { changes });
  if (!outcome.ok) throw new Error(outcome.rule);
  return outcome.value;
}

/** A text in a few characters: `heading2[words]`, marks before the words, `/` for a line break, `^note^`. */
function shown(node: NodeJson): string {
  if (node.type === 'text') return `${(node.marks ?? []).map(({ type }) => `${type}:`).join('')}${node.text}`;
  if (node.type === 'hardBreak') return '/';
  if (node.type === 'footnote') return `^${node.attrs?.text}^`;
  const level = typeof node.attrs?.level === 'number' ? node.attrs.level : '';
  return `${node.type}${level}[${(node.content ?? []).map(shown).join('')}]`;
}

function blocks(html: string): string[] {
  return (read(html).text.content ?? []).map(shown);
}

describe('readHtml', () => {
  it.each([
    ['spaces run together', '<p> a \n <b>b </b> c </p>', ['paragraph[a bold:b c]']],
    ['loose words are paragraphs', 'a<p>b</p>c', ['paragraph[a]', 'paragraph[b]', 'paragraph[c]']],
    ['blocks within blocks', '<div>a<div>b</div></div>', ['paragraph[a]', 'paragraph[b]']],
    ['line breaks', '<p>a<br>b<br></p>', ['paragraph[a/b]']],
    [
      'the only first heading is the title',
      '<h1>T</h1><h2>A</h2><h4>B</h4>',
      ['title[T]', 'heading1[A]', 'heading3[B]'],
    ],
    [
      'several first headings are headings',
      '<h1>A</h1><h2>B</h2><h1>C</h1>',
      ['heading1[A]', 'heading2[B]', 'heading1[C]'],
    ],
    [
      'lists within lists',
      '<ul><li>a<ul><li>b</ul><li><p>c</ul>',
      ['bulletList[listItem[paragraph[a]bulletList[listItem[paragraph[b]]]]listItem[paragraph[c]]]'],
    ],
    [
      'a list right within a list',
      '<ol><ol><li>a</ol></ol>',
      ['orderedList[listItem[paragraph[]orderedList[listItem[paragraph[a]]]]]'],
    ],
    [
      'tables',
      '<table><caption>C</caption><tr><th>a<td>b</table>',
      ['paragraph[C]', 'table[tableRow[tableHeader[paragraph[a]]tableCell[paragraph[b]]]]'],
    ],
    [
      'nested tables lie flat',
      '<table><tr><td>a<table><tr><td>b</table></table>',
      ['table[tableRow[tableCell[paragraph[a]paragraph[b]]]]'],
    ],
    ['preformatted lines', '<pre>\na\n  b\n</pre>', ['paragraph[a/  b]']],
    [
      'form in styles',
      '<p><b style="font-weight:normal">a<span style="font-weight:700">b</span></b></p>',
      ['paragraph[abold:b]'],
    ],
    [
      'languages of passages',
      '<p>a <span lang="th">ก</span> <span lang="xx">c</span></p>',
      ['paragraph[a language:ก c]'],
    ],
    [
      'footnotes of pandoc',
      '<p>a<a href="#fn1" class="footnote-ref"><sup>1</sup></a></p><section class="footnotes" role="doc-endnotes"><hr><ol><li id="fn1"><p>Note <b>x</b>.<a href="#fnref1">↩</a></p></li></ol></section>',
      ['paragraph[a^Note x.^]'],
    ],
    ['words are never code', '<p>&lt;script&gt;</p>', ['paragraph[<script>]']],
    ['a page without words', '<html><body></body></html>', []],
  ])('%s', (_, html, expected) => {
    expect(blocks(html)).toEqual(expected);
  });

  it('FI11 nothing runs, and what has no place is listed', () => {
    const { text, leftOut } = read(
      `<p onclick="x()">a <a href="javascript:alert(1)">b</a> <a href="https://asean.org">c</a>
       <img src="https://evil.example/x.png" alt="Logo"><s>d</s> H<sub>2</sub>O</p><iframe src="//x"></iframe><hr>
       <blockquote>q</blockquote><p style="color:red;text-align:center">r</p><script>alert(1)</script><!-- note -->`,
    );
    expect(JSON.stringify(text)).not.toMatch(/script|evil|onclick/);
    expect(text.content?.map(shown)).toEqual(['paragraph[a b link:c d H2O]', 'paragraph[q]', 'paragraph[r]']);
    expect(leftOut).toEqual([
      { kind: 'link', count: 1, where: 'b' },
      { kind: 'image', count: 1, where: 'Logo' },
      { kind: 'strikethrough', count: 1, where: 'd' },
      { kind: 'superscript', count: 1, where: '2' },
      { kind: 'embeddedObject', count: 1, where: '' },
      { kind: 'rule', count: 1, where: '' },
      { kind: 'quotation', count: 1, where: 'q' },
      { kind: 'colour', count: 1, where: 'r' },
      { kind: 'alignment', count: 1, where: 'r' },
      { kind: 'other', count: 1, where: 'script' },
      { kind: 'comment', count: 1, where: 'note' },
    ]);
  });

  it('insertions and deletions of a page are made or undone', () => {
    const html = '<p>a <del>b</del><ins>c</ins></p>';
    expect(read(html).text.content?.map(shown)).toEqual(['paragraph[a c]']);
    expect(read(html, 'reject').text.content?.map(shown)).toEqual(['paragraph[a b]']);
    expect(read(html).leftOut).toEqual([{ kind: 'trackedChange', count: 2, where: 'b' }]);
  });

  it.each([
    ['FI6', 'elements in elements', '<div>'.repeat(1_000_000)],
    ['FI7', 'a million elements', '<p>a'.repeat(1_000_000)],
    [
      'FI7',
      'forms that are opened again and again',
      `<p>${Array.from({ length: 90 }, (_, i) => `<b x=${i}>`).join('')}${'</p><p>a'.repeat(20_000)}`,
    ],
    ['FI7', 'a million attributes', `<p ${Array.from({ length: 1_000_000 }, (_, i) => `a${i}`).join(' ')}>`],
  ])('%s refuses %s before it costs anything', (rule, _, html) => {
    const began = performance.now();
    expect(readHtml(html, { changes: 'accept' })).toMatchObject({ ok: false, rule });
    expect(performance.now() - began).toBeLessThan(8_000);
  });
});
