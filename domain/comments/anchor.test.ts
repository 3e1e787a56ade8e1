import { describe, expect, test } from 'vitest';
import { Random } from '../redline/testing/random';
import { clause, doc } from '../redline/testing/texts';
import { clausesOf, clauseText } from '../text/clauses';
import type { DocumentJson } from '../text/document-json';
import { type Anchor, placeOf, placesOf } from './anchor';

const FIRST = 'RECALLING the meeting of heads of civil service held in Chiang Rai,';
const SECOND =
  'AGREE to promote integrity in the civil service, to share experience with one another, and to report every year;';
const THIRD = 'REQUEST the Secretariat to prepare a work plan for the coming biennium.';
const TEXT = doc(clause('c_1', FIRST), clause('c_2', SECOND), clause('c_3', THIRD));

function anchorOn(text: DocumentJson, id: string, quote: string): Anchor {
  const found = clausesOf(text).find((entry) => entry.id === id);
  if (found === undefined) throw new Error(`no clause ${id}`);
  const words = clauseText(found);
  const from = words.indexOf(quote);
  if (from === -1) throw new Error(`no “${quote}” in ${id}`);
  return { clauseId: id, from, to: from + quote.length, clauseText: words, quote };
}

/** The words that stand at the place of a thread, with the clause: “c_2: share experience”; "gone" where they are. */
function seen(anchor: Anchor, text: DocumentJson): string {
  const place = placeOf(anchor, text);
  if (place === null) return 'gone';
  const found = clausesOf(text)[place.clause];
  if (found === undefined) throw new Error('a place outside the text');
  return `${place.clauseId}: ${clauseText(found).slice(place.from, place.to)}`;
}

const SHARE = anchorOn(TEXT, 'c_2', 'share experience with one another');

describe('where the words of a thread stand', () => {
  test('CO2 edits before, after and inside leave the thread at its words', () => {
    const before = doc(clause('c_2', `WE, the Heads, ${SECOND}`));
    expect(seen(SHARE, before)).toBe('c_2: share experience with one another');
    const inside = doc(clause('c_2', SECOND.replace('experience with', 'knowledge and good practice with')));
    expect(seen(SHARE, inside)).toBe('c_2: share knowledge and good practice with one another');
    expect(placeOf(SHARE, inside)?.asQuoted).toBe(false);
    const shorter = doc(clause('c_2', SECOND.replace(' with one another', '')));
    expect(seen(SHARE, shorter)).toBe('c_2: share experience');
  });

  test('CO2 a clause that moves takes its threads along', () => {
    const moved = doc(clause('c_2', SECOND), clause('c_3', THIRD), clause('c_1', FIRST));
    expect(placeOf(SHARE, moved)).toEqual({
      clause: 0,
      clauseId: 'c_2',
      from: SHARE.from,
      to: SHARE.to,
      asQuoted: true,
    });
  });

  test('CO3 words that went into a clause of their own are found there', () => {
    const cut = SECOND.indexOf('to share');
    const split = doc(clause('c_2', SECOND.slice(0, cut).trim()), clause('c_9', SECOND.slice(cut)));
    expect(seen(SHARE, split)).toBe('c_9: share experience with one another');
    const edited = doc(
      clause('c_2', SECOND.slice(0, cut).trim()),
      clause('c_9', SECOND.slice(cut).replace('experience', 'their experience')),
    );
    expect(seen(SHARE, edited)).toBe('c_9: share their experience with one another');
  });

  test('CO3 a clause that was joined to another is found in it, edited or not', () => {
    const joined = doc(clause('c_1', `${FIRST} ${SECOND}`), clause('c_3', THIRD));
    expect(seen(SHARE, joined)).toBe('c_1: share experience with one another');
    const edited = doc(clause('c_1', `${FIRST} ${SECOND.replace('experience', 'knowledge')}`));
    expect(seen(SHARE, edited)).toBe('c_1: share knowledge with one another');
  });

  test('CO3 a clause that was put anew under another id is known by its words', () => {
    expect(seen(SHARE, doc(clause('c_1', FIRST), clause('c_7', SECOND)))).toBe(
      'c_7: share experience with one another',
    );
  });

  test('CO3 words that are gone are gone, and the same words elsewhere are not these', () => {
    expect(seen(SHARE, doc(clause('c_1', FIRST)))).toBe('gone');
    expect(seen(SHARE, doc(clause('c_2', SECOND.replace(`to ${SHARE.quote}, `, ''))))).toBe('gone');
    const elsewhere = anchorOn(TEXT, 'c_2', 'the civil service');
    expect(seen(elsewhere, doc(clause('c_5', 'Statistics of the civil service of 1997 are attached.')))).toBe(
      'gone',
    );
  });

  test('CO2 of equal words in one clause the thread keeps its own', () => {
    const twice = 'The Member States report; the Member States review; the Member States decide.';
    const from = twice.indexOf('Member States', 20);
    const anchor = { clauseId: 'c_1', from, to: from + 13, clauseText: twice, quote: 'Member States' };
    const later = twice.replace('The Member States report; ', '');
    expect(placeOf(anchor, doc(clause('c_1', later)))).toMatchObject({ from: 4, to: 17 });
  });

  test('CO2 Thai words, and signs nobody sees', () => {
    const thai = 'ประเทศสมาชิกตกลงที่จะส่งเสริมความซื่อสัตย์สุจริตในราชการ และแลกเปลี่ยนประสบการณ์ระหว่างกัน';
    const text = doc(clause('c_1', thai));
    const anchor = anchorOn(text, 'c_1', 'แลกเปลี่ยนประสบการณ์');
    const edited = thai.replace('ความซื่อสัตย์สุจริต', 'ธรรมาภิบาล');
    expect(seen(anchor, doc(clause('c_1', edited)))).toBe('c_1: แลกเปลี่ยนประสบการณ์');
    const spaced = SECOND.replace('share experience', 'share\u00a0experience');
    expect(seen(SHARE, doc(clause('c_2', spaced)))).toBe('c_2: share\u00a0experience with one another');
  });

  test('CO3 an empty text, and a quote of a single sign', () => {
    expect(placeOf(SHARE, doc())).toBeNull();
    const comma = { ...SHARE, from: SECOND.indexOf(','), to: SECOND.indexOf(',') + 1, quote: ',' };
    expect(placeOf(comma, TEXT)).toMatchObject({ from: comma.from, to: comma.to });
  });
});

const WORDS =
  'member states shall promote integrity share experience report annually review progress strengthen capacity support training cooperate openly develop standards'.split(
    ' ',
  );

/** A text, threads on it, and edits that put new words outside the quoted ones. */
function history(seed: number) {
  const random = new Random(seed);
  const sentence = () => Array.from({ length: 8 + random.below(25) }, () => random.pick(WORDS)).join(' ');
  const clauses = Array.from({ length: 3 + random.below(6) }, (_, index) => ({
    id: `c_${index}`,
    words: sentence(),
  }));
  const text = doc(...clauses.map(({ id, words }) => clause(id, words)));
  const chosen = random.pick(clauses);
  const parts = chosen.words.split(' ');
  const first = random.below(parts.length - 2);
  const last = first + 1 + random.below(Math.min(6, parts.length - first - 1));
  const from = parts.slice(0, first).join(' ').length + (first === 0 ? 0 : 1);
  const quote = parts.slice(first, last).join(' ');
  const anchor: Anchor = {
    clauseId: chosen.id,
    from,
    to: from + quote.length,
    clauseText: chosen.words,
    quote,
  };
  return { random, clauses, text, anchor, parts, first, last };
}

const SEEDS = Array.from({ length: 300 }, (_, index) => index + 1);

describe('the place of a thread, whatever happens around it', () => {
  test('CO2 words written around a quote never move it from its words', () => {
    for (const seed of SEEDS) {
      const { random, clauses, anchor, parts, first, last } = history(seed);
      const edited: string[] = [];
      parts.forEach((word, index) => {
        const inside = index > first && index < last;
        if (!inside && random.below(5) === 0) edited.push(`new${seed}x${index}`);
        edited.push(word);
      });
      const mixed = clauses
        .map((entry) => (entry.id === anchor.clauseId ? { ...entry, words: edited.join(' ') } : entry))
        .sort(() => random.next() - 0.5);
      const later = doc(...mixed.map(({ id, words }) => clause(id, words)));
      expect([seed, seen(anchor, later)]).toEqual([seed, `${anchor.clauseId}: ${anchor.quote}`]);
    }
  });

  test('CO2 words written inside a quote belong to it', () => {
    for (const seed of SEEDS) {
      const { anchor, parts, first, last } = history(seed);
      if (last - first < 2) continue;
      const edited = parts.toSpliced(first + 1, 0, `inside${seed}`);
      const expected = edited.slice(first, last + 1).join(' ');
      expect([seed, seen(anchor, doc(clause(anchor.clauseId, edited.join(' '))))]).toEqual([
        seed,
        `${anchor.clauseId}: ${expected}`,
      ]);
    }
  });

  test('CO2 whatever is made of a text, restoring it gives the exact place back', () => {
    for (const seed of SEEDS) {
      const { text, anchor } = history(seed);
      expect(placeOf(anchor, text)).toEqual({
        clause: Number(anchor.clauseId.slice(2)),
        clauseId: anchor.clauseId,
        from: anchor.from,
        to: anchor.to,
        asQuoted: true,
      });
    }
  });

  test('CO2 a place lies in its clause, begins before it ends, and holds a word, however wild the edits', () => {
    for (const seed of SEEDS) {
      const { random, clauses, anchor } = history(seed);
      const wild = clauses.flatMap(({ id, words }) => {
        const parts = words.split(' ').filter(() => random.below(3) > 0);
        const cut = random.below(parts.length + 1);
        if (random.below(4) === 0) return [];
        if (random.below(3) === 0)
          return [clause(id, parts.slice(0, cut).join(' ')), clause(`${id}b`, parts.slice(cut).join(' '))];
        return [clause(id, parts.join(' '))];
      });
      const later = doc(...wild);
      const place = placeOf(anchor, later);
      if (place === null) continue;
      const found = clausesOf(later)[place.clause];
      const words = found === undefined ? '' : clauseText(found);
      expect(words.slice(place.from, place.to)).toMatch(/[\p{L}\p{N}]/u);
      expect(place.to).toBeLessThanOrEqual(words.length);
    }
  });

  test('CO2 a hundred threads on 60,000 words, ten clauses rewritten, cost no more than the clauses concerned', () => {
    const random = new Random(7);
    const clauses = Array.from({ length: 1500 }, (_, index) => ({
      id: `c_${index}`,
      words: Array.from({ length: 40 }, () => `${random.pick(WORDS)}${random.below(50)}`).join(' '),
    }));
    const threads = Array.from({ length: 100 }, (_, index): Anchor => {
      const entry = clauses[index * 15] ?? { id: '', words: '' };
      return {
        clauseId: entry.id,
        from: 0,
        to: 30,
        clauseText: entry.words,
        quote: entry.words.slice(0, 30),
      };
    });
    const later = doc(
      ...clauses
        .filter((_, index) => index % 150 !== 15)
        .map(({ id, words }, index) => clause(id, index % 75 === 0 ? `Further ${words}` : words)),
    );
    const began = process.cpuUsage();
    const places = placesOf(threads, later);
    const spent = process.cpuUsage(began);
    expect(places.filter((place) => place !== null)).toHaveLength(90);
    expect((spent.user + spent.system) / 1000).toBeLessThan(1500);
  });
});
