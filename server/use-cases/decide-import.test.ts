import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { wholeAudit } from '../../db/audit-log';
import { deleteExpiredImports, pendingImportPage } from '../../db/imports';
import { getImport, getImportReview } from '../queries/imports';
import { draftStatement } from '../tests/adopted';
import { accepted, ruleOf } from '../tests/outcome';
import { createWorld, userIdOf, type World } from '../tests/world';
import { by, p, r, wordFile } from '../word/reading/testing/files';
import { decideImport, dropImport } from './decide-import';
import { importText } from './import-text';
import { readImport } from './read-import';

let world: World;
let documentId: string;
beforeEach(async () => {
  world = createWorld();
  documentId = await draftStatement(world);
});
afterEach(() => world.close());

const actor = () => world.actor('indonesia');

/** A file with so many insertions, `perParagraph` in each, by so many authors in turn. */
function trackingFile(changes: number, authors: number, perParagraph: number): Uint8Array {
  const one = (n: number) => `${r('and ')}<w:ins ${by(`Ministry ${n % authors}`)}>${r(`w${n} `)}</w:ins>`;
  const paragraphs = Array.from({ length: Math.ceil(changes / perParagraph) }, (_, index) => {
    const first = index * perParagraph;
    return p(
      Array.from({ length: Math.min(perParagraph, changes - first) }, (_, n) => one(first + n)).join(''),
    );
  });
  return wordFile({ body: paragraphs.join('') });
}

async function bring(bytes: Uint8Array): Promise<string> {
  world.clock.advance(10);
  return accepted(await readImport(world.runtime, actor(), { documentId, fileName: 'Big.docx', bytes })).id;
}
const page = (number: number) =>
  accepted(getImportReview(world.runtime, actor(), { documentId, page: number }));
type Asked = Omit<Parameters<typeof decideImport>[2], 'documentId' | 'id'>;
const decide = (id: string, asked: Partial<Asked>) =>
  decideImport(world.runtime, actor(), { documentId, id, take: [], leave: [], sweep: null, ...asked });

describe('a review in pages', () => {
  test('IM24 20,000 changes of 500 people: what was found is short, and so is each page', async () => {
    await bring(trackingFile(20_000, 500, 4));
    const { pending } = accepted(await getImport(world.runtime, actor(), documentId));
    expect(pending?.findings).toMatchObject({ pages: 200, passages: 5000 });
    expect(pending?.findings.authors).toHaveLength(500);
    expect(JSON.stringify(pending).length).toBeLessThan(200_000);
    const last = page(200);
    expect(last.passages).toHaveLength(25);
    expect(last.passages.flatMap(({ changes }) => changes).at(-1)).toMatchObject({
      number: 19_999,
      author: 'Ministry 499',
    });
    expect(last).toMatchObject({ page: 200, left: [], taken: 20_000 });
    expect(JSON.stringify(last.passages).length).toBeLessThan(40_000);
  });

  test('IM24 a page that is not there is the nearest one; a file that tracks nothing has no review', async () => {
    await bring(trackingFile(250, 3, 1));
    expect([0, -5, 2, 4, 1_000_000].map((number) => page(number).page)).toEqual([1, 1, 2, 3, 3]);
    await bring(wordFile({ body: p(r('Words alone.')) }));
    expect(ruleOf(getImportReview(world.runtime, actor(), { documentId, page: 1 }))).toBe('IM18');
  });

  test('IM18 IM24 pages go with their file: when another takes its place, when it is dropped, used or expired', async () => {
    const stored = (number: number) =>
      pendingImportPage(world.db, {
        documentId,
        userId: userIdOf('indonesia'),
        aim: 'importText',
        page: number,
      });
    await bring(trackingFile(250, 3, 1));
    expect(stored(3)).not.toBeNull();
    const second = await bring(trackingFile(150, 3, 1));
    expect([stored(2) === null, stored(3) === null]).toEqual([false, true]);
    accepted(dropImport(world.runtime, actor(), { documentId, id: second }));
    expect(stored(1)).toBeNull();
    const third = await bring(trackingFile(150, 3, 1));
    const how = { documentId, id: third, take: 'all', comments: false } as const;
    accepted(await importText(world.runtime, actor(), how));
    expect(stored(1)).toBeNull();
    await bring(trackingFile(150, 3, 1));
    world.clock.advance(25 * 3600);
    deleteExpiredImports(world.db, world.clock.now());
    expect(stored(1)).toBeNull();
  });

  test('IM18 nobody sees the pages of another, nor decides on them', async () => {
    const id = await bring(trackingFile(150, 3, 1));
    const other = world.actor('philippines');
    expect(ruleOf(getImportReview(world.runtime, other, { documentId, page: 1 }))).toBe('IM18');
    const asked = { documentId, id, take: [], leave: [1], sweep: null };
    expect(ruleOf(decideImport(world.runtime, other, asked))).toBe('IM18');
    expect(ruleOf(getImportReview(world.runtime, world.actor('reviewer'), { documentId, page: 1 }))).toBe(
      'PO2',
    );
  });
});

describe('IM25 choices', () => {
  test('of one page stay when others are decided on, and each page shows its own', async () => {
    const id = await bring(trackingFile(250, 3, 1));
    expect(accepted(decide(id, { leave: [7, 99] }))).toEqual({ taken: 248 });
    expect(accepted(decide(id, { leave: [249] }))).toEqual({ taken: 247 });
    expect(accepted(decide(id, { take: [99] }))).toEqual({ taken: 248 });
    expect([1, 2, 3].map((number) => page(number).left)).toEqual([[7], [], [249]]);
    expect(page(2).taken).toBe(248);
  });

  test('taking or leaving everything, or everything of one author, reaches every page', async () => {
    const id = await bring(trackingFile(250, 3, 1));
    expect(accepted(decide(id, { sweep: { author: null, take: false } }))).toEqual({ taken: 0 });
    expect([1, 2, 3].map((number) => page(number).left.length)).toEqual([100, 100, 50]);
    const { authors } = page(1).findings;
    const author = authors.findIndex(({ author: name }) => name === 'Ministry 2');
    expect(accepted(decide(id, { sweep: { author, take: true } }))).toEqual({ taken: 83 });
    expect(page(3).left.every((number) => number % 3 !== 2)).toBe(true);
    expect(page(3).left).toHaveLength(33);
    expect(accepted(decide(id, { take: [0], sweep: { author, take: false } }))).toEqual({ taken: 1 });
    expect(accepted(decide(id, { sweep: { author: null, take: true } }))).toEqual({ taken: 250 });
  });

  test('from all pages decide what is imported', async () => {
    const id = await bring(trackingFile(250, 3, 1));
    accepted(decide(id, { leave: [0], sweep: null }));
    accepted(decide(id, { leave: [200, 249] }));
    const how = { documentId, id, take: 'reviewed', comments: false } as const;
    accepted(await importText(world.runtime, actor(), how));
    const [event] = [...wholeAudit(world.db)].filter(({ kind }) => kind === 'document.imported');
    expect(event?.data).toMatchObject({ changesTaken: 247, changesLeft: 3 });
  });
});
