import { generateKeyPairSync, type KeyObject, sign } from 'node:crypto';
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { chainHash } from '../domain/audit/chain';
import {
  buildEvidence,
  type EvidenceFacts,
  type EvidenceSigner,
  evidenceFile,
  type FullEvidence,
  keyFingerprint,
} from '../domain/procedure/evidence';
import { textHash } from '../domain/text/canonical';
import { verifyEvidence } from './evidence-check';
import { textOf } from './tests/texts';

function signerOf(pair: { publicKey: KeyObject; privateKey: KeyObject }): EvidenceSigner {
  return {
    publicKey: pair.publicKey.export({ type: 'spki', format: 'pem' }).toString(),
    sign: (text) => sign(null, Buffer.from(text, 'utf8'), pair.privateKey).toString('base64'),
  };
}

const KEY = signerOf(generateKeyPairSync('ed25519'));
const OTHER_KEY = signerOf(generateKeyPairSync('ed25519'));

const TEXT = textOf(
  ['title', 'Statement on Civil Service Reform'],
  ['preambular', 'RECALLING the Chiang Rai meeting, ครั้งที่ ๒๐,'],
  ['operative', 'AGREE to move the civil service forward.'],
);

function eventOf(data: Readonly<Record<string, unknown>> = {}, seq = 42): EvidenceFacts['audit'] {
  const event = {
    at: '2019-04-24T03:00:00.000Z',
    actorId: 'user_1',
    actorName: 'Suda Chairat',
    country: 'TH',
    kind: 'document.adopted',
    bodyId: 'body_accsm',
    subjectType: 'document',
    subjectId: 'doc_1',
    data: { decisionId: 'dec_1', verb: 'adopted', textHash: textHash(TEXT), ...data },
  };
  const previousHash = 'b'.repeat(64);
  return { seq, previousHash, hash: chainHash(previousHash, { seq, ...event }), event };
}

const FACTS: EvidenceFacts = {
  document: {
    id: 'doc_1',
    symbol: 'ACCSM/20/ST.1',
    title: 'Statement on Civil Service Reform',
    kind: 'statement',
    language: 'en',
    houseStyle: 'declaration',
    leadCountry: 'TH',
    predecessorId: null,
    body: { acronym: 'ACCSM', name: 'ASEAN Cooperation on Civil Service Matters' },
  },
  version: { number: 9, revision: 4 },
  text: TEXT,
  decision: {
    id: 'dec_1',
    verb: 'adopted',
    wording: 'The SOM adopted the Statement.',
    meeting: {
      title: 'SOM for the 20th ACCSM',
      series: '20th ACCSM',
      tier: 'som',
      place: 'Chiang Rai',
      startsOn: '2019-04-22',
      endsOn: '2019-04-24',
    },
    agendaItem: { number: '4', title: 'Statement' },
    at: '2019-04-24T03:00:00.000Z',
    decidedBy: { name: 'Suda Chairat', country: 'TH' },
    roster: [
      { country: 'ID', name: 'the Republic of Indonesia', standing: 'member', inTheChair: false },
      { country: 'TH', name: 'the Kingdom of Thailand', standing: 'member', inTheChair: true },
    ],
    makesFinal: true,
    how: { kind: 'inTheRoom', confirmedBy: { name: 'Lim Mei Ling' } },
    absent: [],
    forwardedFrom: null,
  },
  positions: [
    {
      on: 'document',
      clauseId: null,
      country: 'ID',
      stance: 'canAccept',
      hash: 'd'.repeat(64),
      at: '2019-04-23T03:00:00.000Z',
    },
  ],
  statements: 0,
  audit: eventOf(),
};

const GENUINE = buildEvidence(FACTS, KEY);
const FILE = evidenceFile(GENUINE);

function ruleOf(file: string, trustedFingerprint?: string): string {
  const outcome = verifyEvidence(file, trustedFingerprint === undefined ? {} : { trustedFingerprint });
  return outcome.ok ? 'genuine' : outcome.rule;
}

function forged(change: (evidence: FullEvidence) => unknown): string {
  return JSON.stringify(change(JSON.parse(FILE) as FullEvidence));
}

describe('evidence', () => {
  test('PR29 a genuine file verifies, in whatever layout and order of keys', () => {
    expect(ruleOf(FILE)).toBe('genuine');
    expect(ruleOf(JSON.stringify(JSON.parse(FILE)))).toBe('genuine');
    const reversed = Object.fromEntries(Object.entries(JSON.parse(FILE)).reverse());
    expect(ruleOf(JSON.stringify(reversed, null, 8))).toBe('genuine');
    expect(ruleOf(`\uFEFF${FILE}`)).toBe('genuine');
  });

  test('PR28 one changed letter of the text, and the refusal names both hashes', () => {
    const outcome = verifyEvidence(FILE.replace('move the civil', 'move tha civil'));
    expect(outcome.ok ? null : [outcome.rule, outcome.detail?.expected]).toEqual(['PR28', GENUINE.textHash]);
    expect(ruleOf(FILE.replace('ครั้งที่ ๒๐', 'ครั้งที่ ๒๑'))).toBe('PR28');
  });

  test.each<[string, (evidence: FullEvidence) => unknown]>([
    [
      'the wording',
      (e) => ({ ...e, decision: { ...e.decision, wording: 'The SOM adopted the statement.' } }),
    ],
    ['the verb', (e) => ({ ...e, decision: { ...e.decision, verb: 'noted' } })],
    ['the instant', (e) => ({ ...e, decision: { ...e.decision, at: '2019-04-24T03:00:00.001Z' } })],
    [
      'the roster: a member less',
      (e) => ({ ...e, decision: { ...e.decision, roster: e.decision.roster.slice(1) } }),
    ],
    [
      'the roster: another chair',
      (e) => ({
        ...e,
        decision: {
          ...e.decision,
          roster: e.decision.roster.map((line) => ({ ...line, inTheChair: !line.inTheChair })),
        },
      }),
    ],
    ['the symbol', (e) => ({ ...e, document: { ...e.document, symbol: 'ACCSM/20/ST.2' } })],
    ['the revision', (e) => ({ ...e, version: { ...e.version, revision: 5 } })],
    ['the positions: one left out', (e) => ({ ...e, positions: [] })],
    [
      'the positions: another stance',
      (e) => ({ ...e, positions: e.positions.map((position) => ({ ...position, stance: 'objects' })) }),
    ],
    [
      'who confirmed it',
      (e) => ({ ...e, decision: { ...e.decision, how: { kind: 'inTheRoom', confirmedBy: null } } }),
    ],
    [
      'how it came about',
      (e) => ({
        ...e,
        decision: {
          ...e.decision,
          how: {
            kind: 'bySilence',
            startedAt: '2019-04-20T03:00:00.000Z',
            expiresAt: '2019-04-24T03:00:00.000Z',
            zone: 'Asia/Bangkok',
          },
        },
      }),
    ],
    ['who was absent', (e) => ({ ...e, decision: { ...e.decision, absent: null } })],
    ['the statements', (e) => ({ ...e, statements: 1 })],
    [
      'the event of the audit trail',
      (e) => ({ ...e, audit: { ...e.audit, event: { ...e.audit.event, actorName: 'Somebody' } } }),
    ],
    ['the place in the audit trail', (e) => ({ ...e, audit: { ...e.audit, seq: 43 } })],
    [
      'text and hash together',
      (e) => {
        const text = textOf(['title', 'Another statement']);
        return {
          ...buildEvidence({ ...FACTS, text }, OTHER_KEY),
          signature: e.signature,
          publicKey: e.publicKey,
        };
      },
    ],
    [
      'the signature',
      (e) => ({ ...e, signature: `${e.signature.startsWith('A') ? 'B' : 'A'}${e.signature.slice(1)}` }),
    ],
    ['the signature, emptied', (e) => ({ ...e, signature: '' })],
    ['the public key', (e) => ({ ...e, publicKey: OTHER_KEY.publicKey })],
    ['the public key, emptied', (e) => ({ ...e, publicKey: '' })],
  ])('PR29 a change of %s', (_what, change) => {
    expect(ruleOf(forged(change))).toBe('PR29');
  });

  test('PR29 a decomposed accent has the same hash as text and is still noticed', () => {
    const text = textOf(['title', 'Café']);
    const accented = buildEvidence({ ...FACTS, text, audit: eventOf({ textHash: textHash(text) }) }, KEY);
    expect(ruleOf(evidenceFile(accented))).toBe('genuine');
    expect(ruleOf(evidenceFile(accented).replace('Café', 'Cafe\u0301'))).toBe('PR29');
  });

  test('PR30 signed anew with another key: it verifies, and the fingerprint gives it away', () => {
    const text = textOf(['title', 'Another statement']);
    const resigned = evidenceFile(
      buildEvidence({ ...FACTS, text, audit: eventOf({ textHash: textHash(text) }) }, OTHER_KEY),
    );
    const trusted = keyFingerprint(KEY.publicKey) ?? '';
    const outcome = verifyEvidence(resigned);
    expect(outcome.ok && outcome.value.fingerprint).toBe(keyFingerprint(OTHER_KEY.publicKey));
    expect(verifyEvidence(resigned, { trustedFingerprint: trusted })).toEqual({
      ok: false,
      rule: 'PR30',
      detail: { fingerprint: keyFingerprint(OTHER_KEY.publicKey), trusted },
    });
    expect(ruleOf(FILE, trusted)).toBe('genuine');
    expect(ruleOf(FILE, trusted.toUpperCase().replace(/(.{8})/g, '$1 '))).toBe('genuine');
  });

  test.each([
    ['PR26', 'a number that is none', FILE.replace('"number":', '"endless": 1e999,\n    "number":')],
    [
      'PR26',
      'a number that is none, within the text',
      FILE.replace('"type": "doc"', '"type": "doc", "attrs": { "level": 1e999 }'),
    ],
    ['PR26', 'nothing', ''],
    ['PR26', 'no JSON', 'The Statement was adopted.'],
    ['PR26', 'another JSON', '{"a":1}'],
    ['PR26', 'a list', '[]'],
    ['PR26', 'null', 'null'],
    ['PR26', 'half a file', FILE.slice(0, FILE.length / 2)],
    ['PR27', 'a format of tomorrow', FILE.replace('mufakat-evidence/2', 'mufakat-evidence/3')],
    ['PR26', 'format 2 that says it is format 1', FILE.replace('mufakat-evidence/2', 'mufakat-evidence/1')],
    ['PR26', 'a text of another shape', JSON.stringify({ ...GENUINE, text: { type: 'doc', content: 5 } })],
    ['PR26', 'what is nested beyond all sense', `${'['.repeat(100_000)}${']'.repeat(100_000)}`],
    ['PR26', 'a statement left out', JSON.stringify({ ...GENUINE, decision: undefined })],
    ['PR26', 'a statement too many', JSON.stringify({ ...GENUINE, note: 'trust me' })],
    [
      'PR26',
      'a key that stands twice',
      FILE.replace('"verb": "adopted",', '"verb": "noted", "verb": "adopted",'),
    ],
    [
      'PR26',
      'a key that stands twice, once in escapes',
      FILE.replace('"verb": "adopted",', '"v\\u0065rb": "noted", "verb": "adopted",'),
    ],
  ])('%s refuses %s', (rule, _what, file) => {
    expect(ruleOf(file)).toBe(rule);
  });

  test('PR28 PR29 no single changed character anywhere passes for genuine with other content', () => {
    fc.assert(
      fc.property(fc.nat(FILE.length - 1), fc.constantFrom('x', '0', '"', ' ', 'é'), (at, character) => {
        const changed = `${FILE.slice(0, at)}${character}${FILE.slice(at + 1)}`;
        if (ruleOf(changed) !== 'genuine') return;
        expect(JSON.parse(changed)).toEqual(JSON.parse(FILE));
      }),
      { seed: 20190424, numRuns: 400 },
    );
  });
});

describe('what a file says of itself, signed well', () => {
  const decided = (change: Partial<EvidenceFacts['decision']>): EvidenceFacts => ({
    ...FACTS,
    decision: { ...FACTS.decision, ...change },
  });
  const silence = (startedAt: string, expiresAt: string) =>
    decided({ how: { kind: 'bySilence', startedAt, expiresAt, zone: 'Asia/Bangkok' } });
  const [position] = FACTS.positions;
  if (position === undefined) throw new Error('the facts have a position');

  test.each<[string, string, EvidenceFacts]>([
    ['DE2', 'an event with another hash', { ...FACTS, audit: { ...FACTS.audit, hash: 'c'.repeat(64) } }],
    ['DE2', 'an event at another place', { ...FACTS, audit: { ...FACTS.audit, seq: 43 } }],
    ['DE2', 'an event after another one', { ...FACTS, audit: { ...FACTS.audit, previousHash: '' } }],
    ['DE3', 'an event of another decision', { ...FACTS, audit: eventOf({ decisionId: 'dec_2' }) }],
    ['DE3', 'an event of another text', { ...FACTS, audit: eventOf({ textHash: 'e'.repeat(64) }) }],
    ['DE3', 'an event with another verb', { ...FACTS, audit: eventOf({ verb: 'noted' }) }],
    ['DE3', 'an event of another document', { ...FACTS, document: { ...FACTS.document, id: 'doc_2' } }],
    ['DE4', 'two positions of one delegation', { ...FACTS, positions: [position, position] }],
    ['DE4', 'a position of a stranger', { ...FACTS, positions: [{ ...position, country: 'XX' }] }],
    ['DE4', 'a position on no clause', { ...FACTS, positions: [{ ...position, on: 'clause' }] }],
    ['DE4', 'an absent stranger', decided({ absent: [{ country: 'XX', name: 'Elsewhere' }] })],
    [
      'DE5',
      'a silence that ends before it began',
      silence('2019-04-23T03:00:00.000Z', '2019-04-22T03:00:00.000Z'),
    ],
    [
      'DE5',
      'a decision before the silence ended',
      silence('2019-04-23T03:00:00.000Z', '2019-04-25T03:00:00.000Z'),
    ],
    ['genuine', 'an unbroken silence', silence('2019-04-20T03:00:00.000Z', '2019-04-24T03:00:00.000Z')],
  ])('%s %s', (rule, _what, facts) => {
    expect(ruleOf(evidenceFile(buildEvidence(facts, KEY)))).toBe(rule);
  });

  test('PR29 a file of the first format verifies for ever', () => {
    const first = readFileSync(new URL('./tests/golden/evidence-1.json', import.meta.url), 'utf8');
    expect(ruleOf(first)).toBe('genuine');
    expect(ruleOf(first.replace('move the civil', 'move tha civil'))).toBe('PR28');
    expect(ruleOf(first.replace('The SOM adopted', 'The SOM rejected'))).toBe('PR29');
    expect(ruleOf(first.replace('"seq": 42', '"seq": 43'))).toBe('PR29');
  });
});
