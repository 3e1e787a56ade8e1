import { expect, test } from 'vitest';
import { readConfig } from './config';
import { domainOf, readMailConfig } from './mail-config';

const FROM = 'Mufakat <mufakat@Example.org>';

test('mail is off without both variables, and one alone is a mistake that is named', () => {
  expect(readMailConfig(undefined, undefined)).toEqual({ config: null, problems: [] });
  expect(readMailConfig('smtp://localhost', undefined).problems).toHaveLength(1);
  const env = {
    NODE_ENV: 'test',
    MUFAKAT_SMTP_URL: 'http://localhost',
    MUFAKAT_MAIL_FROM: 'nobody',
  } as const;
  expect(readConfig(env, 'production')).toMatchObject({
    ok: false,
    problems: [
      expect.stringMatching(/^MUFAKAT_SMTP_URL: smtp/),
      expect.stringMatching(/^MUFAKAT_MAIL_FROM: an/),
    ],
  });
});

test('an address says how: port, TLS, and a password with whatever signs', () => {
  expect(readMailConfig('smtp://me%40example.org:p%2Fw@mail.example.org', FROM).config).toEqual({
    host: 'mail.example.org',
    port: 587,
    secure: false,
    requireTls: true,
    login: { user: 'me@example.org', pass: 'p/w' },
    from: { name: 'Mufakat', address: 'mufakat@Example.org' },
  });
  expect(readMailConfig('smtps://mail.example.org', FROM).config).toMatchObject({ port: 465, secure: true });
  expect(readMailConfig('smtp://localhost:2525', FROM).config).toMatchObject({ requireTls: false });
  expect(readMailConfig('smtp://mail.example.org?tls=optional', FROM).config).toMatchObject({
    requireTls: false,
  });
});

test.each([
  'smtp://',
  'mail.example.org',
  'smtp://host/path',
  'smtp://host?tls=no',
  'smtp://user@host',
  'smtp://%zz:p@host',
])('an address that is none is refused: %s', (url) => {
  expect(readMailConfig(url, FROM)).toMatchObject({ config: null, problems: [expect.any(String)] });
});

test('Message-IDs are of the domain that mail comes from', () => {
  const { config } = readMailConfig('smtp://localhost', FROM);
  expect(config === null ? null : domainOf(config)).toBe('example.org');
});
