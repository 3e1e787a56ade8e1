import { accept, type Outcome } from '../../domain/refusal';
import type { LeftOut, ReadText } from '../../domain/text/left-out';
import type { HouseStyle } from '../../domain/text/numbering';
import { readWord } from '../word/reading';
import type { ReadingOptions } from './html';

export interface WordOptions {
  /** In a declaration numbered paragraphs are operative ones; elsewhere they are lists. Default: a declaration. */
  readonly houseStyle?: HouseStyle;
}

/** A Word file as one text; what it tracked and who commented is listed with what is left out. */
export function readWordText(bytes: Uint8Array, options: ReadingOptions & WordOptions): Outcome<ReadText> {
  const read = readWord(bytes, { houseStyle: options.houseStyle ?? 'declaration', language: 'en' });
  if (!read.ok) return read;
  const { accepted, rejected, changes, comments, leftOut } = read.value;
  const listed: readonly LeftOut[] = [
    ...leftOut.filter(({ kind }) => kind !== 'trackedChange' && kind !== 'comment'),
    ...counted('trackedChange', changes.length),
    ...counted('comment', comments.length),
  ];
  return accept({ text: options.changes === 'accept' ? accepted : rejected, leftOut: listed });
}

function counted(kind: LeftOut['kind'], count: number): readonly LeftOut[] {
  return count === 0 ? [] : [{ kind, count, where: '' }];
}
