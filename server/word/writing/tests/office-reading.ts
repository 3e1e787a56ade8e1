import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { ask } from '../../../tests/office';

/** Files as LibreOffice opens and saves them again: `fodt` (one XML file) or `txt` (what a reader sees, numbers too). */
export function savedByOffice(files: readonly Uint8Array[], format: 'fodt' | 'txt'): string[] {
  const filter = format === 'txt' ? 'txt:Text (encoded):UTF8' : 'fodt';
  return converted(files, filter, format).map((bytes) => bytes.toString('utf8'));
}

/** Word files as LibreOffice makes Word files of them. */
export function wordByOffice(files: readonly Uint8Array[]): Uint8Array[] {
  return converted(files, 'docx', 'docx');
}

function converted(files: readonly Uint8Array[], filter: string, ending: string): Buffer[] {
  const folder = mkdtempSync(path.join(tmpdir(), 'mufakat-office-'));
  try {
    const names = files.map((bytes, index) => {
      const name = path.join(folder, `${index}.docx`);
      writeFileSync(name, bytes);
      return name;
    });
    const profile = `-env:UserInstallation=file://${path.join(folder, 'profile')}`;
    const saved = path.join(folder, 'saved');
    ask('soffice', [profile, '--headless', '--convert-to', filter, '--outdir', saved, ...names]);
    return names.map((_, index) => readFileSync(path.join(saved, `${index}.${ending}`)));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
