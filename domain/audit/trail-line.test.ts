import { describe, expect, test } from 'vitest';
import { trailLine, withoutTrailLine, withTrailFooter, withTrailLine } from './trail-line';

const HEAD = { seq: 42, hash: 'a'.repeat(64), at: '2026-11-26T10:00:00.000Z' };

describe('the head of the trail on files', () => {
  test('DE37 stands at the end of a plain text, and comes off again', () => {
    const text = 'Statement\n\n1. AGREE;\n';
    const file = withTrailLine(text, HEAD);
    expect(file.endsWith(`${trailLine(HEAD)}\n`)).toBe(true);
    expect(withoutTrailLine(file).trimEnd()).toBe(text.trimEnd());
    expect(withoutTrailLine(file.replace(/\n/g, '\r\n')).trimEnd()).toBe(
      text.replace(/\n/g, '\r\n').trimEnd(),
    );
  });

  test('DE37 no words of a text are taken for it', () => {
    for (const text of [
      'Mufakat audit trail: event 42, head of the table\n',
      'a\n',
      '',
      'x\n\nMufakat audit trail',
    ]) {
      expect(withoutTrailLine(text)).toBe(text);
    }
  });

  test('DE37 stands at the foot of a page', () => {
    const page = withTrailFooter('<body>\n<p>a</p>\n</body>\n</html>\n', HEAD);
    expect(page).toContain(`<footer data-audit-trail><small>${trailLine(HEAD)}</small></footer>\n</body>`);
  });
});
