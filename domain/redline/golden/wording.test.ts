import { describe, expect, test } from 'vitest';
import type { NodeJson } from '../../text/document-json';
import { rebuild } from '../apply';
import { describeChanges, redlineOf, rowsOf } from '../testing/describe';
import { doc, footnote, lineBreak, list, listItem, paragraph, table } from '../testing/texts';

function words(old: string, fresh: string): string[] {
  return rowsOf(doc(paragraph(old)), doc(paragraph(fresh)));
}

describe('RL10 words inside a clause', () => {
  const pairs: readonly (readonly [what: string, old: string, fresh: string, redline: string])[] = [
    [
      'one word',
      'The members meet each year.',
      'The members meet every year.',
      'The members meet [-each-]{+every+} year.',
    ],
    [
      'shall and should',
      'Members shall report to the SOM.',
      'Members should report to the SOM.',
      'Members [-shall-]{+should+} report to the SOM.',
    ],
    [
      'case',
      'The member states agree.',
      'The Member States agree.',
      'The [-member states-]{+Member States+} agree.',
    ],
    ['a number', 'within 30 days', 'within 45 days', 'within [-30-]{+45+} days'],
    [
      'a number with a separator',
      'up to 1,500 staff',
      'up to 15,000 staff',
      'up to [-1,500-]{+15,000+} staff',
    ],
    [
      'a range of years',
      'the Work Plan 2016–2020 is',
      'the Work Plan 2021–2025 is',
      'the Work Plan [-2016–2020-]{+2021–2025+} is',
    ],
    ['a date', 'on 23 April 2019 in', 'on 24 April 2019 in', 'on [-23-]{+24+} April 2019 in'],
    [
      '"not" inserted',
      'Members shall disclose names.',
      'Members shall not disclose names.',
      'Members shall {+not +}disclose names.',
    ],
    [
      'the first word',
      'Members agree to meet.',
      'Those members agree to meet.',
      '[-Members-]{+Those members+} agree to meet.',
    ],
    ['the last word', 'They agree to meet', 'They agree to meet again', 'They agree to meet{+ again+}'],
    ['a word before the full stop', 'They agree.', 'They agree again.', 'They agree{+ again+}.'],
    ['punctuation only', 'Trade, and growth', 'Trade; and growth', 'Trade[-,-]{+;+} and growth'],
    ['a comma in', 'trade and growth', 'trade, and growth', 'trade{+,+} and growth'],
    ['a space more', 'trade  and', 'trade and', 'trade[-  -]{+ +}and'],
    ['a repeated word', 'had the the right', 'had the right', 'had the [-the -]right'],
    [
      'an item out of an enumeration',
      'India, Japan, Korea and China',
      'India, Korea and China',
      'India, [-Japan, -]Korea and China',
    ],
    [
      'a whole sentence',
      'First point. Last point.',
      'First point. Second point. Last point.',
      'First point. {+Second point. +}Last point.',
    ],
    [
      'two edits with one common word between',
      'the fast report was sent',
      'the slow report got sent',
      'the [-fast-]{+slow+} report [-was-]{+got+} sent',
    ],
    [
      'brackets around contested words',
      'Members shall meet',
      'Members [shall] meet',
      'Members {+[+}shall{+]+} meet',
    ],
    [
      'alternatives in brackets',
      'Members [shall] meet',
      'Members [shall][should] meet',
      'Members [shall]{+[should]+} meet',
    ],
    [
      'a hyphenated word as one',
      'the decision-making process',
      'the policy-making process',
      'the [-decision-making-]{+policy-making+} process',
    ],
    ['a possessive', "the member's report", "the members' report", "the [-member's-]{+members'+} report"],
  ];
  test.each(pairs)('RL10 %s', (_, old, fresh, redline) => {
    expect(words(old, fresh)).toEqual([redline]);
  });

  test('RL10 a common word inside a rewritten passage is no island', () => {
    expect(
      words(
        'We note the report of the working group on trade and commend it.',
        'We note several urgent requests of many small new delegations and commend it.',
      ),
    ).toEqual([
      'We note [-the report of the working group on trade-]{+several urgent requests of many small new delegations+} and commend it.',
    ]);
  });

  test('RL10 a clause rewritten beyond knowledge is shown as replaced, not as confetti', () => {
    const old = doc({
      ...paragraph('The host of the meeting shall pay for the travel of all the delegations to it.'),
      attrs: { id: 'a' },
    });
    const fresh = doc({
      ...paragraph('Each of them bears the cost for its own stay and the host provides rooms.'),
      attrs: { id: 'a' },
    });
    const kinds = redlineOf(old, fresh).changes.map((change) => change.kind);
    expect(kinds.length).toBeLessThanOrEqual(2);
  });

  test('RL10 a line break in and out', () => {
    expect(rowsOf(doc(paragraph('one', lineBreak(), 'two')), doc(paragraph('one two')))).toEqual([
      'one[-\n-]{+ +}two',
    ]);
  });

  test('RL10 the list of changes names the words and counts them', () => {
    const redline = redlineOf(
      doc(paragraph('Members shall meet each year in Chiang Rai.')),
      doc(paragraph('Members should meet every two years in Chiang Rai.')),
    );
    expect(describeChanges(redline)).toEqual([
      'wording: shall → should',
      'wording: each year → every two years',
    ]);
    expect(redline.changes.map((change) => [change.wordsDeleted, change.wordsInserted])).toEqual([
      [1, 1],
      [2, 3],
    ]);
    expect(redline.summary).toMatchObject({
      wordsInserted: 4,
      wordsDeleted: 3,
      clausesEdited: 1,
      oldWords: 8,
      newWords: 9,
    });
  });
});

describe('RL11 footnotes', () => {
  test('RL11 a changed footnote is compared word by word where it stands', () => {
    expect(
      rowsOf(
        doc(paragraph('A claim', footnote('See the report of 2018.'), ' holds.')),
        doc(paragraph('A claim', footnote('See the report of 2019.'), ' holds.')),
      ),
    ).toEqual(['A claim^See the report of ^[-^2018^-]{+^2019^+}^.^ holds.']);
  });

  test('RL11 a footnote in and out', () => {
    const plain = doc(paragraph('A claim holds.'));
    const noted = doc(paragraph('A claim', footnote('Source: OCSC.'), ' holds.'));
    expect(rowsOf(plain, noted)).toEqual(['A claim{+^Source: OCSC.^+} holds.']);
    expect(rowsOf(noted, plain)).toEqual(['A claim[-^Source: OCSC.^-] holds.']);
    expect(redlineOf(plain, noted).summary.wordsInserted).toBe(2);
  });

  test('RL11 one of two neighbouring footnotes goes, the other stays', () => {
    expect(
      rowsOf(
        doc(paragraph('A claim', footnote('First source.'), footnote('Second source.'))),
        doc(paragraph('A claim', footnote('Second source.'))),
      ),
    ).toEqual(['A claim[-^First source.^-]^Second source.^']);
  });

  test('RL11 a footnote set to another word is out and in', () => {
    const note = footnote('Source: OCSC.');
    expect(
      rowsOf(
        doc(paragraph('A claim', note, ' holds here.')),
        doc(paragraph('A claim holds here', note, '.')),
      ),
    ).toEqual(['A claim[-^Source: OCSC.^-] holds here{+^Source: OCSC.^+}.']);
  });

  test('RL11 a footnote without words that is written, and one that loses its words', () => {
    const empty = doc(paragraph('A claim', footnote(''), ' holds.'));
    const written = doc(paragraph('A claim', footnote('Source: OCSC.'), ' holds.'));
    expect(rowsOf(empty, written)).toEqual(['A claim{+^Source: OCSC.^+}^^ holds.']);
    expect(rowsOf(written, empty)).toEqual(['A claim[-^Source: OCSC.^-]^^ holds.']);
    expect(rebuild(redlineOf(empty, written), 'old')).toEqual([{ text: 'A claim holds.', footnotes: [''] }]);
  });

  test('RL11 a footnote in an item of an inner list, in a cell, and under a mark', () => {
    const nested = (text: string) =>
      doc(
        list(
          'bulletList',
          listItem(
            paragraph('outer', footnote('First source.')),
            list('bulletList', listItem(paragraph('inner', footnote(text)))),
          ),
        ),
      );
    expect(rowsOf(nested('Second source.'), nested('Third source.'))).toEqual([
      'outer^First source.^',
      'inner[-^Second^-]{+^Third^+}^ source.^',
    ]);
    const inCell = (text: string): NodeJson => ({
      type: 'tableCell',
      content: [paragraph('Trade in goods', footnote(text))],
    });
    const ofTable = (text: string) =>
      doc(table({ type: 'tableRow', content: [inCell(text), inCell('As above.')] }));
    expect(rowsOf(ofTable('See annex 1.'), ofTable('See annex 2.'))).toEqual([
      'Trade in goods^See annex ^[-^1^-]{+^2^+}^.^ | Trade in goods^As above.^',
    ]);
    const bold = { ...footnote('Source: OCSC.'), marks: [{ type: 'bold' }] };
    expect(
      rowsOf(
        doc(paragraph('A claim', footnote('Source: OCSC.'), ' holds.')),
        doc(paragraph('A claim', bold, ' holds.')),
      ),
    ).toEqual(['A claim<^Source: OCSC.^> holds.']);
  });

  test('RL11 a footnote goes with its clause, moved or split', () => {
    const report = 'The secretariat shall circulate its report before the end of March.';
    const venue = 'The host country chooses the venue and informs the other members.';
    const redline = redlineOf(
      doc(paragraph(venue), paragraph(report, footnote('See rule 4.'))),
      doc(paragraph(report, footnote('See rule 5.')), paragraph(venue)),
    );
    expect(describeChanges(redline)).toEqual([`moved: ${report} → ${report}`, 'wording: 4 → 5']);
    expect(
      rowsOf(
        doc(paragraph(venue, footnote('Rule 1.'), ` ${report}`, footnote('Rule 2.'))),
        doc(paragraph(venue, footnote('Rule 1.')), paragraph(report, footnote('Rule 2.'))),
      ),
    ).toEqual([`${venue}^Rule 1.^`, `split: [- -]${report}^Rule 2.^`]);
  });

  test('RL11 in the list of changes a footnote takes no room in the words around it', () => {
    const inserted = redlineOf(doc(), doc(paragraph('A claim', footnote('Source: OCSC.'), ' holds.')));
    expect(describeChanges(inserted)).toEqual(['clause-inserted:  → A claim holds.']);
  });
});
