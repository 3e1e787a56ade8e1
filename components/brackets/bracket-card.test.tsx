import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, test } from 'vitest';
import { TextView } from '@/components/editor/text-view';
import { IDLE } from '@/components/ui/form-state';
import type { DocumentJson } from '@/domain/text/document-json';
import { BracketCard, type BracketFacts } from './bracket-card';

const BRACKET: BracketFacts = {
  id: 'b_1',
  clauseId: 'c_3',
  citation: 'OP 1',
  isPlaceholder: false,
  alternatives: [
    { alternative: 0, owners: [], kind: 'words', words: 'shall' },
    { alternative: 1, owners: ['ID', 'TH'], kind: 'words', words: 'should' },
    { alternative: 2, owners: ['VN'], kind: 'none', words: '' },
  ],
  consents: [{ country: 'VN', alternative: 0, stands: false }],
  choices: [
    { alternative: 0, asked: ['ID', 'TH', 'VN'], missing: ['ID', 'TH', 'VN'] },
    { alternative: null, asked: ['ID', 'TH', 'VN'], missing: [] },
  ],
  own: 'VN',
};

function card(locale: 'en' | 'th', bracket: BracketFacts, mayLift: boolean): string {
  const action = async () => IDLE;
  return renderToStaticMarkup(
    <BracketCard
      documentId="doc_1"
      bracket={bracket}
      mayLift={mayLift}
      actions={{ consent: action, lift: action }}
      nameOf={(code) => `<${code}>`}
      language="en"
      locale={locale}
    />,
  );
}

function words(html: string): string {
  return html.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ');
}

describe('one open bracket on its page', () => {
  test('BR11 BR12 it says who holds what, who consented to what, and whose word is missing', () => {
    const html = card('en', BRACKET, true);
    expect(words(html)).toContain('[ ID, TH: should ]');
    expect(words(html)).toContain('[ VN: no words ]');
    expect(words(html)).toContain('&lt;VN&gt; consents to: keep “shall” · the words have changed since');
    expect(words(html)).toContain('To keep “shall”: &lt;ID&gt;, &lt;TH&gt;, &lt;VN&gt; have not consented.');
    expect(words(html)).toContain('To keep no words: everybody asked has consented.');
    expect(html).toContain('id="b_1"');
  });

  test('BR10 BR11 who holds nothing and does not preside is given nothing to press', () => {
    expect(card('en', { ...BRACKET, own: null }, false)).not.toContain('<form');
    expect(card('th', { ...BRACKET, own: null }, false)).toContain('ยินยอมให้');
  });
});

describe('brackets in a text that is read', () => {
  test('BR4 signs, holders and nested brackets stand around the words', () => {
    const run = (text: string, path: string) => ({
      type: 'text',
      text,
      marks: [{ type: 'bracket', attrs: { path } }],
    });
    const document: DocumentJson = {
      type: 'doc',
      content: [
        {
          type: 'operative',
          attrs: { id: 'c_1' },
          content: [
            { type: 'text', text: 'We ' },
            run('shall', 'b_1:0:'),
            run('ought ', 'b_1:1:TH'),
            run('soon', 'b_1:1:TH/b_2:0:ID'),
            { type: 'text', text: ' meet.' },
          ],
        },
      ],
    };
    const html = renderToStaticMarkup(<TextView document={document} houseStyle="declaration" locale="en" />);
    expect(words(html)).toContain('We [ shall ] [ TH: ought [ ID: soon ] ] meet.');
    expect(html).toContain('--bracket-of:var(--of-TH)');
  });
});
