import { generateKeyPairSync, sign } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { evidenceFileOf } from '../../db/decisions';
import { type Evidence, evidenceFile, signedText } from '../../domain/procedure/evidence';
import { textHash } from '../../domain/text/canonical';
import type { DocumentJson } from '../../domain/text/document-json';
import { adoptedStatement } from '../tests/adopted';
import { accepted, ruleOf } from '../tests/outcome';
import { createWorld, textOf, type World } from '../tests/world';
import { examinationView, examineEvidence } from './examine-evidence';

let world: World;
let file: string;
beforeEach(async () => {
  world = createWorld();
  file = evidenceFileOf(world.db, await adoptedStatement(world)) ?? '';
});
afterEach(() => world.close());

function view(content: string | Uint8Array, hash = '') {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
  const examined = accepted(examineEvidence({ fileName: 'x.evidence.json', bytes, hash }));
  return examinationView(world.runtime, examined);
}

/** The evidence with other words in it, signed anew by somebody with a key of their own. */
function signedElsewhere(text: DocumentJson = textOf(['title', 'Statement'])): string {
  const { publicKey, privateKey } = generateKeyPairSync('ed25519');
  const golden = { ...(JSON.parse(file) as Evidence) };
  const { positions: _p, statements: _s, ...first } = golden as Evidence & { positions: []; statements: 0 };
  const {
    makesFinal: _m,
    how: _h,
    absent: _a,
    forwardedFrom: _f,
    ...decision
  } = first.decision as typeof first.decision &
    Record<'makesFinal' | 'how' | 'absent' | 'forwardedFrom', null>;
  const unsigned = {
    ...first,
    format: 'mufakat-evidence/1' as const,
    decision,
    audit: { seq: first.audit.seq, hash: first.audit.hash },
    text: text as Evidence['text'],
    textHash: textHash(text),
    publicKey: publicKey.export({ type: 'spki', format: 'pem' }).toString(),
  };
  const signature = sign(null, Buffer.from(signedText(unsigned as never), 'utf8'), privateKey);
  return evidenceFile({ ...unsigned, signature: signature.toString('base64') } as never);
}

describe('examining evidence for anybody', () => {
  test('PR29 a genuine file of this installation is known as its own, with its event in the trail', () => {
    expect(view(file).proven).toMatchObject({
      isOurs: true,
      isInTrail: true,
      annulled: null,
      hashMatches: null,
      evidence: { document: { title: 'Statement on Civil Service Reform' } },
    });
  });

  test('PR28 PR29 a changed file is refused with the rule that says what was changed', () => {
    expect(view(file.replace('move the civil', 'move tha civil')).refusal?.rule).toBe('PR28');
    expect(view(file.replace('The SOM adopted', 'The SOM rejected')).refusal?.rule).toBe('PR29');
    expect(view('no JSON').refusal?.rule).toBe('PR26');
    expect(view(new Uint8Array([0xff, 0xfe, 0])).refusal?.rule).toBe('PR26');
    expect(view(`${'['.repeat(200_000)}`).refusal?.rule).toBe('PR26');
  });

  test('PR30 a file that somebody signed with a key of their own is genuine and not ours', () => {
    expect(view(signedElsewhere()).proven).toMatchObject({ isOurs: false, isInTrail: false, annulled: null });
  });

  test('DE10 what somebody signed is not shown where it is no text of the schema', () => {
    const hostile: DocumentJson = { type: 'doc', content: [{ type: 'script', attrs: { src: '//x' } }] };
    expect(view(signedElsewhere(hostile)).refusal?.rule).toBe('DE10');
  });

  test('PR30 what was signed here before the key was lost is still known as ours', () => {
    const { signer } = world.runtime;
    const renewed = {
      ...world.runtime,
      signer: {
        ...signer,
        publicKey: generateKeyPairSync('ed25519')
          .publicKey.export({ type: 'spki', format: 'pem' })
          .toString(),
      },
    };
    const examined = accepted(
      examineEvidence({ fileName: 'x', bytes: new TextEncoder().encode(file), hash: '' }),
    );
    expect(examinationView(renewed, examined).proven?.isOurs).toBe(true);
  });

  test('DE9 a fingerprint is compared as people copy it, and refused where it is none', () => {
    const { textHash: hash } = JSON.parse(file) as Evidence;
    const spaced = hash.toUpperCase().replace(/(.{8})/g, '$1 ');
    expect(view(file, spaced).proven?.hashMatches).toBe(true);
    expect(view(file, 'a'.repeat(64)).proven?.hashMatches).toBe(false);
    const bytes = new TextEncoder().encode(file);
    expect(ruleOf(examineEvidence({ fileName: 'x', bytes, hash: 'abc' }))).toBe('DE9');
  });

  test('DE8 no file, no answer', () => {
    expect(ruleOf(examineEvidence({ fileName: '', bytes: new Uint8Array(), hash: '' }))).toBe('DE8');
  });
});
