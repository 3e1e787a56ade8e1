import { strToU8 } from 'fflate';
import { afterAll, afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { DocumentJson } from '../../../domain/text/document-json';
import { createImportService } from '../../import-service';
import { exportText } from '../../queries/export-text';
import { readVersion } from '../../queries/versions';
import { importText } from '../../use-cases/import-text';
import { readImport } from '../../use-cases/read-import';
import { takeVersion } from '../../use-cases/take-version';
import { link, p, r, wordFile } from '../../word/reading/testing/files';
import { draftStatement } from '../adopted';
import { accepted, ruleOf } from '../outcome';
import { storedRows } from '../stored-rows';
import { createWorld, type World } from '../world';

/** The worker that reads files on the server, with its limits. */
const imports = createImportService();
afterAll(() => imports.stop());

let world: World;
let documentId: string;
let otherId: string;
beforeEach(async () => {
  world = createWorld();
  Object.assign(world.runtime, { imports });
  otherId = await draftStatement(world);
  documentId = await draftStatement(world);
  for (const id of [otherId, documentId]) {
    const named = { documentId: id, kind: 'named', name: 'Before' } as const;
    accepted(await takeVersion(world.runtime, world.actor('chair'), named));
  }
});
afterEach(() => world.close());

async function bring(fileName: string, content: string | Uint8Array) {
  const bytes = typeof content === 'string' ? strToU8(content) : content;
  const actor = world.actor('chair');
  const read = await readImport(world.runtime, actor, { documentId, fileName, bytes });
  if (!read.ok) return read;
  const chosen = { documentId, id: read.value.id, take: 'all', comments: true } as const;
  return importText(world.runtime, actor, chosen);
}

async function standing(): Promise<DocumentJson> {
  const asked = { documentId, number: 'now' } as const;
  return accepted(await readVersion(world.runtime, world.actor('reviewer'), asked)).text;
}

/** The text as it leaves as a page of its own: where a tag that came in would be one again. */
async function page(): Promise<string> {
  const asked = { documentId, number: 'now', format: 'html' } as const;
  return String(accepted(await exportText(world.runtime, world.actor('reviewer'), asked)).content);
}

const ATTACK = '"><script>alert(1)</script>';
const attribute = ATTACK.replaceAll('"', '&quot;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

describe('an import writes to its own text alone', () => {
  const clause = (more: object) => ({
    type: 'doc',
    ...more,
    content: [
      { type: 'operative', attrs: { id: 'c_3', level: 1 }, content: [{ type: 'text', text: 'TAKEN' }] },
    ],
  });
  const bookmark = (name: string) => p(`<w:bookmarkStart w:id="0" w:name="${name}"/>${r('TAKEN')}`);
  const crafted: readonly (readonly [string, string, () => string | Uint8Array])[] = [
    ['ids of clauses of another text', 'a.json', () => JSON.stringify(clause({}))],
    ['the id of another text', 'a.json', () => JSON.stringify(clause({ id: otherId, documentId: otherId }))],
    ['attributes of another text', 'a.json', () => JSON.stringify(clause({ attrs: { id: otherId } }))],
    ['records of another text', 'a.json', () => JSON.stringify({ ...clause({}), [`pad:${otherId}`]: {} })],
    [
      'a prototype',
      'a.json',
      () => `{"__proto__":{"id":"${otherId}"},${JSON.stringify(clause({})).slice(1)}`,
    ],
    ['a name with a path', `../${otherId}/a.txt`, () => 'TAKEN'],
    ['a page that says it is another text', 'a.html', () => `<p data-id="c_3" id="${otherId}">TAKEN</p>`],
    ['bookmarks that are ids of another text', 'a.docx', () => wordFile({ body: bookmark('c_3') })],
    ['a bookmark that is the id of another text', 'a.docx', () => wordFile({ body: bookmark(otherId) })],
  ];

  test.each(crafted)(
    'IM19 (Etherpad 1.8.16: a crafted import overwrites other records) %s',
    async (_name, fileName, content) => {
      const before = new Set(storedRows(world));
      const outcome = await bring(fileName, content());
      expect(ruleOf(outcome)).toMatch(/^(accepted|FI10)$/);
      const after = new Set(storedRows(world));
      const versions = [...after].flatMap((row) =>
        row.startsWith('versions ') && row.includes(documentId)
          ? [JSON.parse(row.slice(9)).id as string]
          : [],
      );
      // What is worked out from the log alone is kept whenever somebody has worked it out.
      const isDerived = (row: string) => /^(document_ledgers|ledger_readings|document_states) /.test(row);
      const isOwn = (row: string) => [documentId, ...versions].some((id) => row.includes(id));
      expect([...before].filter((row) => !after.has(row) && !isOwn(row) && !isDerived(row))).toEqual([]);
      expect([...after].filter((row) => !before.has(row) && !isOwn(row) && !isDerived(row))).toEqual([]);
      const ofOther = (rows: Iterable<string>) =>
        [...rows].filter((row) => !isDerived(row) && row.includes(`d":"${otherId}"`));
      expect(ofOther(after)).toEqual(ofOther(before));
      if (outcome.ok) expect(JSON.stringify(await standing())).toContain('TAKEN');
    },
  );
});

/** Readers of files leave out what a text has no place for; our own JSON is a text to the last attribute, or none (FI10). */
const outcomeOf = (fileName: string) => (fileName.endsWith('.json') ? 'FI10' : 'accepted');

describe('what a file brings stays words', () => {
  const numbering = `<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:start w:val="${attribute}"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>`;
  const numbered = p(r('AGREE to meet'), '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>');
  const list = (attrs: object) =>
    JSON.stringify({
      type: 'doc',
      content: [
        {
          type: 'orderedList',
          attrs,
          content: [
            {
              type: 'listItem',
              content: [{ type: 'paragraph', content: [{ type: 'text', text: 'AGREE to meet' }] }],
            },
          ],
        },
      ],
    });

  test.each([
    ['a.html', `<ol start='${ATTACK}'><li>AGREE to meet</ol>`],
    ['a.html', `<ol type='${ATTACK}' start="3"><li value='${ATTACK}'>AGREE to meet</ol>`],
    ['a.md', `<ol start='${ATTACK}'>\n<li>AGREE to meet</li>\n</ol>\n`],
    ['a.json', list({ start: ATTACK })],
    ['a.json', list({ start: 1, type: ATTACK })],
    ['a.docx', wordFile({ body: numbered, numbering })],
  ])(
    'IM15 (Etherpad GHSA-f7h5-v9hm-548j: stored XSS by <ol start>) a list of %s that does not begin with a number',
    async (fileName, content) => {
      const outcome = await bring(fileName, content);
      expect(ruleOf(outcome)).toBe(outcomeOf(fileName));
      for (const found of (await page()).matchAll(/<ol[^>]*>/g))
        expect(found[0]).toMatch(/^<ol( data-id="[\w-]+")?( start="\d+")?>$/);
      expect(await page()).not.toContain('<script');
      if (outcome.ok) expect(await page()).toContain('AGREE to meet');
    },
  );

  const SVG = '<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"><script>alert(1)</script></svg>';
  const drawn = p(
    `<w:r><w:drawing><a:blip xmlns:a="a" r:embed="rId9"/></w:drawing></w:r>${r('AGREE to meet')}`,
  );
  const picture =
    '<Relationship Id="rId9" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/image" Target="media/a.svg"/>';

  test.each([
    ['a.svg', SVG, 'IM3'],
    ['a.txt', SVG, 'accepted'],
    ['a.html', `<p>AGREE to meet</p>${SVG}`, 'accepted'],
    ['a.html', `<p>AGREE to meet <img src="data:image/svg+xml,${encodeURIComponent(SVG)}"></p>`, 'accepted'],
    ['a.md', `AGREE to meet ![](data:image/svg+xml,${encodeURIComponent(SVG)})\n\n${SVG}\n`, 'accepted'],
    [
      'a.docx',
      wordFile({ body: drawn, relationships: picture, more: { 'word/media/a.svg': SVG } }),
      'accepted',
    ],
    ['a.json', '{"type":"doc","content":[{"type":"image","attrs":{"src":"a.svg"}}]}', 'FI10'],
  ])(
    'IM17 (HedgeDoc GHSA-3983-rrqh-mvx5, GHSA-672m-p72w-gw28: SVG upload is stored XSS) %s has no picture that a browser would run',
    async (fileName, content, rule) => {
      expect(ruleOf(await bring(fileName, content))).toBe(rule);
      expect(await page()).not.toMatch(/<(svg|script|img|iframe|object|embed|image)\b|<[^>]*\s(src|on\w+)=/);
      expect(JSON.stringify(await standing())).not.toMatch(/"type":"(svg|image)"|"href"/);
    },
  );

  const RUN = 'javascript:alert(1)';
  const marked = [{ type: 'link', attrs: { href: RUN } }];
  const linked = {
    type: 'doc',
    content: [{ type: 'paragraph', content: [{ type: 'text', text: 'AGREE to meet', marks: marked }] }],
  };
  test.each([
    ['a.html', `<p><a href="${RUN}">AGREE to meet</a>`],
    ['a.html', '<p><a href="java&#9;script:alert(1)">AGREE to meet</a>'],
    ['a.md', `[AGREE to meet](${RUN}) <${RUN}>\n\n[AGREE][1]\n\n[1]: ${RUN}\n`],
    ['a.json', JSON.stringify(linked)],
    [
      'a.docx',
      wordFile({
        body: p(`<w:hyperlink r:id="l1">${r('AGREE to meet')}</w:hyperlink>`),
        relationships: link('l1', RUN),
      }),
    ],
  ])(
    'IM15 (Tiptap #2645, #3673, #5160, Homarr CVE-2023-45908: javascript: in a link) a link of %s that a browser would run',
    async (fileName, content) => {
      const outcome = await bring(fileName, content);
      expect(ruleOf(outcome)).toBe(outcomeOf(fileName));
      expect(await page()).not.toMatch(/href="?\s*java/i);
      expect(JSON.stringify(await standing())).not.toContain('"href"');
      if (outcome.ok) expect(await page()).toContain('AGREE to meet');
    },
  );
});
