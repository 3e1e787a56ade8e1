import { describe, expect, test } from 'vitest';
import type { DocumentJson, NodeJson } from '../../../domain/text/document-json';
import { accepted } from '../../tests/outcome';
import { type ReadingOptions, readWord, type WordFile } from '.';
import { by, cell, deletedRun, link, type Parts, p, r, row, wordFile } from './testing/files';

function read(parts: Parts, options: Partial<ReadingOptions> = {}): WordFile {
  return accepted(readWord(wordFile(parts), { houseStyle: 'sections', language: 'en', ...options }));
}

/** A text in one line a clause: `kind/level: words`, marks in brackets. */
function lines(text: DocumentJson): string[] {
  const say = (node: NodeJson): string => {
    if (node.type === 'text') {
      const marks = (node.marks ?? []).map(
        ({ type, attrs }) => `${type}${attrs === undefined ? '' : `=${attrs.href ?? attrs.lang}`}`,
      );
      return marks.length === 0 ? (node.text ?? '') : `[${marks.join('+')} ${node.text}]`;
    }
    if (node.type === 'hardBreak') return '⏎';
    if (node.type === 'footnote') return `(${node.attrs?.text})`;
    const inside = (node.content ?? []).map(say);
    if (node.type === 'paragraph') return inside.join('');
    const { id: _, ...attrs } = node.attrs ?? {};
    const shown = Object.entries(attrs)
      .filter(([name, value]) => !((name === 'colspan' || name === 'rowspan') && value === 1))
      .map(([name, value]) => `${name}=${value}`);
    return `${node.type}${shown.length === 0 ? '' : `(${shown.join(' ')})`}{${inside.join('|')}}`;
  };
  return (text.content ?? []).map(say);
}

const style = (id: string) => `<w:pStyle w:val="${id}"/>`;
const named = (id: string, name: string, more = '') =>
  `<w:style w:styleId="${id}"><w:name w:val="${name}"/>${more}</w:style>`;
const numPr = (list: number, depth = 0) =>
  `<w:numPr><w:ilvl w:val="${depth}"/><w:numId w:val="${list}"/></w:numPr>`;
const level = (depth: number, format: string, text = '%1.', start = 1) =>
  `<w:lvl w:ilvl="${depth}"><w:start w:val="${start}"/><w:numFmt w:val="${format}"/><w:lvlText w:val="${text}"/></w:lvl>`;
const abstract = (id: number, ...levels: string[]) =>
  `<w:abstractNum w:abstractNumId="${id}">${levels.join('')}</w:abstractNum>`;
const num = (id: number, of: number, override = '') =>
  `<w:num w:numId="${id}"><w:abstractNumId w:val="${of}"/>${override}</w:num>`;
const UN = abstract(1, level(0, 'decimal'), level(1, 'lowerLetter', '(%2)'), level(2, 'lowerRoman', '(%3)'));
const DOTS = abstract(2, level(0, 'bullet', '•'), level(1, 'bullet', '–'));

describe('kinds of clauses', () => {
  test('styles by their names: title, headings by name, by outline and by what they are based on', () => {
    const { accepted: text, leftOut } = read({
      styles:
        named('a', 'Title') +
        named('b', 'heading 2') +
        named('c', 'Chapter', '<w:pPr><w:outlineLvl w:val="0"/></w:pPr>') +
        named('d', 'My chapter', '<w:basedOn w:val="c"/>') +
        named('e', 'heading 5'),
      body: ['a', 'b', 'c', 'd', 'e'].map((id) => p(r(id), style(id))).join(''),
    });
    expect(lines(text)).toEqual([
      'title{a}',
      'heading(level=2){b}',
      'heading(level=1){c}',
      'heading(level=1){d}',
      'heading(level=3){e}',
    ]);
    expect(leftOut.map(({ kind }) => kind)).toEqual(['style']);
  });

  test('numbered paragraphs are operative ones in a declaration, and lists elsewhere', () => {
    const parts: Parts = {
      numbering: UN + num(1, 1),
      body:
        p(r('AGREE'), numPr(1)) +
        p(r('first'), numPr(1, 1)) +
        p(r('deep'), numPr(1, 2)) +
        p(r('URGE'), numPr(1)),
    };
    expect(lines(read(parts, { houseStyle: 'declaration' }).accepted)).toEqual([
      'operative(level=1){AGREE}',
      'operative(level=2){first}',
      'operative(level=3){deep}',
      'operative(level=1){URGE}',
    ]);
    expect(lines(read(parts).accepted)).toEqual([
      'orderedList(start=1){listItem{AGREE|orderedList(start=1 type=a){listItem{first|orderedList(start=1 type=i){listItem{deep}}}}}|listItem{URGE}}',
    ]);
  });

  test('lists: bullets, nesting, a list that goes on after words between, one that begins anew, roman numbers', () => {
    const { accepted: text } = read({
      numbering:
        UN +
        DOTS +
        abstract(3, level(0, 'upperRoman')) +
        num(1, 1) +
        num(2, 2) +
        num(3, 3) +
        num(4, 1, '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="7"/></w:lvlOverride>'),
      body:
        p(r('one'), numPr(1)) +
        p(r('between')) +
        p(r('two'), numPr(1)) +
        p(r('seven'), numPr(4)) +
        p(r('dot'), numPr(2)) +
        p(r('dash'), numPr(2, 1)) +
        p(r('dot again'), numPr(2)) +
        p(r('I'), numPr(3)),
    });
    expect(lines(text)).toEqual([
      'orderedList(start=1){listItem{one}}',
      'between',
      'orderedList(start=2){listItem{two}}',
      'orderedList(start=7){listItem{seven}}',
      'bulletList{listItem{dot|bulletList{listItem{dash}}}|listItem{dot again}}',
      'orderedList(start=1 type=I){listItem{I}}',
    ]);
  });

  test('IM17 a way of numbering that a text has not', () => {
    const { leftOut } = read({
      numbering: abstract(1, level(0, 'thaiLetters')) + num(1, 1),
      body: p(r('ก'), numPr(1)),
    });
    expect(leftOut).toEqual([{ kind: 'listNumbering', count: 1, where: '' }]);
  });
});

describe('words and marks', () => {
  test('bold, italic, underline, also by a style of characters; switched off again', () => {
    const { accepted: text } = read({
      styles: named('s', 'Strong', '<w:rPr><w:b/></w:rPr>'),
      body: p(
        r('a', '<w:b/><w:i/>') +
          r('b', '<w:u w:val="single"/>') +
          r('c', '<w:rStyle w:val="s"/>') +
          r('d', '<w:rStyle w:val="s"/><w:b w:val="0"/>') +
          r('e', '<w:u w:val="none"/>'),
      ),
    });
    expect(lines(text)).toEqual(['[bold+italic a][underline b][bold c]de']);
  });

  test('links of relationships and of fields; a passage in another language', () => {
    const { accepted: text, leftOut } = read({
      relationships: link('x', 'https://asean.org'),
      body: p(
        `<w:hyperlink r:id="x">${r('one')}</w:hyperlink>` +
          `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> HYPERLINK "mailto:a@b.org" </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>${r('two')}<w:r><w:fldChar w:fldCharType="end"/></w:r>` +
          r('ไทย', '<w:lang w:val="en-US" w:bidi="th-TH"/>') +
          r('chez', '<w:lang w:val="fr-FR"/>') +
          r('home', '<w:lang w:val="en-US"/>'),
      ),
    });
    expect(lines(text)).toEqual([
      '[link=https://asean.org one][link=mailto:a@b.org two][language=th ไทย][language=fr chez]home',
    ]);
    expect(leftOut).toEqual([]);
  });

  test('white space, breaks, tabs, hyphens and symbols', () => {
    const { accepted: text, leftOut } = read({
      body: p(
        '<w:r><w:t> trimmed </w:t><w:tab/><w:t>x</w:t><w:br/><w:t>y</w:t><w:noBreakHyphen/><w:softHyphen/></w:r>' +
          '<w:r><w:sym w:font="Symbol" w:char="F0B7"/><w:sym w:font="Wingdings" w:char="F0FE"/><w:sym w:font="Wingdings" w:char="F021"/></w:r>' +
          '<w:r><w:br w:type="page"/></w:r>',
      ),
    });
    expect(lines(text)).toEqual(['trimmed\tx⏎y\u2011\u00ad•☑']);
    expect(leftOut.map(({ kind }) => kind)).toEqual(['control', 'pageBreak']);
  });

  test('what wraps words is only markup: controls, smart tags, results of fields', () => {
    const { accepted: text, leftOut } = read({
      body:
        `<w:sdt><w:sdtContent>${p(`<w:smartTag>${r('a')}</w:smartTag><w:sdt><w:sdtPr><w:dropDownList/></w:sdtPr><w:sdtContent>${r('b')}</w:sdtContent></w:sdt>`)}</w:sdtContent></w:sdt>` +
        p(`<w:fldSimple w:instr=" PAGE ">${r('7')}</w:fldSimple>`),
    });
    expect(lines(text)).toEqual(['ab', '7']);
    expect(leftOut.map(({ kind, where }) => [kind, where])).toEqual([
      ['formControl', 'b'],
      ['field', '7'],
    ]);
  });

  test('notes at the foot and at the end are footnotes', () => {
    const { accepted: text } = read({
      footnotes: `<w:footnote w:id="2">${p(`<w:r><w:footnoteRef/></w:r>${r(' See ')}${r('Annex.')}`)}${p(r('Twice.'))}</w:footnote>`,
      endnotes: `<w:endnote w:id="2">${p(r('At the end.'))}</w:endnote>`,
      body: p(
        `${r('x')}<w:r><w:footnoteReference w:id="2"/></w:r>${r('y')}<w:r><w:endnoteReference w:id="2"/></w:r>`,
      ),
    });
    expect(lines(text)).toEqual(['x(See Annex.\nTwice.)y(At the end.)']);
  });

  test('IM17 no word of a file is lost in silence: what older programs are given, tables in notes, labels, hidden cells', () => {
    const emoji =
      '<w:r><mc:AlternateContent><mc:Choice Requires="w16se"><w16se:symEx xmlns:w16se="urn:symex" w16se:font="Segoe UI Emoji" w16se:char="1F642"/></mc:Choice><mc:Fallback><w:t>🙂</w:t></mc:Fallback></mc:AlternateContent></w:r>';
    const around = `<mc:AlternateContent><mc:Choice Requires="w99">${r('newer')}</mc:Choice><mc:Fallback>${r('older')}</mc:Fallback></mc:AlternateContent>`;
    const { accepted: text, leftOut } = read({
      numbering: abstract(1, level(0, 'decimal', 'Article %1')) + num(1, 1),
      footnotes: `<w:footnote w:id="2">${p(r('See '))}<w:tbl>${row(cell(p(r('the table'))))}</w:tbl></w:footnote>`,
      body:
        p(`${r('Well done ')}${emoji}${r(' and ')}${around}`) +
        `<mc:AlternateContent><mc:Choice Requires="w99">${p(r('newer'))}</mc:Choice><mc:Fallback>${p(r('A whole paragraph'))}</mc:Fallback></mc:AlternateContent>` +
        p(`${r('Noted')}<w:r><w:footnoteReference w:id="2"/></w:r>`) +
        p(r('Cooperation'), numPr(1)) +
        p(`<w:unknown>${r('Words in what nobody knows')}</w:unknown>`) +
        `<w:tbl>${row(cell(p(r('above')), '<w:vMerge w:val="restart"/>'))}${row(cell(p(r('hidden below')), '<w:vMerge/>'))}</w:tbl>`,
    });
    expect(lines(text).slice(0, 3)).toEqual([
      'Well done 🙂 and older',
      'A whole paragraph',
      'Noted(See ⏎the table)'.replace('⏎', '\n'),
    ]);
    expect(leftOut.map(({ kind, where }) => [kind, where])).toEqual([
      ['listNumbering', 'Article 1'],
      ['other', 'Words in what nobody knows'],
    ]);
    expect(leftOut.find(({ kind }) => kind === 'other')?.count).toBe(2);
  });

  test('IM17 the end of a footnote that is too long for ours is listed, from its first lost word', () => {
    const { accepted: text, leftOut } = read({
      footnotes: `<w:footnote w:id="2">${p(r(`${'x'.repeat(4000)}the rest`))}</w:footnote>`,
      body: p(`${r('a')}<w:r><w:footnoteReference w:id="2"/></w:r>`),
    });
    expect(lines(text)).toEqual([`a(${'x'.repeat(4000)})`]);
    expect(leftOut).toEqual([{ kind: 'other', count: 1, where: 'the rest' }]);
  });

  test('IM17 what a text has no place for is listed, with the words beside it', () => {
    const drawing = (inside: string) => `<w:r><w:drawing>${inside}</w:drawing></w:r>`;
    const { leftOut, accepted: text } = read({
      header: p(r('Confidential')),
      body:
        p(
          r('Before the picture ') +
            drawing('<pic:pic/>') +
            drawing(`<wps:txbx><w:txbxContent>${p(r('boxed words'))}</w:txbxContent></wps:txbx>`),
        ) +
        p('<m:oMath><m:r><m:t>a+b</m:t></m:r></m:oMath>') +
        p(
          r('struck', '<w:strike/>') +
            r('2', '<w:vertAlign w:val="superscript"/>') +
            r('red', '<w:color w:val="FF0000"/>'),
        ) +
        p(r('middle'), '<w:jc w:val="center"/>') +
        p('<w:bookmarkStart w:id="1" w:name="here"/><w:bookmarkStart w:id="2" w:name="_GoBack"/>') +
        '<w:sectPr><w:cols w:num="2"/></w:sectPr>',
    });
    expect(leftOut.map(({ kind, where }) => [kind, where])).toEqual([
      ['image', 'Before the picture'],
      ['textBox', 'boxed words'],
      ['equation', 'a+b'],
      ['strikethrough', 'struck'],
      ['superscript', '2'],
      ['colour', 'red'],
      ['alignment', 'middle'],
      ['bookmark', expect.stringContaining('middle')],
      ['columns', expect.stringContaining('middle')],
      ['header', 'Confidential'],
    ]);
    expect(lines(text)).toEqual(['Before the picture ', '', 'struck2red', 'middle', '']);
  });
});

describe('tables', () => {
  test('header rows, merged cells across and down, lists in cells, short rows', () => {
    const { accepted: text } = read({
      numbering: DOTS + num(1, 2),
      body: `<w:tbl>${row(cell(p(r('Head')), '<w:gridSpan w:val="2"/>'), '<w:tblHeader/>')}${row(cell(p(r('down')), '<w:vMerge w:val="restart"/>') + cell(p(r('item'), numPr(1))))}${row(cell(p(''), '<w:vMerge/>') + cell(p(r('right'), '<w:jc w:val="right"/>')))}${row(cell(p(r('alone'))))}</w:tbl>`,
    });
    expect(lines(text)).toEqual([
      'table{tableRow{tableHeader(colspan=2){Head}}|tableRow{tableCell(rowspan=2){down}|tableCell{bulletList{listItem{item}}}}|tableRow{tableCell(align=right){right}}|tableRow{tableCell{alone}|tableCell{}}}',
    ]);
  });

  test('IM17 tracked changes of how a table, its exceptions, its rows and its cells look are counted', () => {
    const changed = (name: string, inside: string) => `<w:${name} ${by('A')}>${inside}</w:${name}>`;
    const file = read({
      body: `<w:tbl><w:tblPr>${changed('tblPrChange', '<w:tblPr/>')}</w:tblPr><w:tr><w:tblPrEx>${changed('tblPrExChange', '<w:tblPrEx/>')}</w:tblPrEx><w:trPr>${changed('trPrChange', '<w:trPr/>')}</w:trPr>${cell(p(r('words')), changed('tcPrChange', '<w:tcPr/>'))}</w:tr></w:tbl>`,
    });
    expect(file.leftOut).toEqual([{ kind: 'trackedChange', count: 4, where: 'words' }]);
    expect(file.changes).toEqual([]);
  });

  test('IM17 a table in a cell is taken apart, its words stay', () => {
    const { accepted: text, leftOut } = read({
      body: `<w:tbl>${row(cell(`${p(r('a'))}<w:tbl>${row(cell(p(r('b'))) + cell(p(r('c'))))}</w:tbl>${p(r('d'))}`))}</w:tbl>`,
    });
    expect(lines(text)).toEqual(['table{tableRow{tableCell{a|b|c|d}}}']);
    expect(leftOut).toEqual([{ kind: 'nestedTable', count: 1, where: 'b c' }]);
  });
});

describe('tracked changes', () => {
  const ins = (who: string, inside: string) => `<w:ins ${by(who)}>${inside}</w:ins>`;
  const del = (who: string, inside: string) => `<w:del ${by(who)}>${inside}</w:del>`;

  test('IM16 insertions and deletions give two texts, and the claimed authors', () => {
    const file = read({
      body: p(
        r('Keep ') +
          ins('A', r('new ')) +
          del('B', deletedRun('old ')) +
          ins('A', del('B', deletedRun('gone '))) +
          r('end'),
      ),
    });
    expect(lines(file.accepted)).toEqual(['Keep new end']);
    expect(lines(file.rejected)).toEqual(['Keep old end']);
    expect(file.authors).toMatchObject([
      { author: 'A', insertions: 1, deletions: 0 },
      { author: 'B', insertions: 0, deletions: 1 },
    ]);
    expect(lines(file.choose(new Set([0])).text)).toEqual(['Keep new old gone end']);
  });

  test('the end of a paragraph that came joins two when it is left; one that went joins them when it is taken', () => {
    const split = read({ body: p(r('One '), `<w:rPr><w:ins ${by('A')}/></w:rPr>`) + p(r('two')) });
    expect([lines(split.accepted), lines(split.rejected)]).toEqual([['One ', 'two'], ['One two']]);
    const joined = read({ body: p(r('One '), `<w:rPr><w:del ${by('A')}/></w:rPr>`) + p(r('two')) });
    expect([lines(joined.accepted), lines(joined.rejected)]).toEqual([['One two'], ['One ', 'two']]);
  });

  test('a whole paragraph that came is one change, and is not there when it is left', () => {
    const file = read({
      body:
        p(r('A')) +
        p(ins('X', r('B')), `<w:rPr><w:ins ${by('X')}/></w:rPr>`) +
        p(ins('X', r('C')), `<w:rPr><w:ins ${by('X')}/></w:rPr>`) +
        p(r('D')),
    });
    expect(lines(file.rejected)).toEqual(['A', 'D']);
    expect(file.changes).toHaveLength(1);
    expect(file.marked.map(({ runs }) => runs.map(({ text, mark }) => [text, mark]))).toEqual([
      [['B¶', 'inserted']],
      [['C¶', 'inserted']],
    ]);
  });

  test('a move is one change: here when it is taken, there when it is left', () => {
    const range = (name: string, id: number) =>
      `<w:${name}RangeStart w:id="${id}" w:name="m1" ${by('A').replace('w:id="1" ', '')}/>`;
    const file = read({
      body:
        range('moveFrom', 5) +
        p(`<w:moveFrom ${by('A')}>${r('moved')}</w:moveFrom>`, `<w:rPr><w:moveFrom ${by('A')}/></w:rPr>`) +
        '<w:moveFromRangeEnd w:id="5"/>' +
        p(r('between')) +
        range('moveTo', 6) +
        p(`<w:moveTo ${by('A')}>${r('moved')}</w:moveTo>`, `<w:rPr><w:moveTo ${by('A')}/></w:rPr>`) +
        '<w:moveToRangeEnd w:id="6"/>' +
        p(r('end')),
    });
    expect([lines(file.accepted), lines(file.rejected)]).toEqual([
      ['between', 'moved', 'end'],
      ['moved', 'between', 'end'],
    ]);
    expect(file.changes.map(({ kind }) => kind)).toEqual(['move']);
  });

  test('rows, formatting and styles of paragraphs', () => {
    const file = read({
      styles: named('h', 'heading 1'),
      body:
        `<w:tbl>${row(cell(p(r('stays'))))}${row(cell(p(ins('A', r('came')))), `<w:ins ${by('A')}/>`)}${row(cell(p(del('A', deletedRun('went')))), `<w:del ${by('A')}/>`)}</w:tbl>` +
        p(
          r('bold now', `<w:b/><w:rPrChange ${by('B')}><w:rPr/></w:rPrChange>`),
          `${style('h')}<w:pPrChange ${by('B')}><w:pPr/></w:pPrChange>`,
        ),
    });
    expect(lines(file.accepted)).toEqual([
      'table{tableRow{tableCell{stays}}|tableRow{tableCell{came}}}',
      'heading(level=1){[bold bold now]}',
    ]);
    expect(lines(file.rejected)).toEqual([
      'table{tableRow{tableCell{stays}}|tableRow{tableCell{went}}}',
      'bold now',
    ]);
    expect(file.authors.map(({ author, formats }) => [author, formats])).toEqual([
      ['A', 0],
      ['B', 1],
    ]);
  });
});

describe('comments', () => {
  const note = (id: number, who: string, words: string, paragraph: string) =>
    `<w:comment ${by(who, '2026-03-01T09:30:00Z', id)}><w:p w14:paraId="${paragraph}">${r(words)}</w:p></w:comment>`;

  test('IM16 threads with their places, answers and what is resolved', () => {
    const { comments } = read({
      comments: note(0, 'A', 'Why?', 'P0') + note(1, 'B', 'Because.', 'P1') + note(2, 'C', 'Cell', 'P2'),
      commentsExtended:
        '<w15:commentEx w15:paraId="P0" w15:done="1"/><w15:commentEx w15:paraId="P1" w15:paraIdParent="P0" w15:done="1"/>',
      body:
        p(r('Title')) +
        p(
          `${r('Some ')}<w:commentRangeStart w:id="0"/>${r('words', '<w:b/>')}<w:commentRangeEnd w:id="0"/>${r(' here')}`,
        ) +
        `<w:tbl>${row(cell(p(r('first'))) + cell(p(`<w:commentRangeStart w:id="2"/>${r('second')}<w:commentRangeEnd w:id="2"/>`)))}</w:tbl>`,
    });
    expect(comments).toEqual([
      {
        clause: 1,
        from: 5,
        to: 10,
        resolved: true,
        comments: [
          { author: 'A', at: '2026-03-01T09:30:00.000Z', text: 'Why?' },
          { author: 'B', at: '2026-03-01T09:30:00.000Z', text: 'Because.' },
        ],
      },
      {
        clause: 2,
        from: 6,
        to: 12,
        resolved: false,
        comments: [{ author: 'C', at: '2026-03-01T09:30:00.000Z', text: 'Cell' }],
      },
    ]);
  });

  test('IM17 a comment that stands nowhere is listed', () => {
    const { comments, leftOut } = read({ comments: note(0, 'A', 'Lost words', 'P0'), body: p(r('x')) });
    expect(comments).toEqual([]);
    expect(leftOut).toEqual([{ kind: 'comment', count: 1, where: 'Lost words' }]);
  });
});
