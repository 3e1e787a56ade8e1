import { generateKeyPairSync, type KeyObject, sign } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  buildEvidence,
  type Evidence,
  type EvidenceFacts,
  type EvidenceSigner,
  evidenceFile,
  keyFingerprint,
} from '../domain/procedure/evidence';
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
  text: textOf(
    ['title', 'Statement on Civil Service Reform'],
    ['preambular', 'RECALLING the Chiang Rai meeting, ครั้งที่ ๒๐,'],
    ['operative', 'AGREE to move the civil service forward.'],
  ),
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
  },
  audit: { seq: 42, hash: 'c'.repeat(64) },
};

const GENUINE = buildEvidence(FACTS, KEY);
const FILE = evidenceFile(GENUINE);

function ruleOf(file: string, trustedFingerprint?: string): string {
  const outcome = verifyEvidence(file, trustedFingerprint === undefined ? {} : { trustedFingerprint });
  return outcome.ok ? 'genuine' : outcome.rule;
}

function forged(change: (evidence: Evidence) => unknown): string {
  return JSON.stringify(change(JSON.parse(FILE) as Evidence));
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

  test.each<[string, (evidence: Evidence) => unknown]>([
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
    const accented = buildEvidence({ ...FACTS, text: textOf(['title', 'Café']) }, KEY);
    expect(ruleOf(evidenceFile(accented))).toBe('genuine');
    expect(ruleOf(evidenceFile(accented).replace('Café', 'Cafe\u0301'))).toBe('PR29');
  });

  test('PR30 signed anew with another key: it verifies, and the fingerprint gives it away', () => {
    const resigned = evidenceFile(
      buildEvidence({ ...FACTS, text: textOf(['title', 'Another statement']) }, OTHER_KEY),
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
    ['PR26', 'nothing', ''],
    ['PR26', 'no JSON', 'The Statement was adopted.'],
    ['PR26', 'another JSON', '{"a":1}'],
    ['PR26', 'a list', '[]'],
    ['PR26', 'null', 'null'],
    ['PR26', 'half a file', FILE.slice(0, FILE.length / 2)],
    ['PR27', 'a format of tomorrow', FILE.replace('mufakat-evidence/1', 'mufakat-evidence/2')],
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
