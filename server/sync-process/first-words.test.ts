import { describe, expect, it } from 'vitest';
import { wishOf } from './first-words';

describe('wishOf', () => {
  it.each([
    ['', 'unsaid'],
    ['GET /sy', 'unsaid'],
    ['GET /sync', 'unsaid'],
    ['GET /sync/', 'room'],
    ['GET /sync/doc_1 HTTP/1.1', 'room'],
    ['GET /synchrony', 'page'],
    ['GET / HTTP/1.1', 'page'],
    ['POST /sync/doc_1', 'page'],
    ['get /sync/doc_1', 'page'],
    ['\r\nGET /sync/doc_1', 'page'],
    ['GET http://mufakat.test/sync/doc_1', 'page'],
    ['PRI * HTTP/2.0', 'page'],
    ['\x16\x03\x01', 'page'],
  ])('SY33 %j leads to %s', (said, wish) => {
    expect(wishOf(Buffer.from(said, 'latin1'))).toBe(wish);
  });
});
