import { createPrivateKey, createPublicKey, generateKeyPairSync, type KeyObject, sign } from 'node:crypto';
import { closeSync, mkdirSync, openSync, readFileSync, writeSync } from 'node:fs';
import path from 'node:path';
import { StartupError } from './data-dir';
import type { Signer } from './ports';

export function signingKeyFile(dataDir: string): string {
  return path.join(dataDir, 'keys', 'ed25519.pem');
}

/**
 * The installation's Ed25519 key: made at the first start, readable by its owner only, kept outside the database
 * so that a stolen copy of the database signs nothing. Losing it leaves old evidence valid (evidence carries its
 * public key) and makes the next start create another key with another fingerprint.
 */
export function createSigner(dataDir: string): Signer {
  const privateKey = loadOrMakeKey(signingKeyFile(dataDir));
  const publicKey = createPublicKey(privateKey).export({ type: 'spki', format: 'pem' }).toString();
  return {
    publicKey,
    sign: (text) => sign(null, Buffer.from(text, 'utf8'), privateKey).toString('base64'),
  };
}

function loadOrMakeKey(file: string): KeyObject {
  const pem = readKey(file) ?? makeKey(file);
  let key: KeyObject;
  try {
    key = createPrivateKey(pem);
  } catch {
    throw new StartupError(`${file} holds no private key that can be read. Bring it back from a backup.`);
  }
  if (key.asymmetricKeyType !== 'ed25519') {
    throw new StartupError(
      `${file} holds a key of type ${key.asymmetricKeyType}; evidence is signed with Ed25519.`,
    );
  }
  return key;
}

function readKey(file: string): string | null {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw new StartupError(`Cannot read the signing key ${file}: ${(error as Error).message}`);
  }
}

/** Written with `wx`: a key that is there is never overwritten. */
function makeKey(file: string): string {
  const { privateKey } = generateKeyPairSync('ed25519');
  const pem = privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
  try {
    mkdirSync(path.dirname(file), { recursive: true, mode: 0o700 });
    const handle = openSync(file, 'wx', 0o600);
    writeSync(handle, pem);
    closeSync(handle);
  } catch (error) {
    throw new StartupError(`Cannot write the signing key ${file}: ${(error as Error).message}`);
  }
  return pem;
}
