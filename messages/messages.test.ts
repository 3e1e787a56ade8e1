import { describe, expect, test } from 'vitest';
import { en } from './en';
import { th } from './th';

/** "a.b.c" for every message of a catalogue. */
function keys(value: unknown, prefix = ''): string[] {
  if (typeof value === 'string') return [prefix];
  return Object.entries(value as Record<string, unknown>).flatMap(([key, inner]) =>
    keys(inner, prefix === '' ? key : `${prefix}.${key}`),
  );
}

/** The names of ICU arguments in a message: {count}, {name}. */
function placeholders(message: string): string[] {
  return [...message.matchAll(/\{(\w+)[,}]/g)].map((match) => match[1] ?? '').sort();
}

function at(value: unknown, key: string): string {
  return key
    .split('.')
    .reduce<unknown>((inner, part) => (inner as Record<string, unknown>)[part], value) as string;
}

describe('catalogues', () => {
  test('English and Thai have the same keys', () => {
    expect(keys(th).sort()).toEqual(keys(en).sort());
  });

  test('each Thai message takes the same arguments as the English one', () => {
    for (const key of keys(en)) {
      expect([key, [...new Set(placeholders(at(th, key)))]]).toEqual([
        key,
        [...new Set(placeholders(at(en, key)))],
      ]);
    }
  });

  test('no message is empty', () => {
    for (const key of keys(en))
      expect([key, at(en, key).length > 0 && at(th, key).length > 0]).toEqual([key, true]);
  });
});
