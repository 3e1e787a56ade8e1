import { cleanLine } from '../../domain/text/clean-line';

const LONGEST_FILE_NAME = 100;

/** The name of a file that somebody brings. The end of a long name says what kind of file it is. */
export function shortFileName(name: string): string {
  const line = cleanLine(name.split(/[\\/]/).at(-1) ?? '');
  return line.length <= LONGEST_FILE_NAME ? line : `…${line.slice(1 - LONGEST_FILE_NAME)}`;
}
