import { describe, expect, test } from 'vitest';
import { compareTexts } from '../../domain/redline';
import { applyChanges, changeListOf, revertChanges } from '../../domain/redline/list';
import { canonicalText, textHash } from '../../domain/text/canonical';
import { realCases } from './cases';

/** A folder of texts by others (.md, .txt), which are not ours to publish; without it there is nothing to test. */
const FOLDER = process.env.MUFAKAT_REAL_TEXTS;
const pairs = FOLDER === undefined ? [] : realCases(FOLDER);

describe.skipIf(FOLDER === undefined)('real texts with their history', () => {
  test.each(pairs)('RL22 $title: the list of changes makes either text of the other', ({ make }) => {
    const { old, new: fresh } = make();
    const list = changeListOf(compareTexts(old, fresh, { houseStyle: 'declaration' }), old, fresh);
    const there = applyChanges(old, list);
    const back = revertChanges(fresh, list);
    expect(there.ok && textHash(there.value)).toBe(textHash(fresh));
    expect(back.ok && textHash(back.value)).toBe(textHash(old));
    expect(JSON.stringify(list.exact).length).toBeLessThan(canonicalText(fresh).length * 1.5);
  });
});
