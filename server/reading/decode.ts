import { accept, type Outcome, refuse } from '../../domain/refusal';

/**
 * The words of a text file: UTF-8 with or without a byte order mark, or UTF-16 with one. Lines end in "\n".
 * Refusals: FI4 another encoding, FI5 no text at all.
 */
export function decodeText(bytes: Uint8Array): Outcome<string> {
  const encoding = encodingOf(bytes);
  let text: string;
  try {
    text = new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return refuse(looksBinary(bytes) ? 'FI5' : 'FI4');
  }
  if (text.includes('\u0000')) return refuse(looksLikeUtf16(bytes) ? 'FI4' : 'FI5');
  return accept(text.replace(/\r\n?/g, '\n'));
}

function encodingOf(bytes: Uint8Array): 'utf-8' | 'utf-16le' | 'utf-16be' {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  return 'utf-8';
}

const SAMPLE = 4096;

/** Every second byte of Latin letters is 0 in UTF-16; without its mark one would have to guess which half comes first. */
function looksLikeUtf16(bytes: Uint8Array): boolean {
  const sample = bytes.subarray(0, SAMPLE - (SAMPLE % 2));
  const zeros = [0, 0];
  sample.forEach((value, index) => {
    if (value === 0) zeros[index % 2] = (zeros[index % 2] ?? 0) + 1;
  });
  const [even = 0, odd = 0] = zeros;
  return sample.length >= 16 && Math.max(even, odd) > sample.length / 8 && Math.min(even, odd) === 0;
}

/** Control characters that no encoding of text uses, more than a slip. */
function looksBinary(bytes: Uint8Array): boolean {
  const sample = bytes.subarray(0, SAMPLE);
  const odd = sample.filter((value) => value < 9 || (value > 13 && value < 32 && value !== 27));
  return odd.length > sample.length / 50;
}
