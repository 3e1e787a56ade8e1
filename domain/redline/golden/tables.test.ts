import { describe, expect, test } from 'vitest';
import type { NodeJson } from '../../text/document-json';
import { redlineOf, rowsOf } from '../testing/describe';
import { doc, headerRow, paragraph, row, table } from '../testing/texts';

const HEAD = headerRow('Priority area', 'Action', 'Lead');
const FIRST = row('Workforce competencies', 'Train trainers', 'Thailand');
const SECOND = row('Institutional capacity', 'Share good practice', 'Malaysia');
const THIRD = row('Public values', 'Hold a forum', 'Viet Nam');

/** A row whose first cell spans columns or rows. */
function spanned(attrs: Record<string, unknown>, ...texts: string[]): NodeJson {
  const plain = row(...texts);
  return {
    ...plain,
    content: (plain.content ?? []).map((cell, index) => (index === 0 ? { ...cell, attrs } : cell)),
  };
}

function rowsOfTables(old: NodeJson, fresh: NodeJson): string[] {
  return rowsOf(doc(old), doc(fresh));
}

describe('RL17 tables', () => {
  test('RL17 words inside a cell', () => {
    const changed = row('Institutional capacity', 'Share better practice', 'Malaysia');
    expect(rowsOfTables(table(HEAD, FIRST, SECOND), table(HEAD, FIRST, changed))).toEqual([
      'Priority area | Action | Lead',
      'Workforce competencies | Train trainers | Thailand',
      'Institutional capacity | Share [-good-]{+better+} practice | Malaysia',
    ]);
  });

  test('RL17 a cell replaced as a whole stays in its column', () => {
    const changed = row('Institutional capacity', 'Publish a handbook', 'Malaysia');
    expect(rowsOfTables(table(HEAD, FIRST, SECOND), table(HEAD, FIRST, changed))[2]).toBe(
      'Institutional capacity | [-Share good practice-]{+Publish a handbook+} | Malaysia',
    );
  });

  test('RL17 a row in', () => {
    expect(rowsOfTables(table(HEAD, FIRST, THIRD), table(HEAD, FIRST, SECOND, THIRD))).toEqual([
      'Priority area | Action | Lead',
      'Workforce competencies | Train trainers | Thailand',
      'inserted: +{+Institutional capacity+} | +{+Share good practice+} | +{+Malaysia+}',
      'Public values | Hold a forum | Viet Nam',
    ]);
  });

  test('RL17 a row out', () => {
    const redline = redlineOf(doc(table(HEAD, FIRST, SECOND)), doc(table(HEAD, SECOND)));
    expect(redline.rows.map((entry) => entry.status)).toEqual(['kept', 'deleted', 'kept']);
    expect(redline.summary).toMatchObject({ clausesDeleted: 1, wordsDeleted: 5 });
  });

  test('RL17 a row moved', () => {
    const redline = redlineOf(doc(table(HEAD, FIRST, SECOND, THIRD)), doc(table(HEAD, THIRD, FIRST, SECOND)));
    expect(redline.rows.map((entry) => entry.status)).toEqual([
      'kept',
      'moved',
      'kept',
      'kept',
      'moved-away',
    ]);
  });

  test('RL17 a column in', () => {
    expect(
      rowsOfTables(
        table(HEAD, FIRST, SECOND),
        table(
          headerRow('Priority area', 'Action', 'Year', 'Lead'),
          row('Workforce competencies', 'Train trainers', '2021', 'Thailand'),
          row('Institutional capacity', 'Share good practice', '', 'Malaysia'),
        ),
      ),
    ).toEqual([
      'Priority area | Action | +{+Year+} | Lead #columns 3→4',
      'Workforce competencies | Train trainers | +{+2021+} | Thailand',
      'Institutional capacity | Share good practice | + | Malaysia',
    ]);
  });

  test('RL17 a column out, its cells shown where they stood', () => {
    expect(
      rowsOfTables(
        table(HEAD, FIRST),
        table(headerRow('Priority area', 'Lead'), row('Workforce competencies', 'Thailand')),
      ),
    ).toEqual([
      'Priority area | -[-Action-] | Lead #columns 3→2',
      'Workforce competencies | -[-Train trainers-] | Thailand',
    ]);
  });

  test('RL17 a header row made and unmade', () => {
    const plain = row('Priority area', 'Action', 'Lead');
    expect(rowsOfTables(table(HEAD, FIRST), table(plain, FIRST))[0]).toBe(
      'Priority area | Action | Lead #header 3→0',
    );
    expect(rowsOfTables(table(plain, FIRST), table(HEAD, FIRST))[0]).toBe(
      'Priority area | Action | Lead #header 0→3',
    );
  });

  test('RL17 cells merged', () => {
    const merged: NodeJson = {
      type: 'tableRow',
      content: [
        {
          type: 'tableCell',
          attrs: { colspan: 2 },
          content: [paragraph('Workforce competencies Train trainers')],
        },
        { type: 'tableCell', content: [paragraph('Thailand')] },
      ],
    };
    expect(rowsOfTables(table(HEAD, FIRST), table(HEAD, merged))[1]).toBe(
      'Workforce competencies{+ Train trainers+} | -[-Train trainers-] | Thailand #attribute →colspan 2',
    );
  });

  test('RL17 a row moved and edited', () => {
    const yearly = row('Public values', 'Hold a forum each year', 'Viet Nam');
    const edited = row('Public values', 'Hold a forum every year', 'Viet Nam');
    expect(rowsOfTables(table(HEAD, FIRST, SECOND, yearly), table(HEAD, edited, FIRST, SECOND))).toEqual([
      'Priority area | Action | Lead',
      'moved: Public values | Hold a forum [-each-]{+every+} year | Viet Nam',
      'Workforce competencies | Train trainers | Thailand',
      'Institutional capacity | Share good practice | Malaysia',
      'moved-away: ',
    ]);
  });

  test('RL17 a column that moved is out at its old place and in at its new one', () => {
    const leadFirst = table(
      headerRow('Lead', 'Priority area', 'Action'),
      row('Thailand', 'Workforce competencies', 'Train trainers'),
    );
    expect(rowsOfTables(table(HEAD, FIRST), leadFirst)).toEqual([
      '+{+Lead+} | Priority area | Action | -[-Lead-]',
      '+{+Thailand+} | Workforce competencies | Train trainers | -[-Thailand-]',
    ]);
  });

  test('RL17 a cell emptied, and words that went into the next cell', () => {
    expect(
      rowsOfTables(table(HEAD, FIRST), table(HEAD, row('Workforce competencies', 'Train trainers', '')))[1],
    ).toBe('Workforce competencies | Train trainers | [-Thailand-]');
    expect(
      rowsOfTables(
        table(HEAD, FIRST),
        table(HEAD, row('Workforce competencies', '', 'Train trainers Thailand')),
      )[1],
    ).toBe('Workforce competencies | [-Train trainers-] | {+Train trainers +}Thailand');
  });

  test('RL17 a header row in', () => {
    expect(rowsOfTables(table(FIRST, SECOND), table(HEAD, FIRST, SECOND))).toEqual([
      'inserted: +{+Priority area+} | +{+Action+} | +{+Lead+}',
      'Workforce competencies | Train trainers | Thailand',
      'Institutional capacity | Share good practice | Malaysia',
    ]);
  });

  test('RL17 a merged cell divided again', () => {
    const merged = spanned({ colspan: 2 }, 'Workforce competencies Train trainers', 'Thailand');
    expect(rowsOfTables(table(HEAD, merged), table(HEAD, FIRST))[1]).toBe(
      'Workforce competencies[- Train trainers-] | +{+Train trainers+} | Thailand #attribute colspan 2→',
    );
  });

  test('RL17 cells of two rows merged', () => {
    const below = row('Workforce competencies', 'Share good practice', 'Malaysia');
    const merged = spanned({ rowspan: 2 }, 'Workforce competencies', 'Train trainers', 'Thailand');
    expect(
      rowsOfTables(table(HEAD, FIRST, below), table(HEAD, merged, row('Share good practice', 'Malaysia'))),
    ).toEqual([
      'Priority area | Action | Lead',
      'Workforce competencies | Train trainers | Thailand #attribute →rowspan 2',
      '-[-Workforce competencies-] | Share good practice | Malaysia',
    ]);
  });

  test('RL17 a word changed under a cell that spans two rows', () => {
    const merged = spanned({ rowspan: 2 }, 'Workforce competencies', 'Train trainers', 'Thailand');
    expect(
      rowsOfTables(
        table(HEAD, merged, row('Share good practice', 'Malaysia')),
        table(HEAD, merged, row('Share good practice', 'Viet Nam')),
      )[2],
    ).toBe('Share good practice | [-Malaysia-]{+Viet Nam+}');
  });

  test('RL17 a cell without words that went is told', () => {
    const ragged = row('Institutional capacity', '');
    const shorter = row('Institutional capacity');
    expect(rowsOfTables(table(HEAD, FIRST, ragged), table(HEAD, FIRST, shorter))[2]).toBe(
      'Institutional capacity | - #columns 1, 2→1',
    );
    expect(redlineOf(doc(table(HEAD, ragged)), doc(table(HEAD, shorter))).changes).toHaveLength(1);
  });

  test('RL17 a cell without words that came, and two cells that changed places', () => {
    const ragged = row('Institutional capacity', '');
    const shorter = row('Institutional capacity');
    expect(rowsOfTables(table(HEAD, FIRST, shorter), table(HEAD, FIRST, ragged))[2]).toBe(
      'Institutional capacity | + #columns 1→1, 2',
    );
    const exchanged = row('Workforce competencies', 'Thailand', 'Train trainers');
    expect(rowsOfTables(table(HEAD, FIRST, SECOND), table(HEAD, exchanged, SECOND))[1]).toBe(
      'Workforce competencies | [-Train trainers-]{+Thailand+} | [-Thailand-]{+Train trainers+}',
    );
  });

  test('RL17 a table in and out, rows are not compared with running text', () => {
    const text = paragraph('Workforce competencies Train trainers Thailand');
    const redline = redlineOf(doc(text), doc(table(FIRST)));
    expect(redline.rows.map((entry) => entry.status)).toEqual(['deleted', 'inserted']);
  });

  test('RL17 a table that moved is compared with itself', () => {
    const plan = table(HEAD, FIRST, SECOND);
    const dates = table(
      headerRow('Month', 'Event'),
      row('April', 'Preparatory meeting, SOM and visit'),
      row('May', 'None'),
    );
    const redline = redlineOf(doc(plan, paragraph('and'), dates), doc(dates, paragraph('and'), plan));
    expect(redline.summary).toMatchObject({ clausesMoved: 3, wordsMoved: 10 });
    expect(redline.summary.wordsInserted).toBe(redline.summary.wordsDeleted);
  });
});
