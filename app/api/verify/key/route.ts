import { download } from '@/app/_lib/download';
import { publishedKey } from '@/server/queries/examine-evidence';
import { getRuntime } from '@/server/runtime';

/** The key that this installation signs evidence with. It is public: whoever has it can check a signature anywhere. */
export async function GET(): Promise<Response> {
  const { pem, fingerprint } = publishedKey(getRuntime());
  return download(pem, `mufakat-${fingerprint.slice(0, 16)}.pem`, 'application/x-pem-file');
}
