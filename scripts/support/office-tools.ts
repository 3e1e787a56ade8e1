import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { runCommand, runNpm } from './run-command';

/** Programs that other people wrote for the formats we write: the tests of Word and PDF ask them for a second opinion. */
const TOOLS: Readonly<Record<string, { readonly version: readonly string[]; readonly debian: string }>> = {
  pandoc: { version: ['--version'], debian: 'pandoc' },
  soffice: { version: ['--version'], debian: 'libreoffice-writer-nogui' },
  xmllint: { version: ['--version'], debian: 'libxml2-utils' },
  pdftotext: { version: ['-v'], debian: 'poppler-utils' },
};

/** The validator of Microsoft's Open XML SDK comes through npm, by a lock file of its own, for one platform. */
const VALIDATOR = 'server/tests/open-xml';

export function missingOfficeTools(): string[] {
  return Object.entries(TOOLS)
    .filter(([program, { version }]) => spawnSync(program, [...version], { timeout: 60_000 }).status !== 0)
    .map(([program]) => program);
}

/** Installs what is missing, where it may: the names of what is missing still, so that the run can say so. */
export async function installOfficeTools(say: (line: string) => void): Promise<string[]> {
  return [...(await installDebianTools(say)), ...(await installValidator(say))];
}

async function installValidator(say: (line: string) => void): Promise<string[]> {
  if (existsSync(`${VALIDATOR}/node_modules`)) return [];
  const isPublished = process.platform === 'linux' && process.arch === 'x64';
  if (isPublished)
    say('Installing the validator of Microsoft’s Open XML SDK: tests of Word and Excel files ask it');
  const isThere = isPublished && (await runNpm(VALIDATOR, ['ci', '--no-audit', '--no-fund'])) === 0;
  return isThere ? [] : ['the Open XML validator'];
}

/** From Debian, as root. */
async function installDebianTools(say: (line: string) => void): Promise<string[]> {
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
