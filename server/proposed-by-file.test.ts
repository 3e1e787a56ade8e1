import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { statedRationale } from '../domain/negotiation/file-proposal';
import type { DocumentJson, NodeJson } from '../domain/text/document-json';
import { plainText } from '../domain/text/document-json';
import { proposedByFile } from './proposed-by-file';
import { exportText } from './queries/export-text';
import { draftStatement } from './tests/adopted';
import { accepted } from './tests/outcome';
import { createWorld, type World } from './tests/world';
import { standingText } from './use-cases/standing-text';
import { by, deletedRun, r } from './word/reading/testing/files';

let world: World;
beforeEach(() => {
  world = createWorld();
});
afterEach(() => world.close());

const block = (type: string, id: string, ...content: NodeJson[]): NodeJson => ({
  type,
  attrs: type === 'operative' ? { id, level: 1 } : { id },
  content,
});
const words = (text: string, ...marks: { type: string; attrs: Record<string, unknown> }[]): NodeJson => ({
  type: 'text',
  text,
  ...(marks.length === 0 ? {} : { marks }),
});
const item = (id: string, text: string, ...lists: NodeJson[]): NodeJson => ({
  type: 'listItem',
  attrs: { id },
  content: [{ type: 'paragraph', content: [words(text)] }, ...lists],
});
const numbers = (...content: NodeJson[]): NodeJson => ({ type: 'orderedList', attrs: { start: 1 }, content });
const bullets = (...content: NodeJson[]): NodeJson => ({ type: 'bulletList', content });
const row = (id: string, ...cells: string[]): NodeJson => ({
  type: 'tableRow',
  attrs: { id },
  content: cells.map((text) => ({
    type: 'tableCell',
    attrs: { colspan: 1, rowspan: 1 },
    content: [{ type: 'paragraph', content: text === '' ? [] : [words(text)] }],
  })),
});
const table = (id: string, ...content: NodeJson[]): NodeJson => ({ type: 'table', attrs: { id }, content });

const AGREE = block('operative', 'c_3', words('AGREE to move the civil service forward;'));
const REQUEST = block('operative', 'c_4', words('REQUEST the Secretariat to report.'));

const ins = (text: string, date?: string) => `<w:ins ${by('A', date)}>${r(text)}</w:ins>`;
const del = (text: string, date?: string) => `<w:del ${by('A', date)}>${deletedRun(text)}</w:del>`;

/** The paragraph of a file that holds these words. */
function paragraphWith(xml: string, text: string): string {
  const found = xml.match(new RegExp(`<w:p>(?:(?!</w:p>).)*${text}(?:(?!</w:p>).)*</w:p>`));
  if (found === null) throw new Error(`no paragraph with ${text}`);
  return found[0];
}
const ending = (paragraph: string, mark: string) =>
  paragraph.includes('</w:pPr>')
    ? paragraph.replace('</w:pPr>', `<w:rPr>${mark}</w:rPr></w:pPr>`)
    : paragraph.replace('<w:p>', `<w:p><w:pPr><w:rPr>${mark}</w:rPr></w:pPr>`);
/** A new paragraph that looks like another. */
const like = (paragraph: string, text: string) =>
  ending(paragraph, `<w:ins ${by('A')}/>`)
    .replace(/<w:bookmark[^>]+>/g, '')
    .replace(/<w:r>.*<\/w:r>/, text === '' ? '' : ins(text));

/** What a text's own export asks for once its words were changed like this. */
async function asked(content: readonly NodeJson[], change: (xml: string) => string) {
  const documentId = await draftStatement(world, { type: 'doc', content });
  const actor = world.actor('indonesia');
  const exported = accepted(
    await exportText(world.runtime, actor, { documentId, number: 'now', format: 'docx' }),
  );
  const parts = unzipSync(exported.content as Uint8Array);
  const xml = strFromU8(parts['word/document.xml'] ?? new Uint8Array());
  const bytes = zipSync({ ...parts, 'word/document.xml': strToU8(change(xml)) });
  const standing = JSON.parse(standingText(world.db, documentId).canonical) as DocumentJson;
  return proposedByFile({ name: 'Capital.docx', bytes, houseStyle: 'declaration', language: 'en' }, standing);
}

async function proposed(content: readonly NodeJson[], change: (xml: string) => string) {
  const { proposals, notProposed } = accepted(await asked(content, change));
  return {
    proposals: proposals.map(({ place, words: text }) => [
      place.kind,
      place.clauseId,
      text === null ? null : plainText(text),
    ]),
    stated: proposals.map(({ stated }) => statedRationale(stated)),
    notProposed,
  };
}

const soon = (xml: string) =>
  xml.replace(
    r('REQUEST the Secretariat to report.'),
    `${r('REQUEST the Secretariat to report.')}${ins(' Soon.')}`,
  );
const SOON = ['replace', 'c_4', 'REQUEST the Secretariat to report. Soon.'];

describe('IM27 a file without its changes is the text that stands', () => {
  const alternative = (number: number, owners: string, text: string) =>
    words(text, { type: 'bracket', attrs: { path: `b_abcdefgh:${number}:${owners}` } });
  const BRACKETED = block(
    'operative',
    'c_2',
    words('AGREE to meet '),
    alternative(0, '', 'twice'),
    alternative(1, 'TH', 'once'),
    words(' a year;'),
  );

  test('IM27 IM30 a text with brackets is, though the file holds them as signs; a clause that holds some is not reworded', async () => {
    expect(await proposed([BRACKETED, REQUEST], soon)).toMatchObject({ proposals: [SOON], notProposed: [] });
    const deep = (path: string, text: string) => words(text, { type: 'bracket', attrs: { path } });
    const ofAllKinds = block(
      'operative',
      'c_5',
      deep('b_a:0:', 'INVITE '),
      {
        ...deep('b_a:0:/b_b:0:ID+VN', 'all'),
        marks: [{ type: 'bold' }, { type: 'bracket', attrs: { path: 'b_a:0:/b_b:0:ID+VN' } }],
      },
      deep('b_a:0:/b_b:1:TH:n', '—'),
      { type: 'footnote', attrs: { text: 'A note.', bracket: 'b_a:0:' } },
      deep('b_a:1:MY', 'CALL on '),
      deep('b_a:1:MY', 'partners '),
      deep('b_c:0::p', '[date]'),
    );
    expect(await proposed([ofAllKinds, REQUEST], soon)).toMatchObject({ proposals: [SOON], notProposed: [] });
    const both = await proposed([BRACKETED, REQUEST], (xml) =>
      soon(xml).replace(r(' a year;'), `${r(' a year')}${ins(' at least')}${r(';')}`),
    );
    expect(both.proposals).toEqual([SOON]);
    expect(both.notProposed).toEqual([
      { why: 'bracketed', clauseId: 'c_2', where: 'AGREE to meet [twice] [TH: once] a year at least;' },
    ]);
  });

  test('IM30 a clause with brackets that was divided is left whole, and both its halves are named', async () => {
    const { proposals, notProposed } = await proposed([BRACKETED, REQUEST], (xml) => {
      const whole = paragraphWith(xml, 'AGREE to meet');
      const [before = '', after = ''] = whole.split(/(?=<w:r>(?:(?!<w:r>).)*once)/);
      const look = before.match(/^<w:p>(<w:pPr>.*?<\/w:pPr>)?/)?.[0] ?? '';
      return soon(xml).replace(whole, `${ending(`${before}</w:p>`, `<w:ins ${by('A')}/>`)}${look}${after}`);
    });
    expect(proposals).toEqual([SOON]);
    expect(notProposed.map(({ why, where }) => [why, where])).toEqual([
      ['bracketed', 'AGREE to meet [twice] [TH:'],
      ['bracketed', 'once] a year;'],
    ]);
  });

  test('IM27 it is whatever lists and tables stand beside and within each other', async () => {
    const rich = [
      numbers(item('c_i', 'one'), item('c_j', 'two')),
      numbers(item('c_k', 'one anew')),
      bullets(item('c_l', 'a bullet', numbers(item('c_m', 'below it')))),
      bullets(item('c_n', 'another list')),
      { ...numbers(item('c_o', 'letters')), attrs: { start: 3, type: 'a' } },
      table('c_t', row('c_r', 'Name', 'Sum'), row('c_s', 'x', '')),
      table('c_u', row('c_v', 'other', 'table')),
      REQUEST,
    ];
    expect(await proposed(rich, soon)).toMatchObject({ proposals: [SOON], notProposed: [] });
  });

  test('IM27 of a link its address alone is compared, since a Word file carries nothing else of it', async () => {
    const link = { type: 'link', attrs: { href: 'https://asean.org/', title: 'ASEAN' } };
    const linked = block('operative', 'c_3', words('AGREE with '), words('this page', link), words(';'));
    expect(await proposed([linked, REQUEST], soon)).toMatchObject({ proposals: [SOON], notProposed: [] });
  });

  test('IM27 the words of the first clause that differs are said', async () => {
    const outcome = await asked([AGREE, REQUEST], (xml) => soon(xml).replace('move the', 'still the'));
    expect(outcome).toEqual({
      ok: false,
      rule: 'IM27',
      detail: { words: 'AGREE to move the civil service forward;' },
    });
  });
});

describe('IM30 what a file asks for', () => {
  test('IM30 a new table of three rows is one table, new items of a list are one list', async () => {
    const tr = (...cells: string[]) =>
      `<w:tr><w:trPr><w:ins ${by('A')}/></w:trPr>${cells.map((text) => `<w:tc><w:p>${ins(text)}</w:p></w:tc>`).join('')}</w:tr>`;
    const outcome = accepted(
      await asked([AGREE, numbers(item('c_i', 'one thing')), REQUEST], (xml) => {
        const [agree, one] = [paragraphWith(xml, 'AGREE'), paragraphWith(xml, 'one thing')];
        const news = `<w:tbl><w:tblPr/><w:tblGrid><w:gridCol/><w:gridCol/></w:tblGrid>${tr('H', 'I')}${tr('x', 'y')}${tr('z', 'w')}</w:tbl>`;
        return xml
          .replace(agree, `${agree}${news}`)
          .replace(one, `${one}${like(one, 'two')}${like(one, 'three')}`);
      }),
    );
    expect(outcome.notProposed).toEqual([]);
    expect(
      outcome.proposals.map(({ place, words: text }) => [
        place.clauseId,
        text?.content?.map(({ type, content }) => [type, content?.length]),
      ]),
    ).toEqual([
      ['c_3', [['table', 3]]],
      ['c_i', [['orderedList', 2]]],
    ]);
  });

  test('IM30 NP7 a blank line is none, and a clause whose words are all deleted is one that goes', async () => {
    const outcome = await proposed([AGREE, REQUEST], (xml) => {
      const agree = paragraphWith(xml, 'AGREE');
      const blank = like(agree, '');
      return xml
        .replace(agree, `${agree}${blank}${like(agree, 'ENCOURAGE all;')}${blank}`)
        .replace(r('REQUEST the Secretariat to report.'), del('REQUEST the Secretariat to report.'));
    });
    expect(outcome.proposals).toEqual([
      ['insert', 'c_3', 'ENCOURAGE all;'],
      ['delete', 'c_4', null],
    ]);
    expect(outcome.notProposed).toEqual([]);
  });

  test('IM26 English words typed with a Vietnamese keyboard are English', async () => {
    const outcome = accepted(
      await asked([AGREE, REQUEST], (xml) => {
        const typed = ins(' Soon.').replace(r(' Soon.'), r(' Soon.', '<w:lang w:val="vi-VN"/>'));
        return xml.replace(r(plainText(REQUEST)), `${r(plainText(REQUEST))}${typed}`);
      }),
    );
    const [, ...others] = outcome.proposals;
    expect(others).toEqual([]);
    expect(JSON.stringify(outcome.proposals)).toContain('Soon.');
    expect(JSON.stringify(outcome.proposals)).not.toContain('language');
  });

  test('IM30 bullets that became numbers are no drafts that change nothing: the change is named', async () => {
    const text = [
      bullets(item('c_i', 'training'), item('c_j', 'exchange')),
      REQUEST,
      numbers(item('c_k', 'a number')),
    ];
    const outcome = await proposed(text, (xml) => {
      const number = paragraphWith(xml, 'a number').match(/<w:numPr>.*?<\/w:numPr>/)?.[0] ?? '';
      return ['training', 'exchange'].reduce((changed, name) => {
        const paragraph = paragraphWith(changed, name);
        const look = paragraph.match(/<w:pPr>(.*?)<\/w:pPr>/)?.[1] ?? '';
        const before = `<w:pPrChange ${by('A')}><w:pPr>${look}</w:pPr></w:pPrChange>`;
        const after = look.replace(/<w:numPr>.*?<\/w:numPr>/, number);
        return changed.replace(paragraph, paragraph.replace(look, `${after}${before}`));
      }, xml);
    });
    expect(outcome.proposals).toEqual([]);
    expect(outcome.notProposed).toEqual([{ why: 'elsewhere', clauseId: 'c_i', where: 'training' }]);
  });
});

describe('IM31 whose changes a draft states', () => {
  test('IM31 the last day, also of changes that Word cut into pieces of several days', async () => {
    const outcome = await proposed([AGREE, REQUEST], (xml) =>
      xml.replace(
        r('REQUEST the Secretariat to report.'),
        `${r('REQUEST the Secretariat to report.')}${ins(' Soon', '2026-03-01T09:00:00Z')}${ins(' and well.', '2026-03-09T09:00:00Z')}`,
      ),
    );
    expect(outcome.stated).toEqual(['As stated in the file: A, 2026-03-09.']);
  });

  test('IM31 the second half of a clause that was divided has the names of the first', async () => {
    const outcome = await proposed([AGREE, REQUEST], (xml) => {
      const whole = paragraphWith(xml, 'REQUEST');
      const run = r('REQUEST the Secretariat to report.');
      const first = ending(whole, `<w:ins ${by('A')}/>`).replace(run, r('REQUEST the Secretariat '));
      const second = whole.replace(/<w:bookmark[^>]+>/g, '').replace(run, r('to report.'));
      return xml.replace(whole, `${first}${second}`);
    });
    expect(outcome.proposals.map(([kind]) => kind)).toEqual(['replace', 'insert']);
    expect(outcome.stated).toEqual([
      'As stated in the file: A, 2026-03-01.',
      'As stated in the file: A, 2026-03-01.',
    ]);
  });

  test('IM31 a new clause behind one that moved is where the text goes on, with whose it is', async () => {
    const outcome = await proposed(
      [AGREE, block('operative', 'c_5', words('INVITE partners;')), REQUEST],
      (xml) => {
        const [agree, request] = [paragraphWith(xml, 'AGREE'), paragraphWith(xml, 'REQUEST')];
        const run = r('AGREE to move the civil service forward;');
        const move = (which: string) =>
          ending(agree, `<w:${which} ${by('B')}/>`).replace(
            run,
            `<w:${which} ${by('B')}>${run}</w:${which}>`,
          );
        const here = move('moveTo').replace(/<w:bookmark[^>]+>/g, '');
        return xml
          .replace(agree, move('moveFrom'))
          .replace(request, `${request}${here}${like(request, 'THANK the host.')}`);
      },
    );
    expect(outcome.proposals).toEqual([['insert', 'c_4', 'THANK the host.']]);
    expect(outcome.stated).toEqual(['As stated in the file: A, 2026-03-01.']);
    expect(outcome.notProposed).toEqual([
      { why: 'moved', clauseId: 'c_3', where: 'AGREE to move the civil service forward;' },
    ]);
  });
});
