import { TYPING_COLUMNS, typingFigures } from './typing-figures';
import type { Workload } from './workload';

const DOCUMENTS = 2000;
const DOCUMENTS_OF_A_QUICK_RUN = 500;
const CLIENTS = 3;
const CASE = `documents x ${CLIENTS}`;

/** W2: many documents at once, three people in each, one of whom types now and then. */
export const manyDocuments: Workload = {
  id: 'W2',
  title: `${DOCUMENTS} documents (quick: ${DOCUMENTS_OF_A_QUICK_RUN}) of 4 KB, ${CLIENTS} clients each, one types a character every 2 s`,
  needs: { people: 200, documents: DOCUMENTS },
  columns: [...TYPING_COLUMNS, { key: 'perDocument', title: 'KB per document', digits: 0, better: 'less' }],
  bars: [
    { text: 'p99 at most 5 ms', case: CASE, key: 'p99', limit: () => 5, is: 'atMost' },
    {
      text: 'at most 80 KB a document with its sockets',
      case: CASE,
      key: 'perDocument',
      limit: () => 80,
      is: 'atMost',
    },
    { text: 'nothing lost', case: CASE, key: 'lost', limit: () => 0, is: 'atMost' },
  ],
  cases: () => [CASE],
  unfit: () => null,

  async measure({ start, drive, settings }) {
    const { target } = await start();
    const result = await drive<'typing'>({
      kind: 'typing',
      target,
      documents: settings.isQuick ? DOCUMENTS_OF_A_QUICK_RUN : DOCUMENTS,
      clientsPerDocument: CLIENTS,
      writersPerDocument: 1,
      keysPerSecond: 0.5,
      bodySize: 4000,
      warmUpSeconds: settings.warmUpSeconds,
      seconds: settings.seconds,
    });
    return typingFigures(result);
  },
};
