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

/** Words that Thai readers met before a term was settled, and the term (docs/thai-terms.md). */
const SETTLED: readonly (readonly [left: RegExp, term: string])[] = [
  [/กระบวนการเงียบ|ความเงียบ|ข้อทักท้วง/, 'กระบวนการเห็นชอบโดยไม่คัดค้าน'],
  [/เครื่องแม่ข่าย/, 'เซิร์ฟเวอร์'],
  [/กรุณา/, 'โปรด'],
  [/สำนักเลขาธิการ/, 'ฝ่ายเลขานุการ'],
  [/คณะกรรมการ|กลไกนี้/, 'องค์กร'],
  [/เวอร์ชัน|(ใน|ต่อ)รุ่น(นี้|อื่น)/, 'ฉบับ'],
  [/ข้อบท/, 'ข้อ'],
  [/คุณ(?! \{)/, 'ท่าน'],
  [/เรียกคืน/, 'นำกลับมาใช้'],
  [/สาขาความสำคัญ/, 'สาขาสำคัญ'],
  [/หุ้นส่วน/, 'ภาคี'],
  [/รอบการเก็บข้อมูล/, 'รอบจัดเก็บข้อมูล'],
  [/ไม่เกิน \{most\} อักขระ/, 'ตัวอักษร'],
];

describe('catalogues', () => {
  test('Thai has one term for one thing', () => {
    for (const key of keys(th)) {
      const wrong = SETTLED.filter(([left]) => left.test(at(th, key))).map(([, term]) => `say ${term}`);
      expect([key, wrong]).toEqual([key, []]);
    }
  });

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
