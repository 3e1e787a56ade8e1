import { type Activity, EMPTY_CELLS, type Result } from '../matrix';

/** An activity for tests, under the area `A` where nothing else is said. */
export function activity(code: string, more: Partial<Activity> = {}): Activity {
  return {
    ...EMPTY_CELLS,
    id: code,
    code,
    title: `Title of ${code}`,
    resultId: 'A',
    position: 1,
    clauseId: null,
    versionId: null,
    rev: 0,
    ...more,
  };
}

export function result(id: string, parentId: string | null = null, more: Partial<Result> = {}): Result {
  const level = parentId === null ? 'area' : 'outcome';
  return { id, level, parentId, position: 1, code: id, title: `Title of ${id}`, titleThai: '', ...more };
}
