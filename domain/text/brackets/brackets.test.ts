import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { clauseAsText } from '../../negotiation/amend';
import { documents } from '../../redline/testing/arbitraries';
import { canonicalDocument, canonicalText } from '../canonical';
import { clausesOf } from '../clauses';
import { type DocumentJson, type NodeJson, plainText } from '../document-json';
import {
  addAlternative,
  addOwner,
  type Bracket,
  bracketProposals,
  bracketsOf,
  cleanText,
  countBrackets,
  liftBracket,
  openBracket,
  parsePath,
  writeBrackets,
} from '.';
import { eachLine } from './blocks';

const RUNS = { numRuns: 100, seed: 20190422 };

function clause(...words: string[]): DocumentJson {
  return {
    type: 'doc',
    content: words.map((text, index) => ({
      type: 'operative',
      attrs: { id: `c_${index + 1}` },
      content: [{ type: 'text', text }],
    })),
  };
}
function written(text: DocumentJson): string[] {
  return (writeBrackets(text, { attribution: 'delegations' }).content ?? []).map(plainText);
}
function by(country: string, ...words: string[]) {
  return { countries: [country], words: words.length === 0 ? null : clause(...words) };
}

const BASE = clause('The members shall exchange officials every year and report to the Heads.');

describe('proposals gathered into brackets', () => {
  test('BR2 changes that touch the same words make one bracket, others each their own', () => {
    const gathered = bracketProposals(BASE, [
      by('TH', 'The members should exchange officials every year and report to the Heads.'),
      by('VN', 'The members will exchange officials every year and report to the Heads.'),
      by('ID', 'The members should exchange officials every year and report to the Secretary-General.'),
    ]);
    expect(written(gathered)).toEqual([
      'The members [shall] [ID, TH: should] [VN: will] exchange officials every year and report to the [Heads] [ID: Secretary-General].',
    ]);
    expect(countBrackets(gathered)).toMatchObject({ brackets: 2, alternatives: 5, clauses: 1 });
  });

  test('BR2 a deletion is an alternative without words, an insertion has nothing that stands', () => {
    const gathered = bracketProposals(BASE, [
      by('MY', 'The members shall exchange officials and report to the Heads.'),
      by('SG', 'The members shall exchange officials every year and report in writing to the Heads.'),
    ]);
    expect(written(gathered)).toEqual([
      'The members shall exchange officials [every year] [MY: —] and report [SG: in writing] to the Heads.',
    ]);
    expect(written(bracketProposals(BASE, [by('KH')]))).toEqual([
      '[The members shall exchange officials every year and report to the Heads.] [KH: —]',
    ]);
  });

  test('BR2 the further parts of a clause that is split follow in brackets of their own', () => {
    const gathered = bracketProposals(BASE, [
      by('PH', 'The members shall exchange officials every year.', 'They report to the Heads.'),
    ]);
    expect(gathered.content).toHaveLength(2);
    expect(written(gathered)[1]).toBe('[PH: They report to the Heads.]');
    expect(cleanText(gathered)).toEqual(canonicalDocument(BASE));
  });

  test('BR2 a bracket stands within a bracket, and is never torn', () => {
    const once = bracketProposals(BASE, [
      by('TH', 'The members should exchange officials every second year and report to the Heads.'),
      by('VN', 'The members shall exchange staff every year and report to the Heads.'),
    ]);
    const again = bracketProposals(once, [
      { countries: ['BN'], words: cleanText(once) },
      by('LA', 'The members shall exchange officials every year, and report to the Heads.'),
    ]);
    expect(canonicalText(cleanText(again))).toBe(canonicalText(BASE));
    const ids = bracketsOf(again).map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });

  const pair = fc.tuple(documents, fc.array(documents, { minLength: 1, maxLength: 4 }), fc.nat());
  test('BR3 with alternative 0 everywhere a clause is what it was, whatever is proposed', () => {
    fc.assert(
      fc.property(pair, ([document, others, pick]) => {
        const ids = clausesOf(document).flatMap(({ id }) => (id === null ? [] : [id]));
        const id = ids[pick % Math.max(1, ids.length)];
        const base = id === undefined ? null : clauseAsText(document, id);
        if (base === null) return;
        const proposals = others.map((words, index) => ({
          countries: [['TH', 'VN', 'ID', 'MY'][index] ?? 'SG'],
          words: index === 3 ? null : words,
        }));
        const once = bracketProposals(base, proposals);
        expect(canonicalText(cleanText(once))).toBe(canonicalText(base));
        const twice = bracketProposals(once, proposals.toReversed());
        expect(canonicalText(cleanText(twice))).toBe(canonicalText(base));
        expect(bad(twice)).toEqual([]);
        expect(torn(twice)).toEqual([]);
        expect(canonicalText(canonicalDocument(twice))).toBe(canonicalText(twice));
      }),
      RUNS,
    );
  });

  test('BR4 no sign of a mark is left where brackets are written out', () => {
    fc.assert(
      fc.property(pair, ([document, [words = document]]) => {
        const base: DocumentJson = { type: 'doc', content: [document.content?.[0] ?? { type: 'paragraph' }] };
        const text = bracketProposals(base, [{ countries: ['TH'], words }]);
        for (const attribution of ['delegations', 'none'] as const) {
          const out = JSON.stringify(writeBrackets(text, { attribution }));
          expect(out).not.toContain('"bracket"');
        }
        expect(writeBrackets(document, { attribution: 'none' })).toBe(document);
      }),
      RUNS,
    );
  });
});

/** Paths that nobody could read back. */
function bad(document: DocumentJson): unknown[] {
  const found: unknown[] = [];
  const visit = (node: NodeJson) => {
    for (const { type, attrs } of node.marks ?? []) {
      if (type === 'bracket' && parsePath(attrs?.path) === null) found.push(attrs?.path);
    }
    if (node.attrs?.bracket !== undefined && parsePath(node.attrs.bracket) === null)
      found.push(node.attrs.bracket);
    (node.content ?? []).forEach(visit);
  };
  visit(document);
  return found;
}

/** Brackets that stand in two pieces, and alternatives that come twice. */
function torn(document: DocumentJson): string[] {
  const found: string[] = [];
  eachLine(document, (block) => {
    const brackets = bracketsOf({ type: 'doc', content: [{ ...block, type: 'paragraph' }] });
    const seen = new Set<string>();
    const visit = (own: readonly Bracket[]) => {
      for (const { id, alternatives } of own) {
        if (seen.has(id)) found.push(id);
        seen.add(id);
        const numbers = alternatives.map(({ alternative }) => alternative);
        if (new Set(numbers).size !== numbers.length) found.push(`${id} ${numbers.join()}`);
        for (const { nested } of alternatives) visit(nested);
      }
    };
    visit(brackets);
  });
  return found;
}

describe('lifting', () => {
  test('BR5 one alternative stays, the others go, and so does a clause that is left without words', () => {
    const gathered = bracketProposals(BASE, [
      by('TH', 'The members should exchange officials every year and report to the Heads.'),
      by('VN', 'The members will exchange officials every year and report to the Heads.'),
      by('KH'),
    ]);
    const [bracket] = bracketsOf(gathered);
    const id = bracket?.id ?? '';
    expect(bracket?.alternatives.map(({ words }) => words.slice(0, 18))).toEqual([
      'The members shall ',
      'The members should',
      'The members will e',
      '',
    ]);
    expect(written(liftBracket(gathered, id, 1))).toEqual([
      'The members should exchange officials every year and report to the Heads.',
    ]);
    const two: DocumentJson = {
      type: 'doc',
      content: [...(gathered.content ?? []), ...(clause('x').content ?? [])],
    };
    expect(liftBracket(two, id, 3).content).toHaveLength(1);
  });
});

describe('brackets put in by hand', () => {
  const range = { line: 0, from: 'The members '.length, to: 'The members shall'.length };
  const three = openBracket(BASE, 'c_1', range, {
    id: 'b_1',
    owners: [],
    alternatives: [
      { owners: ['VN', 'TH'], words: 'should' },
      { owners: ['ID'], words: '' },
    ],
  });
  if (!three.ok) throw new Error(three.rule);

  test('BR5 lifting is the reverse of opening', () => {
    expect(written(three.value)).toEqual([
      'The members [shall] [TH, VN: should] [ID: —] exchange officials every year and report to the Heads.',
    ]);
    expect(canonicalText(liftBracket(three.value, 'b_1', 0))).toBe(canonicalText(BASE));
    expect(written(liftBracket(three.value, 'b_1', 1))[0]).toMatch(/^The members should exchange/);
    fc.assert(
      fc.property(documents, fc.nat(), fc.nat(), fc.nat(), (document, pick, a, b) => {
        const ids = clausesOf(document).flatMap(({ id }) => (id === null ? [] : [id]));
        const id = ids[pick % Math.max(1, ids.length)] ?? 'c_0';
        const [from, to] = [a % 20, b % 20].sort((x, y) => x - y) as [number, number];
        const opened = openBracket(
          document,
          id,
          { line: 0, from, to },
          {
            id: 'b_x',
            owners: ['TH'],
            alternatives: [{ owners: ['VN'], words: 'otherwise' }],
          },
        );
        if (!opened.ok) return;
        const lifted = liftBracket(opened.value, 'b_x', 0);
        // An empty clause with a bracket has nothing that stands; it goes with its only wording.
        if (from < to) expect(canonicalText(lifted)).toBe(canonicalText(document));
        expect(torn(opened.value)).toEqual([]);
      }),
      RUNS,
    );
  });

  test('BR6, BR18 owners and alternatives are added to a bracket that is there', () => {
    const owned = addOwner(three.value, 'b_1', 0, 'SG');
    const more = owned.ok ? addAlternative(owned.value, 'b_1', { owners: ['MY'], words: 'may' }) : owned;
    if (!more.ok) throw new Error(more.rule);
    expect(written(more.value)[0]).toMatch(
      /^The members \[SG: shall\] \[TH, VN: should\] \[ID: —\] \[MY: may\] exch/,
    );
    expect(addOwner(three.value, 'b_2', 0, 'SG')).toEqual({ ok: false, rule: 'BR6' });
    expect(addOwner(three.value, 'b_1', 7, 'SG')).toEqual({ ok: false, rule: 'BR6' });
    expect(addOwner(more.value, 'b_1', 0, 'SG')).toEqual({ ok: false, rule: 'BR18' });
  });

  test('BR8 a bracket stands around another or within one alternative, and never cuts through one', () => {
    const put = (from: number, to: number) =>
      openBracket(three.value, 'c_1', { line: 0, from, to }, { id: 'b_2', owners: ['TH'], alternatives: [] });
    expect(put(0, range.to)).toEqual({ ok: false, rule: 'BR8' });
    const around = put(0, range.from + 'shallshould—'.length);
    expect(around.ok && written(around.value)[0]).toMatch(
      /^\[TH: The members \[shall\] \[TH, VN: should\] \[ID: —\]\] exchange/,
    );
    const within = put(range.to, range.to + 'sho'.length);
    expect(within.ok && written(within.value)[0]).toMatch(/\[shall\] \[TH, VN: \[TH: sho\]uld\] \[ID: —\]/);
  });

  test('BR7 BR9 a bracket holds words that are there', () => {
    const nothing = { id: 'b_2', owners: [], alternatives: [] };
    expect(openBracket(BASE, 'c_9', range, nothing)).toEqual({ ok: false, rule: 'BR7' });
    expect(openBracket(BASE, 'c_1', { line: 0, from: 5, to: 900 }, nothing)).toEqual({
      ok: false,
      rule: 'BR7',
    });
    expect(openBracket(BASE, 'c_1', { line: 0, from: 5, to: 5 }, nothing)).toEqual({
      ok: false,
      rule: 'BR9',
    });
  });

  test('BR6 a path is read only as it is written', () => {
    expect(parsePath('b_1:0:TH+VN/b_2:12::p')).toMatchObject([
      { owners: ['TH', 'VN'] },
      { kind: 'placeholder' },
    ]);
    for (const wrong of [
      '',
      'b_1',
      'b_1:0:VN+TH',
      'b_1:0:th',
      'b_1:100:',
      'b_1:00:',
      'x:0:',
      'b_1:0:/b_1:0:',
      null,
    ]) {
      expect(parsePath(wrong)).toBeNull();
    }
    expect(parsePath('b_1:0:/b_2:0:/b_3:0:/b_4:0:')).toBeNull();
  });
});
