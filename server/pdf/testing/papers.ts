import { textHash } from '../../../domain/text/canonical';
import type { DocumentJson } from '../../../domain/text/document-json';
import type { PaperDocument, PaperVersion, RedlinePaper, TextPaper } from '../../../domain/text/paper';

/** Papers for tests and benches, of a text alone. */
export const DOCUMENT: PaperDocument = {
  symbol: 'ACCSM/20/SOM/3',
  title: 'Statement on the Civil Service',
  body: 'ASEAN Cooperation on Civil Service Matters',
  language: 'en',
  houseStyle: 'declaration',
};

export function paperVersion(number: number, hash: string): PaperVersion {
  return {
    number,
    revision: null,
    kind: 'named',
    name: '',
    state: 'negotiation',
    at: '2019-04-23T03:00:00.000Z',
    hash,
  };
}

export function textPaper(text: DocumentJson, more: Partial<TextPaper> = {}): TextPaper {
  return {
    locale: 'en',
    document: DOCUMENT,
    version: paperVersion(3, textHash(text)),
    text: JSON.stringify(text),
    lineNumbers: 'none',
    decision: null,
    ...more,
  };
}

export function redlinePaper(
  oldText: DocumentJson,
  newText: DocumentJson,
  more: Partial<RedlinePaper> = {},
): RedlinePaper {
  return {
    locale: 'en',
    document: DOCUMENT,
    fromSymbol: null,
    from: paperVersion(3, textHash(oldText)),
    to: paperVersion(4, textHash(newText)),
    job: {
      oldJson: JSON.stringify(oldText),
      newJson: JSON.stringify(newText),
      options: { houseStyle: DOCUMENT.houseStyle },
    },
    lineNumbers: 'none',
    delegations: { TH: 'Thailand', VN: 'Viet Nam' },
    ...more,
  };
}
