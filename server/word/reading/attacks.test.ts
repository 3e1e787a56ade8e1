import { zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { ruleOf } from '../../tests/outcome';
import { readWord } from '.';
import { link, type Parts, p, r, wordFile, wordParts } from './testing/files';

const OPTIONS = { houseStyle: 'sections', language: 'en' } as const;

function times(count: number, part: (index: number) => string): string {
  return Array.from({ length: count }, (_, index) => part(index)).join('');
}

/** What a plain file of as many elements takes, several times over: what grows with the square takes hundreds. */
const MOST_MS = 10_000;

/** Files of a few megabytes, packed without loss of time, that ask a careless reader for billions of steps. */
const ENDLESS: Readonly<Record<string, () => Parts>> = {
  'a hundred thousand comments': () => ({
    body: p(r('x')),
    comments: times(100_000, (index) => `<w:comment w:id="${index}"/>`),
  }),
  'comments that answer each other in one chain, and in a ring': () => ({
    body: p(r('x')),
    comments: times(30_000, (index) => `<w:comment w:id="${index}"><w:p w14:paraId="${index}"/></w:comment>`),
    commentsExtended: times(
      30_000,
      (index) => `<w15:commentEx w15:paraId="${index}" w15:paraIdParent="${(index + 1) % 30_000}"/>`,
    ),
  }),
  'marks of comments between paragraphs': () => ({
    body: times(200_000, (index) => `<w:commentRangeStart w:id="${index}"/>`) + p(r('x')),
  }),
  'paragraphs that all run into the next': () => ({
    body: `${times(40_000, () => p(r('x'), '<w:rPr><w:del w:id="1"/></w:rPr>'))}${p(r('x'))}`,
  }),
  'a blank field around all words': () => ({
    body: p(
      `<w:r><w:fldChar w:fldCharType="begin"/><w:instrText>${' '.repeat(1_000_000)}</w:instrText><w:fldChar w:fldCharType="separate"/></w:r>${times(50_000, () => r('x'))}`,
    ),
  }),
  'a numbering of a hundred thousand levels': () => ({
    body: times(
      30_000,
      () => `<w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr></w:pPr></w:p>`,
    ),
    numbering: `<w:abstractNum w:abstractNumId="1">${times(100_000, () => '<w:lvl w:ilvl="7"/>')}</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>`,
  }),
  'a long note, pointed to ten thousand times': () => ({
    body: p(`<w:r>${times(10_000, () => '<w:footnoteReference w:id="2"/>')}</w:r>`),
    footnotes: `<w:footnote w:id="2">${p(times(20_000, () => r('n')))}</w:footnote>`,
  }),
  'styles based on each other in a ring': () => ({
    body: times(10_000, (index) => `<w:p><w:pPr><w:pStyle w:val="s${index}"/></w:pPr></w:p>`),
    styles: times(
      10_000,
      (index) => `<w:style w:styleId="s${index}"><w:basedOn w:val="s${(index + 1) % 10_000}"/></w:style>`,
    ),
  }),
  'a hundred thousand changes, each by somebody else': () => ({
    body: p(times(50_000, (index) => `<w:ins w:id="${index}" w:author="A${index}">${r('x')}</w:ins>`)),
  }),
  'a hundred and fifty thousand runs of one paragraph': () => ({
    body: p(times(150_000, () => r('x'))),
  }),
  'an attribute of ten megabytes': () => ({
    body: `<w:p w:x="${'y'.repeat(10_000_000)}"/>${p(r('x'))}`,
  }),
  'a row for each of 200,000 lines of a table': () => ({
    body: `<w:tbl>${times(200_000, () => '<w:tr/>')}</w:tbl>`,
  }),
};

describe('files made to take for ever', () => {
  test.each(Object.keys(ENDLESS))(
    'IM12 IM13 %s: it ends soon, read or refused',
    (name) => {
      const file = zipSync(wordParts(ENDLESS[name]?.() ?? {}), { level: 0 });
      const before = performance.now();
      expect(ruleOf(readWord(file, OPTIONS))).toMatch(/^(accepted|IM12|IM23)$/);
      expect(performance.now() - before).toBeLessThan(MOST_MS);
    },
    60_000,
  );

  test('IM12 fields that begin and never end', () => {
    const begun = `<w:r>${times(101, () => '<w:fldChar w:fldCharType="begin"/>')}</w:r>`;
    expect(ruleOf(readWord(wordFile({ body: p(begun) }), OPTIONS))).toBe('IM12');
  });
});

describe('IM23 more paragraphs and rows than any text has are refused before anything is made of them', () => {
  const MANY: Readonly<Record<string, string>> = {
    'rows without a cell': `<w:tbl>${'<w:tr/>'.repeat(300_000)}</w:tbl>`,
    'empty rows': `<w:tbl>${'<w:tr><w:tc><w:p/></w:tc></w:tr>'.repeat(16_000)}</w:tbl>`,
    'cells without a paragraph': `<w:tbl><w:tr>${'<w:tc/>'.repeat(300_000)}</w:tr></w:tbl>`,
    'empty paragraphs': '<w:p/>'.repeat(300_000),
  };
  test.each(Object.keys(MANY))('%s', (name) => {
    const file = zipSync(wordParts({ body: `${p(r('x'))}${MANY[name]}` }), { level: 0 });
    expect(readWord(file, OPTIONS)).toMatchObject({ ok: false, rule: 'IM23', detail: { most: 30_000 } });
  });

  test('as many as it may have are read', () => {
    const file = zipSync(wordParts({ body: `${p(r('x'))}<w:tbl>${'<w:tr/>'.repeat(29_000)}</w:tbl>` }), {
      level: 0,
    });
    expect(ruleOf(readWord(file, OPTIONS))).toBe('accepted');
  });
});

test('IM12 a note that is pointed to until no text could hold it', () => {
  const file = zipSync(
    wordParts({
      body: p(`<w:r>${times(50_000, () => '<w:footnoteReference w:id="2"/>')}</w:r>`),
      footnotes: `<w:footnote w:id="2">${p(r('note '.repeat(50_000)))}</w:footnote>`,
    }),
    { level: 0 },
  );
  expect(ruleOf(readWord(file, OPTIONS))).toBe('IM12');
});

describe('what the directory says and what the entries say', () => {
  const view = (bytes: Uint8Array) => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const file = () => Buffer.from(zipSync(wordParts({ body: p(r('AGREE')) }), { level: 0 }));
  const directoryAt = (bytes: Buffer, name: string) => bytes.lastIndexOf(name) - 46;
  const read = (bytes: Uint8Array) => ruleOf(readWord(bytes, OPTIONS));

  test('IM5 an entry with another name in the directory than before its bytes', () => {
    const bytes = file();
    bytes.write('word/document.xmk', bytes.indexOf('word/document.xml'));
    expect(read(bytes)).toBe('IM5');
  });

  test('IM5 an entry packed in another way, or with a password, before its bytes', () => {
    for (const [offset, value] of [
      [8, 8],
      [6, 1],
    ] as const) {
      const bytes = file();
      const at = bytes.indexOf('word/document.xml') - 30;
      view(bytes).setUint16(at + offset, value, true);
      expect(read(bytes)).toBe('IM5');
    }
  });

  test('IM5 two names for the same bytes, and bytes that reach into the next entry', () => {
    const shared = file();
    const from = view(shared).getUint32(directoryAt(shared, '_rels/.rels') + 42, true);
    view(shared).setUint32(directoryAt(shared, 'word/document.xml') + 42, from, true);
    expect(read(shared)).toBe('IM5');
    const long = file();
    const at = directoryAt(long, '[Content_Types].xml');
    view(long).setUint32(at + 20, view(long).getUint32(at + 20, true) + 40, true);
    expect(read(long)).toBe('IM5');
  });

  test('IM7 a symbolic link, and one name in two cases', () => {
    const bytes = file();
    const at = directoryAt(bytes, 'word/document.xml');
    bytes[at + 5] = 3;
    view(bytes).setUint32(at + 38, 0o120777 * 0x10000, true);
    expect(read(bytes)).toBe('IM7');
    expect(read(wordFile({ more: { 'Word/Document.XML': '<a/>' } }))).toBe('IM7');
  });
});

test('IM11 addresses in fields and links that a browser would run, or that lead into a network, are left out', () => {
  const odd = [
    'javascript:alert(1)',
    'JAVASCRIPT:alert(1)',
    ' javascript:alert(1)',
    'java&#x9;script:alert(1)',
    'data:text/html,x',
    'vbscript:x',
    'file:///etc/passwd',
    '\\\\host\\share',
    'ms-word:ofe|u|http://example.org/x',
  ];
  const field = (address: string, words: string) =>
    `<w:r><w:fldChar w:fldCharType="begin"/><w:instrText>HYPERLINK "${address}"</w:instrText><w:fldChar w:fldCharType="separate"/></w:r>${r(words)}<w:r><w:fldChar w:fldCharType="end"/></w:r>`;
  const body = odd
    .map(
      (address, index) =>
        p(field(address, `f${index}`)) + p(`<w:hyperlink r:id="l${index}">${r(`h${index}`)}</w:hyperlink>`),
    )
    .join('');
  const relationships = odd.map((address, index) => link(`l${index}`, address)).join('');
  const found = readWord(wordFile({ body, relationships }), OPTIONS);
  expect(found.ok && JSON.stringify(found.value.accepted)).not.toContain('href');
  expect(found.ok && found.value.leftOut).toEqual([
    { kind: 'field', count: odd.length, where: '' },
    { kind: 'link', count: odd.length, where: 'h0' },
  ]);
});
