import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { chromium } from '@playwright/test';
import { runCommand, runTool } from './run-command';

const SYSTEM_NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];

type Environment = Readonly<Record<string, string | undefined>>;

/** A Chromium that starts: CHROMIUM_PATH, Playwright's own, the system's; null where there is none. */
export function findChromium(env: Environment = process.env): string | null {
  const named = env.CHROMIUM_PATH;
  if (named !== undefined && named !== '') {
    if (starts(named)) return named;
    throw new Error(
      `CHROMIUM_PATH is ${named}, but no Chromium starts there. Correct it, or unset it to have one found.`,
    );
  }
  return [chromium.executablePath(), ...onPath(env.PATH ?? '')].find(starts) ?? null;
}

/** As `findChromium`; where there is none, installs one: by Playwright's installer, else as root from Debian. */
export async function chromiumOrInstall(say: (line: string) => void): Promise<string> {
  const found = findChromium();
  if (found !== null) return found;
  say('No Chromium here: asking Playwright for one');
  await runTool('@playwright/test/cli.js', ['install', 'chromium'], { timeout: 300_000 });
  const downloaded = findChromium();
  if (downloaded !== null) return downloaded;
  if (process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
    say('Playwright has none for this machine: installing Debian’s chromium');
    const env = { DEBIAN_FRONTEND: 'noninteractive' };
    await runCommand('apt-get', ['update', '-q'], { env });
    await runCommand('apt-get', ['install', '-y', '-q', '--no-install-recommends', 'chromium'], { env });
  }
  const installed = findChromium();
  if (installed !== null) return installed;
  throw new Error(
    'The browser tests need a Chromium and none could be installed. Install one (Debian: apt-get install chromium) or set CHROMIUM_PATH to its program.',
  );
}

function onPath(searchPath: string): string[] {
  const folders = searchPath.split(path.delimiter).filter((folder) => folder !== '');
  return SYSTEM_NAMES.flatMap((name) => folders.map((folder) => path.join(folder, name)));
}

function starts(program: string): boolean {
  if (!existsSync(program)) return false;
  return spawnSync(program, ['--version'], { timeout: 30_000 }).status === 0;
}
