import { describe, expect, test } from 'vitest';
import type { NodeJson } from '../../text/document-json';
import { redlineOf, rowsOf } from '../testing/describe';
import {
  block,
  clause,
  doc,
  heading,
  link,
  list,
  listItem,
  marked,
  operative,
  paragraph,
} from '../testing/texts';

function changesOf(old: NodeJson, fresh: NodeJson): readonly string[] {
  return redlineOf(doc(old), doc(fresh)).changes.map((change) => change.kind);
}

describe('RL15 marks', () => {
  test('RL15 a mark on and off', () => {
    const plain = doc(paragraph('The members meet.'));
    const bold = doc(paragraph('The ', marked('members', 'bold'), ' meet.'));
    expect(rowsOf(plain, bold)).toEqual(['The <members> meet.']);
    expect(rowsOf(bold, plain)).toEqual(['The <members> meet.']);
    const { rows, changes, summary } = redlineOf(plain, bold);
    expect(rows[0]?.segments[1]).toMatchObject({ marks: [{ type: 'bold' }], oldMarks: [] });
    expect(changes.map((change) => change.kind)).toEqual(['formatting']);
    expect(summary).toMatchObject({ wordsInserted: 0, wordsDeleted: 0, formattingChanges: 1 });
  });

  test('RL15 a mark on a part of a word does not touch the word', () => {
    expect(
      rowsOf(
        doc(paragraph('the subparagraph')),
        doc(paragraph('the ', marked('sub', 'italic'), 'paragraph')),
      ),
    ).toEqual(['the <sub>paragraph']);
  });

  test('RL15 a mark taken off a part of the words that have it', () => {
    expect(
      rowsOf(
        doc(paragraph(marked('all members meet', 'bold'))),
        doc(paragraph(marked('all ', 'bold'), 'members', marked(' meet', 'bold'))),
      ),
    ).toEqual(['all <members> meet']);
  });

  test('RL15 one mark laid over words with other marks is one change', () => {
    const old = doc(paragraph('all ', marked('the', 'italic'), ' words'));
    const fresh = doc(
      paragraph(marked('all ', 'bold'), marked('the', 'bold', 'italic'), marked(' words', 'bold')),
    );
    expect(redlineOf(old, fresh).changes.map((change) => change.newText)).toEqual(['all the words']);
  });

  test('RL15 the order of marks and of their settings means nothing', () => {
    const one = marked('x', { type: 'link', attrs: { href: 'https://asean.org', title: 'A' } }, 'bold');
    const two = marked('x', 'bold', { type: 'link', attrs: { title: 'A', href: 'https://asean.org' } });
    expect(
      redlineOf(doc(paragraph(one, ' y')), doc(paragraph(two, ' z'))).changes.map((change) => change.kind),
    ).toEqual(['wording']);
  });

  test('RL15 only the target of a link', () => {
    const redline = redlineOf(
      doc(paragraph('see ', link('the site', 'https://asean.org'))),
      doc(paragraph('see ', link('the site', 'https://ocsc.go.th'))),
    );
    expect(redline.changes.map((change) => change.kind)).toEqual(['formatting']);
    expect(redline.rows[0]?.segments[1]?.oldMarks).toEqual([
      { type: 'link', attrs: { href: 'https://asean.org' } },
    ]);
  });

  test('RL15 words and marks changed in one clause', () => {
    expect(
      rowsOf(
        doc(paragraph('The members shall meet.')),
        doc(paragraph('The ', marked('members', 'bold'), ' should meet.')),
      ),
    ).toEqual(['The <members> [-shall-]{+should+} meet.']);
  });
});

describe('RL16 structure', () => {
  test('RL16 the level of a heading', () => {
    expect(rowsOf(doc(heading(2, 'Scope')), doc(heading(1, 'Scope')))).toEqual(['Scope #level 2→1']);
  });

  test('RL16 the level of an operative paragraph', () => {
    expect(rowsOf(doc(operative(1, 'Decides')), doc(operative(2, 'Decides')))).toEqual([
      'Decides #level 1→2',
    ]);
  });

  test('RL16 the kind of a clause', () => {
    expect(rowsOf(doc(paragraph('Recalling')), doc(block('preambular', {}, 'Recalling')))).toEqual([
      'Recalling #kind paragraph→preambular',
    ]);
    expect(rowsOf(doc(paragraph('one point')), doc(list('bulletList', 'one point')))).toEqual([
      'one point #kind paragraph→listItem',
    ]);
  });

  test('RL16 a heading made a paragraph', () => {
    expect(rowsOf(doc(heading(1, 'Scope')), doc(paragraph('Scope')))).toEqual([
      'Scope #kind heading→paragraph',
    ]);
  });

  test('RL16 bullets to numbers', () => {
    expect(rowsOf(doc(list('bulletList', 'one', 'two')), doc(list('orderedList', 'one', 'two')))).toEqual([
      'one #list bulletList→orderedList',
      'two #list bulletList→orderedList',
    ]);
  });

  test('RL16 an item nested deeper', () => {
    const flat = list('bulletList', 'one', 'two');
    const nested = list('bulletList', listItem(paragraph('one'), list('bulletList', 'two')));
    expect(rowsOf(doc(flat), doc(nested))).toEqual(['one', 'two #level 1→2']);
  });

  test('RL16 items nested no longer', () => {
    const nested = list('bulletList', listItem(paragraph('one'), list('bulletList', 'two', 'three')));
    expect(rowsOf(doc(nested), doc(list('bulletList', 'one', 'two', 'three')))).toEqual([
      'one',
      'two #level 2→1',
      'three #level 2→1',
    ]);
  });

  test('RL16 a list that went on and begins again, and back', () => {
    const between = paragraph('Between the two.');
    const first = list('orderedList', 'one', 'two');
    const goesOn = { ...list('orderedList', 'three', 'four'), attrs: { start: 3 } };
    const restarts = list('orderedList', 'three', 'four');
    expect(rowsOf(doc(first, between, goesOn), doc(first, between, restarts))).toEqual([
      'one',
      'two',
      'Between the two.',
      'three #numbering 3→1',
      'four',
    ]);
    expect(rowsOf(doc(first, between, restarts), doc(first, between, goesOn))[3]).toBe(
      'three #numbering 1→3',
    );
  });

  test('RL16 a list cut in two that counts on', () => {
    expect(
      rowsOf(
        doc(list('orderedList', 'one', 'two')),
        doc(list('orderedList', 'one'), { ...list('orderedList', 'two'), attrs: { start: 2 } }),
      ),
    ).toEqual(['one', 'two #numbering 1→2 #attribute orderedList→orderedList | orderedList']);
  });

  test('RL16 the style of the numbers of a list', () => {
    const letters = (type: string) => ({ ...list('orderedList', 'one', 'two'), attrs: { type } });
    expect(rowsOf(doc(letters('a')), doc(letters('i')))).toEqual(['one #numbering 1 a→1 i', 'two']);
  });

  test('RL16 the first number of a list, told once', () => {
    const from = (start: number) => ({ ...list('orderedList', 'one', 'two'), attrs: { start } });
    expect(rowsOf(doc(from(1)), doc(from(4)))).toEqual(['one #numbering 1→4', 'two']);
  });

  test('RL16 a list cut in two', () => {
    expect(changesOf(list('bulletList', 'one', 'two'), list('bulletList', 'one', 'two'))).toEqual([]);
    expect(
      rowsOf(
        doc(list('bulletList', 'one', 'two')),
        doc(list('bulletList', 'one'), list('bulletList', 'two')),
      ),
    ).toEqual(['one', 'two #attribute bulletList→bulletList | bulletList']);
  });

  test('RL16 structure and words changed together', () => {
    const redline = redlineOf(doc(heading(2, 'Scope of work')), doc(heading(1, 'Scope of the work')));
    expect(redline.changes.map((change) => change.kind)).toEqual(['structure', 'wording']);
    expect(redline.rows[0]?.structure[0]?.change).toBe('c1');
  });
});

describe('RL4 no difference is shown as none', () => {
  test('RL4 only an id', () => {
    expect(rowsOf(doc(clause('a', 'one')), doc(clause('b', 'one')))).toEqual(['one #attribute id a→id b']);
  });

  test('RL4 a setting that nobody sees', () => {
    const old = doc(block('paragraph', {}, 'one'));
    const fresh = doc(block('paragraph', { textAlign: 'left' }, 'one'));
    expect(rowsOf(old, fresh)).toEqual(['one #attribute →textAlign left']);
  });

  test('RL4 a setting written out that is the default anyway', () => {
    expect(rowsOf(doc(block('heading', {}, 'one')), doc(block('heading', { level: 1 }, 'one')))).toEqual([
      'one #attribute →level 1',
    ]);
  });

  test('RL4 a hard break in an item instead of a second paragraph', () => {
    const two = doc(list('bulletList', listItem(paragraph('one'), paragraph('two'))));
    const one = doc(list('bulletList', listItem(paragraph('one', { type: 'hardBreak' }, 'two'))));
    expect(rowsOf(two, one)).toEqual(['one\ntwo #attribute paragraph, paragraph→paragraph']);
  });

  test('RL4 a difference outside every clause', () => {
    const redline = redlineOf(doc(), { ...doc(), attrs: { lang: 'th' } });
    expect(redline.rows.map((row) => row.structure.map(({ from, to }) => [from, to]))).toEqual([
      [['', 'lang th']],
    ]);
    expect(redline.changes).toHaveLength(1);
    expect(redline.summary).toMatchObject({ structureChanges: 1, identical: false });
  });
});
