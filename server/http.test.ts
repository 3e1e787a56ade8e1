import { PassThrough } from 'node:stream';
import { describe, expect, test } from 'vitest';
import { refuseRubbish } from './http';

function written(code: string): { words: string; destroyed: boolean } {
  const socket = new PassThrough();
  refuseRubbish(Object.assign(new Error(code), { code }), socket);
  return { words: String(socket.read() ?? ''), destroyed: socket.destroyed };
}

describe('refuseRubbish', () => {
  test('a connection on which nothing came in time is closed without a word, so that none answers a later request', () => {
    expect(written('ERR_HTTP_REQUEST_TIMEOUT')).toEqual({ words: '', destroyed: true });
  });

  test('bytes that are no HTTP are told so', () => {
    expect(written('HPE_INVALID_METHOD').words).toMatch(/^HTTP\/1\.1 400 /);
  });
});
