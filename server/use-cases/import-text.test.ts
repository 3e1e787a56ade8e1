import { strToU8 } from 'fflate';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { wholeAudit } from '../../db/audit-log';
import { deleteExpiredImports } from '../../db/imports';
import { plainText } from '../../domain/text/document-json';
import { getImport, getImportReview, versionComments } from '../queries/imports';
import { compareVersions, listVersions, readVersion } from '../queries/versions';
import { draftStatement } from '../tests/adopted';
import { accepted, ruleOf } from '../tests/outcome';
import { createWorld, type Person, type World } from '../tests/world';
import { by, deletedRun, p, r, wordFile } from '../word/reading/testing/files';
import { decideImport, dropImport } from './decide-import';
import { importText } from './import-text';
import { moveState } from './move-state';
import { readImport } from './read-import';

let world: World;
let documentId: string;
beforeEach(async () => {
  world = createWorld();
  documentId = await draftStatement(world);
});
afterEach(() => world.close());

const STYLES = ['Title', 'Preambular', 'Operative 1']
  .map((name) => `<w:style w:styleId="${name.replace(' ', '')}"><w:name w:val="${name}"/></w:style>`)
  .join('');
const style = (id: string) => `<w:pStyle w:val="${id}"/>`;

/** The statement of the tests with a file's changes in its third clause. */
function changedFile(third: string, comments?: string): Uint8Array {
  return wordFile({
    styles: STYLES,
    ...(comments === undefined ? {} : { comments }),
    body:
      p(r('Statement on Civil Service Reform'), style('Title')) +
      p(r('RECALLING the meeting in Chiang Rai,'), style('Preambular')) +
      p(third, style('Operative1')) +
      p(r('REQUEST the Secretariat to report.'), style('Operative1')),
  });
}

const TRACKED = changedFile(
  `${r('AGREE to ')}<w:del ${by('Ministry A')}>${deletedRun('move')}</w:del><w:ins ${by('Ministry A')}>${r('carry')}</w:ins>${r(' the ')}<w:ins ${by('Ministry B')}>${r('whole ')}</w:ins>${r('civil service forward;')}`,
);

async function bring(bytes: Uint8Array, person: Person = 'indonesia', fileName = 'Draft from Jakarta.docx') {
  world.clock.advance(10);
  return readImport(world.runtime, world.actor(person), { documentId, fileName, bytes });
}

async function take(person: Person, id: string, how: 'all' | 'none' | 'reviewed', comments = false) {
  world.clock.advance(10);
  return importText(world.runtime, world.actor(person), { documentId, id, take: how, comments });
}

async function words(number: number | 'now'): Promise<string[]> {
  const { text } = accepted(
    await readVersion(world.runtime, world.actor('reviewer'), { documentId, number }),
  );
  return (text.content ?? []).map(plainText);
}

describe('bringing a file', () => {
  test('IM17 IM18 it waits for its person with what was found; nothing of the document changes', async () => {
    const before = await words('now');
    const { id } = accepted(await bring(TRACKED));
    const { pending } = accepted(await getImport(world.runtime, world.actor('indonesia'), documentId));
    expect(pending).toMatchObject({ id, fileName: 'Draft from Jakarta.docx' });
    expect(pending?.findings.authors.map(({ author }) => author)).toEqual(['Ministry A', 'Ministry B']);
    expect(await words('now')).toEqual(before);
    const other = accepted(await getImport(world.runtime, world.actor('philippines'), documentId));
    expect(other.pending).toBeNull();
  });

  test('IM18 a newer file takes its place; after a day it is gone, and so it is when it is dropped', async () => {
    const first = accepted(await bring(TRACKED));
    const second = accepted(await bring(TRACKED));
    expect(ruleOf(await take('indonesia', first.id, 'all'))).toBe('IM18');
    accepted(dropImport(world.runtime, world.actor('indonesia'), { documentId, id: second.id }));
    expect(ruleOf(await take('indonesia', second.id, 'all'))).toBe('IM18');
    const third = accepted(await bring(TRACKED));
    world.clock.advance(24 * 3600);
    expect(ruleOf(await take('indonesia', third.id, 'all'))).toBe('IM18');
    expect(deleteExpiredImports(world.db, world.clock.now())).toBe(1);
  });

  test('PO2 PO3 PR5 only for who may write now', async () => {
    expect(ruleOf(await bring(TRACKED, 'reviewer'))).toBe('PO2');
    expect(ruleOf(await bring(TRACKED, 'stranger'))).toBe('PO1');
    const { id } = accepted(await bring(TRACKED));
    accepted(
      await moveState(world.runtime, world.actor('secretariat'), {
        documentId,
        step: 'circulate',
        reason: '',
        stateSeq: 0,
      }),
    );
    expect(ruleOf(await bring(TRACKED))).toBe('PO3');
    expect(ruleOf(await take('indonesia', id, 'all'))).toBe('PO3');
  });

  test('IM21 who has two files in hand waits, and the file waits with them; the place is given back in any case', async () => {
    const { id } = accepted(await bring(TRACKED));
    const places = [1, 2].map(() => accepted(world.runtime.imports.enter(world.actor('indonesia').userId)));
    expect(ruleOf(await take('indonesia', id, 'all'))).toBe('IM21');
    for (const leave of places) leave();
    expect(ruleOf(await take('indonesia', id, 'none'))).toBe('IM20');
    expect(ruleOf(await take('indonesia', id, 'none'))).toBe('IM20');
    accepted(await take('indonesia', id, 'all'));
  });

  test('IM3 a file that cannot be read says so and leaves the one before it', async () => {
    const { id } = accepted(await bring(TRACKED));
    expect(ruleOf(await bring(strToU8('%PDF-1.4')))).toBe('IM3');
    expect(accepted(await getImport(world.runtime, world.actor('indonesia'), documentId)).pending?.id).toBe(
      id,
    );
  });
});

describe('importing', () => {
  test('IM19 the text as it stood is kept, then the one that came, and the comparison shows the smallest change', async () => {
    const { id } = accepted(await bring(TRACKED));
    const { from, to } = accepted(await take('indonesia', id, 'all'));
    expect((await words('now'))[2]).toBe('AGREE to carry the whole civil service forward;');
    const { versions } = accepted(await listVersions(world.runtime, world.actor('reviewer'), documentId));
    expect(versions.map(({ number, kind, name }) => [number, kind, name])).toEqual([
      [to, 'imported', 'Draft from Jakarta.docx'],
      [from, 'checkpoint', ''],
    ]);
    const { redline } = accepted(
      await compareVersions(world.runtime, world.actor('reviewer'), { documentId, from, to }),
    );
    expect(redline.summary).toMatchObject({
      wordsInserted: 2,
      wordsDeleted: 1,
      clausesInserted: 0,
      clausesDeleted: 0,
    });
    expect(world.live.told).toContain(`followLog ${documentId}`);
    expect(ruleOf(await take('indonesia', id, 'all'))).toBe('IM18');
  });

  test('IM16 IM19 LE3 the words that came are written by who imported them; the others keep their authors', async () => {
    const { id } = accepted(await bring(TRACKED));
    const { from, to } = accepted(await take('indonesia', id, 'all'));
    const { redline } = accepted(
      await compareVersions(world.runtime, world.actor('reviewer'), { documentId, from, to }),
    );
    const authors = redline.rows.flatMap(({ segments }) =>
      segments.filter(({ op }) => op !== 'equal').map(({ op, author }) => [op, author]),
    );
    expect(new Set(authors.map(([, author]) => author))).toEqual(new Set(['ID']));
    const [event] = [...wholeAudit(world.db)].filter(({ kind }) => kind === 'document.imported');
    expect(JSON.stringify(event)).toContain(world.actor('indonesia').userId);
    expect(JSON.stringify(event)).not.toContain('Ministry');
  });

  test('IM20 none of the changes taken gives the text that stands', async () => {
    const { id } = accepted(await bring(TRACKED));
    expect(ruleOf(await take('indonesia', id, 'none'))).toBe('IM20');
    expect(accepted(await getImport(world.runtime, world.actor('indonesia'), documentId)).pending?.id).toBe(
      id,
    );
  });

  test('a review takes some changes and leaves the others, and is kept until it is used', async () => {
    const { id } = accepted(await bring(TRACKED));
    const actor = world.actor('indonesia');
    const leave = { take: [], leave: [2, 99], sweep: null };
    expect(accepted(decideImport(world.runtime, actor, { documentId, id, ...leave }))).toEqual({ taken: 2 });
    expect(accepted(getImportReview(world.runtime, actor, { documentId, page: 1 })).left).toEqual([2]);
    accepted(await take('indonesia', id, 'reviewed'));
    expect((await words('now'))[2]).toBe('AGREE to carry the civil service forward;');
  });

  test('CO16 comments come with the version, as stated in the file, where whoever imports says so', async () => {
    const third = `${r('AGREE to ')}<w:commentRangeStart w:id="4"/>${r('carry')}<w:commentRangeEnd w:id="4"/><w:r><w:commentReference w:id="4"/></w:r>${r(' the civil service forward;')}`;
    const note = `<w:comment ${by('Ministry A', '2026-03-01T09:30:00Z', 4)}>${p(r('Why?'))}</w:comment>`;
    const { id } = accepted(await bring(changedFile(third, note)));
    const { to } = accepted(await take('indonesia', id, 'all', true));
    const other = accepted(await bring(changedFile(third.replace('carry', 'bring'), note)));
    const silent = accepted(await take('indonesia', other.id, 'all'));
    const asked = { documentId, number: silent.to };
    expect(accepted(await versionComments(world.runtime, world.actor('reviewer'), asked))).toBeNull();
    expect(
      accepted(await versionComments(world.runtime, world.actor('reviewer'), { documentId, number: to })),
    ).toEqual({
      fileName: 'Draft from Jakarta.docx',
      threads: [
        {
          clause: 2,
          from: 9,
          to: 14,
          resolved: false,
          comments: [{ author: 'Ministry A', at: '2026-03-01T09:30:00.000Z', text: 'Why?' }],
        },
      ],
    });
  });
});
