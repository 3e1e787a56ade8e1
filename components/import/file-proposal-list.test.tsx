import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import type { DocumentJson } from '@/domain/text/document-json';
import type { Locale } from '@/messages/locale';
import { FileProposalList } from './file-proposal-list';

const TEXT: DocumentJson = {
  type: 'doc',
  content: [
    {
      type: 'operative',
      attrs: { id: 'c_1', level: 1 },
      content: [{ type: 'text', text: 'AGREE to meet.' }],
    },
  ],
};
type Already = 'reworded' | 'deleted' | 'inserted' | null;
const drawn = (already: Already, where: string, locale: Locale) =>
  renderToStaticMarkup(
    <FileProposalList
      proposals={[
        {
          place: { kind: 'delete', clauseId: 'c_1', otherClauseId: null },
          words: null,
          stated: { authors: ['Ministry A'], lastAt: null },
          redline: { rows: [] } as unknown as Parameters<
            typeof FileProposalList
          >[0]['proposals'][0]['redline'],
          already,
        },
      ]}
      notProposed={[{ why: 'moved', clauseId: 'c_1', where }]}
      text={TEXT}
      houseStyle="declaration"
      language="en"
      locale={locale}
    />,
  );

test('IM30 what no draft carries stands under "Clause", and a clause without words is named as one', () => {
  expect(drawn(null, 'AGREE to meet.', 'en')).toContain('>Clause</th>');
  expect(drawn(null, 'AGREE to meet.', 'en')).not.toContain('First beside');
  expect(drawn(null, '', 'en')).toContain('A clause without words');
  expect(drawn(null, '', 'en')).not.toContain('“”');
});

test('IM31 words of the text and of the rationale are marked as the language they are in', () => {
  const page = drawn(null, 'AGREE to meet.', 'th');
  expect(page).toContain('<span lang="en">“AGREE to meet.”</span>');
  expect(page).toMatch(/<p lang="en"[^>]*>As stated in the file: Ministry A\.<\/p>/);
});

test('IM30 why none is made is said of each as it is', () => {
  expect(drawn('reworded', '', 'en')).toContain('rewords this clause already');
  expect(drawn('deleted', '', 'en')).toContain('takes this clause away already');
  expect(drawn('inserted', '', 'en')).toContain('with these words at this place already');
  expect(drawn(null, '', 'en')).not.toContain('None is made');
});
