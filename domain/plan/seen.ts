import type { Result } from './matrix';

/** What a page tells of a plan or of a result, as one line: whoever changes it names what they saw (PL34). */

export interface SaidOfPlan {
  readonly title: string;
  readonly titleThai: string;
  readonly fromYear: number;
  readonly toYear: number;
  readonly documentId: string | null;
  readonly predecessorId: string | null;
}

export function seenPlan({
  title,
  titleThai,
  fromYear,
  toYear,
  documentId,
  predecessorId,
}: SaidOfPlan): string {
  return JSON.stringify([title, titleThai, fromYear, toYear, documentId, predecessorId]);
}

export function seenResult({
  parentId,
  code,
  title,
  titleThai,
}: Pick<Result, 'parentId' | 'code' | 'title' | 'titleThai'>): string {
  return JSON.stringify([parentId, code, title, titleThai]);
}
