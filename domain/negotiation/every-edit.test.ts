import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Clause, clausesOf, clauseText, nodeAt } from '../text/clauses';
import type { DocumentJson } from '../text/document-json';
import { amend } from './amend';
import { changeOf } from './proposal-place';
import { proposedBetween } from './proposed-between';
import { isText } from './rebase';
import { edited } from './testing/edited';
import type { ProposedChange } from './wished-changes';

test('IM30 whatever clauses, items, rows and blank lines come, go, move and change: all accepted, the text reads as wanted, or what is missing is named', () => {
  const seen = { whole: 0, named: 0, elsewhere: 0, inLists: 0, inTables: 0 };
  fc.assert(
    fc.property(edited, ([base, wanted]) => {
      const outcome = proposedBetween(base, wanted);
      if (!outcome.ok) throw new Error(outcome.rule);
      const { proposals, notProposed } = outcome.value;
      const made = proposals.reduce(accepted, base);
      const isNamed = (clause: Clause) =>
        notProposed.some(
          ({ why, clauseId, where }) =>
            why !== 'elsewhere' &&
            (clauseId === null ? where === clauseText(clause).trim() : clauseId === clause.id),
        );
      const known = new Set(clausesOf(base).map(({ id }) => id));
      const isShort = (clause: Clause) =>
        isNamed(clause) ||
        (clauseText(clause).trim() === '' && (clause.kind !== 'tableRow' || known.has(clause.id)));
      const [is, shall] = [reading(made, isShort), reading(wanted, isShort)];
      const says = notProposed.some(({ why }) => why === 'elsewhere');
      if (says) expect(is).not.toEqual(shall);
      else expect(is).toEqual(shall);
      seen[says ? 'elsewhere' : notProposed.length > 0 ? 'named' : 'whole'] += 1;
      for (const { words, clauses, place } of proposals) {
        expect(words === null || JSON.stringify(words).includes('"text"')).toBe(true);
        if (place.kind !== 'insert' || clauses.length < 2) continue;
        if (clauses[0]?.kind === 'listItem') seen.inLists += 1;
        if (clauses[0]?.kind === 'tableRow') seen.inTables += 1;
      }
    }),
    { seed: 20261128, numRuns: 1500 },
  );
  // Naming everything would be right, too, and of no use.
  expect(seen.whole).toBeGreaterThan(1100);
  expect(seen.elsewhere).toBeLessThan(130);
  expect(Math.min(seen.inLists, seen.inTables)).toBeGreaterThan(150);
});

function accepted(text: DocumentJson, { place, words }: ProposedChange): DocumentJson {
  const change = changeOf(place, words);
  const made = change === null ? null : amend(text, change);
  if (!made?.ok || !isText(made.value)) throw new Error('a proposal does not fit');
  return made.value;
}

/** Each clause with what it says and with which clause the list or table around it begins, those aside that are left out. */
function reading(text: DocumentJson, isLeftOut: (clause: Clause) => boolean): string[] {
  const begins = new Map<string, number>();
  return clausesOf(text)
    .filter((clause) => !isLeftOut(clause))
    .map((clause, index) => {
      const { id, kind, level, path } = clause;
      const around = path.slice(0, -1).join('.');
      begins.set(around, begins.get(around) ?? index);
      const holder = nodeAt(text, path.slice(0, -1))?.type;
      const from = holder === 'doc' || holder === 'bulletList' ? '' : begins.get(around);
      return `${id} ${kind} ${level} ${holder} ${from}: ${clauseText(clause)}`;
    });
}
