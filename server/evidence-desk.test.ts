import { describe, expect, test } from 'vitest';
import { refuse } from '../domain/refusal';
import { createEvidenceDesk, MOST_FILES } from './evidence-desk';
import type { Examination } from './ports';
import { ruleOf } from './tests/outcome';
import { testClock } from './tests/world';

const FOUND: Examination = { fileName: 'a.json', askedHash: null, found: refuse('PR26') };

describe('the desk for evidence', () => {
  test('DE7 (better-auth CVE-2026-45364: IPv6 rotation defeats the limit) one address has so many files examined, an IPv6 network counts as one, and waits no longer than it must', () => {
    const clock = testClock();
    const desk = createEvidenceDesk(clock);
    for (let n = 0; n < MOST_FILES; n += 1) expect(ruleOf(desk.admit(`2001:db8::${n}`))).toBe('accepted');
    clock.advance(60);
    const refused = desk.admit('2001:db8::ffff');
    expect(refused).toEqual({ ok: false, rule: 'DE7', detail: { minutes: 14 } });
    expect(ruleOf(desk.admit('192.0.2.1'))).toBe('accepted');
    clock.advance(14 * 60);
    expect(ruleOf(desk.admit('2001:db8::1'))).toBe('accepted');
  });

  test('DE7 what was found is kept for two minutes, under a name that nobody guesses', () => {
    const clock = testClock();
    const desk = createEvidenceDesk(clock);
    const id = desk.keep(FOUND);
    expect(id.length).toBeGreaterThanOrEqual(43);
    expect(desk.find(id)).toEqual(FOUND);
    expect(desk.find('another')).toBeNull();
    clock.advance(120);
    expect(desk.find(id)).toBeNull();
  });

  test('DE7 it keeps few at once: the oldest makes room', () => {
    const desk = createEvidenceDesk(testClock());
    const ids = Array.from({ length: 40 }, () => desk.keep(FOUND));
    expect(ids.filter((id) => desk.find(id) !== null)).toEqual(ids.slice(-12));
  });
});
