import { expect, test } from 'vitest';
import type { DocumentJson, NodeJson } from '../text/document-json';
import { withoutKeyboardLanguages } from './keyboard-language';

const inLanguage = (lang: string, text: string): NodeJson => ({
  type: 'text',
  text,
  marks: [{ type: 'bold' }, { type: 'language', attrs: { lang } }],
});
const bold = (text: string): NodeJson => ({ type: 'text', text, marks: [{ type: 'bold' }] });
const saying = (...content: NodeJson[]): DocumentJson => ({
  type: 'doc',
  content: [{ type: 'paragraph', attrs: { id: 'c_a' }, content }],
});

test('IM26 a language that nothing but the keyboard tells of is none', () => {
  const standing = saying(inLanguage('id', 'Persekutuan'), bold(' of nations'));
  const typed = saying(
    inLanguage('id', 'Sekretariat'),
    inLanguage('vi', ' every year'),
    inLanguage('vi', ' hằng năm'),
  );
  expect(withoutKeyboardLanguages(typed, standing)).toEqual(
    saying(inLanguage('id', 'Sekretariat'), bold(' every year'), inLanguage('vi', ' hằng năm')),
  );
});
