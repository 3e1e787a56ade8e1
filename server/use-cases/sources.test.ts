import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { findDocument } from '../../db/documents';
import { findMatrix, insertMatrix, sourcesOn } from '../../db/sources';
import { digestText } from '../../domain/text/digest';
import type { DocumentJson } from '../../domain/text/document-json';
import { checkInstallation } from '../check';
import { readAudit } from '../queries/audit';
import { getRound } from '../queries/brainstorm';
import { exportSources, sourcesOf, sourcesOfClause } from '../queries/sources';
import { adoptInTheRoom, draftStatement, readyToAdopt, STATEMENT } from '../tests/adopted';
import { closedRound, openRound } from '../tests/brainstorm';
import { accepted, ruleOf } from '../tests/outcome';
import { readyForSilence, roundAt } from '../tests/silence';
import { createWorld, type Person, textOf, type World } from '../tests/world';
import { gatherInputs, mergeClusters, saveCluster } from './brainstorm-clusters';
import { carrySources } from './carry-sources';
import { decideOutcome } from './decide-outcome';
import { followedClauses } from './followed-clauses';
import { type LinkSourceInput, linkSource, unlinkSource } from './link-source';
import { moveState } from './move-state';
import { openClause } from './open-clause';
import { setPens } from './set-pens';
import { lastBeat } from './silence-heartbeat';
import { readAhead } from './standing-text';
import { startSilence } from './start-silence';
import { startSuccessor } from './start-successor';
import { writeText } from './write-text';

describe('where clauses come from', () => {
  let world: World;
  let roundId: string;
  let inputIds: [string, string, string];
  let clusterId: string;
  let documentId: string;
  beforeEach(async () => {
    world = createWorld();
    ({ roundId, inputIds } = await closedRound(world));
    const inputs = [inputIds[0], inputIds[2]];
    clusterId = accepted(
      await saveCluster(world.runtime, world.actor('secretariat'), {
        roundId,
        title: 'Digital skills',
        inputIds: inputs,
      }),
    ).clusterId;
    documentId = await draftStatement(world);
  });
  afterEach(() => world.close());

  const textNow = async () =>
    JSON.parse((await readAhead(world.runtime, documentId)).canonical) as DocumentJson;
  const link = (person: Person, more: Partial<LinkSourceInput> = {}) =>
    linkSource(world.runtime, world.actor(person), {
      documentId,
      clauseId: 'c_3',
      relation: 'takenUp',
      ...('inputId' in more ? {} : { clusterId }),
      ...more,
    });
  const open = (person: Person, more: object = {}) =>
    openClause(world.runtime, world.actor(person), {
      clusterId,
      documentId,
      after: 'c_3',
      kind: 'operative',
      words: 'AGREE to train civil servants in digital skills;',
      relation: 'takenUp',
      ...more,
    });
  const view = async (person: Person = 'indonesia') =>
    accepted(await sourcesOf(world.runtime, world.actor(person), documentId));
  const move = async (step: 'circulate' | 'openNegotiation') =>
    accepted(await moveState(world.runtime, world.actor('chair'), { documentId, step }));

  test('BS14 a clause is opened in a draft, in its place, with its source and what became of its inputs', async () => {
    for (const person of ['indonesia', 'reviewer', 'auditor'] as const)
      expect(ruleOf(await open(person))).toBe('PO4');
    expect(ruleOf(await open('stranger'))).toBe('PO1');
    expect(ruleOf(await open('chair', { words: ' ' }))).toBe('BS5');
    expect(ruleOf(await open('chair', { kind: 'title' }))).toBe('BO10');
    expect(ruleOf(await open('chair', { after: 'c_none' }))).toBe('BS15');
    expect(ruleOf(await open('chair', { relation: 'partly' }))).toBe('BS17');
    expect(await textNow()).toEqual(STATEMENT);
    world.live.told.length = 0;
    const opened = accepted(await open('chair'));
    expect(world.live.told).toEqual([`followLog ${documentId}`]);
    expect((await textNow()).content?.map(({ attrs }) => attrs?.id)).toEqual([
      'c_1',
      'c_2',
      'c_3',
      opened.clauseId,
      'c_4',
    ]);
    const [source] = sourcesOn(world.db, documentId);
    expect(source).toMatchObject({ clauseId: opened.clauseId, clusterId, position: 2 });
    expect(
      await sourcesOfClause(world.runtime, world.actor('observer'), {
        documentId,
        clauseId: opened.clauseId,
      }),
    ).toEqual([]);
    const shown = await sourcesOfClause(world.runtime, world.actor('philippines'), {
      documentId,
      clauseId: opened.clauseId,
    });
    expect(shown).toMatchObject([{ cluster: { title: 'Digital skills' }, countries: ['ID', 'TH'] }]);
    const round = accepted(await getRound(world.runtime, world.actor('indonesia'), roundId));
    expect(
      round.inputs.map(({ outcome, clauses }) => [outcome, clauses.map((clause) => clause.citation)]),
    ).toEqual([
      ['takenUp', ['OP 2']],
      [null, []],
      ['takenUp', ['OP 2']],
    ]);
    // A draft is not an observer's to read, and so it is not named to one.
    const seen = accepted(await getRound(world.runtime, world.actor('observer'), roundId));
    expect(seen.inputs.flatMap(({ clauses }) => clauses)).toEqual([]);
  });

  test('BS14 PR5 not in a negotiation, and not while pens are down; there a clause that stands is linked', async () => {
    accepted(await setPens(world.runtime, world.actor('chair'), { documentId, down: true }));
    expect(ruleOf(await open('chair'))).toBe('PR5');
    accepted(await setPens(world.runtime, world.actor('chair'), { documentId, down: false }));
    await move('circulate');
    expect(ruleOf(await open('chair'))).toBe('BS14');
    await move('openNegotiation');
    expect(await open('chair')).toMatchObject({ ok: false, rule: 'BS14', detail: { state: 'negotiation' } });
    accepted(await link('chair'));
  });

  test('BS15 BS17 BS20 a clause that stands is linked once, with a reason where one is due', async () => {
    expect(ruleOf(await link('indonesia'))).toBe('PO4');
    expect(ruleOf(await link('stranger'))).toBe('PO1');
    expect(ruleOf(await link('secretariat', { clauseId: 'c_none' }))).toBe('BS15');
    expect(ruleOf(await link('secretariat', { relation: 'noted' }))).toBe('BS17');
    expect(ruleOf(await link('secretariat', { relation: 'invented' }))).toBe('BO10');
    expect(ruleOf(await link('secretariat', { clusterId: 'cls_none' }))).toBe('PO1');
    const hidden = await openRound(world);
    expect(
      ruleOf(await saveCluster(world.runtime, world.actor('secretariat'), { roundId: hidden, title: 'X' })),
    ).toBe('BS8');
    const { sourceId } = accepted(await link('secretariat'));
    expect(ruleOf(await link('chair'))).toBe('BS20');
    accepted(
      await link('chair', { inputId: inputIds[1], relation: 'partly', reason: 'The rest is for a law.' }),
    );
    expect((await view()).trace.clauses.find(({ id }) => id === 'c_3')?.sources).toHaveLength(2);
    const unlink = () => unlinkSource(world.runtime, world.actor('chair'), { sourceId });
    expect(ruleOf(await unlinkSource(world.runtime, world.actor('indonesia'), { sourceId }))).toBe('PO4');
    accepted(await unlink());
    expect(ruleOf(await unlink())).toBe('BS19');
    expect((await view()).unlinked.map(({ id }) => id).sort()).toEqual([inputIds[0], inputIds[2]].sort());
  });

  test('BS15 a link survives renumbering, moves and splits by the id; a joined clause is followed; a merged cluster too', async () => {
    accepted(await link('secretariat'));
    const words = 'AGREE to move the civil service forward;';
    const rewritten = textOf(
      ['title', 'Statement on Civil Service Reform'],
      ['preambular', 'RECALLING the meeting in Chiang Rai,'],
      ['operative', 'NOTE what was said;'],
      ['operative', 'REQUEST the Secretariat to report.'],
    );
    const ids = ['c_1', 'c_2', 'c_9', 'c_4'];
    const content =
      rewritten.content?.map((node, index) => ({ ...node, attrs: { ...node.attrs, id: ids[index] } })) ?? [];
    const moved = {
      type: 'operative',
      attrs: { id: 'c_3', level: 1 },
      content: [{ type: 'text', text: words }],
    };
    const write = async (nodes: DocumentJson['content']) =>
      accepted(
        await writeText(world.runtime, world.actor('secretariat'), {
          documentId,
          text: { type: 'doc', content: nodes ?? [] },
        }),
      );
    await write([...content, moved]);
    const where = async () => (await view()).trace.clauses.filter(({ sources }) => sources.length > 0);
    expect(await where()).toMatchObject([{ id: 'c_3', citation: 'OP 3' }]);
    // Joined into the clause before it: the words are there, the id is not.
    const joined = {
      type: 'operative',
      attrs: { id: 'c_4', level: 1 },
      content: [{ type: 'text', text: `REQUEST the Secretariat to report. ${words}` }],
    };
    await write([...content.slice(0, 3), joined]);
    expect(await where()).toMatchObject([{ id: 'c_4', citation: 'OP 2' }]);
    const { clusterId: intoId } = accepted(
      await saveCluster(world.runtime, world.actor('secretariat'), { roundId, title: 'Competencies' }),
    );
    accepted(await mergeClusters(world.runtime, world.actor('secretariat'), { clusterId, rev: 0, intoId }));
    expect((await where())[0]?.sources).toMatchObject([
      { cluster: { title: 'Competencies' }, countries: ['ID', 'TH'] },
    ]);
    // Deleted with its words, the link is told apart as gone.
    await write(content.slice(0, 3));
    expect(await where()).toEqual([]);
    expect((await view()).trace.gone).toMatchObject([{ clauseId: 'c_3' }]);
  });

  test('BS15 what is split off a clause shows its source too, and says of which clause it was named', async () => {
    const first = 'AGREE to train civil servants in the provinces in digital skills every year;';
    const second = 'AGREE to publish the results of training in one calendar that all may read.';
    const { clauseId } = accepted(await open('chair', { words: `${first} ${second}` }));
    const now = await textNow();
    const part = (id: string, words: string) => ({
      type: 'operative',
      attrs: { id, level: 1 },
      content: [{ type: 'text', text: words }],
    });
    const content = (now.content ?? []).flatMap((node) =>
      node.attrs?.id === clauseId ? [part(clauseId, first), part('c_second', second)] : [node],
    );
    const text = { type: 'doc' as const, content };
    accepted(await writeText(world.runtime, world.actor('secretariat'), { documentId, text }));
    // A link made since lies between: it is followed over both steps.
    accepted(await link('secretariat', { clauseId: 'c_4', inputId: inputIds[1] }));
    const { trace, unsourced } = await view();
    const sourcesAt = (id: string) => trace.clauses.find((clause) => clause.id === id)?.sources;
    expect(sourcesAt(clauseId)?.[0]).not.toHaveProperty('via');
    expect(sourcesAt('c_second')).toMatchObject([
      { cluster: { title: 'Digital skills' }, via: { clauseId, how: 'split' } },
    ]);
    expect(unsourced.map(({ id }) => id)).not.toContain('c_second');
    expect(trace.inputs.find(({ id }) => id === inputIds[0])?.clauseIds).toEqual([clauseId, 'c_second']);
  });

  test('BS15 what pushes a remembered step out changes nothing of where the words of a clause are found', async () => {
    const first = 'AGREE to train civil servants in the provinces in digital skills every year;';
    const second = 'AGREE to publish the results of training in one calendar that all may read.';
    const { clauseId } = accepted(await open('chair', { words: `${first} ${second}` }));
    const rewrite = async (clause: (id: string, words: string) => readonly [string, string][]) => {
      const content = ((await textNow()).content ?? []).flatMap((node) =>
        clause(String(node.attrs?.id), String(node.content?.[0]?.text)).map(([id, text]) => ({
          ...node,
          attrs: { ...node.attrs, id },
          content: [{ type: 'text', text }],
        })),
      );
      const text = { type: 'doc' as const, content };
      accepted(await writeText(world.runtime, world.actor('secretariat'), { documentId, text }));
    };
    await rewrite((id, words) =>
      id === clauseId
        ? [
            [id, first],
            ['c_second', second],
          ]
        : [[id, words]],
    );
    for (const [inputId, words] of inputIds.map((id) => [id, `WELCOME the report on ${id};`] as const)) {
      accepted(await link('secretariat', { clauseId: 'c_4', inputId }));
      await rewrite((id, before) => [[id, id === 'c_4' ? words : before]]);
    }
    const standing = await readAhead(world.runtime, documentId);
    const links = sourcesOn(world.db, documentId);
    const there = new Set(['c_1', 'c_2', 'c_3', 'c_4', 'c_second', clauseId]);
    const document = { id: documentId, houseStyle: 'declaration' } as const;
    const followed = () => followedClauses(world.db, document, standing, links, there, 2);
    const found = followed();
    expect(found.get(links[0]?.id ?? '')).toEqual([{ clauseId: 'c_second', how: 'split' }]);
    expect(followed()).toEqual(found);
    expect(() =>
      followedClauses(
        world.db,
        { ...document, houseStyle: 'sections' },
        { ...standing, position: 99 },
        [...links, { id: 'src_x', clauseId, position: 98 }],
        there,
      ),
    ).toThrow('no text');
  });

  test('BS25 a successor takes over where the adopted text’s clauses come from, and lets go of it by itself', async () => {
    const { clauseId } = accepted(await open('chair'));
    accepted(await adoptInTheRoom(world, await readyToAdopt(world, documentId)));
    world.clock.advance(86_400);
    const { documentId: successorId } = accepted(
      await startSuccessor(world.runtime, world.actor('secretariat'), { documentId }),
    );
    const ofSuccessor = async () =>
      accepted(await sourcesOf(world.runtime, world.actor('indonesia'), successorId));
    const { trace, unlinked, metrics } = await ofSuccessor();
    expect(trace.clauses.find(({ id }) => id === clauseId)?.sources).toMatchObject([
      { cluster: { title: 'Digital skills' }, countries: ['ID', 'TH'], isCarried: true },
    ]);
    // What was decided in view of the adopted text is not asked for once more, and took no longer than it took.
    expect(unlinked.map(({ id }) => id)).toEqual([inputIds[1]]);
    expect(metrics.days?.most).toBe(1);
    const [carried] = sourcesOn(world.db, successorId);
    expect(carried).toMatchObject({ fromSourceId: sourcesOn(world.db, documentId)[0]?.id });
    const round = accepted(await getRound(world.runtime, world.actor('indonesia'), roundId));
    expect(round.inputs[0]?.clauses.map((clause) => clause.documentId)).toEqual([documentId, successorId]);
    accepted(await unlinkSource(world.runtime, world.actor('chair'), { sourceId: carried?.id ?? '' }));
    expect((await ofSuccessor()).trace.clauses.flatMap(({ sources }) => sources)).toEqual([]);
    expect((await view()).trace.clauses.flatMap(({ sources }) => sources)).toHaveLength(1);
  });

  test('BS25 BS20 a source that a frozen matrix shows twice on one clause is taken over once, as it was named for it', async () => {
    accepted(await link('secretariat', { clauseId: 'c_3' }));
    accepted(
      await link('secretariat', { clauseId: 'c_4', relation: 'partly', reason: 'The rest is for a law.' }),
    );
    accepted(await link('secretariat', { clauseId: 'c_3', inputId: inputIds[1] }));
    const ids = sourcesOn(world.db, documentId).map(({ id }) => id);
    const via = { clauseId: 'c_3', how: 'split' };
    const sources = [{ linkId: ids[0], via }, { linkId: ids[1] }, { linkId: ids[2], via }];
    const matrix = JSON.stringify({ clauses: [{ id: 'c_4', sources }] });
    insertMatrix(world.db, { documentId, matrix, hash: digestText(matrix), at: world.clock.now() });
    const successor = findDocument(world.db, await draftStatement(world));
    const predecessor = findDocument(world.db, documentId);
    if (successor === null || predecessor === null) throw new Error('no document');
    carrySources(world.db, world.actor('secretariat'), world.clock.now(), predecessor, successor);
    expect(
      sourcesOn(world.db, successor.id).map(({ clauseId, fromSourceId, relation }) => [
        clauseId,
        fromSourceId,
        relation,
      ]),
    ).toEqual([
      ['c_4', ids[1], 'partly'],
      ['c_4', ids[2], 'takenUp'],
    ]);
  });

  test('BS17 BS18 what became of an input: with the reason, and with a clause where it went into the text', async () => {
    const decide = (person: Person, outcome: string, reason = '', ids: readonly string[] = [inputIds[1]]) =>
      decideOutcome(world.runtime, world.actor(person), { inputIds: ids, documentId, outcome, reason });
    expect(ruleOf(await decide('indonesia', 'noted', 'Why'))).toBe('PO4');
    expect(ruleOf(await decide('stranger', 'noted', 'Why'))).toBe('PO1');
    expect(ruleOf(await decide('chair', 'notTakenUp'))).toBe('BS17');
    expect(ruleOf(await decide('chair', 'takenUp'))).toBe('BS18');
    expect(ruleOf(await decide('chair', 'perhaps'))).toBe('BO10');
    expect(ruleOf(await decide('chair', 'noted', 'Why', []))).toBe('BS9');
    accepted(await decide('chair', 'notTakenUp', 'Monitoring has its own concept note.'));
    accepted(await link('chair'));
    accepted(await decide('secretariat', 'partly', 'In part.', [inputIds[0], inputIds[2]]));
    const { trace, unlinked, metrics, own } = await view();
    expect(trace.inputs.map(({ outcome }) => outcome)).toEqual(['partly', 'notTakenUp', 'partly']);
    expect(unlinked).toEqual([]);
    expect(metrics).toEqual({
      decided: { count: 3, of: 3 },
      withoutSource: { count: 2, of: 3 },
      days: { least: 1, median: 1, most: 1 },
    });
    expect(own).toEqual({ count: 1, of: 1 });
    expect((await view('secretariat')).own).toBeNull();
    expect(() => world.raw("UPDATE input_outcomes SET reason = 'Other'")).toThrow('BS1');
  });

  test('BS18 what went into a clause that is gone has no clause to show', async () => {
    accepted(await link('chair'));
    const content = (STATEMENT.content ?? []).filter(({ attrs }) => attrs?.id !== 'c_3');
    const text = { ...STATEMENT, content };
    accepted(await writeText(world.runtime, world.actor('secretariat'), { documentId, text }));
    const said = { inputIds: [inputIds[0]], documentId: null, outcome: 'takenUp', reason: '' };
    expect(ruleOf(await decideOutcome(world.runtime, world.actor('chair'), said))).toBe('BS18');
  });

  test('BS2 BS16 adoption freezes the matrix in its transaction, as canonical JSON with its hash', async () => {
    const { clauseId } = accepted(await open('chair'));
    accepted(
      await link('secretariat', {
        clauseId: 'c_4',
        inputId: inputIds[1],
        relation: 'noted',
        reason: 'Noted.',
      }),
    );
    accepted(await adoptInTheRoom(world, await readyToAdopt(world, documentId)));
    const frozen = findMatrix(world.db, documentId);
    expect(frozen?.hash).toBe(digestText(frozen?.matrix ?? ''));
    const { trace, frozen: shown, may } = await view('observer');
    expect(shown).toEqual({ hash: frozen?.hash, at: world.clock.now() });
    expect(may).toEqual({ link: false });
    expect(trace.clauses.filter(({ sources }) => sources.length > 0).map(({ id }) => id)).toEqual([
      clauseId,
      'c_4',
    ]);
    // What happens to the round afterwards changes nothing of it.
    accepted(
      await saveCluster(world.runtime, world.actor('secretariat'), {
        roundId,
        clusterId,
        rev: 0,
        title: 'Renamed',
      }),
    );
    expect((await view()).trace.clauses.find(({ id }) => id === clauseId)?.sources[0]?.cluster?.title).toBe(
      'Digital skills',
    );
    // Nor what the cluster gathers later: it went into no clause that was adopted with it.
    const gatheredLate = { clusterId, inputIds: [inputIds[1]] };
    accepted(await gatherInputs(world.runtime, world.actor('secretariat'), gatheredLate));
    const round = accepted(await getRound(world.runtime, world.actor('indonesia'), roundId));
    const gathered = round.inputs.find(({ id }) => id === inputIds[1]);
    expect(gathered?.clauses.map((clause) => clause.clauseId)).toEqual(['c_4']);
    expect(ruleOf(await link('chair'))).toBe('BS16');
    expect(ruleOf(await open('chair'))).toBe('BS16');
    const [source] = sourcesOn(world.db, documentId);
    expect(
      ruleOf(await unlinkSource(world.runtime, world.actor('chair'), { sourceId: source?.id ?? '' })),
    ).toBe('BS16');
    const late = { inputIds: [inputIds[1]], documentId, outcome: 'noted', reason: 'Late.' };
    expect(ruleOf(await decideOutcome(world.runtime, world.actor('chair'), late))).toBe('BS16');
    expect(() => world.raw("UPDATE source_matrices SET hash = 'x'")).toThrow('BS2');
    expect(() => world.raw('DELETE FROM source_matrices')).toThrow('BS2');
    // The trail names the hash before the adoption, so that the signed head covers it.
    const { events } = accepted(await readAudit(world.runtime, world.actor('auditor'), {}));
    expect(events.slice(0, 3).map(({ kind }) => kind)).toEqual([
      'brainstorm.gathered',
      'brainstorm.clusterChanged',
      'document.adopted',
    ]);
    expect(events[3]?.kind).toBe('sources.frozen');
    expect(events[3]?.data).toMatchObject({ hash: frozen?.hash });
    const file = (format: 'csv' | 'json') =>
      exportSources(world.runtime, world.actor('observer'), { documentId, format });
    expect(accepted(await file('json')).content).toBe(frozen?.matrix);
    expect(accepted(await file('csv')).content.split('\r\n')).toHaveLength(1 + 1 + 1 + 1 + 2 + 1 + 1);
  });

  test('BS2 a text adopted by silence freezes its matrix, too', async () => {
    accepted(await open('chair'));
    await move('openNegotiation');
    lastBeat(world.runtime);
    const command = await readyForSilence(world, documentId);
    accepted(
      await startSilence(world.runtime, world.actor('chair'), { ...command, endsAt: '2019-04-26T10:00' }),
    );
    // Links are no words of the text: they are made under silence as before.
    accepted(await link('secretariat', { clauseId: 'c_4', inputId: inputIds[1] }));
    expect(await roundAt(world, '2019-04-26T03:00:00.000Z')).toBeGreaterThan(0);
    const frozen = findMatrix(world.db, documentId);
    expect(frozen?.hash).toBe(digestText(frozen?.matrix ?? ''));
    expect((await view()).trace.clauses.filter(({ sources }) => sources.length > 0)).toHaveLength(2);
    expect(ruleOf(await link('chair'))).toBe('BS16');
    const opened = { db: world.db, integrityFindings: () => [] };
    expect(checkInstallation(opened).findings).toEqual([]);
  });

  test('BS2 where no round feeds a text, nothing is frozen', async () => {
    accepted(await adoptInTheRoom(world, await readyToAdopt(world, documentId)));
    expect(findMatrix(world.db, documentId)).toBeNull();
    expect((await view()).frozen).toBeNull();
  });

  test('a file for spreadsheets holds no formulas', async () => {
    accepted(await open('chair', { words: '=HYPERLINK("http://example.org") is no formula' }));
    const { content } = accepted(
      await exportSources(world.runtime, world.actor('philippines'), { documentId, format: 'csv' }),
    );
    expect(content).toContain(`"'=HYPERLINK(""http://example.org"") is no formula"`);
  });
});
