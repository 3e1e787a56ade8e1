// @vitest-environment happy-dom
import { describe, expect, test } from 'vitest';
import { numberedLines } from './numbered-text';
import { byteLength, cleanPastedHtml } from './paste-cleaning';

function clean(html: string): string {
  return cleanPastedHtml(html, 'en').replace(/\s+/g, ' ').trim();
}

const WORD_LIST = `<html xmlns:o="urn:schemas-microsoft-com:office:office"><head><style>p.MsoNormal {margin:0}</style></head><body><!--StartFragment-->
<p class=MsoTitle><span lang=EN-US>ASEAN Statement<o:p></o:p></span></p>
<p class=MsoListParagraphCxSpFirst style='text-indent:-.25in;mso-list:l0 level1 lfo1'><![if !supportLists]><span style='mso-list:Ignore'>1.<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp; </span></span><![endif]>First</p>
<p class=MsoListParagraphCxSpMiddle style='mso-list:l0 level2 lfo1'><span style='mso-list:Ignore'>a)<span>&nbsp;</span></span>Inner</p>
<p class=MsoListParagraphCxSpLast style='mso-list:l0 level1 lfo1'><span style='mso-list:Ignore'>2.<span>&nbsp;</span></span>Second</p>
<p class=MsoNormal>&nbsp;</p>
<p class=MsoListParagraph style='mso-list:l1 level1 lfo2'><span style='mso-list:Ignore'>·<span>&nbsp;</span></span>Dot</p>
<!--EndFragment--></body></html>`;

describe('paste from Word', () => {
  test('titles, nested numbered lists and bullets come out as structure, without classes, styles or comments', () => {
    expect(clean(WORD_LIST).replace(/> </g, '><')).toBe(
      '<h1 data-clause="title">ASEAN Statement</h1>' +
        '<ol><li><p>First</p><ol><li><p>Inner</p></li></ol></li><li><p>Second</p></li></ol>' +
        '<ul><li><p>Dot</p></li></ul>',
    );
  });

  test('headings deeper than three are third, MsoHeading counts as one', () => {
    expect(clean('<h5 class="x">A</h5><p class="MsoHeading7">B</p><h2>C</h2>')).toBe(
      '<h3>A</h3><h3>B</h3><h2>C</h2>',
    );
  });

  test('styles become bold, italic and underline; a Google wrapper that unbolds goes', () => {
    expect(
      clean(
        '<b style="font-weight:normal" id="docs-internal-guid-1"><p><span style="font-weight:700">B</span><span style="font-style:italic;color:red">I</span><span style="text-decoration:underline">U</span></p></b>',
      ),
    ).toBe('<p><strong>B</strong><em>I</em><u>U</u></p>');
  });

  test('a passage in another language keeps it, the document’s own language is not marked', () => {
    expect(clean('<p><span lang=EN-US>Civil Service</span> <span lang=TH>ข้าราชการ</span></p>')).toBe(
      '<p>Civil Service <span lang="th">ข้าราชการ</span></p>',
    );
  });

  test('footnotes move to where they are called', () => {
    const html =
      '<p>Ready<a href="#_ftn1" name="_ftnref1"><span class=MsoFootnoteReference>[1]</span></a></p>' +
      '<div style="mso-element:footnote-list"><div style="mso-element:footnote" id=ftn1><p class=MsoFootnoteText><a href="#_ftnref1">[1]</a> As of 2019.</p></div></div>';
    expect(clean(html)).toBe('<p>Ready<sup data-footnote="" data-text="As of 2019."></sup></p><div></div>');
  });

  test('tables keep spans and header cells, and lose the rest', () => {
    expect(
      clean(
        '<table class="MsoTableGrid" border=1><thead><tr><td colspan="2" width="90">H</td></tr></thead><tbody><tr><td style="x">A</td><td>B</td></tr></tbody></table>',
      ),
    ).toBe(
      '<table><thead><tr><th colspan="2">H</th></tr></thead><tbody><tr><td>A</td><td>B</td></tr></tbody></table>',
    );
  });

  test('nothing that runs or loads survives', () => {
    expect(
      clean(
        '<p onclick="x()">A<img src=x onerror=alert(1)><script>alert(1)</script><svg onload=x></svg></p><embed src=x>',
      ),
    ).toBe('<p>A</p>');
  });

  test('deleted words of a tracked change do not come back', () => {
    expect(clean('<p>We <del>shall</del><ins>will</ins> act</p>')).toBe('<p>We <ins>will</ins> act</p>');
  });

  test('what the editor itself copied keeps its structure and nothing foreign', () => {
    const own =
      '<p data-pm-slice="1 1 []" data-clause="operative" data-id="c_abc" data-level="2">Agree<br></p><p></p>';
    expect(cleanPastedHtml(own, 'en')).toBe(own);
    expect(cleanPastedHtml('<p data-pm-slice="1 1 []" class="x" style="y" data-id="1">A</p>', 'en')).toBe(
      '<p data-pm-slice="1 1 []">A</p>',
    );
  });

  test('attributes that the server would refuse do not come in', () => {
    expect(
      clean(
        '<ol start="-4"><li><p>A</p></li></ol><table><tbody><tr><td colspan="5000" rowspan="2">B</td></tr></tbody></table><p><a href="javascript:x()">C</a></p>',
      ),
    ).toBe(
      '<ol><li><p>A</p></li></ol><table><tbody><tr><td rowspan="2">B</td></tr></tbody></table><p><a>C</a></p>',
    );
  });

  test('a clause id is kept only in its form', () => {
    expect(clean('<p data-clause="operative" data-id="c_abc">A</p><p data-id="<x>">B</p>')).toBe(
      '<p data-clause="operative" data-id="c_abc">A</p><p>B</p>',
    );
  });

  test('byte length is that of UTF-8', () => {
    for (const text of ['abc', 'é', 'ข้าราชการ', '😀x', '']) {
      expect(byteLength(text)).toBe(new TextEncoder().encode(text).length);
    }
  });
});

describe('paste of numbered text', () => {
  test('numbers, letters and roman numerals become levels and are taken off', () => {
    expect(numberedLines('1. Agree\n(a) to plan;\n(i) now\n(ii) later\n(b) to act\n\n2. Adopt')).toEqual([
      { kind: 'operative', level: 1, text: 'Agree' },
      { kind: 'operative', level: 2, text: 'to plan;' },
      { kind: 'operative', level: 3, text: 'now' },
      { kind: 'operative', level: 3, text: 'later' },
      { kind: 'operative', level: 2, text: 'to act' },
      { kind: 'operative', level: 1, text: 'Adopt' },
    ]);
  });

  test('(i) after (h) is a letter', () => {
    expect(numberedLines('(g) g\n(h) h\n(i) i\n(j) j')?.map(({ level }) => level)).toEqual([2, 2, 2, 2]);
  });

  test('lines without a number stay paragraphs, and text without any number is left alone', () => {
    expect(numberedLines('Preamble\n1) Agree')?.map(({ kind }) => kind)).toEqual(['paragraph', 'operative']);
    expect(numberedLines('Plain text\nmore')).toBeNull();
    expect(numberedLines('2.5 per cent')).toBeNull();
    expect(numberedLines('We (all) agree')).toBeNull();
  });
});
