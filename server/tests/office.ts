import { execFileSync, spawnSync } from 'node:child_process';

/**
 * Other people's programs (pandoc, LibreOffice, xmllint, poppler) asked for a second opinion on files that we wrote.
 * `npm test` installs them where it may; elsewhere the tests that need one are skipped: `describe.skipIf(!has('pandoc'))`.
 */
const FOUND = new Map<string, boolean>();

export function has(program: 'pandoc' | 'soffice' | 'xmllint' | 'pdftotext'): boolean {
  let found = FOUND.get(program);
  if (found === undefined) {
    found =
      spawnSync(program, [program === 'pdftotext' ? '-v' : '--version'], { timeout: 60_000 }).status === 0;
    FOUND.set(program, found);
  }
  return found;
}

/** What a program prints, as text; throws with its complaints where it fails. */
export function ask(program: string, args: readonly string[], input?: Uint8Array): string {
  return execFileSync(program, [...args], {
    ...(input === undefined ? {} : { input }),
    encoding: 'utf8',
    maxBuffer: 256 * 1024 * 1024,
    timeout: 120_000,
  });
}
