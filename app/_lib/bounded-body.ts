import { accept, type Outcome, type Refusal } from '@/domain/refusal';

/** The body of a request, counted while it comes: what it says of its own length is not believed. */
export async function boundedBody(
  request: Request,
  most: number,
  tooLarge: Refusal,
): Promise<Outcome<Uint8Array>> {
  if (Number(request.headers.get('content-length') ?? 0) > most) return tooLarge;
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of request.body ?? []) {
    length += chunk.length;
    if (length > most) return tooLarge;
    chunks.push(chunk);
  }
  return accept(Buffer.concat(chunks));
}
