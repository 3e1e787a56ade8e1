import { strToU8, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { ruleOf } from '../../tests/outcome';
import { readWord } from '.';
import { cell, link, p, r, rels, row, wordFile, wordParts } from './testing/files';

const OPTIONS = { houseStyle: 'sections', language: 'en' } as const;
const GOOD = wordFile({ body: p(r('AGREE to meet again;')) });

function ruleFor(bytes: Uint8Array): string {
  return ruleOf(readWord(bytes, OPTIONS));
}

/** Looks for the last of a signature from the end and writes over what comes at `offset` after it. */
function patched(
  bytes: Uint8Array,
  signature: number,
  offset: number,
  value: number,
  size: 2 | 4,
): Uint8Array {
  const copy = bytes.slice();
  const view = new DataView(copy.buffer);
  for (let at = copy.length - 22; at >= 0; at -= 1) {
    if (view.getUint32(at, true) !== signature) continue;
    if (size === 2) view.setUint16(at + offset, value, true);
    else view.setUint32(at + offset, value, true);
    return copy;
  }
  throw new Error('signature not found');
}

const END = 0x06054b50;
const DIRECTORY = 0x02014b50;

function ole(...words: string[]): Uint8Array {
  return new Uint8Array([
    0xd0,
    0xcf,
    0x11,
    0xe0,
    0xa1,
    0xb1,
    0x1a,
    0xe1,
    ...new Uint8Array(512),
    ...words.flatMap((word) => [...Buffer.from(word, 'utf16le')]),
  ]);
}

describe('files that are no Word documents', () => {
  test('the good file of these tests is read', () => {
    expect(ruleFor(GOOD)).toBe('accepted');
  });

  test('IM1 an empty file', () => {
    expect(ruleFor(new Uint8Array())).toBe('IM1');
  });

  test('IM2 a file larger than the largest', () => {
    expect(ruleFor(new Uint8Array(25 * 1024 * 1024 + 1))).toBe('IM2');
  });

  test.each([
    ['pdf', strToU8('%PDF-1.7\n…')],
    ['rtf', strToU8('{\\rtf1\\ansi hello}')],
    ['words', strToU8('# A plain text\n\nภาษาไทย')],
    ['oldOffice', ole('WordDocument')],
    [
      'odt',
      zipSync({
        mimetype: strToU8('application/vnd.oasis.opendocument.text'),
        'content.xml': strToU8('<a/>'),
      }),
    ],
    ['otherZip', zipSync({ 'holiday.jpg': new Uint8Array(10) })],
    ['unknown', new Uint8Array([1, 2, 3, 4, 5, 6, 7, 8])],
  ])('IM3 %s under the name of a Word document', (is, bytes) => {
    expect(readWord(bytes, OPTIONS)).toEqual({ ok: false, rule: 'IM3', detail: { is } });
  });

  test('IM3 a package without a text', () => {
    const parts = wordParts({});
    delete parts['_rels/.rels'];
    expect(ruleFor(zipSync(parts))).toBe('IM3');
  });
});

describe('files that are closed or damaged', () => {
  test('IM4 a password', () => {
    expect(ruleFor(ole('EncryptionInfo', 'EncryptedPackage'))).toBe('IM4');
  });

  test('IM4 an entry with a password', () => {
    expect(ruleFor(patched(GOOD, DIRECTORY, 8, 1, 2))).toBe('IM4');
  });

  test('IM5 cut short anywhere', () => {
    for (let length = 2; length < GOOD.length; length += 37) {
      expect(ruleFor(GOOD.slice(0, length))).toMatch(/^IM[35]$/);
    }
  });

  test('IM5 a wrong checksum', () => {
    expect(ruleFor(patched(GOOD, DIRECTORY, 16, 12345, 4))).toBe('IM5');
  });

  test.each([
    ['tags that do not match', '<w:document xmlns:w="w"><w:body></w:document>'],
    ['no element at all', ''],
    ['an entity nobody declared', '<w:document xmlns:w="w">&lol;</w:document>'],
    ['a prefix nobody declared', '<w:document/>'],
  ])('IM5 %s', (_name, document) => {
    expect(ruleFor(wordFile({ document }))).toBe('IM5');
  });

  test('IM5 bytes that are no characters', () => {
    const parts = wordParts({});
    parts['word/document.xml'] = new Uint8Array([0x3c, 0xff, 0xfe, 0x3e]);
    expect(ruleFor(zipSync(parts))).toBe('IM5');
  });
});

describe('files that unpack to too much', () => {
  test('IM6 300 KB that unpack to 300 MB are not unpacked', () => {
    const parts = wordParts({});
    parts['word/document.xml'] = new Uint8Array(300 * 1024 * 1024).fill(0x20);
    const bomb = zipSync(parts, { level: 9 });
    expect(bomb.length).toBeLessThan(320_000);
    const before = performance.now();
    expect(ruleFor(bomb)).toBe('IM6');
    expect(performance.now() - before).toBeLessThan(500);
  });

  test('IM6 a directory that states less than there is', () => {
    const parts = wordParts({});
    parts['word/zz.xml'] = new Uint8Array(50 * 1024 * 1024);
    const small = zipSync(parts, { level: 9 });
    // The last entry of the directory now claims a hundred bytes; it is a part that is read.
    const renamed = patched(small, DIRECTORY, 24, 100, 4);
    expect(ruleFor(renamed)).toBe('accepted');
    const lie = zipSync(
      { ...wordParts({}), 'zz/_rels/z.rels': new Uint8Array(50 * 1024 * 1024) },
      { level: 9 },
    );
    expect(ruleFor(patched(lie, DIRECTORY, 24, 100, 4))).toBe('IM6');
  });

  test('IM6 a hundred thousand entries', () => {
    const view = patched(GOOD, END, 10, 0xffff, 2);
    expect(ruleFor(view)).toBe('IM6');
    const many = Object.fromEntries(
      Array.from({ length: 3000 }, (_, index) => [`word/${index}.xml`, new Uint8Array()]),
    );
    expect(ruleFor(zipSync({ ...wordParts({}), ...many }, { level: 0 }))).toBe('IM6');
  });

  test('IM5 more entries than the directory counts', () => {
    expect(ruleFor(patched(patched(GOOD, END, 10, 2, 2), END, 8, 2, 2))).toBe('IM5');
  });
});

describe('names in the archive', () => {
  test.each([
    '../../etc/passwd',
    '/etc/passwd',
    'word\\document.xml',
    'C:evil.xml',
    'word/./a.xml',
    'word/inner.zip',
  ])('IM7 %s', (name) => {
    expect(ruleFor(wordFile({ more: { [name]: 'x' } }))).toBe('IM7');
  });

  test('IM7 one name twice', () => {
    const twice = wordFile({ more: { 'word/dupe1.xml': 'x', 'word/dupe2.xml': 'y' } });
    const text = Buffer.from(twice);
    for (let at = text.indexOf('dupe2'); at >= 0; at = text.indexOf('dupe2', at)) text.write('dupe1', at);
    expect(ruleFor(text)).toBe('IM7');
  });
});

describe('what a text may not bring along', () => {
  const xxe =
    '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]><w:document xmlns:w="w"><w:body>&e;</w:body></w:document>';

  test('IM8 a document type with an entity of a file', () => {
    expect(ruleFor(wordFile({ document: xxe }))).toBe('IM8');
  });

  test('IM8 also in a part that is only looked at', () => {
    expect(ruleFor(wordFile({ styles: '', more: { 'word/styles.xml': '<!DOCTYPE a><a/>' } }))).toBe('IM8');
  });

  test('IM9 macros', () => {
    expect(ruleFor(wordFile({ more: { 'word/vbaProject.bin': 'x' } }))).toBe('IM9');
    expect(ruleFor(wordFile({ contentType: 'application/vnd.ms-word.document.macroEnabled.main+xml' }))).toBe(
      'IM9',
    );
  });

  test('IM10 objects of other programs and files within the file', () => {
    const type = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
    expect(ruleFor(wordFile({ more: { 'word/embeddings/table.xlsx': 'PK' } }))).toBe('IM10');
    expect(ruleFor(wordFile({ body: '<w:altChunk r:id="x"/>' }))).toBe('IM10');
    const chunk = `<Relationship Id="x" Type="${type}/aFChunk" Target="chunk.htm"/>`;
    expect(ruleFor(wordFile({ relationships: chunk }))).toBe('IM10');
  });

  test.each([
    ['attachedTemplate', 'http://evil.example/t.dotm'],
    ['image', 'http://evil.example/pixel.png'],
    ['oleObject', 'http://evil.example/a.bin'],
    ['frame', 'file:///etc/passwd'],
    ['image', 'file:///etc/passwd'],
    ['image', '../../../../../../etc/passwd'],
  ])(
    'IM11 (mammoth < 1.11: a file reads others of the server) something outside the file: %s, %s',
    (type, target) => {
      const outside = `<Relationship Id="x" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/${type}" Target="${target}" TargetMode="External"/>`;
      expect(ruleFor(wordFile({ relationships: outside }))).toBe('IM11');
      expect(ruleFor(wordFile({ more: { 'word/_rels/settings.xml.rels': rels(outside) } }))).toBe('IM11');
    },
  );

  test('IM11 a plain link is no such thing; one that a browser would run is left out', () => {
    const file = wordFile({
      body: p(
        `<w:hyperlink r:id="a">${r('web')}</w:hyperlink><w:hyperlink r:id="b">${r('run')}</w:hyperlink>`,
      ),
      relationships: link('a', 'https://example.org/') + link('b', 'javascript:alert(1)'),
    });
    const read = readWord(file, OPTIONS);
    expect(read.ok && read.value.leftOut).toEqual([{ kind: 'link', count: 1, where: 'run' }]);
    expect(JSON.stringify(read)).not.toContain('javascript');
  });
});

describe('files that are too much to read', () => {
  test('IM12 two million runs, which pack too well to be unpacked at all (IM6)', () => {
    const parts = wordParts({ body: `<w:p>${'<w:r/>'.repeat(2_000_000)}</w:p>` });
    expect(ruleFor(zipSync(parts))).toBe('IM6');
    const before = performance.now();
    expect(ruleFor(zipSync(parts, { level: 0 }))).toBe('IM12');
    expect(performance.now() - before).toBeLessThan(20_000);
  }, 60_000);

  test('IM12 34 KB of nested controls', () => {
    const deep = '<w:sdt><w:sdtContent>'.repeat(2000) + '</w:sdtContent></w:sdt>'.repeat(2000);
    expect(ruleFor(wordFile({ body: deep }))).toBe('IM12');
  });

  test('IM12 tables nested a hundred deep', () => {
    let inside = p(r('deep'));
    for (let depth = 0; depth < 100; depth += 1) inside = `<w:tbl>${row(cell(inside + p('')))}</w:tbl>`;
    expect(ruleFor(wordFile({ body: inside }))).toBe('IM12');
  });

  test('IM12 an element with a thousand attributes', () => {
    const attributes = Array.from({ length: 1000 }, (_, index) => `a${index}="x"`).join(' ');
    expect(ruleFor(wordFile({ body: `<w:p ${attributes}/>` }))).toBe('IM12');
  });
});

/** Small and repeatable: the same seed spoils the same bytes. */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

describe('bytes that went wrong', () => {
  const rich = wordParts({
    body:
      p(`${r('One')}<w:ins w:id="1" w:author="A" w:date="2026-01-01T00:00:00Z">${r('two')}</w:ins>`) +
      `<w:tbl>${row(cell(p(r('a')), '<w:vMerge w:val="restart"/>') + cell(p(r('b'))))}${row(cell(p(''), '<w:vMerge/>') + cell(p(r('c'))))}</w:tbl>` +
      p(`${r('x')}<w:r><w:footnoteReference w:id="2"/></w:r>`),
    footnotes: `<w:footnote w:id="2">${p(r('note'))}</w:footnote>`,
  });

  test('IM5 two thousand spoilt copies of a packed file: each is read or refused, and nothing is thrown', () => {
    const random = randomFrom(1);
    const file = zipSync(rich);
    let refused = 0;
    for (let round = 0; round < 2000; round += 1) {
      const copy = file.slice();
      const times = 1 + Math.floor(random() * 6);
      for (let time = 0; time < times; time += 1)
        copy[Math.floor(random() * copy.length)] = Math.floor(random() * 256);
      if (!readWord(copy, OPTIONS).ok) refused += 1;
    }
    expect(refused).toBeGreaterThan(1000);
  }, 60_000);

  test('IM5 two thousand texts with spoilt markup inside a sound archive', () => {
    const random = randomFrom(2);
    const document = rich['word/document.xml'] ?? new Uint8Array();
    let read = 0;
    for (let round = 0; round < 2000; round += 1) {
      const copy = document.slice();
      const at = Math.floor(random() * copy.length);
      const choice = random();
      if (choice < 0.3) copy[at] = 0x41 + Math.floor(random() * 26);
      else if (choice < 0.6) copy.copyWithin(at, Math.floor(random() * copy.length), copy.length);
      else copy.set(strToU8('<w:del>').subarray(0, copy.length - at), at);
      if (readWord(zipSync({ ...rich, 'word/document.xml': copy }, { level: 0 }), OPTIONS).ok) read += 1;
    }
    expect(read).toBeGreaterThan(100);
  }, 60_000);
});
