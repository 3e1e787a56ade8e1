import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { runCommand } from './run-command';

/** Programs that other people wrote for the formats we write: the tests of Word and PDF ask them for a second opinion. */
const TOOLS: Readonly<Record<string, { readonly version: readonly string[]; readonly debian: string }>> = {
  pandoc: { version: ['--version'], debian: 'pandoc' },
  soffice: { version: ['--version'], debian: 'libreoffice-writer-nogui' },
  xmllint: { version: ['--version'], debian: 'libxml2-utils' },
  pdftotext: { version: ['-v'], debian: 'poppler-utils' },
};

export function missingOfficeTools(): string[] {
  return Object.entries(TOOLS)
    .filter(([program, { version }]) => spawnSync(program, [...version], { timeout: 60_000 }).status !== 0)
    .map(([program]) => program);
}

/**
 * Installs from Debian, as root, what is missing. Elsewhere the tests that need a tool are skipped and counted as
 * skipped; the names of what is missing are returned so that the run can say so.
 */
export async function installOfficeTools(say: (line: string) => void): Promise<string[]> {
  const missing = missingOfficeTools();
  if (missing.length === 0) return [];
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return missing;
  const packages = missing.flatMap((program) => TOOLS[program]?.debian ?? []);
  say(`Installing Debian’s ${packages.join(', ')}: the tests of Word and PDF ask them for a second opinion`);
  const env = { DEBIAN_FRONTEND: 'noninteractive' };
  await runCommand('apt-get', ['update', '-q'], { env });
  await runCommand('apt-get', ['install', '-y', '-q', '--no-install-recommends', ...packages], { env });
  return missingOfficeTools();
}
