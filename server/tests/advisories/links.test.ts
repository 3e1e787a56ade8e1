import { strFromU8, unzipSync } from 'fflate';
import { expect, test } from 'vitest';
import { htmlOf } from '../../../domain/text/as-html';
import type { DocumentJson } from '../../../domain/text/document-json';
import { textSheet } from '../../pdf';
import { textPaper } from '../../pdf/testing/papers';
import { wordFile } from '../../word/writing/paper';

/** A text with a link that no gate of ours lets in: as if it had got into the database all the same. */
function poisoned(href: string): DocumentJson {
  const words = { type: 'text', text: 'AGREE to meet', marks: [{ type: 'link', attrs: { href } }] };
  return { type: 'doc', content: [{ type: 'paragraph', content: [words] }] };
}

const FACTS = { title: 'T', symbol: 'S/1', language: 'en', houseStyle: 'declaration' } as const;

/** Everything that stands in the three files that a text leaves as, by their links. */
async function files(text: DocumentJson): Promise<Record<string, string>> {
  const word = await wordFile({ do: 'text', paper: textPaper(text), comments: [] });
  const parts = Object.values(unzipSync(word)).map((bytes) => strFromU8(bytes));
  return {
    html: htmlOf(text, FACTS),
    word: parts.join('\n'),
    paper: JSON.stringify(textSheet(textPaper(text))),
  };
}

const RUN = [
  'javascript:alert(1)',
  'JaVaScRiPt:alert(1)',
  ' javascript:alert(1)',
  'data:text/html,x',
  'file:///etc/passwd',
];

test.each(RUN)(
  'SY7 PD2 (Tiptap #2645, #3673, #5160, Homarr CVE-2023-45908: javascript: in a link) %s leaves in no file, even from the database',
  async (href) => {
    for (const [kind, content] of Object.entries(await files(poisoned(href)))) {
      expect([kind, content.includes(href.trim())]).toEqual([kind, false]);
      expect([kind, content.includes('AGREE to meet')]).toEqual([kind, true]);
    }
    // The test can fail: a link to the web is in all three.
    for (const [kind, content] of Object.entries(await files(poisoned('https://asean.org/x'))))
      expect([kind, content.includes('https://asean.org/x')]).toEqual([kind, true]);
  },
);
