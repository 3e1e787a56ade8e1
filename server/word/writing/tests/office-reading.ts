import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { ask } from '../../../tests/office';

/** Files as LibreOffice opens and saves them again: `fodt` (one XML file) or `txt` (what a reader sees, numbers too). */
export function savedByOffice(files: readonly Uint8Array[], format: 'fodt' | 'txt'): string[] {
  const folder = mkdtempSync(path.join(tmpdir(), 'mufakat-office-'));
  try {
    const names = files.map((bytes, index) => {
      const name = path.join(folder, `${index}.docx`);
      writeFileSync(name, bytes);
      return name;
    });
    const profile = `-env:UserInstallation=file://${path.join(folder, 'profile')}`;
    const filter = format === 'txt' ? 'txt:Text (encoded):UTF8' : 'fodt';
    ask('soffice', [profile, '--headless', '--convert-to', filter, '--outdir', folder, ...names]);
    return names.map((_, index) => readFileSync(path.join(folder, `${index}.${format}`), 'utf8'));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
