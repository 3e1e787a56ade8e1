import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { clauseAsText } from '../../domain/negotiation/amend';
import { NO_WORDS } from '../../domain/negotiation/proposal-place';
import { withLines } from '../../domain/negotiation/reworded';
import { clausesOf } from '../../domain/text/clauses';
import type { DocumentJson } from '../../domain/text/document-json';
import { adoptedStatement, draftStatement } from '../tests/adopted';
import { accepted, ruleOf } from '../tests/outcome';
import { negotiatedStatement, tabled } from '../tests/tabled';
import { createWorld, type Person, textOf, type World } from '../tests/world';
import { disposeProposals } from '../use-cases/dispose-proposals';
import { restoreVersion } from '../use-cases/restore-version';
import { standingText } from '../use-cases/standing-text';
import { startSuccessor } from '../use-cases/start-successor';
import { takeVersion } from '../use-cases/take-version';
import { writeText } from '../use-cases/write-text';
import { type ClauseHistoryView, clauseHistory } from './clause-history';

let world: World;
let documentId: string;
beforeEach(async () => {
  world = createWorld();
  documentId = await draftStatement(world, textOf(['title', 'Statement'], ['operative', 'AGREE to meet;']));
});
const standing = () => JSON.parse(standingText(world.db, documentId).canonical) as DocumentJson;
afterEach(() => world.close());

const operative = () => clausesOf(standing()).find(({ kind }) => kind === 'operative')?.id ?? '';

async function write(person: Person, ...clauses: string[]): Promise<void> {
  world.clock.advance(700);
  const text = textOf(['title', 'Statement'], ...clauses.map((words) => ['operative', words] as const));
  accepted(await writeText(world.runtime, world.actor(person), { documentId, text }));
}

async function ask(clauseId: string, person: Person = 'reviewer'): Promise<ClauseHistoryView> {
  const input = { documentId, clauseId, before: null };
  const { answer } = accepted(await clauseHistory(world.runtime, world.actor(person), input));
  if (answer === null || answer === 'failed') throw new Error('never such a clause');
  return answer;
}

describe('who wrote a clause', () => {
  test('LE13 every run named, the characters of all together the text; the version in which a step first stood', async () => {
    await write('indonesia', 'AGREE to meet every year;');
    accepted(await takeVersion(world.runtime, world.actor('secretariat'), { documentId, name: 'One' }));
    await write('philippines', 'AGREE to meet each and every year;');
    const { runs, steps, clause } = await ask(operative());
    expect(clause).toMatchObject({ citation: 'OP 1', stands: true });
    expect(
      runs.map(({ text, author }) => [text, author?.kind === 'delegation' ? author.code : author]),
    ).toEqual([
      ['AGREE to meet', ''],
      [' ', 'ID'],
      ['each and ', 'PH'],
      ['every year', 'ID'],
      [';', ''],
    ]);
    expect(steps.map(({ delegations, version }) => [delegations[0], version?.number ?? null])).toEqual([
      ['PH', null],
      ['ID', 1],
      ['', 1],
    ]);
  });

  test('LE10 LE13 of a clause in brackets every wording has its delegation, the signs have none; a step for each', async () => {
    documentId = await negotiatedStatement(world);
    const clause = clauseAsText(standing(), 'c_3') ?? NO_WORDS;
    const proposals = [];
    for (const [country, word] of [
      ['ID', 'whole'],
      ['PH', 'entire'],
    ] as const) {
      const words = withLines(clause, [`AGREE to move the ${word} civil service forward;`]);
      if (words === null) throw new Error('no such line');
      proposals.push(await tabled(world, documentId, { country, words }));
    }
    world.clock.advance(700);
    const proposalIds = proposals.map(({ id }) => id);
    const act = { documentId, proposalIds, kind: 'bracketed' } as const;
    accepted(await disposeProposals(world.runtime, world.actor('chair'), act));
    const { runs, steps } = await ask('c_3');
    expect(
      runs.map(({ text, author }) => [text, author?.kind === 'delegation' ? author.code : author]),
    ).toEqual([
      ['AGREE to move the ', ''],
      ['[ID: ', null],
      ['whole', 'ID'],
      [']', null],
      [' ', 'ID'],
      ['[PH: ', null],
      ['entire', 'PH'],
      [']', null],
      [' ', 'PH'],
      ['civil service forward;', ''],
    ]);
    expect(steps.map(({ delegations }) => delegations)).toEqual([['PH'], ['ID'], ['']]);
  });

  test('LE13 persons only for whoever reads the audit trail', async () => {
    await write('indonesia', 'AGREE to meet every year;');
    expect((await ask(operative(), 'reviewer')).steps[0]?.persons).toEqual([]);
    expect((await ask(operative(), 'chair')).steps[0]?.persons).toEqual([]);
    expect((await ask(operative(), 'secretariat')).steps[0]?.persons).toEqual([
      world.actor('indonesia').name,
    ]);
    expect((await ask(operative(), 'auditor')).steps[0]?.persons).toHaveLength(1);
  });

  test('LE13 whoever may not compare sees nothing, and learns nothing', async () => {
    for (const [person, rule] of [
      ['observer', 'PO1'],
      ['stranger', 'PO1'],
      ['administrator', 'PO1'],
    ] as const) {
      const input = { documentId, clauseId: operative(), before: null };
      const outcome = await clauseHistory(world.runtime, world.actor(person), input);
      expect([person, ruleOf(outcome)]).toEqual([person, rule]);
    }
  });

  test('LE12 a clause that is no longer there is shown until it went, and who took it away', async () => {
    await write('indonesia', 'AGREE to meet;', 'TASK the officials.');
    const second = clausesOf(standing()).at(-1)?.id ?? '';
    accepted(await takeVersion(world.runtime, world.actor('secretariat'), { documentId, name: 'One' }));
    await write('philippines', 'AGREE to meet;');
    const gone = await ask(second);
    expect(gone.clause).toMatchObject({ stands: false, excerpt: 'TASK the officials.' });
    expect(gone.steps[0]).toMatchObject({ delegations: ['PH'], events: [{ kind: 'deleted' }] });
    accepted(await restoreVersion(world.runtime, world.actor('chair'), { documentId, number: 1 }));
    const back = await ask(second);
    expect(back.clause.stands).toBe(true);
    expect(back.steps[0]?.events).toEqual([{ kind: 'back' }, { kind: 'restored', number: 1 }]);
    expect(back.runs.map(({ author }) => author)).toEqual([{ kind: 'delegation', code: 'ID' }]);
  });

  test('LE8 words of the adopted text are from the predecessor in its successor', async () => {
    const predecessor = await adoptedStatement(world);
    documentId = predecessor;
    expect((await ask(operative(), 'observer')).runs[0]?.author).toEqual({ kind: 'delegation', code: '' });
    documentId = accepted(
      await startSuccessor(world.runtime, world.actor('secretariat'), { documentId: predecessor }),
    ).documentId;
    const { runs, steps } = await ask(operative());
    expect(runs.map(({ author }) => author)).toEqual([{ kind: 'predecessor' }]);
    expect(steps[0]?.isInherited).toBe(true);
  });

  test('LE12 an id that no clause ever had has no history', async () => {
    const input = { documentId, clauseId: 'c_none', before: null };
    expect(accepted(await clauseHistory(world.runtime, world.actor('reviewer'), input)).answer).toBeNull();
  });
});
