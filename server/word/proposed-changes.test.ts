import { expect, test } from 'vitest';
import { amend } from '../../domain/negotiation/amend';
import { changeOf } from '../../domain/negotiation/proposal-place';
import { type ProposedBetween, proposedBetween } from '../../domain/negotiation/proposed-between';
import { compareTexts } from '../../domain/redline';
import { clause, doc, list, listItem, paragraph } from '../../domain/redline/testing/texts';
import { clausesOf, clauseText } from '../../domain/text/clauses';
import type { DocumentJson } from '../../domain/text/document-json';
import { accepted } from '../tests/outcome';
import { withKeptIds } from '../text/kept-ids';
import { readWord } from './reading';
import { by, deletedRun, p, r, wordFile } from './reading/testing/files';
import { FACTS } from './tests/facts';
import { settled } from './tests/settled';
import { writeRedline } from './writing';

const HOUSE = { houseStyle: 'declaration' } as const;

/** What a file that tracks what became of a text asks to be proposed on it. */
async function proposedByRedline(oldText: DocumentJson, newText: DocumentJson): Promise<ProposedBetween> {
  const bytes = await writeRedline({
    ...HOUSE,
    facts: FACTS,
    lineNumbers: 'none',
    comments: [],
    oldText,
    newText,
    redline: compareTexts(oldText, newText, HOUSE),
    moves: 'moves',
    authors: { names: null, neutral: 'Redline' },
  });
  const file = accepted(readWord(bytes, { ...HOUSE, language: 'en' }));
  const wanted = withKeptIds(oldText, file.accepted, { ...HOUSE, keepsKinds: file.isOwn });
  return accepted(proposedBetween(oldText, wanted));
}

function saying(text: DocumentJson): string[] {
  return clausesOf(text).map((one) => `${one.kind}: ${clauseText(one)}`);
}

/** An item as a room has it, with an id. */
const item = (id: string, text: string) => ({ ...listItem(paragraph(text)), attrs: { id } });

const OLD = doc(
  clause('c_a', 'Recalling the statement of the heads of civil service of 2019'),
  clause('c_b', 'Member States shall meet once a year to review the work plan'),
  list('bulletList', item('c_i', 'training of officials'), item('c_j', 'exchange of good practice')),
  clause('c_c', 'The Secretariat may report to the meeting on what was done'),
  clause('c_d', 'This paragraph on languages of work is no longer needed'),
);
const NEW = doc(
  clause('c_a', 'Recalling the statement of the heads of civil service of 2021'),
  clause('c_b', 'Member States shall meet twice a year to review the work plan'),
  clause('c_x', 'Partners are invited to contribute with funds and knowledge'),
  list('bulletList', item('c_i', 'training of senior officials'), item('c_j', 'exchange of good practice')),
  clause('c_c', 'The Secretariat shall report to the meeting on what was done'),
);

test('a redline that Mufakat exported asks to propose, clause by clause, what makes the newer text', async () => {
  const [oldText, newText] = [settled(OLD), settled(NEW)];
  const { proposals, notProposed } = await proposedByRedline(oldText, newText);
  expect(notProposed).toEqual([]);
  expect(proposals.map(({ place }) => place.kind).sort()).toEqual([
    'delete',
    'insert',
    'replace',
    'replace',
    'replace',
    'replace',
  ]);
  const made = proposals.reduce((text, { place, words }) => {
    const change = changeOf(place, words);
    if (change === null) throw new Error('a proposal that changes nothing');
    return accepted(amend(text, change));
  }, oldText);
  expect(saying(made)).toEqual(saying(newText));
});

test('IM16 what two claimed authors did to one clause asks for a proposal of each, in its own words', () => {
  const bytes = wordFile({
    body: p(
      `${r('The meeting ')}<w:del ${by('Ministry A')}>${deletedRun('may')}</w:del><w:ins ${by('Ministry A')}>${r('shall')}</w:ins>${r(' be held')}<w:ins ${by('Ministry B')}>${r(' each year')}</w:ins>`,
    ),
  });
  const standing = settled(doc({ ...paragraph('The meeting may be held'), attrs: { id: 'c_a' } }));
  const file = accepted(readWord(bytes, { ...HOUSE, language: 'en' }));
  const wordsOf = (author: string) => {
    const taken = file.changes.filter((change) => change.author === author).map(({ number }) => number);
    const { text } = file.choose(new Set(taken));
    const wanted = withKeptIds(standing, text, { ...HOUSE, keepsKinds: file.isOwn });
    const { proposals, notProposed } = accepted(proposedBetween(standing, wanted));
    expect(notProposed).toEqual([]);
    return proposals.map(({ place, words }) => [
      place.kind,
      place.clauseId,
      words === null ? null : saying(words),
    ]);
  };
  expect(wordsOf('Ministry A')).toEqual([['replace', 'c_a', ['paragraph: The meeting shall be held']]]);
  expect(wordsOf('Ministry B')).toEqual([
    ['replace', 'c_a', ['paragraph: The meeting may be held each year']],
  ]);
});
