import { describe, expect, test } from 'vitest';
import type { NodeJson } from '../../text/document-json';
import { describeChanges, redlineOf, rowsOf } from '../testing/describe';
import { block, clause, doc, operative, paragraph } from '../testing/texts';

const FEES = 'The annual contribution of each member is set by the meeting.';
const REPORT = 'The secretariat shall circulate its report before the end of March.';
const VENUE = 'The host country chooses the venue and informs the other members.';
const CLOSING = 'This Statement takes effect on the day of its adoption.';

function paragraphs(...texts: string[]): NodeJson[] {
  return texts.map((text) => paragraph(text));
}

describe('RL12 clauses in, out and elsewhere', () => {
  test('RL12 a clause inserted', () => {
    expect(rowsOf(doc(...paragraphs(FEES, VENUE)), doc(...paragraphs(FEES, REPORT, VENUE)))).toEqual([
      FEES,
      `inserted: {+${REPORT}+}`,
      VENUE,
    ]);
  });

  test('RL12 a clause deleted, shown where it stood', () => {
    expect(rowsOf(doc(...paragraphs(FEES, REPORT, VENUE)), doc(...paragraphs(FEES, VENUE)))).toEqual([
      FEES,
      `deleted: [-${REPORT}-]`,
      VENUE,
    ]);
  });

  test('RL12 a clause moved is neither deleted nor inserted', () => {
    const redline = redlineOf(
      doc(...paragraphs(REPORT, FEES, VENUE, CLOSING)),
      doc(...paragraphs(FEES, VENUE, REPORT, CLOSING)),
    );
    expect(redline.rows.map((row) => row.status)).toEqual(['moved-away', 'kept', 'kept', 'moved', 'kept']);
    expect(redline.summary).toMatchObject({
      wordsInserted: 0,
      wordsDeleted: 0,
      wordsMoved: 11,
      clausesMoved: 1,
    });
    expect(redline.rows[0]?.counterpart).toBe(3);
    expect(redline.rows[3]?.counterpart).toBe(0);
  });

  test('RL12 a clause moved and edited shows the edit at its new place', () => {
    expect(
      rowsOf(
        doc(...paragraphs(REPORT, FEES, VENUE)),
        doc(...paragraphs(FEES, VENUE, REPORT.replace('March', 'May'))),
      ),
    ).toEqual([
      'moved-away: ',
      FEES,
      VENUE,
      'moved: The secretariat shall circulate its report before the end of [-March-]{+May+}.',
    ]);
  });

  test('RL12 two clauses that changed places are one move', () => {
    expect(
      describeChanges(redlineOf(doc(...paragraphs(FEES, REPORT)), doc(...paragraphs(REPORT, FEES)))),
    ).toEqual([`moved: ${FEES} → ${FEES}`]);
  });

  test('RL12 three clauses in the opposite order are two moves', () => {
    expect(
      describeChanges(
        redlineOf(doc(...paragraphs(FEES, REPORT, VENUE)), doc(...paragraphs(VENUE, REPORT, FEES))),
      ),
    ).toEqual([`moved: ${REPORT} → ${REPORT}`, `moved: ${FEES} → ${FEES}`]);
  });

  test('RL12 short lines beside a moved clause move with it', () => {
    const old = doc(...paragraphs(FEES, VENUE, CLOSING, 'Part II', REPORT, 'Note'));
    const fresh = doc(...paragraphs('Part II', REPORT, 'Note', FEES, VENUE, CLOSING));
    expect(redlineOf(old, fresh).summary).toMatchObject({
      clausesMoved: 3,
      clausesInserted: 0,
      clausesDeleted: 0,
    });
  });

  test('RL12 a short clause is known again by its id, and only by it', () => {
    const withIds = (...ids: string[]) =>
      doc(...ids.map((id) => clause(id, id === 's' ? 'Agreed.' : `${VENUE} ${id}`)));
    expect(redlineOf(withIds('s', 'a', 'b'), withIds('a', 'b', 's')).summary.clausesMoved).toBe(1);
    const without = (...texts: string[]) => doc(...paragraphs(...texts));
    expect(redlineOf(without('Agreed.', VENUE, FEES), without(VENUE, FEES, 'Agreed.')).summary).toMatchObject(
      { clausesMoved: 0, clausesInserted: 1, clausesDeleted: 1 },
    );
  });

  test('RL12 an id does not make two clauses one that have nothing in common', () => {
    expect(rowsOf(doc(clause('a', 'Fees are due in March.')), doc(clause('a', 'Venue: see annex')))).toEqual([
      'deleted: [-Fees are due in March.-]',
      'inserted: {+Venue: see annex+}',
    ]);
  });

  test('RL12 an empty clause that was filled in is the same clause', () => {
    expect(rowsOf(doc(clause('a'), clause('b', FEES)), doc(clause('a', REPORT), clause('b', FEES)))).toEqual([
      `{+${REPORT}+}`,
      FEES,
    ]);
  });

  test('RL12 of equal lines only the one that is new is shown', () => {
    const line = '[Agreed ad ref]';
    expect(
      rowsOf(
        doc(...paragraphs(FEES, line, REPORT, line, VENUE)),
        doc(...paragraphs(FEES, line, REPORT, line, line, VENUE)),
      ),
    ).toEqual([FEES, line, REPORT, line, `inserted: {+${line}+}`, VENUE]);
  });

  test('RL12 an empty text', () => {
    const empty = doc({ type: 'paragraph' });
    expect(rowsOf(empty, doc(...paragraphs(FEES)))).toEqual(['deleted: ', `inserted: {+${FEES}+}`]);
    expect(rowsOf(doc(), doc())).toEqual([]);
    expect(rowsOf(doc(...paragraphs(FEES)), doc())).toEqual([`deleted: [-${FEES}-]`]);
  });

  test('RL12 a text replaced as a whole', () => {
    const redline = redlineOf(
      doc(...paragraphs(FEES, REPORT)),
      doc(...paragraphs('Wholly other', 'Words now stand here')),
    );
    expect(redline.rows.map((row) => row.status)).toEqual(['deleted', 'deleted', 'inserted', 'inserted']);
  });
});

describe('RL13 clauses split and merged', () => {
  test('RL13 a clause split in two', () => {
    expect(rowsOf(doc(paragraph(`${FEES} ${REPORT}`)), doc(...paragraphs(FEES, REPORT)))).toEqual([
      FEES,
      `split: [- -]${REPORT}`,
    ]);
  });

  test('RL13 a clause split in three, one part edited', () => {
    expect(
      rowsOf(
        doc(paragraph(`${FEES} ${REPORT} ${VENUE}`)),
        doc(...paragraphs(FEES, REPORT.replace('March', 'May'), VENUE)),
      ),
    ).toEqual([
      FEES,
      'split: [- -]The secretariat shall circulate its report before the end of [-March-]{+May+}.',
      `split: [- -]${VENUE}`,
    ]);
  });

  test('RL13 two clauses merged', () => {
    const redline = redlineOf(doc(...paragraphs(FEES, REPORT)), doc(paragraph(`${FEES} ${REPORT}`)));
    expect(redline.changes.map((change) => change.kind)).toEqual(['merged']);
    expect(redline.summary).toMatchObject({ wordsInserted: 0, wordsDeleted: 0 });
  });

  test('RL13 two clauses merged, one of them edited', () => {
    expect(
      rowsOf(doc(...paragraphs(FEES, REPORT)), doc(paragraph(`${FEES} ${REPORT.replace('March', 'May')}`))),
    ).toEqual([
      FEES,
      'merged: {+ +}The secretariat shall circulate its report before the end of [-March-]{+May+}.',
    ]);
  });

  test('RL13 the part that keeps the id is the clause, wherever it stands', () => {
    const redline = redlineOf(
      doc(clause('a', `${FEES} ${REPORT}`)),
      doc(clause('n', FEES), clause('a', REPORT)),
    );
    expect(redline.rows.map((row) => [row.status, row.new?.id])).toEqual([
      ['split', 'n'],
      ['kept', 'a'],
    ]);
  });

  test('RL13 an inserted clause beside a shortened one is no split', () => {
    const kinds = redlineOf(
      doc(paragraph(`${FEES} ${REPORT}`)),
      doc(paragraph(FEES), paragraph('Delegations of the dialogue partners may attend as guests.')),
    ).changes.map((change) => change.kind);
    expect(kinds).toEqual(['wording', 'clause-inserted']);
  });
});

describe('RL14 numbers of clauses', () => {
  test('RL14 renumbering alone is no change', () => {
    const redline = redlineOf(
      doc(operative(1, FEES), operative(1, VENUE)),
      doc(operative(1, REPORT), operative(1, FEES), operative(1, VENUE)),
    );
    expect(redline.changes.map((change) => change.kind)).toEqual(['clause-inserted']);
    expect(redline.rows.map((row) => [row.old?.label, row.new?.label])).toEqual([
      [undefined, '1.'],
      ['1.', '2.'],
      ['2.', '3.'],
    ]);
    expect(redline.rows[2]?.new?.citation).toBe('OP 3');
  });

  test('RL14 each side is numbered in its own house style', () => {
    const old = doc(block('heading', { level: 1 }, 'Scope'), paragraph(FEES));
    const fresh = doc(block('heading', { level: 1 }, 'Scope'), paragraph(VENUE));
    const redline = redlineOf(old, fresh, 'sections');
    expect([redline.rows[0]?.old?.label, redline.rows[0]?.new?.label]).toEqual(['1', '1']);
  });
});
