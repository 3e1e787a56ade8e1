import { RefusedFile } from '../../word/reading/refused-file';
import type { SheetLimits } from './limits';
import { type Allowance, walkXml } from './walk-xml';

/** The texts that cells refer to by their number. Formatted texts are their words; how they are read aloud is left out. */
export function sharedStrings(bytes: Uint8Array, left: Allowance, limits: SheetLimits): string[] {
  const strings: string[] = [];
  let text = '';
  let isWords = false;
  let isReading = false;
  walkXml(
    bytes,
    {
      open(name) {
        if (name === 'si') text = '';
        if (name === 'rPh') isReading = true;
        isWords = name === 't' && !isReading;
      },
      close(name) {
        if (name === 'rPh') isReading = false;
        if (name === 't') isWords = false;
        if (name === 'si') strings.push(unescaped(text));
      },
      text(characters) {
        if (!isWords) return;
        text += characters;
        left.characters -= characters.length;
        if (left.characters < 0) throw new RefusedFile('XL5');
      },
    },
    left,
    limits,
  );
  return strings;
}

/** Excel writes what XML has no place for as `_x000D_`. */
export function unescaped(text: string): string {
  if (!text.includes('_x')) return text;
  return text.replace(/_x([0-9A-F]{4})_/gi, (_, code: string) =>
    String.fromCharCode(Number.parseInt(code, 16)),
  );
}
