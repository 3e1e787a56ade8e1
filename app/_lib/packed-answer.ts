/**
 * Packed bytes for the browser that draws them. They are handed on as they are, for the page's script to unpack: pages may
 * not name an encoding. A copy may be kept, but is asked about each time: rights may have gone.
 */
export function packedAnswer(
  request: Request,
  { bytes, tag }: { readonly bytes: Uint8Array; readonly tag: string },
): Response {
  const headers = { ETag: `"${tag}"`, 'Cache-Control': 'private, no-cache', Vary: 'Cookie' };
  if (request.headers.get('If-None-Match')?.includes(tag) === true) {
    return new Response(null, { status: 304, headers });
  }
  return new Response(bytes as Uint8Array<ArrayBuffer>, {
    headers: { ...headers, 'Content-Type': 'application/gzip', 'X-Content-Type-Options': 'nosniff' },
  });
}
