import { describe, expect, test } from 'vitest';
import { type Anchor, placeOf } from '../../comments/anchor';
import { clausesOf, clauseText } from '../../text/clauses';
import type { DocumentJson, NodeJson } from '../../text/document-json';
import { rowsOf } from '../testing/describe';
import { clause, doc, footnote, marked } from '../testing/texts';

const FEES = 'The annual contribution of each member is set by the meeting.';
const REPORT = 'The secretariat shall circulate its report before the end of March.';
const VENUE = 'The host country chooses the venue and informs the other members.';

/** Comments stand beside a text, never in it (CO1): what a redline has to do with them is where it says their words went. */
function anchorOn(text: DocumentJson, clauseId: string, quote: string): Anchor {
  const found = clausesOf(text).find(({ id }) => id === clauseId);
  const words = found === undefined ? '' : clauseText(found);
  const from = words.indexOf(quote);
  if (from < 0) throw new Error(`anchorOn: no “${quote}” in ${clauseId}`);
  return { clauseId, from, to: from + quote.length, clauseText: words, quote };
}

/** The clause in which the anchored words stand now, with ⟨ ⟩ around them; "gone" where they stand nowhere. */
function anchored(anchor: Anchor, text: DocumentJson): string {
  const place = placeOf(anchor, text);
  const found = place === null ? undefined : clausesOf(text)[place.clause];
  if (place === null || found === undefined) return 'gone';
  const words = clauseText(found);
  const { from, to } = place;
  return `${place.clauseId}: ${words.slice(0, from)}⟨${words.slice(from, to)}⟩${words.slice(to)}`;
}

interface Case {
  readonly what: string;
  readonly old: readonly NodeJson[];
  /** On these words of clause "b" of the old text. */
  readonly quote: string;
  readonly fresh: readonly NodeJson[];
  readonly rows: readonly string[];
  readonly at: string;
}

const CASES: readonly Case[] = [
  {
    what: 'words in before it',
    old: [clause('b', REPORT)],
    quote: 'its report',
    fresh: [clause('b', REPORT.replace('shall', 'shall every year'))],
    rows: ['The secretariat shall {+every year +}circulate its report before the end of March.'],
    at: 'b: The secretariat shall every year circulate ⟨its report⟩ before the end of March.',
  },
  {
    what: 'words in on its edge stay outside',
    old: [clause('b', REPORT)],
    quote: 'its report',
    fresh: [clause('b', REPORT.replace('report', 'report in English'))],
    rows: ['The secretariat shall circulate its report {+in English +}before the end of March.'],
    at: 'b: The secretariat shall circulate ⟨its report⟩ in English before the end of March.',
  },
  {
    what: 'a word in within it belongs to it',
    old: [clause('b', REPORT)],
    quote: 'its report',
    fresh: [clause('b', REPORT.replace('its report', 'its annual report'))],
    rows: ['The secretariat shall circulate its {+annual +}report before the end of March.'],
    at: 'b: The secretariat shall circulate ⟨its annual report⟩ before the end of March.',
  },
  {
    what: 'a part of its words out',
    old: [clause('b', REPORT)],
    quote: 'before the end of March',
    fresh: [clause('b', REPORT.replace('the end of ', ''))],
    rows: ['The secretariat shall circulate its report before [-the end of -]March.'],
    at: 'b: The secretariat shall circulate its report ⟨before March⟩.',
  },
  {
    what: 'all of its words out',
    old: [clause('b', REPORT)],
    quote: 'before the end of March',
    fresh: [clause('b', REPORT.replace(' before the end of March', ''))],
    rows: ['The secretariat shall circulate its report[- before the end of March-].'],
    at: 'gone',
  },
  {
    what: 'its clause moved',
    old: [clause('b', REPORT), clause('a', FEES), clause('c', VENUE)],
    quote: 'its report',
    fresh: [clause('a', FEES), clause('c', VENUE), clause('b', REPORT)],
    rows: ['moved-away: ', FEES, VENUE, `moved: ${REPORT}`],
    at: 'b: The secretariat shall circulate ⟨its report⟩ before the end of March.',
  },
  {
    what: 'its clause split before it',
    old: [clause('b', `${FEES} ${REPORT}`)],
    quote: 'its report',
    fresh: [clause('b', FEES), clause('n', REPORT)],
    rows: [FEES, `split: [- -]${REPORT}`],
    at: 'n: The secretariat shall circulate ⟨its report⟩ before the end of March.',
  },
  {
    what: 'its clause merged into the one before',
    old: [clause('a', FEES), clause('b', REPORT)],
    quote: 'its report',
    fresh: [clause('a', `${FEES} ${REPORT}`)],
    rows: [FEES, `merged: {+ +}${REPORT}`],
    at: `a: ${FEES} The secretariat shall circulate ⟨its report⟩ before the end of March.`,
  },
  {
    what: 'its clause out, the same words elsewhere are not these',
    old: [clause('a', FEES), clause('b', REPORT)],
    quote: 'its report',
    fresh: [clause('a', FEES), clause('d', 'Fit for purpose, said its report on trade.')],
    rows: [FEES, `deleted: [-${REPORT}-]`, 'inserted: {+Fit for purpose, said its report on trade.+}'],
    at: 'gone',
  },
  {
    what: 'a footnote within it takes no room',
    old: [clause('b', 'A claim', footnote('Source: OCSC.'), ' holds here.')],
    quote: 'claim holds',
    fresh: [clause('b', 'Any claim', footnote('Source: SOM.'), ' holds here.')],
    rows: ['[-A-]{+Any+} claim^Source: ^[-^OCSC^-]{+^SOM^+}^.^ holds here.'],
    at: 'b: Any ⟨claim holds⟩ here.',
  },
  {
    what: 'a mark on its words',
    old: [clause('b', 'The members meet.')],
    quote: 'members',
    fresh: [clause('b', 'The ', marked('members', 'bold'), ' meet.')],
    rows: ['The <members> meet.'],
    at: 'b: The ⟨members⟩ meet.',
  },
  {
    what: 'a Thai word without spaces around it',
    old: [clause('b', 'ที่ประชุมพิจารณาร่างแผนงาน')],
    quote: 'ร่างแผนงาน',
    fresh: [clause('b', 'ที่ประชุมรับรองร่างแผนงาน')],
    rows: ['ที่ประชุม[-พิจารณา-]{+รับรอง+}ร่างแผนงาน'],
    at: 'b: ที่ประชุมรับรอง⟨ร่างแผนงาน⟩',
  },
];

describe('CO2 CO3 the words of a comment', () => {
  test.each(CASES)('CO2 $what', ({ old, quote, fresh, rows, at }) => {
    const [before, after] = [doc(...old), doc(...fresh)];
    const anchor = anchorOn(before, 'b', quote);
    expect(rowsOf(before, after)).toEqual(rows);
    expect(anchored(anchor, after)).toBe(at);
    // A text that is restored gives the exact place back.
    expect(placeOf(anchor, before)).toMatchObject({ from: anchor.from, to: anchor.to, asQuoted: true });
  });
});
