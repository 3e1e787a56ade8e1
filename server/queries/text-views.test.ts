import { gunzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { plainOf } from '../../domain/text/as-plain';
import { writeBrackets } from '../../domain/text/brackets';
import { plainText } from '../../domain/text/document-json';
import { negotiatedStatement } from '../tests/negotiation';
import { accepted, ruleOf } from '../tests/outcome';
import { BODY, createWorld, type Person, textOf, type World } from '../tests/world';
import { beginProposal } from '../use-cases/begin-proposal';
import { disposeProposals } from '../use-cases/dispose-proposals';
import { appendEdit } from '../use-cases/edit-ahead';
import { putInBrackets } from '../use-cases/put-in-brackets';
import { tableProposal } from '../use-cases/table-proposal';
import { readWord } from '../word/reading';
import { openBrackets } from './brackets';
import { exportText } from './export-text';
import { cleanView, compilationView, delegationView, exportCompilation, packCompilation } from './text-views';

let world: World;
let documentId: string;
beforeEach(async () => {
  world = createWorld();
  documentId = await negotiatedStatement(world);
});
afterEach(() => world.close());

/** A proposal of the person's delegation to replace the third clause; tabled unless it stays a draft. */
async function propose(person: Person, words: string, isTabled = true): Promise<void> {
  const actor = world.actor(person);
  const { proposalId } = accepted(
    await beginProposal(world.runtime, actor, {
      documentId,
      kind: 'replace',
      clauseId: 'c_3',
      otherClauseId: null,
    }),
  );
  const text = textOf(['operative', words]);
  const [clause] = text.content ?? [];
  const replaced = { ...text, content: [{ ...clause, type: 'operative', attrs: { id: 'c_3', level: 1 } }] };
  const place = { document: { id: proposalId, bodyId: BODY }, actor, at: world.clock.now() };
  appendEdit(world.db, place, JSON.stringify(replaced));
  if (isTabled) accepted(await tableProposal(world.runtime, actor, { proposalId }));
}

async function proposalIds(): Promise<string[]> {
  const { proposals } = accepted(await compilationView(world.runtime, world.actor('reviewer'), documentId));
  return proposals.map(({ id }) => id);
}

async function third(): Promise<string> {
  const { text } = accepted(await compilationView(world.runtime, world.actor('reviewer'), documentId));
  return plainText(writeBrackets(text, { attribution: 'delegations' }).content?.[2] ?? { type: 'doc' });
}

describe('views of one text', () => {
  test('BR16 the compilation holds what is tabled, and no draft for anybody', async () => {
    const before = await third();
    await propose('indonesia', 'DECIDE to move forward;', false);
    expect(await third()).toBe(before);
    const own = accepted(await compilationView(world.runtime, world.actor('indonesia'), documentId));
    expect(own.open.brackets).toBe(0);
    expect(own.proposals).toEqual([]);
    await propose('philippines', 'RESOLVE to move forward;');
    expect(await third()).toContain('[PH: RESOLVE');
    expect(await third()).not.toContain('DECIDE');
    expect(ruleOf(await compilationView(world.runtime, world.actor('stranger'), documentId))).toBe('PO1');
  });

  test('BR16 what the chair accepts while the text is being read is in the text, or still on the table', async () => {
    await propose('philippines', 'RESOLVE to move forward;');
    const [proposal] = await proposalIds();
    // Somebody has written since: the text has to be read anew.
    const chair = world.actor('chair');
    const text = accepted(await cleanView(world.runtime, chair, documentId)).text;
    const [first, ...rest] = text.content ?? [];
    const written = {
      ...text,
      content: [{ ...first, content: [{ type: 'text', text: 'Statement' }] }, ...rest],
    };
    const place = { document: { id: documentId, bodyId: BODY }, actor: chair, at: world.clock.now() };
    appendEdit(world.db, place, JSON.stringify(written));
    world.clock.advance(60);
    const { texts } = world.runtime;
    let isFirst = true;
    const read: typeof texts.read = async (updates) => {
      const reading = await texts.read(updates);
      if (isFirst) {
        isFirst = false;
        const accepting = { documentId, proposalIds: [proposal ?? ''], kind: 'accepted' } as const;
        accepted(await disposeProposals(world.runtime, chair, accepting));
      }
      return reading;
    };
    const runtime = { ...world.runtime, texts: { ...texts, read } };
    const view = accepted(await compilationView(runtime, world.actor('reviewer'), documentId));
    expect([isFirst, view.proposals]).toEqual([false, []]);
    expect(JSON.stringify(view.text)).toContain('RESOLVE to move forward');
  });

  test('BR17 a delegation’s view is what it has tabled, and its draft is not there even for itself', async () => {
    await propose('indonesia', 'DECIDE to move forward;', false);
    const draft = accepted(await delegationView(world.runtime, world.actor('indonesia'), documentId, 'ID'));
    expect([draft.redline, draft.proposals]).toEqual([null, []]);
    await propose('philippines', 'RESOLVE to move forward;');
    const seen = accepted(await delegationView(world.runtime, world.actor('observer'), documentId, 'PH'));
    expect(seen.proposals).toHaveLength(1);
    expect(JSON.stringify(seen.redline)).toContain('RESOLVE');
  });

  test('BR3 BR4 clean without signs; files for people with them; the canonical form as it is', async () => {
    accepted(
      await putInBrackets(world.runtime, world.actor('chair'), {
        documentId,
        clauseId: 'c_3',
        range: { line: 0, from: 0, to: 5 },
        words: 'AGREE',
        owners: ['SG'],
        isPlaceholder: false,
        alternatives: [{ owners: ['ID'], words: 'DECIDE' }],
      }),
    );
    const clean = accepted(await cleanView(world.runtime, world.actor('observer'), documentId));
    expect(plainOf(clean.text, 'declaration')).toContain('AGREE to');
    expect(plainOf(clean.text, 'declaration')).not.toContain('DECIDE');
    expect(clean.open.brackets).toBe(1);
    const file = async (format: 'txt' | 'html' | 'json' | 'docx') =>
      accepted(
        await exportText(world.runtime, world.actor('observer'), { documentId, number: 'now', format }),
      ).content;
    expect(await file('txt')).toContain('[SG: AGREE] [ID: DECIDE] to');
    expect(await file('html')).toContain('[SG: AGREE] [ID: DECIDE]');
    expect(await file('json')).toContain('"bracket"');
    const listed = accepted(
      await openBrackets(world.runtime, world.actor('indonesia'), { documentId, page: '1' }),
    );
    expect(listed.brackets.map(({ own, choices }) => [own, choices.map(({ missing }) => missing)])).toEqual([
      ['ID', [['ID'], ['SG'], ['ID', 'SG']]],
    ]);
    expect(listed.mayLift).toBe(false);
  });

  test('BR16 a long compilation is packed for the browser, for those who may read it', async () => {
    await propose('philippines', 'RESOLVE to move forward;');
    const view = accepted(await compilationView(world.runtime, world.actor('reviewer'), documentId));
    expect(view.isLong).toBe(false);
    const packed = accepted(await packCompilation(world.runtime, world.actor('reviewer'), documentId));
    const [mark, json = ''] = gunzipSync(packed.bytes).toString('utf8').split('\n');
    expect([mark, JSON.parse(json)]).toEqual([view.mark, view.text]);
    expect(accepted(await packCompilation(world.runtime, world.actor('chair'), documentId)).tag).toBe(
      packed.tag,
    );
    expect(ruleOf(await packCompilation(world.runtime, world.actor('stranger'), documentId))).toBe('PO1');
    await propose('philippines', `RESOLVE ${'to move forward '.repeat(20_000)};`);
    const long = accepted(await compilationView(world.runtime, world.actor('reviewer'), documentId));
    expect([long.isLong, long.mark === view.mark]).toEqual([true, false]);
    // A page that was given the first one gets its bytes, whatever was tabled since; strangers still nothing.
    const [chair, stranger] = [world.actor('chair'), world.actor('stranger')];
    const same = accepted(await packCompilation(world.runtime, chair, documentId, view.mark));
    expect(same.tag).toBe(packed.tag);
    expect(ruleOf(await packCompilation(world.runtime, stranger, documentId, view.mark))).toBe('PO1');
    expect(accepted(await packCompilation(world.runtime, world.actor('chair'), documentId)).tag).not.toBe(
      packed.tag,
    );
  });

  test('BR16 the compilation is taken away as Word', async () => {
    await propose('philippines', 'RESOLVE to move forward;');
    const { content, fileName } = accepted(
      await exportCompilation(world.runtime, world.actor('observer'), { documentId, locale: 'en' }),
    );
    expect(fileName).toMatch(/-compilation\.docx$/);
    const read = readWord(content as Uint8Array, { houseStyle: 'declaration', language: 'en' });
    expect(JSON.stringify(read)).toContain('[PH: RESOLVE');
  });
});
