import { describe, expect, test } from 'vitest';
import { checkNewPassword } from './password-policy';

const PERSON = { email: 'somchai.wattana@example.org', name: 'Somchai Wattana' };

function ruleOf(password: string): string | null {
  const outcome = checkNewPassword(password, PERSON);
  return outcome.ok ? null : outcome.rule;
}

describe('checkNewPassword', () => {
  test.each([
    ['seven quiet rivers meet', null],
    ['แม่น้ำเจ็ดสายไหลมาพบกัน', null],
    ['Tr0ubadour&3xyz!', null],
    ['elevenchars', 'AC6'],
    ['', 'AC6'],
    // Twelve signs, but eleven after normalisation.
    ['cafe\u0301 a lait', 'AC6'],
    ['x'.repeat(201), 'AC24'],
    ['password1234', 'AC7'],
    ['P@ssw0rd2026!', 'AC7'],
    ['passwordpassword', 'AC7'],
    ['Welcome123456', 'AC7'],
    ['QwertyUiop!!!', 'AC7'],
    ['aaaaaaaaaaaaaa', 'AC7'],
    ['abababababab', 'AC7'],
    ['123456789012', 'AC7'],
    ['abcdefghijklm', 'AC7'],
    ['Somchai Wattana', 'AC7'],
    ['somchai.wattana1', 'AC7'],
    ['mufakatmufakat', 'AC7'],
  ])('AC6, AC7, AC24: "%s" → %s', (password, rule) => {
    expect(ruleOf(password)).toBe(rule);
  });
});
