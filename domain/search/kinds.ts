/** What can be found, in the order in which one chooses among it. */
export const FOUND_KINDS = [
  'document',
  'clause',
  'version',
  'proposal',
  'meeting',
  'decision',
  'action',
  'round',
  'input',
  'cluster',
  'plan',
  'activity',
  'indicator',
  'centre',
] as const;
export type FoundKind = (typeof FOUND_KINDS)[number];
