import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { wholeAudit } from '../../db/audit-log';
import { bracketActsOn } from '../../db/bracket-acts';
import { bracketsOf, writeBrackets } from '../../domain/text/brackets';
import { type DocumentJson, plainText } from '../../domain/text/document-json';
import { readyToAdopt } from '../tests/adopted';
import { negotiatedStatement } from '../tests/negotiation';
import { accepted, ruleOf } from '../tests/outcome';
import { createWorld, type Person, type World } from '../tests/world';
import { consentToLifting } from './consent-to-lifting';
import { findAdoption } from './find-adoption';
import { liftBracket } from './lift-bracket';
import { moveState } from './move-state';
import { addToBracket, joinAlternative, putInBrackets } from './put-in-brackets';
import { setPens } from './set-pens';
import { readAhead } from './standing-text';

let world: World;
let documentId: string;
let bracketId: string;
const { clauseId, range } = { clauseId: 'c_3', range: { line: 0, from: 0, to: 5 } };

beforeEach(async () => {
  world = createWorld();
  documentId = await negotiatedStatement(world);
  bracketId = accepted(await put('secretariat')).bracketId;
});
afterEach(() => world.close());

function put(person: Person, change: Partial<Parameters<typeof putInBrackets>[2]> = {}) {
  return putInBrackets(world.runtime, world.actor(person), {
    documentId,
    clauseId,
    range,
    words: 'AGREE',
    owners: ['SG'],
    isPlaceholder: false,
    alternatives: [
      { owners: ['ID', 'PH'], words: 'DECIDE' },
      { owners: ['MY'], words: '' },
    ],
    ...change,
  });
}
async function text(): Promise<DocumentJson> {
  return JSON.parse((await readAhead(world.runtime, documentId)).canonical) as DocumentJson;
}
async function clause(): Promise<string> {
  const written = writeBrackets(await text(), { attribution: 'delegations' });
  return plainText(written.content?.[2] ?? { type: 'doc' });
}
function lift(person: Person, alternative: number | null, reason = '') {
  return liftBracket(world.runtime, world.actor(person), { documentId, bracketId, alternative, reason });
}
function consent(person: Person, alternative: number | null, withdraw = false) {
  return consentToLifting(world.runtime, world.actor(person), {
    documentId,
    bracketId,
    alternative,
    withdraw,
  });
}
function kinds() {
  return [...wholeAudit(world.db)].map(({ kind }) => kind).filter((kind) => kind.startsWith('bracket.'));
}

describe('brackets as acts', () => {
  test('BR7 BR10 BR18 chair and secretariat put words in brackets that stand there, held by members', async () => {
    expect(await clause()).toMatch(/^\[SG: AGREE\] \[ID, PH: DECIDE\] \[MY: —\] /);
    expect(kinds()).toEqual(['bracket.opened']);
    expect(ruleOf(await put('indonesia'))).toBe('PO2');
    expect(ruleOf(await put('chair', { words: 'AGREED' }))).toBe('BR7');
    expect(ruleOf(await put('chair', { owners: ['TL'], words: 'AGREE' }))).toBe('BR10');
    accepted(
      await addToBracket(world.runtime, world.actor('chair'), {
        documentId,
        bracketId,
        alternative: { owners: ['TH'], words: 'UNDERTAKE' },
      }),
    );
    accepted(await join());
    expect(await clause()).toMatch(/\[MY: —\] \[SG, TH: UNDERTAKE\]/);
    const recorded = kinds();
    expect(ruleOf(await join())).toBe('BR18');
    expect([kinds(), bracketActsOn(world.db, documentId).length]).toEqual([recorded, recorded.length]);

    function join() {
      const joined = { documentId, bracketId, alternative: 3, country: 'SG' };
      return joinAlternative(world.runtime, world.actor('chair'), joined);
    }
  });

  test('BR11 BR12 a bracket is lifted by the chair with the consent of all who hold what goes', async () => {
    expect(await lift('chair', 1)).toEqual({ ok: false, rule: 'BR12', detail: { countries: 'MY, SG' } });
    expect(ruleOf(await lift('secretariat', 1))).toBe('PO2');
    expect(ruleOf(await consent('reviewer', 0))).toBe('PO2');
    accepted(await consent('indonesia', 0));
    expect(await lift('chair', 0)).toEqual({ ok: false, rule: 'BR12', detail: { countries: 'MY, PH' } });
    accepted(await consent('indonesia', 0, true));
    expect(await lift('chair', 0)).toEqual({ ok: false, rule: 'BR12', detail: { countries: 'ID, MY, PH' } });
    expect(ruleOf(await consent('indonesia', 7))).toBe('BR6');
  });

  test('BR13 without their consent it takes the chair’s finding, whose reason is on record', async () => {
    expect(ruleOf(await lift('chair', 1, 'no'))).toBe('BR13');
    accepted(await lift('chair', 1, 'Nobody asked for the floor.'));
    expect(await clause()).toMatch(/^DECIDE /);
    expect(bracketsOf(await text())).toEqual([]);
    expect(bracketActsOn(world.db, documentId).map(({ act, alternative }) => [act, alternative])).toEqual([
      ['opened', null],
      ['found', 1],
      ['lifted', 1],
    ]);
    expect(ruleOf(await lift('chair', 1, 'Once more.'))).toBe('BR6');
  });

  test('PR5 while pens are down nobody sets, adds to or lifts one', async () => {
    accepted(await setPens(world.runtime, world.actor('chair'), { documentId, down: true }));
    const before = JSON.stringify(await text());
    const words = { clauseId: 'c_4', words: 'REQUE', owners: ['SG'], alternatives: [] };
    expect(ruleOf(await put('secretariat', words))).toBe('PR5');
    const alternative = { owners: ['TH'], words: 'UNDERTAKE' };
    const added = addToBracket(world.runtime, world.actor('chair'), { documentId, bracketId, alternative });
    expect(ruleOf(await added)).toBe('PR5');
    expect(ruleOf(await lift('chair', 1, 'Nobody asked for the floor.'))).toBe('PR5');
    expect(JSON.stringify(await text())).toBe(before);
  });

  test('PR33 PR36 a text with an open bracket that was sent back to draft still wants its clauses agreed', async () => {
    const back = { documentId, step: 'returnToDraft', reason: 'To begin anew.' } as const;
    accepted(await moveState(world.runtime, world.actor('chair'), back));
    const found = await findAdoption(
      world.runtime,
      world.actor('chair'),
      await readyToAdopt(world, documentId),
    );
    expect(ruleOf(found)).toBe('PR36');
  });

  test('BR11 a consent is bound to the words: it counts no more when an alternative is added', async () => {
    accepted(await lift('chair', null, 'To begin anew.'));
    bracketId = accepted(
      await put('chair', {
        clauseId: 'c_4',
        words: 'REQUE',
        owners: ['SG'],
        alternatives: [{ owners: ['ID'], words: 'ASK' }],
      }),
    ).bracketId;
    accepted(await consent('indonesia', 0));
    accepted(
      await addToBracket(world.runtime, world.actor('chair'), {
        documentId,
        bracketId,
        alternative: { owners: ['ID'], words: 'URGE' },
      }),
    );
    expect(await lift('chair', 0)).toEqual({ ok: false, rule: 'BR12', detail: { countries: 'ID' } });
    accepted(await consent('indonesia', 0));
    accepted(await lift('chair', 0));
    expect(kinds().at(-1)).toBe('bracket.lifted');
  });
});
