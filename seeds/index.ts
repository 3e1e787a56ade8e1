import { DOCUMENTS } from './documents';

export { DEMO_PASSWORD, PEOPLE, type PersonKey } from './people';

/** Symbols of the seeded documents as pages show them, by key. */
export const SYMBOLS = {
  statement: symbolOf('statement'),
  workPlan: symbolOf('workPlan'),
  conceptNote: symbolOf('conceptNote'),
  report: symbolOf('report'),
  /** Of the other body, made from its template. */
  plusThree: 'ACCSM+3/P.1',
} as const;

/** Titles of the seeded documents, by key. */
export const TITLES: Readonly<Record<keyof typeof SYMBOLS, string>> = {
  statement: titleOf('statement'),
  workPlan: titleOf('workPlan'),
  conceptNote: titleOf('conceptNote'),
  report: titleOf('report'),
  plusThree: titleOf('plusThree'),
};

function symbolOf(key: string): string {
  return DOCUMENTS.find((document) => document.key === key)?.symbol ?? '';
}

function titleOf(key: string): string {
  return DOCUMENTS.find((document) => document.key === key)?.title ?? '';
}
