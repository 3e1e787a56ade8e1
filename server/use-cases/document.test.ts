import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { wholeAudit } from '../../db/audit-log';
import { findDocument } from '../../db/documents';
import { clientAuthors, logAuthors } from '../../db/update-log';
import type { DocumentJson } from '../../domain/text/document-json';
import { getDocument, listDocuments } from '../queries/documents';
import { compareVersions, readVersion } from '../queries/versions';
import { adoptedStatement, draftStatement, STATEMENT } from '../tests/adopted';
import { accepted, ruleOf } from '../tests/outcome';
import { BODY, createWorld, ITEM, MEETING, OTHER_BODY, textOf, userIdOf, type World } from '../tests/world';
import { type CreateDocumentInput, createDocument } from './create-document';
import { describeDocument } from './describe-document';
import { moveState } from './move-state';
import { startSuccessor } from './start-successor';
import { writeText } from './write-text';

let world: World;
beforeEach(() => {
  world = createWorld();
});
afterEach(() => world.close());

const PAPER: CreateDocumentInput = { bodyId: BODY, kind: 'paper', title: 'A paper' };

function create(input: Partial<CreateDocumentInput>, person: Parameters<World['actor']>[0] = 'secretariat') {
  return createDocument(world.runtime, world.actor(person), { ...PAPER, ...input });
}

async function textNow(documentId: string): Promise<DocumentJson> {
  const read = await readVersion(world.runtime, world.actor('secretariat'), { documentId, number: 'now' });
  return accepted(read).text;
}

describe('making a document', () => {
  test('PR23 gives each a symbol of its own by the template of the body', async () => {
    const symbols = [
      accepted(await create({ meetingId: MEETING })).symbol,
      accepted(await create({ meetingId: MEETING })).symbol,
      accepted(await create({ kind: 'workPlan', meetingId: MEETING })).symbol,
      accepted(await create({})).symbol,
    ];
    expect(symbols).toEqual(['ACCSM/20/P.1', 'ACCSM/20/P.2', 'ACCSM/20/WP.1', 'ACCSM/P.3']);
  });

  test('PR22 PR23 (HedgeDoc CVE-2023-38487: a note hides another by taking its name) takes a symbol that is given, once and well formed', async () => {
    expect(accepted(await create({ symbol: ' ACCSM/20/CRP.1 ' })).symbol).toBe('ACCSM/20/CRP.1');
    expect(await create({ symbol: 'ACCSM/20/CRP.1' })).toEqual({
      ok: false,
      rule: 'PR23',
      detail: { symbol: 'ACCSM/20/CRP.1', field: 'symbol' },
    });
    for (const symbol of ['a', 'a b', '../etc', 'x'.repeat(61), 'ก/1']) {
      expect([symbol, ruleOf(await create({ symbol }))]).toEqual([symbol, 'PR22']);
    }
    // Nor by taking its id: ids are the server's, and none is a symbol.
    const { documentId } = accepted(await create({}));
    expect(ruleOf(await create({ symbol: documentId }))).toBe('PR22');
    const named = { id: documentId, documentId, title: 'In its place' };
    expect(accepted(await create(named)).documentId).not.toBe(documentId);
    const still = await getDocument(world.runtime, world.actor('chair'), documentId);
    expect(accepted(still).title).not.toBe('In its place');
  });

  test('PO4 PO1 only secretariat and chair of the body make one', async () => {
    expect(ruleOf(await create({}, 'chair'))).toBe('accepted');
    expect(ruleOf(await create({}, 'indonesia'))).toBe('PO4');
    expect(ruleOf(await create({}, 'administrator'))).toBe('PO4');
    expect(ruleOf(await create({}, 'stranger'))).toBe('PO1');
    expect(ruleOf(await create({ bodyId: OTHER_BODY }))).toBe('PO1');
    expect(ruleOf(await create({ bodyId: 'nowhere' }))).toBe('PO1');
  });

  test.each<[string, Partial<CreateDocumentInput>]>([
    ['PR20', { title: '  ' }],
    ['PR20', { title: 'x'.repeat(501) }],
    ['PR11', { meetingId: 'meeting_other' }],
    ['PR11', { meetingId: 'nowhere' }],
    ['PR12', { agendaItemId: ITEM }],
    ['PR12', { meetingId: MEETING, agendaItemId: 'item_other' }],
    ['BO5', { leadCountry: 'XX' }],
    ['SY7', { text: { type: 'doc', content: [{ type: 'iframe' }] } }],
    [
      'SY7',
      {
        text: {
          type: 'doc',
          content: [
            {
              type: 'paragraph',
              content: [
                {
                  type: 'text',
                  text: 'x',
                  marks: [{ type: 'link', attrs: { href: 'javascript:alert(1)' } }],
                },
              ],
            },
          ],
        },
      },
    ],
  ])('%s refuses %j and leaves nothing behind', async (rule, input) => {
    expect(ruleOf(await create(input))).toBe(rule);
    expect(accepted(await listDocuments(world.runtime, world.actor('secretariat')))).toEqual([]);
    expect([...wholeAudit(world.db)]).toEqual([]);
  });

  test('TX1 every clause of the first text has an id; the log says who wrote it', async () => {
    const { documentId } = accepted(await create({ title: '  A   paper  ' }));
    const text = await textNow(documentId);
    expect(text.content?.map((node) => [node.type, typeof node.attrs?.id])).toEqual([
      ['title', 'string'],
      ['paragraph', 'string'],
    ]);
    expect(text.content?.[0]?.content).toEqual([{ type: 'text', text: 'A paper' }]);
    expect(
      logAuthors(world.db, documentId, 0, 99).map((row) => [row.userId, row.country, row.clientId]),
    ).toEqual([[userIdOf('secretariat'), null, null]]);
    expect([...clientAuthors(world.db, documentId).values()]).toEqual([
      { userId: userIdOf('secretariat'), country: null },
    ]);
  });

  test('AU1 is in the trail with its symbol', async () => {
    const { documentId, symbol } = accepted(await create({}));
    expect([...wholeAudit(world.db)]).toMatchObject([
      { kind: 'document.created', subjectId: documentId, bodyId: BODY, data: { symbol, title: 'A paper' } },
    ]);
  });
});

describe('writing', () => {
  test('PO2 writes as the person, in the smallest edit, and tells the room', async () => {
    const documentId = await draftStatement(world);
    const target = textOf(
      ['title', 'Statement on Civil Service Reform'],
      ['preambular', 'RECALLING the meeting in Chiang Rai,'],
      ['operative', 'AGREE to move the whole civil service forward;'],
      ['operative', 'REQUEST the Secretariat to report.'],
    );
    world.live.told.length = 0;
    const written = await writeText(world.runtime, world.actor('indonesia'), { documentId, text: target });
    expect(accepted(written)).toEqual({ changed: true });
    expect(world.live.told).toEqual([`followLog ${documentId}`]);
    expect(await textNow(documentId)).toEqual(target);
    expect(logAuthors(world.db, documentId, 1, 99).map((row) => row.country)).toEqual(['ID']);
    const again = await writeText(world.runtime, world.actor('indonesia'), { documentId, text: target });
    expect(accepted(again)).toEqual({ changed: false });
    expect(world.live.told.length).toBe(1);
  });

  test('PO2 PO3 SY7 refuses readers, the wrong state and a hostile text', async () => {
    const documentId = await draftStatement(world);
    const { runtime } = world;
    const text = textOf(['title', 'Mine']);
    expect(ruleOf(await writeText(runtime, world.actor('reviewer'), { documentId, text }))).toBe('PO2');
    const hostile: DocumentJson = { type: 'doc', content: [{ type: 'script' }] };
    expect(ruleOf(await writeText(runtime, world.actor('indonesia'), { documentId, text: hostile }))).toBe(
      'SY7',
    );
    accepted(await moveState(runtime, world.actor('chair'), { documentId, step: 'circulate' }));
    expect(ruleOf(await writeText(runtime, world.actor('indonesia'), { documentId, text }))).toBe('PO3');
    expect(await textNow(documentId)).toEqual(STATEMENT);
  });
});

describe('describing', () => {
  test('PR11 PR12 PR20 changes what was given and keeps the rest', async () => {
    const documentId = await draftStatement(world);
    const { runtime } = world;
    const secretariat = world.actor('secretariat');
    const done = await describeDocument(runtime, secretariat, {
      documentId,
      title: 'Statement on Reform',
      leadCountry: null,
      agendaItemId: 'item_plan',
    });
    expect(accepted(done).changed).toEqual(['title', 'leadCountry', 'agendaItemId']);
    expect(findDocument(world.db, documentId)).toMatchObject({
      title: 'Statement on Reform',
      leadCountry: null,
      agendaItemId: 'item_plan',
      kind: 'statement',
      meetingId: MEETING,
    });
    const refused = await Promise.all([
      describeDocument(runtime, secretariat, { documentId, title: 'x' }),
      describeDocument(runtime, secretariat, { documentId, meetingId: null }),
      describeDocument(runtime, secretariat, { documentId, meetingId: 'meeting_other' }),
      describeDocument(runtime, world.actor('indonesia'), { documentId, title: 'Ours' }),
    ]);
    expect(refused.map(ruleOf)).toEqual(['PR20', 'PR12', 'PR11', 'PO2']);
    expect(accepted(await describeDocument(runtime, secretariat, { documentId })).changed).toEqual([]);
  });
});

describe('who sees which documents', () => {
  test('PO1 lists and opens what a person may see and nothing else', async () => {
    const documentId = await draftStatement(world);
    const seen = async (person: Parameters<World['actor']>[0]) => [
      accepted(await listDocuments(world.runtime, world.actor(person))).length,
      ruleOf(await getDocument(world.runtime, world.actor(person), documentId)),
    ];
    expect(await seen('reviewer')).toEqual([1, 'accepted']);
    expect(await seen('observer')).toEqual([0, 'PO1']);
    expect(await seen('administrator')).toEqual([0, 'PO1']);
    expect(await seen('stranger')).toEqual([0, 'PO1']);
    accepted(await moveState(world.runtime, world.actor('chair'), { documentId, step: 'circulate' }));
    expect(await seen('observer')).toEqual([1, 'accepted']);
    expect(await seen('stranger')).toEqual([0, 'PO1']);
    expect(ruleOf(await getDocument(world.runtime, world.actor('chair'), 'doc_nothing'))).toBe('PO1');
  });

  test('PO2 PR5 the view says what a person may, and why not', async () => {
    const documentId = await draftStatement(world);
    const view = accepted(await getDocument(world.runtime, world.actor('reviewer'), documentId));
    expect([view.may.read, view.may.edit, view.may.adopt, view.whyNotEdit]).toEqual([
      true,
      false,
      false,
      'PO2',
    ]);
    expect(
      accepted(await getDocument(world.runtime, world.actor('chair'), documentId)).whyNotEdit,
    ).toBeNull();
  });
});

describe('a successor', () => {
  test('PR21 starts from the adopted words, clause ids included, and compares with them', async () => {
    const adoptedId = await adoptedStatement(world);
    const chair = world.actor('chair');
    const { documentId, symbol } = accepted(
      await startSuccessor(world.runtime, chair, { documentId: adoptedId, title: 'Statement, as amended' }),
    );
    expect(symbol).toBe('ACCSM/ST.2');
    expect(findDocument(world.db, documentId)).toMatchObject({
      predecessorId: adoptedId,
      state: 'draft',
      title: 'Statement, as amended',
    });
    expect(await textNow(documentId)).toEqual(STATEMENT);
    const changed = textOf(
      ['title', 'Statement on Civil Service Reform'],
      ['preambular', 'RECALLING the meeting in Chiang Rai,'],
      ['operative', 'AGREE to move the civil service further forward;'],
      ['operative', 'REQUEST the Secretariat to report.'],
    );
    accepted(await writeText(world.runtime, world.actor('philippines'), { documentId, text: changed }));
    const comparison = accepted(
      await compareVersions(world.runtime, world.actor('reviewer'), {
        documentId,
        from: 3,
        to: 'now',
        fromDocument: adoptedId,
      }).then((outcome) =>
        outcome.ok
          ? outcome
          : compareVersions(world.runtime, world.actor('reviewer'), {
              documentId,
              from: 2,
              to: 'now',
              fromDocument: adoptedId,
            }),
      ),
    );
    expect(comparison.from.kind).toBe('adopted');
    expect(comparison.fromDocument?.id).toBe(adoptedId);
    expect(comparison.redline.summary).toMatchObject({ wordsInserted: 1, wordsDeleted: 0, clausesEdited: 1 });
    const inserted = comparison.redline.rows.flatMap((row) =>
      row.segments.filter((run) => run.op === 'insert'),
    );
    expect(inserted.map((run) => [run.text.trim(), run.author])).toEqual([['further', 'PH']]);
  });

  test('PO2 PO3 only head table, only from an adopted text', async () => {
    const adoptedId = await adoptedStatement(world);
    const { runtime } = world;
    expect(ruleOf(await startSuccessor(runtime, world.actor('indonesia'), { documentId: adoptedId }))).toBe(
      'PO2',
    );
    expect(ruleOf(await startSuccessor(runtime, world.actor('observer'), { documentId: adoptedId }))).toBe(
      'PO2',
    );
    const draftId = await draftStatement(world);
    expect(ruleOf(await startSuccessor(runtime, world.actor('chair'), { documentId: draftId }))).toBe('PO3');
  });
});
