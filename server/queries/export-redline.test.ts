import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { applyChanges, parseChangeList, revertChanges } from '../../domain/redline/list';
import { canonicalText } from '../../domain/text/canonical';
import type { DocumentJson } from '../../domain/text/document-json';
import type { RedlineFileFormat, RedlinePaper } from '../../domain/text/paper';
import { draftStatement } from '../tests/adopted';
import { accepted, ruleOf } from '../tests/outcome';
import { createWorld, type Person, textOf, type World } from '../tests/world';
import { takeVersion } from '../use-cases/take-version';
import { writeText } from '../use-cases/write-text';
import { readWord } from '../word/reading';
import { exportRedline } from './export-redline';
import { exportText } from './export-text';
import { readVersion } from './versions';

let world: World;
let documentId: string;
beforeEach(async () => {
  world = createWorld();
  documentId = await draftStatement(world, textOf(['title', 'Statement'], ['operative', 'AGREE to meet;']));
  await keep('secretariat', 'AGREE to meet every year;', 'TASK the officials.');
  await keep('philippines', 'AGREE to meet each year;', 'TASK the officials.');
});
afterEach(() => world.close());

async function keep(person: Person, ...clauses: string[]): Promise<void> {
  world.clock.advance(60);
  const text = textOf(['title', 'Statement'], ...clauses.map((words) => ['operative', words] as const));
  accepted(await writeText(world.runtime, world.actor(person), { documentId, text }));
  accepted(await takeVersion(world.runtime, world.actor('secretariat'), { documentId, name: person }));
}

function take(person: Person, format: RedlineFileFormat, authors: 'delegations' | 'neutral' = 'delegations') {
  return exportRedline(world.runtime, world.actor(person), {
    documentId,
    from: 1,
    to: 2,
    format,
    locale: 'en',
    lineNumbers: 'none',
    options: { moves: 'moves', authors },
  });
}

async function stored(number: number): Promise<DocumentJson> {
  return accepted(await readVersion(world.runtime, world.actor('reviewer'), { documentId, number })).text;
}

function read(content: string | Uint8Array) {
  if (typeof content === 'string') throw new Error('a Word file is bytes');
  return accepted(readWord(content, { houseStyle: 'declaration', language: 'en' }));
}

describe('a comparison as a file', () => {
  test('WO2 WO3 Word: both versions to the letter, in the name of the delegation or of nobody', async () => {
    const file = accepted(await take('reviewer', 'docx'));
    expect(file.fileName).toMatch(/^ACCSM\/20\/ST\.1-redline-v1-v2\.docx$/);
    const word = read(file.content);
    expect(canonicalText(word.rejected)).toBe(canonicalText(await stored(1)));
    expect(canonicalText(word.accepted)).toBe(canonicalText(await stored(2)));
    expect(word.authors.map(({ author }) => author)).toEqual(['Philippines']);
    const neutral = read(accepted(await take('reviewer', 'docx', 'neutral')).content);
    expect(neutral.authors.map(({ author }) => author)).toEqual(['Redline Version 1–Version 2']);
  });

  test('LE16 WO3 moves bear the name of the delegation that alone wrote between the two versions', async () => {
    const [meet, report] = ['AGREE to meet each year in May;', 'WELCOME the report of the Secretariat;'];
    await keep('philippines', meet, report);
    await keep('indonesia', report, meet);
    await keep('thaiDelegate', report, `${meet} Thanks.`);
    const take = (from: number, to: number, format: RedlineFileFormat) =>
      exportRedline(world.runtime, world.actor('reviewer'), {
        documentId,
        from,
        to,
        format,
        locale: 'en',
        lineNumbers: 'none',
        options: { moves: 'moves', authors: 'delegations' },
      });
    const authors = async (from: number, to: number) =>
      read(accepted(await take(from, to, 'docx')).content).authors;
    expect((await authors(3, 4)).map(({ author, moves }) => [author, moves])).toEqual([['Indonesia', 1]]);
    expect((await authors(3, 5)).filter(({ moves }) => moves > 0)).toEqual([
      expect.objectContaining({ author: 'Redline Version 3–Version 5', moves: 1 }),
    ]);
    const { content } = accepted(await take(3, 4, 'json'));
    const list = accepted(parseChangeList(new TextDecoder().decode(content as Uint8Array)));
    expect(list.changes.map(({ kind, authors: hands }) => [kind, hands])).toEqual([['moved', ['ID']]]);
  });

  test('WO2 the list of changes makes either version of the other', async () => {
    const { content } = accepted(await take('reviewer', 'json'));
    const list = accepted(parseChangeList(new TextDecoder().decode(content as Uint8Array)));
    const [old, fresh] = [await stored(1), await stored(2)];
    expect(canonicalText(accepted(applyChanges(old, list)))).toBe(canonicalText(fresh));
    expect(canonicalText(accepted(revertChanges(fresh, list)))).toBe(canonicalText(old));
  });

  test('WO2 BR4 of texts with brackets, too, as they are stored; on paper stand their own fingerprints', async () => {
    const bracketed = textOf(['title', 'Statement'], ['operative', 'AGREE to meet each year;']);
    const [title, operative] = bracketed.content ?? [];
    const marks = [{ type: 'bracket', attrs: { path: 'b_1:0:TH' } }];
    const words = [
      { type: 'text', text: 'AGREE to ' },
      { type: 'text', text: 'meet', marks },
      { type: 'text', text: ' each year;' },
    ];
    const text = { ...bracketed, content: [title, { ...operative, type: 'operative', content: words }] };
    accepted(
      await writeText(world.runtime, world.actor('secretariat'), { documentId, text: text as DocumentJson }),
    );
    accepted(await takeVersion(world.runtime, world.actor('secretariat'), { documentId, name: 'Brackets' }));
    const input = { documentId, from: 2, to: 3, locale: 'en', lineNumbers: 'none' } as const;
    const options = { moves: 'moves', authors: 'delegations' } as const;
    const list = await exportRedline(world.runtime, world.actor('reviewer'), {
      ...input,
      options,
      format: 'json',
    });
    const changes = accepted(parseChangeList(new TextDecoder().decode(accepted(list).content as Uint8Array)));
    const [old, fresh] = [await stored(2), await stored(3)];
    expect(canonicalText(accepted(applyChanges(old, changes)))).toBe(canonicalText(fresh));
    expect(canonicalText(accepted(revertChanges(fresh, changes)))).toBe(canonicalText(old));
  });

  test('WO3 a paper that shall name nobody is given nobody to name', async () => {
    const asked: RedlinePaper[] = [];
    const redline = async (paper: RedlinePaper) => {
      asked.push(paper);
      return new Uint8Array();
    };
    const runtime = { ...world.runtime, papers: { ...world.runtime.papers, redline } };
    for (const authors of ['delegations', 'neutral'] as const) {
      const input = { documentId, from: 1, to: 2, locale: 'en', lineNumbers: 'none', format: 'pdf' } as const;
      const options = { moves: 'moves', authors } as const;
      accepted(await exportRedline(runtime, world.actor('reviewer'), { ...input, options }));
    }
    const [named, neutral] = asked;
    expect(JSON.stringify(named)).toContain('Philippines');
    expect(named?.job.written?.flat()).toContain('PH');
    expect([neutral?.delegations, neutral?.job.written, neutral?.job.removed]).toEqual([
      {},
      undefined,
      undefined,
    ]);
  });

  test('WO3 a web page and plain text name delegations only where asked', async () => {
    const text = async (format: RedlineFileFormat, authors: 'delegations' | 'neutral') =>
      new TextDecoder().decode(accepted(await take('reviewer', format, authors)).content as Uint8Array);
    expect(await text('html', 'delegations')).toContain('Philippines');
    expect(await text('html', 'neutral')).not.toContain('Philippines');
    expect(await text('txt', 'neutral')).toContain('[-every-]{+each+}');
  });

  test('PO1 for those who may take both texts away, and nobody else', async () => {
    expect(ruleOf(await take('stranger', 'docx'))).toBe('PO1');
    expect(ruleOf(await take('observer', 'docx'))).toBe('PO1');
  });
});

describe('a version as a Word file', () => {
  test('WO1 comes back as the text it was', async () => {
    const file = accepted(
      await exportText(world.runtime, world.actor('reviewer'), { documentId, number: 2, format: 'docx' }),
    );
    expect(file.fileName).toBe('ACCSM/20/ST.1-v2.docx');
    expect(canonicalText(read(file.content).accepted)).toBe(canonicalText(await stored(2)));
  });
});
