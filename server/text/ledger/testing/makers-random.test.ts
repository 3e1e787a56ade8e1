// @vitest-environment happy-dom
import { describe, expect, test } from 'vitest';
import { Random } from '../../../../domain/redline/testing/random';
import { textOfDoc } from '../../ydoc';
import { Ledger } from '../ledger';
import { decodeLedger, encodeLedger } from '../snapshot';
import { redlineBetween } from './made';
import { seenIn, wrongNames } from './oracle';
import { formSession } from './session';

const SEEDS = Array.from({ length: 40 }, (_, index) => index + 1);
const ACTS = 60;

/** Of the changes that no words tell, so many must be somebody's even where three people take turns at ten clauses. */
const LEAST_NAMED = 0.3;

describe('random sessions of three people who move, split, join and reshape clauses', () => {
  let [named, all] = [0, 0];

  test.each(SEEDS)('LE16 LE17 nobody is named for what another did: seed %i', (seed) => {
    const random = new Random(seed);
    const desk = formSession(random, ACTS);
    try {
      const ledger = new Ledger();
      const texts = [seenIn(textOfDoc(ledger.doc))];
      for (const row of desk.rows) {
        ledger.enter(row);
        texts.push(seenIn(textOfDoc(ledger.doc)));
      }
      const authors = ['', ...desk.rows.map(({ delegation }) => delegation)];
      for (let count = 0; count < 4; count += 1) {
        const from = 1 + random.below(desk.rows.length - 1);
        const to = from + 1 + random.below(desk.rows.length - from);
        const redline = redlineBetween(desk, from, to, desk.ledger(to));
        expect(wrongNames(redline, texts, authors, from, to), `rows ${from} to ${to}`).toEqual([]);
        const told = redline.changes.filter(({ kind }) => kind !== 'wording');
        all += told.length;
        named += told.filter(({ author }) => author !== undefined).length;
      }
    } finally {
      desk.close();
    }
  });

  test('LE16 and many are named', () => {
    expect(named / all).toBeGreaterThan(LEAST_NAMED);
  });

  test.each([3, 11])('LE1 replayed, and gone on from anywhere, the same is remembered: seed %i', (seed) => {
    const desk = formSession(new Random(seed), ACTS);
    try {
      const { rows } = desk;
      const whole = tracesOf(desk.ledger());
      expect(tracesOf(desk.ledger())).toEqual(whole);
      for (const middle of [1, rows.length >> 1, rows.length - 2]) {
        const kept = decodeLedger(encodeLedger(desk.ledger(middle)));
        if (kept === null) throw new Error('the kept ledger has another format');
        for (const row of rows.slice(middle)) kept.enter(row);
        expect(tracesOf(kept)).toEqual(whole);
      }
    } finally {
      desk.close();
    }
  });
});

function tracesOf({ forms }: Ledger) {
  return [...forms.traces.entries()].map(([clause, aspects]) => [clause, [...aspects]]);
}
