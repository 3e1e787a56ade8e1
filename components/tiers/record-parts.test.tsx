import type { ReactNode } from 'react';
import { renderToReadableStream } from 'react-dom/server';
import { expect, test } from 'vitest';
import { ExaminationReport } from '@/components/verify/examination-report';
import { VerifyForm } from '@/components/verify/verify-form';
import type { FullEvidence } from '@/domain/procedure/evidence';
import { Corrigenda } from './corrigenda';
import { LineageList } from './lineage-list';
import { SecondHand } from './second-hand';
import { Statements } from './statements';

const COUNTRIES = [{ code: 'ID', shortName: 'Indonesia', thaiName: 'อินโดนีเซีย' }];
const AT = '2019-04-24T03:00:00.000Z';
const HASH = 'a'.repeat(64);
const action = async () => ({ status: 'idle', message: '', field: null }) as const;

async function words(node: ReactNode): Promise<string> {
  const stream = await renderToReadableStream(node);
  await stream.allReady;
  return await new Response(stream).text();
}

const EVIDENCE: FullEvidence = {
  format: 'mufakat-evidence/2',
  document: {
    id: 'doc_1',
    symbol: 'ACCSM/20/ST.1',
    title: 'Statement',
    kind: 'statement',
    language: 'en',
    houseStyle: 'declaration',
    leadCountry: null,
    predecessorId: null,
    body: { acronym: 'ACCSM', name: 'ASEAN Cooperation on Civil Service Matters' },
  },
  version: { number: 3, revision: 2 },
  text: {
    type: 'doc',
    content: [
      { type: 'operative', attrs: { id: 'c_1', level: 1 }, content: [{ type: 'text', text: 'AGREE;' }] },
    ],
  } as FullEvidence['text'],
  textHash: HASH,
  decision: {
    id: 'dec_1',
    verb: 'endorsed',
    wording: 'The Heads endorsed the Statement.',
    meeting: {
      title: '20th ACCSM',
      series: '20th ACCSM',
      tier: 'heads',
      place: 'Chiang Rai',
      startsOn: '2019-04-25',
      endsOn: '2019-04-25',
    },
    agendaItem: { number: '4', title: 'Statement' },
    at: AT,
    decidedBy: { name: 'Suda Chairat', country: 'ID' },
    roster: [{ country: 'ID', name: 'the Republic of Indonesia', standing: 'member', inTheChair: true }],
    makesFinal: false,
    how: { kind: 'bySilence', startedAt: AT, expiresAt: '2019-04-27T03:00:00.000Z', zone: 'Asia/Bangkok' },
    absent: [],
    forwardedFrom: { id: 'dec_0', verb: 'adopted', meeting: 'SOM', tier: 'som', at: AT, textHash: HASH },
  },
  positions: [{ on: 'document', clauseId: null, country: 'ID', stance: 'canAccept', hash: HASH, at: AT }],
  statements: 1,
  audit: {
    seq: 7,
    hash: HASH,
    previousHash: HASH,
    event: {
      at: AT,
      actorId: null,
      actorName: '',
      country: null,
      kind: 'document.tierDecided',
      bodyId: null,
      subjectType: 'document',
      subjectId: 'doc_1',
      data: {},
    },
  },
  publicKey: '',
  signature: '',
};

test.each(['en', 'th'] as const)(
  'DE4 DE16 the report of a file says all that it proves, and what became of it: %s',
  async (locale) => {
    const proven = {
      evidence: EVIDENCE,
      fingerprint: HASH,
      isOurs: true,
      isInTrail: true,
      annulled: { at: AT, reason: 'The wrong revision.' },
      hashMatches: false,
    };
    const said = await words(
      <ExaminationReport
        view={{ fileName: 'x.json', refusal: null, proven }}
        countries={COUNTRIES}
        locale={locale}
      />,
    );
    for (const part of [
      'The Heads endorsed the Statement.',
      'AGREE;',
      'The wrong revision.',
      'Asia/Bangkok',
    ]) {
      expect(said).toContain(part);
    }
    expect(said).toContain(locale === 'en' ? 'can accept' : 'ยอมรับได้');
    expect(said).not.toMatch(/verify\.|tiers\.|\{[a-z]+\}/);
  },
);

test('PR28 a forged file is told with its rule, and its name is no HTML', async () => {
  const refusal = { ok: false, rule: 'PR28', detail: { expected: HASH, found: 'b'.repeat(64) } } as const;
  const said = await words(
    <ExaminationReport
      view={{ fileName: '<img src=x>', refusal, proven: null }}
      countries={COUNTRIES}
      locale="en"
    />,
  );
  expect(said).toContain('Rule PR28.');
  expect(said).not.toContain('<img');
});

test('DE8 the form is plain: it goes to the route without a script', async () => {
  const said = await words(
    <VerifyForm locale="en" problem="Choose the evidence file first." megabytes={4} isAgain={false} />,
  );
  expect(said).toContain('action="/api/verify"');
  expect(said).toContain('encType="multipart/form-data"');
  expect(said).toContain('role="alert"');
});

test.each(['en', 'th'] as const)(
  'DE14 DE30 DE34 lineage, corrigenda and statements in words: %s',
  async (locale) => {
    const said = await words(
      <>
        <LineageList
          documentId="doc_1"
          locale={locale}
          steps={[
            {
              id: 'dec_1',
              makesFinal: true,
              verb: 'adopted',
              wording: 'The SOM adopted it.',
              revision: 2,
              at: AT,
              meeting: { title: 'SOM', titleThai: '', tier: 'som', place: 'Chiang Rai' },
              agendaItem: { number: '4' },
              annulled: { at: AT, reason: 'Wrong click.' },
            },
            {
              id: 'dec_2',
              makesFinal: false,
              verb: 'noted',
              wording: 'The Heads noted it.',
              revision: 2,
              at: AT,
              meeting: { title: 'Heads', titleThai: '', tier: 'heads', place: 'Chiang Rai' },
              agendaItem: { number: '1' },
              annulled: null,
            },
          ]}
        />
        <Corrigenda
          documentId="doc_1"
          language="en"
          corrigenda={[
            {
              id: 'cor_1',
              number: 1,
              citation: 'OP 1',
              before: 'AGREE to mov;',
              after: 'AGREE to move;',
              reason: 'a letter',
              state: 'proposed',
              noObjectionUntil: AT,
              issuedAt: null,
              objectedBy: null,
              objection: '',
            },
          ]}
          correctable={[{ id: 'c_1', citation: 'OP 1', words: 'AGREE to mov;' }]}
          waiting={{
            findingId: 'fnd_1',
            citation: 'OP 1',
            before: 'AGREE to mov;',
            after: 'AGREE to move together;',
            reason: 'a word',
            days: 7,
            foundBy: 'Lim Mei Ling',
            at: AT,
            isOwn: false,
          }}
          may={{ propose: true, confirm: true, object: true }}
          actions={{ propose: action, confirm: action, takeBack: action, object: action, withdraw: action }}
          countries={COUNTRIES}
          locale={locale}
        />
        <Statements
          documentId="doc_1"
          statements={[
            {
              id: 'sta_1',
              country: 'ID',
              kind: 'explanation',
              language: 'en',
              text: 'We understand.',
              at: AT,
              withdrawnAt: null,
              isOwn: true,
            },
          ]}
          mayAttach
          attach={action}
          withdraw={action}
          countries={COUNTRIES}
          locale={locale}
        />
      </>,
    );
    for (const part of [
      'The SOM adopted it.',
      'Wrong click.',
      '?decision=dec_2',
      'AGREE to move;',
      'AGREE to move together;',
      'Lim Mei Ling',
      'We understand.',
    ]) {
      expect(said).toContain(part);
    }
    expect(said).not.toMatch(/>tiers\.|\{[a-z]+\}/);
  },
);

test('DE41 what somebody else entered is not taken back without a question, one’s own is', async () => {
  const page = (isOwn: boolean) =>
    words(
      <SecondHand
        hidden={{ findingId: 'fnd_1' }}
        foundBy="Suda Chairat"
        at={AT}
        isOwn={isOwn}
        may={{ confirm: true, takeBack: true }}
        sure="Sure?"
        confirm={action}
        takeBack={action}
        locale="en"
      />,
    );
  expect(await page(false)).toContain('Suda Chairat is told');
  expect(await page(false)).toMatch(/<dialog.*Suda Chairat is told.*Take it back.*<\/dialog>/s);
  expect(await page(true)).not.toContain('<dialog');
});
