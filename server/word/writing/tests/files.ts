import { compareTexts } from '../../../../domain/redline';
import type { DocumentJson } from '../../../../domain/text/document-json';
import { type FileFacts, type RedlineInput, type TextInput, writeRedline, writeText } from '..';

/** Files for tests and benches, of texts alone. */
export const FACTS: FileFacts = {
  symbol: 'ACCSM/20/SOM/3',
  title: 'Statement on the Civil Service',
  revision: 'Rev.2 → Rev.3',
  state: 'State of the text: Under negotiation',
  pages: 'Page {page} of {pages}',
  language: 'en-GB',
  at: '2019-04-23T03:00:00.500Z',
};
export const NEUTRAL = 'Redline Rev.2–Rev.3';

export function redlineFile(
  oldText: DocumentJson,
  newText: DocumentJson,
  more: Partial<RedlineInput> = {},
): Promise<Uint8Array> {
  return writeRedline({
    oldText,
    newText,
    redline: compareTexts(oldText, newText, { houseStyle: 'declaration' }),
    facts: FACTS,
    houseStyle: 'declaration',
    lineNumbers: 'none',
    comments: [],
    moves: 'moves',
    authors: { names: null, neutral: NEUTRAL },
    ...more,
  });
}

export function textFile(text: DocumentJson, more: Partial<TextInput> = {}): Promise<Uint8Array> {
  return writeText({
    text,
    facts: FACTS,
    houseStyle: 'declaration',
    lineNumbers: 'none',
    comments: [],
    ...more,
  });
}
