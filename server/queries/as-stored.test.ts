import { describe, expect, it } from 'vitest';
import { doc } from '../../domain/redline/testing/texts';
import { signedJob } from '../../domain/text/brackets/job';
import { canonicalText, textHash } from '../../domain/text/canonical';
import type { DocumentJson, NodeJson } from '../../domain/text/document-json';
import { attributedRedline } from '../text/attributed-redline';
import { asStored } from './as-stored';

const said = (text: string, path?: string): NodeJson => ({
  type: 'text',
  text,
  ...(path === undefined ? {} : { marks: [{ type: 'bracket', attrs: { path } }] }),
});
const text = (...content: NodeJson[]) => doc({ type: 'paragraph', attrs: { id: 'c_1' }, content });

function compared(old: DocumentJson, fresh: DocumentJson) {
  const side = (one: DocumentJson) => ({ json: canonicalText(one), version: { hash: textHash(one) } });
  const [from, to] = [side(old), side(fresh)];
  const job = signedJob({ oldJson: from.json, newJson: to.json, options: { houseStyle: 'declaration' } });
  return { redline: attributedRedline(job), from, to };
}

describe('RL4 two texts that read alike', () => {
  it.each([
    [
      'a typed sign that became a bracket',
      text(said('We [agree] now')),
      text(said('We '), said('agree', 'b_1:0:'), said(' now')),
    ],
    [
      'a bracket of another name',
      text(said('We '), said('agree', 'b_1:0:')),
      text(said('We '), said('agree', 'b_2:0:')),
    ],
  ])('RL4 %s: they are not called the same, and their own fingerprints are shown', (_, old, fresh) => {
    const { redline, from, to } = compared(old, fresh);
    expect(redline.changes).toEqual([]);
    const shown = asStored(redline, { from, to });
    expect(shown.summary.identical).toBe(false);
    expect([shown.oldHash, shown.newHash]).toEqual([textHash(old), textHash(fresh)]);
  });

  it('RL4 one text is the same as itself, and a redline with changes stays as it is', () => {
    const one = text(said('We '), said('agree', 'b_1:0:'));
    const same = compared(one, structuredClone(one));
    expect(asStored(same.redline, same).summary.identical).toBe(true);
    const other = compared(one, text(said('We '), said('agreed', 'b_1:0:')));
    expect(asStored(other.redline, other)).toBe(other.redline);
  });
});
