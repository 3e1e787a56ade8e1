import { afterEach, beforeEach, expect, test } from 'vitest';
import { appointments } from '../../db/schema/bodies';
import { pendingImports } from '../../db/schema/imports';
import { getImport } from '../queries/imports';
import { draftStatement } from '../tests/adopted';
import { added, broughtForProposals } from '../tests/brought-for-proposals';
import { accepted, ruleOf } from '../tests/outcome';
import { BODY, createWorld, type World } from '../tests/world';
import { dropImport } from './decide-import';
import { importText } from './import-text';
import { readImport } from './read-import';

let world: World;
let documentId: string;
let brought: ReturnType<typeof broughtForProposals>;
let bytes: Uint8Array;
beforeEach(async () => {
  world = createWorld();
  documentId = await draftStatement(world);
  world.raw(`update documents set state = 'negotiation' where id = '${documentId}'`);
  // The chair speaks for Thailand, too: she may import, and she may propose.
  const delegate = { id: 'app_x', userId: 'user_chair', role: 'delegate', country: 'TH' } as const;
  const span = { from: '2016-01-01T00:00:00.000Z', to: null };
  world.db
    .insert(appointments)
    .values({ ...delegate, bodyId: BODY, ...span })
    .run();
  brought = broughtForProposals(world, documentId);
  bytes = await brought.file(added('REQUEST the Secretariat to report.', ' Soon.'));
});
afterEach(() => world.close());

const chair = () => world.actor('chair');
const bringText = async () =>
  accepted(await readImport(world.runtime, chair(), { documentId, fileName: 'Whole text.docx', bytes })).id;
const importPage = async () =>
  accepted(await getImport(world.runtime, chair(), documentId)).pending?.fileName;
const proposalsPage = async () => (await brought.page('chair')).pending?.fileName;

test('IM18 a file waits for what it was brought for, and is neither shown nor used for anything else', async () => {
  const text = await bringText();
  expect([await importPage(), await proposalsPage()]).toEqual(['Whole text.docx', undefined]);
  const { id } = accepted(await brought.bring(bytes, 'chair', 'Proposals.docx'));
  expect([await importPage(), await proposalsPage()]).toEqual(['Whole text.docx', 'Proposals.docx']);
  const { fingerprint } = await brought.list('chair');
  expect(ruleOf(await brought.press(text, fingerprint, 'chair'))).toBe('IM18');
  const input = { documentId, id, take: 'all', comments: false } as const;
  expect(ruleOf(await importText(world.runtime, chair(), input))).toBe('IM18');
  expect(ruleOf(dropImport(world.runtime, chair(), { documentId, id }))).toBe('IM18');
  accepted(dropImport(world.runtime, chair(), { documentId, id }, 'propose'));
  expect([await importPage(), await proposalsPage()]).toEqual(['Whole text.docx', undefined]);
});

test('IM18 IM3 IM27 IM28 a refused file takes the place of none that waits', async () => {
  accepted(await brought.bring(bytes, 'chair', 'Good.docx'));
  const markdown = new TextEncoder().encode('# A text');
  expect(ruleOf(await brought.bring(markdown, 'chair', 'Text.md'))).toBe('IM3');
  expect(ruleOf(await brought.bring(await brought.file(), 'chair', 'Untracked.docx'))).toBe('IM28');
  const other = await brought.file(
    (xml) => xml.replace('to move the civil service', 'to stop the civil service'),
    added('REQUEST the Secretariat to report.', ' Soon.'),
  );
  expect(ruleOf(await brought.bring(other, 'chair', 'Another text.docx'))).toBe('IM27');
  expect(await proposalsPage()).toBe('Good.docx');
  expect(world.db.select().from(pendingImports).all()).toHaveLength(1);
});
