import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { listRevisions } from '../../domain/redline/testing/lists';
import { clause, doc } from '../../domain/redline/testing/texts';
import type { DocumentJson, NodeJson } from '../../domain/text/document-json';
import { has } from '../tests/office';
import { accepted } from '../tests/outcome';
import { checkText } from '../text/ydoc';
import { readWord } from './reading';
import { settled, withoutIds } from './tests/settled';
import { redlineFile, textFile } from './writing/tests/files';
import { wordByOffice } from './writing/tests/office-reading';
import { pandocReadings } from './writing/tests/pandoc';
import { readingOf } from './writing/tests/plain';

const read = (file: Uint8Array) => accepted(readWord(file, { houseStyle: 'declaration', language: 'en' }));

const words = (text: string): NodeJson => ({ type: 'paragraph', content: [{ type: 'text', text }] });
const item = (...content: NodeJson[]): NodeJson => ({ type: 'listItem', content });
const items = (type: string, ...content: NodeJson[]): NodeJson => ({ type, content });
const sound = listRevisions
  .map((pair) => pair.map(settled))
  .filter((pair) => pair.every((text) => checkText(text) === null));

describe('lists within lists', () => {
  test('WO2 an item that goes on after the list within it goes on there, in either text', async () => {
    const text = (tail: string) =>
      settled(
        doc(
          clause('c_a', 'Before'),
          items(
            'orderedList',
            item(
              words('the members'),
              items('bulletList', item(words('large')), item(words('small'))),
              words(tail),
            ),
            item(words('the partners')),
          ),
          clause('c_b', 'After'),
        ),
      );
    const [old, fresh] = [text('shall report'), text('should report')];
    const file = read(await redlineFile(old, fresh));
    expect(file.accepted).toEqual(fresh);
    expect(withoutIds(file.rejected)).toEqual(withoutIds(old));
    const beside = settled(doc(...(old.content ?? []).slice(0, 2), clause('c_b', 'Afterwards')));
    const unmoved = read(await redlineFile(old, beside));
    expect(unmoved.accepted).toEqual(beside);
    expect(unmoved.marked.map(({ kind }) => kind)).not.toContain('listItem');
  });

  test('WO1, WO2 whatever their depth, and whatever is done to them, they come back as they were', async () => {
    await fc.assert(
      fc.asyncProperty(sound, fc.constantFrom('moves', 'delete-insert'), async ([old, fresh], moves) => {
        if (old === undefined || fresh === undefined) throw new Error('two texts');
        expect(withoutIds(read(await textFile(fresh)).accepted)).toEqual(withoutIds(fresh));
        const file = read(await redlineFile(old, fresh, { moves }));
        expect(withoutIds(file.accepted)).toEqual(withoutIds(fresh));
        expect(withoutIds(file.rejected)).toEqual(withoutIds(old));
      }),
      { numRuns: 150, seed: 20190422 },
    );
  }, 120_000);

  test.skipIf(!has('pandoc'))(
    'WO2 to pandoc as well',
    async () => {
      const pairs = fc
        .sample(sound, { numRuns: 80, seed: 20190422 })
        .filter((pair) => !JSON.stringify(pair).includes('"footnote"'));
      expect(pairs.length).toBeGreaterThan(20);
      const files = await Promise.all(
        pairs.map(([old, fresh]) => redlineFile(old as DocumentJson, fresh as DocumentJson)),
      );
      expect(await pandocReadings(files, 'accept')).toEqual(
        pairs.map(([, fresh]) => readingOf(fresh as DocumentJson)),
      );
      expect(await pandocReadings(files, 'reject')).toEqual(
        pairs.map(([old]) => readingOf(old as DocumentJson)),
      );
    },
    120_000,
  );
});

describe.skipIf(!has('soffice'))('lists that LibreOffice has saved', () => {
  test('IM27 are the lists they were, neighbours of one kind too', async () => {
    const list = (type: string, start: number, ...texts: string[]): NodeJson => ({
      type,
      ...(type === 'orderedList' ? { attrs: { start, type: null } } : {}),
      content: texts.map((text) => item(words(text))),
    });
    const text = settled(
      doc(
        clause('c_a', 'Before'),
        list('orderedList', 1, 'first', 'second', 'third'),
        clause('c_b', 'Between'),
        list('orderedList', 1, 'again first', 'again second'),
        list('orderedList', 7, 'seventh', 'eighth'),
        list('bulletList', 1, 'a sign', 'another'),
        list('bulletList', 1, 'a sign of its own'),
        clause('c_c', 'Between'),
        {
          type: 'orderedList',
          attrs: { start: 1, type: 'a' },
          content: [
            item(words('outer'), list('orderedList', 1, 'inner one', 'inner two')),
            item(words('outer again')),
          ],
        },
        clause('c_d', 'After'),
      ),
    );
    const [saved] = wordByOffice([await textFile(text)]);
    expect(withoutIds(read(saved ?? new Uint8Array()).accepted)).toEqual(withoutIds(text));
  });
});
