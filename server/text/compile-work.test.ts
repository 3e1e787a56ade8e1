import { expect, test } from 'vitest';
import { compile } from '../../domain/negotiation/compilation';
import type { StoredProposal } from '../../domain/negotiation/compiled';
import type { DocumentJson } from '../../domain/text/document-json';
import { textOf } from '../tests/texts';
import { compiledText } from './compile-work';

const TEXT = textOf(['operative', 'AGREE to meet yearly.'], ['operative', 'REQUEST a report.']);
const [first, second] = (TEXT.content ?? []).map((node) => String(node.attrs?.id));

function rewording(id: string, clauseId: string | undefined, words: string, country = 'TH'): StoredProposal {
  const place = { kind: 'replace', clauseId: clauseId ?? null, otherClauseId: null } as const;
  return { id, ...place, countries: [country], words: JSON.stringify(textOf(['operative', words])) };
}

test('BR16 a compilation of clauses that were compiled before is the one made anew', () => {
  const rounds = [
    [rewording('p1', first, 'AGREE to meet monthly.'), rewording('p2', second, 'REQUEST two reports.')],
    [rewording('p1', first, 'AGREE to meet monthly.'), rewording('p2', second, 'REQUEST two reports.', 'VN')],
    [
      rewording('p1', first, 'AGREE to meet monthly.'),
      rewording('p2', second, 'REQUEST two reports.', 'VN'),
      rewording('p3', first, 'DECIDE to meet yearly.', 'ID'),
    ],
    [rewording('p1', first, 'AGREE to meet monthly.'), rewording('p2', second, 'REQUEST two reports.')],
  ];
  for (const proposals of rounds) {
    const anew = compile(
      TEXT,
      proposals.map((proposal) => ({ ...proposal, words: JSON.parse(proposal.words ?? '') as DocumentJson })),
    );
    expect(JSON.parse(compiledText(JSON.stringify(TEXT), proposals).text)).toEqual(anew.text);
  }
});
