import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { clausesOf, clauseText } from '../text/clauses';
import type { DocumentJson, NodeJson } from '../text/document-json';
import { numberClauses } from '../text/numbering';
import { amend, clauseAsText, clauseHash } from './amend';
import { changeOf } from './proposal-place';
import { proposed } from './testing/proposed';

const words = (text: string): NodeJson[] => [{ type: 'text', text }];
const op = (id: string, text: string): NodeJson => ({
  type: 'operative',
  attrs: { id, level: 1 },
  content: words(text),
});
const item = (id: string, text: string, ...lists: NodeJson[]): NodeJson => ({
  type: 'listItem',
  attrs: { id },
  content: [{ type: 'paragraph', content: words(text) }, ...lists],
});
const list = (...items: NodeJson[]): NodeJson => ({ type: 'bulletList', content: items });
const doc = (...content: NodeJson[]): DocumentJson => ({ type: 'doc', content });

const TEXT = doc(
  op('c_a', 'one'),
  list(item('c_i', 'first', list(item('c_n', 'nested'))), item('c_j', 'second')),
  op('c_b', 'two'),
);

function saying(document: DocumentJson): string {
  return clausesOf(document)
    .map((clause) => `${clause.id}:${clauseText(clause)}`)
    .join(' | ');
}

function made(outcome: ReturnType<typeof amend>): string {
  if (!outcome.ok) throw new Error(`refused by ${outcome.rule}`);
  return saying(outcome.value);
}

describe('amend', () => {
  test('NP1 a clause replaced by two keeps its id in the first part', () => {
    const change = {
      kind: 'replace',
      clauseId: 'c_a',
      words: doc(op('c_x', 'uno'), op('c_y', 'due')),
    } as const;
    expect(made(amend(TEXT, change))).toBe(
      'c_a:uno | c_y:due | c_i:first | c_n:nested | c_j:second | c_b:two',
    );
  });

  test('NP1 a paragraph replaced by a list keeps its id in the first item', () => {
    const words = doc(list(item('c_x', 'x'), item('c_y', 'y')));
    expect(made(amend(TEXT, { kind: 'replace', clauseId: 'c_a', words }))).toBe(
      'c_a:x | c_y:y | c_i:first | c_n:nested | c_j:second | c_b:two',
    );
  });

  test('NP1 an item that is replaced keeps what is nested below it', () => {
    const change = { kind: 'replace', clauseId: 'c_i', words: doc(list(item('c_i', 'primo'))) } as const;
    expect(made(amend(TEXT, change))).toBe('c_a:one | c_i:primo | c_n:nested | c_j:second | c_b:two');
  });

  test('NP1 an item that is deleted leaves what is nested below it', () => {
    expect(made(amend(TEXT, { kind: 'delete', clauseId: 'c_i' }))).toBe(
      'c_a:one | c_n:nested | c_j:second | c_b:two',
    );
  });

  test('NP1 a paragraph inserted after an item comes after its list', () => {
    const change = { kind: 'insert', after: 'c_i', words: doc(op('c_z', 'new')) } as const;
    expect(made(amend(TEXT, change))).toBe(
      'c_a:one | c_i:first | c_n:nested | c_j:second | c_z:new | c_b:two',
    );
  });

  test('NP1 moving and merging', () => {
    expect(made(amend(TEXT, { kind: 'move', clauseId: 'c_b', after: null }))).toBe(
      'c_b:two | c_a:one | c_i:first | c_n:nested | c_j:second',
    );
    const joined = {
      kind: 'merge',
      clauseId: 'c_a',
      other: 'c_b',
      words: doc(op('c_a', 'one and two')),
    } as const;
    expect(made(amend(TEXT, joined))).toBe('c_a:one and two | c_i:first | c_n:nested | c_j:second');
  });

  test('NP2 NP3 NP4 what cannot be done is refused', () => {
    expect(amend(TEXT, { kind: 'delete', clauseId: 'c_q' })).toMatchObject({ ok: false, rule: 'NP2' });
    expect(amend(TEXT, { kind: 'replace', clauseId: 'c_i', words: doc(op('c_i', 'x')) })).toMatchObject({
      ok: false,
      rule: 'NP3',
    });
    expect(amend(doc(op('c_a', 'one')), { kind: 'delete', clauseId: 'c_a' })).toMatchObject({
      ok: false,
      rule: 'NP4',
    });
  });

  test('NP1 a clause as a text of its own, and its hash, know nothing of their neighbours', () => {
    expect(clauseAsText(TEXT, 'c_i')).toEqual(doc(list(item('c_i', 'first'))));
    expect(clauseHash(TEXT, 'c_b')).toBe(clauseHash(doc(op('c_b', 'two')), 'c_b'));
    expect(clauseHash(TEXT, 'c_q')).toBeNull();
  });
});

describe('§10 renumbering', () => {
  test('§10 TX4 TX7 whatever is changed and whatever numbers clauses get by it, those it does not name stay as they are', () => {
    let renumbered = 0;
    fc.assert(
      fc.property(proposed, ([base, proposals]) => {
        for (const proposal of proposals) {
          const change = changeOf(proposal, proposal.words);
          const done = change === null ? null : amend(base, change);
          if (done?.ok !== true) continue;
          const named = proposal.kind === 'insert' ? [] : [proposal.clauseId];
          if (proposal.kind === 'merge') named.push(proposal.otherClauseId);
          const [before, after] = [base, done.value].map((text) => {
            const numbers = numberClauses(text, 'declaration');
            return clausesOf(text).map((clause, index) => ({
              id: clause.id ?? '',
              // An item below one that goes stands in the list above: its words are what stays.
              is: `${clause.id} ${clauseText(clause)}`,
              citation: numbers[index]?.citation,
            }));
          });
          const ids = (after ?? []).map(({ id }) => id);
          expect(new Set(ids).size).toBe(ids.length);
          // What is changed or moved is who it was, too.
          if (['replace', 'merge', 'move'].includes(proposal.kind)) expect(ids).toContain(proposal.clauseId);
          const others = (before ?? []).filter(({ id }) => !named.includes(id));
          const stay = (after ?? []).filter(({ id }) => others.some((other) => other.id === id));
          expect(stay.map(({ is }) => is)).toEqual(others.map(({ is }) => is));
          if (stay.some(({ citation }, index) => citation !== others[index]?.citation)) renumbered += 1;
        }
      }),
      { seed: 20190428, numRuns: 400 },
    );
    expect(renumbered).toBeGreaterThan(30);
  });
});
