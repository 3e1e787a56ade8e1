/** What stands in the head and foot of a file that is only read back. */
export const FACTS = {
  symbol: 'ACCSM/2019/1',
  title: 'Statement',
  revision: 'Rev.1',
  state: 'Draft',
  pages: 'Page {page} of {pages}',
  language: 'en-GB',
  at: '2026-03-01T09:30:00.000Z',
} as const;
