import { describe, expect, test } from 'vitest';
import { doc, operative } from '../redline/testing/texts';
import type { DocumentJson } from '../text/document-json';
import { type Collision, collisionsOf, type StandingProposal } from './collisions';

const CLAUSE = says('Member States shall report every year to the Meeting.');

function says(words: string): DocumentJson {
  return doc(operative(1, words));
}

function replace(id: string, words: string): StandingProposal {
  return { id, kind: 'replace', otherClauseId: null, words: says(words) };
}

function bare(
  id: string,
  kind: StandingProposal['kind'],
  otherClauseId: string | null = null,
): StandingProposal {
  return { id, kind, otherClauseId, words: null };
}

function found(...proposals: StandingProposal[]): string[] {
  return collisionsOf(CLAUSE, proposals).map(({ a, b, kind }: Collision) => `${a}${b} ${kind}`);
}

const SHOULD = replace('a', 'Member States should report every year to the Meeting.');
const MUST = replace('b', 'Member States must report every year to the Meeting.');
const TWICE = replace('c', 'Member States shall report twice a year to the Meeting.');

describe('collisions on one clause', () => {
  test('NP24 the same words collide, other words do not; the spans are named', () => {
    expect(collisionsOf(CLAUSE, [SHOULD, MUST, TWICE])).toEqual([
      { a: 'a', b: 'b', kind: 'words', spans: { a: [{ from: 14, to: 19 }], b: [{ from: 14, to: 19 }] } },
    ]);
  });

  test('NP24 one insertion point is one place', () => {
    const duly = replace('d', 'Member States shall duly report every year to the Meeting.');
    const fully = replace('e', 'Member States shall fully report every year to the Meeting.');
    expect(found(duly, fully)).toEqual(['de words']);
    expect(found({ ...duly, kind: 'insert' }, { ...fully, kind: 'insert' })).toEqual(['de place']);
  });

  test('NP24 what is taken away, moved or joined collides with what changes it, and with what comes after it', () => {
    expect(found(SHOULD, bare('d', 'delete'))).toEqual(['ad whole']);
    expect(found(SHOULD, bare('m', 'move', 'c_x'))).toEqual(['am whole']);
    expect(found({ ...SHOULD, kind: 'insert' }, bare('d', 'delete'))).toEqual(['ad place']);
    expect(found({ ...SHOULD, kind: 'insert' }, MUST)).toEqual([]);
    const split: StandingProposal = {
      ...MUST,
      words: doc(operative(1, 'Member States must report every year;'), operative(9, 'and to the Meeting.')),
    };
    expect(found({ ...SHOULD, kind: 'insert' }, split)).toEqual(['ab place']);
  });

  test('NP24 who says the same does not collide, a comment with nobody', () => {
    expect(found(SHOULD, { ...SHOULD, id: 'b' }, bare('n', 'comment'))).toEqual(['ab same']);
    expect(found(bare('d', 'delete'), bare('e', 'delete'))).toEqual(['de same']);
    expect(found(bare('m', 'move', 'c_x'), bare('n', 'move', 'c_y'))).toEqual(['mn whole']);
  });
});
