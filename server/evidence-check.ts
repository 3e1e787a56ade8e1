import { createPublicKey, verify } from 'node:crypto';
import { checkEvidence, type VerifiedEvidence } from '../domain/procedure/evidence';
import type { Outcome } from '../domain/refusal';

/**
 * Verifies an evidence file offline: it needs the file and nothing else. With `trustedFingerprint` it also says
 * whether the file was signed by the installation one trusts.
 */
export function verifyEvidence(
  fileText: string,
  options: { readonly trustedFingerprint?: string } = {},
): Outcome<VerifiedEvidence> {
  return checkEvidence(fileText, { verify: verifyEd25519 }, options.trustedFingerprint);
}

function verifyEd25519(publicKey: string, text: string, signature: string): boolean {
  try {
    const key = createPublicKey(publicKey);
    if (key.asymmetricKeyType !== 'ed25519') return false;
    const bytes = Buffer.from(signature, 'base64');
    // Node reads sloppy base64 too; one signature has one spelling here.
    if (bytes.toString('base64') !== signature) return false;
    return verify(null, Buffer.from(text, 'utf8'), key, bytes);
  } catch {
    return false;
  }
}
